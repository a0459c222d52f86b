internal import Records

/// A day of the proleptic Gregorian calendar, with its arithmetic.
struct CivilDay: Sendable, Hashable, Comparable {
  let year: Int
  let month: Int
  let day: Int

  /// Years that values can be written in (TIMEX3 has four figures).
  static let years = 1...9999

  /// `nil` for a day that the calendar does not have, or beyond four figures of years.
  init?(_ year: Int, _ month: Int, _ day: Int) {
    guard Self.years.contains(year), (1...12).contains(month),
      (1...Timestamp.days(inMonth: month, of: year)).contains(day)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  init(_ stamp: Timestamp) {
    year = stamp.year
    month = stamp.month
    day = stamp.day
  }

  /// From days since 1970-01-01.
  init?(number: Int) {
    guard let day = Timestamp(dayNumber: number) else { return nil }
    self.init(day.year, day.month, day.day)
  }

  /// Days since 1970-01-01.
  var number: Int { Timestamp(year: year, month: month, day: day)?.dayNumber ?? 0 }

  /// 1 is Monday.
  var weekday: Int { ((number + 3) % 7 + 7) % 7 + 1 }

  func adding(days: Int) -> CivilDay? { CivilDay(number: number + days) }

  /// The same day of another month, or that month's last day.
  func adding(months: Int) -> CivilDay? {
    let total = year * 12 + month - 1 + months
    guard total >= 12, total < 120_000 else { return nil }
    let last = Timestamp.days(inMonth: total % 12 + 1, of: total / 12)
    return CivilDay(total / 12, total % 12 + 1, min(day, last))
  }

  /// ISO 8601 week: the year it belongs to, and its number.
  var week: (year: Int, number: Int) {
    let thursday = adding(days: 4 - weekday) ?? self
    let first = CivilDay(thursday.year, 1, 1)?.number ?? number
    return (thursday.year, (thursday.number - first) / 7 + 1)
  }

  static func < (a: CivilDay, b: CivilDay) -> Bool {
    (a.year, a.month, a.day) < (b.year, b.month, b.day)
  }

  /// Easter Sunday of the Gregorian calendar (Anonymous algorithm: Meeus, "Astronomical
  /// Algorithms", chapter 8).
  static func easter(_ year: Int) -> CivilDay? {
    let a = year % 19
    let b = year / 100
    let c = year % 100
    let h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30
    let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7
    let m = (a + 11 * h + 22 * l) / 451
    let month = (h + l - 7 * m + 114) / 31
    return CivilDay(year, month, (h + l - 7 * m + 114) % 31 + 1)
  }

  /// The day of a holiday in a year, by the forms told in `times-holidays.tsv`.
  static func holiday(_ rule: String, in year: Int) -> CivilDay? {
    if rule.hasPrefix("easter"), let shift = Int(rule.dropFirst(6)) {
      return easter(year)?.adding(days: shift)
    }
    // The Tuesday after the first Monday of November.
    if rule == "election" { return nth(1, weekday: 1, of: 11, in: year)?.adding(days: 1) }
    guard let month = Int(rule.prefix(2)) else { return nil }
    let rest = rule.dropFirst(3)
    guard rest.first == "w" else { return Int(rest).flatMap { CivilDay(year, month, $0) } }
    let parts = rest.dropFirst().split(separator: "-")
    guard parts.count == 2 else { return nil }
    let tail = parts[1].split(separator: "+")
    guard let weekday = tail.first.flatMap({ Int($0) }) else { return nil }
    let day = nth(Int(parts[0]) ?? 0, weekday: weekday, of: month, in: year)
    return day?.adding(days: tail.count > 1 ? Int(tail[1]) ?? 0 : 0)
  }

  /// The nth weekday of a month; the last for 0. `nil` where the month has no fifth.
  static func nth(_ n: Int, weekday: Int, of month: Int, in year: Int) -> CivilDay? {
    guard Self.years.contains(year) else { return nil }
    let last = Timestamp.days(inMonth: month, of: year)
    if n == 0 {
      guard let end = CivilDay(year, month, last) else { return nil }
      return end.adding(days: -((end.weekday - weekday + 7) % 7))
    }
    guard let start = CivilDay(year, month, 1) else { return nil }
    let day = start.adding(days: (weekday - start.weekday + 7) % 7 + (n - 1) * 7)
    return day?.month == month ? day : nil
  }
}
