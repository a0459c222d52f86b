import Records

/// Names of time zones as pages print them behind a time of day, with their offset in minutes east
/// of UTC.
///
/// Where a name stands for several zones the one that news pages mean most is taken ("IST" is
/// India's, "CST" North America's). Source: the tz database's abbreviations.
enum ZoneNames {
  static func offset(_ name: String) -> Int? { offsets[name] }

  private static let offsets: [String: Int] = [
    "UTC": 0, "GMT": 0, "Z": 0, "WET": 0, "UCT": 0,
    "CET": 60, "MEZ": 60, "WEST": 60, "BST": 60, "WAT": 60, "HNEC": 60,
    "CEST": 120, "MESZ": 120, "EET": 120, "SAST": 120, "CAT": 120,
    "EEST": 180, "MSK": 180, "МСК": 180, "EAT": 180, "TRT": 180, "AST": -240,
    "PKT": 300, "IST": 330, "ICT": 420, "WIB": 420, "WITA": 480, "HKT": 480, "SGT": 480,
    "MYT": 480, "PHT": 480, "AWST": 480, "JST": 540, "KST": 540, "WIT": 540,
    "ACST": 570, "AEST": 600, "ACDT": 630, "AEDT": 660, "NZST": 720, "NZDT": 780,
    "NST": -210, "NDT": -150, "ADT": -180, "BRT": -180, "ART": -180, "CLT": -240,
    "EST": -300, "EDT": -240, "CST": -360, "CDT": -300, "MST": -420, "MDT": -360,
    "PST": -480, "PDT": -420, "AKST": -540, "AKDT": -480, "HST": -600,
  ]

  /// "ET" and the like name the time of a place; which offset it has depends on the day.
  static func offset(_ name: String, on day: Timestamp) -> Int? {
    guard let winter = northAmerica[name] else { return offset(name) }
    return isSummer(day) ? winter + 60 : winter
  }

  private static let northAmerica = ["ET": -300, "CT": -360, "MT": -420, "PT": -480]

  /// Daylight saving time in North America since 2007: from the second Sunday of March to the
  /// first of November.
  private static func isSummer(_ day: Timestamp) -> Bool {
    switch day.month {
    case 4...10: return true
    case 3: return day.day >= 8 + daysToSunday(from: day, at: 8)
    case 11: return day.day < 1 + daysToSunday(from: day, at: 1)
    default: return false
    }
  }

  /// Days from the given day of `day`'s month to the next Sunday, that day included.
  private static func daysToSunday(from day: Timestamp, at start: Int) -> Int {
    let number = day.dayNumber - day.day + start
    // 1970-01-01 was a Thursday; with 4 added, 0 is Sunday.
    let weekday = ((number + 4) % 7 + 7) % 7
    return (7 - weekday) % 7
  }
}
