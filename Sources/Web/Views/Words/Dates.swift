import Records

/// Days and times in the reader's words: "Tuesday, 4 March 2025", "09:20".
///
/// Always as the page wrote them: a time is never moved to another zone.
enum Dates {
  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
  /// From Thursday, which 1970-01-01 was.
  private static let weekdays = [
    "Thursday", "Friday", "Saturday", "Sunday", "Monday", "Tuesday", "Wednesday",
  ]

  static func day(_ date: Timestamp) -> String {
    "\(date.day) \(months[date.month - 1]) \(date.year)"
  }

  /// "March 2025".
  static func monthAndYear(_ date: Timestamp) -> String {
    "\(months[date.month - 1]) \(date.year)"
  }

  static func weekdayAndDay(_ date: Timestamp) -> String {
    let index = (date.dayNumber % 7 + 7) % 7
    return weekdays[index] + ", " + day(date)
  }

  /// "09:20"; empty where the page tells no time.
  static func clock(_ date: Timestamp) -> String {
    guard let time = date.time else { return "" }
    return twoDigits(time.hour) + ":" + twoDigits(time.minute)
  }

  /// "4 March 2025, 09:20".
  static func dayAndClock(_ date: Timestamp) -> String {
    date.time == nil ? day(date) : day(date) + ", " + clock(date)
  }

  /// "UTC", "UTC+1", "UTC-3:30"; empty where the page tells no zone.
  static func zone(_ date: Timestamp) -> String {
    guard let offset = date.time?.offset else { return "" }
    guard offset != 0 else { return "UTC" }
    let minutes = abs(offset) % 60
    return "UTC" + (offset < 0 ? "-" : "+") + String(abs(offset) / 60)
      + (minutes == 0 ? "" : ":" + twoDigits(minutes))
  }

  /// "2 min 14 s", "1 h 3 min".
  static func length(seconds: Int) -> String {
    let (hours, minutes, rest) = (seconds / 3600, seconds / 60 % 60, seconds % 60)
    if hours > 0 { return "\(hours) h" + (minutes > 0 ? " \(minutes) min" : "") }
    if minutes > 0 { return "\(minutes) min" + (rest > 0 ? " \(rest) s" : "") }
    return "\(rest) s"
  }

  private static func twoDigits(_ value: Int) -> String {
    value < 10 ? "0\(value)" : String(value)
  }
}

/// A `time` element with the day, and the time where `withClock` says so.
func timeElement(_ date: Timestamp, _ words: (Timestamp) -> String) -> HTML {
  time(Attribute("datetime", date.iso8601)) { words(date) }
}
