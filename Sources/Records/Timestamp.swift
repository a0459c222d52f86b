/// A point in time as a page gives it: a day, perhaps with a time of day, perhaps with a zone.
///
/// Gregorian calendar. What the page does not say stays `nil`; it is never filled with zeros.
package struct Timestamp: Sendable, Hashable {
  package var year: Int
  /// 1 to 12.
  package var month: Int
  /// 1 to 31.
  package var day: Int
  package var time: TimeOfDay?

  package struct TimeOfDay: Sendable, Hashable {
    /// 0 to 23.
    package var hour: Int
    package var minute: Int
    package var second: Int
    /// Minutes east of UTC; `nil` where the zone is not told.
    package var offset: Int?

    package init(hour: Int, minute: Int, second: Int = 0, offset: Int? = nil) {
      self.hour = hour
      self.minute = minute
      self.second = second
      self.offset = offset
    }
  }

  /// `nil` for a day that the calendar does not have.
  package init?(year: Int, month: Int, day: Int, time: TimeOfDay? = nil) {
    guard (1...9999).contains(year), (1...12).contains(month),
      (1...Timestamp.days(inMonth: month, of: year)).contains(day)
    else { return nil }
    if let time {
      guard (0...23).contains(time.hour), (0...59).contains(time.minute),
        (0...60).contains(time.second), abs(time.offset ?? 0) <= 18 * 60
      else { return nil }
    }
    self.year = year
    self.month = month
    self.day = day
    self.time = time
  }

  /// The day so many days after 1970-01-01 (Howard Hinnant, "chrono-Compatible Low-Level Date
  /// Algorithms", civil_from_days); `nil` outside the years 1 to 9999.
  package init?(dayNumber: Int, time: TimeOfDay? = nil) {
    guard abs(dayNumber) < 4_000_000 else { return nil }
    let z = dayNumber + 719_468
    let era = (z >= 0 ? z : z - 146_096) / 146_097
    let dayOfEra = z - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    self.init(
      year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month,
      day: dayOfYear - (153 * shifted + 2) / 5 + 1, time: time)
  }

  package static func isLeap(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  package static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Days since 1970-01-01 of the day as written (Howard Hinnant, "chrono-Compatible Low-Level
  /// Date Algorithms", days_from_civil).
  package var dayNumber: Int {
    let y = month <= 2 ? year - 1 : year
    let era = (y >= 0 ? y : y - 399) / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  /// ISO 8601: "2025-01-13", "2025-01-13T09:20:00", "2025-01-13T09:20:00+01:00".
  package var iso8601: String {
    var out =
      Timestamp.padded(year, 4) + "-" + Timestamp.padded(month) + "-"
      + Timestamp.padded(day)
    guard let time else { return out }
    out +=
      "T" + Timestamp.padded(time.hour) + ":" + Timestamp.padded(time.minute) + ":"
      + Timestamp.padded(time.second)
    guard let offset = time.offset else { return out }
    if offset == 0 { return out + "Z" }
    return out + (offset < 0 ? "-" : "+") + Timestamp.padded(abs(offset) / 60) + ":"
      + Timestamp.padded(abs(offset) % 60)
  }

  private static func padded(_ value: Int, _ width: Int = 2) -> String {
    let digits = String(value)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}

extension Timestamp: CustomStringConvertible {
  package var description: String { iso8601 }
}

extension Timestamp {
  /// Reads exactly the form that `iso8601` writes. What pages write is read by `Pages`.
  package init?(iso8601 text: String) {
    let bytes = Array(text.utf8)
    func number(_ range: Range<Int>) -> Int? {
      guard range.upperBound <= bytes.count else { return nil }
      var value = 0
      for byte in bytes[range] {
        guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
        value = value * 10 + Int(byte - UInt8(ascii: "0"))
      }
      return value
    }
    guard bytes.count >= 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
      let year = number(0..<4), let month = number(5..<7), let day = number(8..<10)
    else { return nil }
    var time: TimeOfDay?
    if bytes.count > 10 {
      guard bytes[10] == UInt8(ascii: "T"), let hour = number(11..<13),
        let minute = number(14..<16), let second = number(17..<19)
      else { return nil }
      time = TimeOfDay(hour: hour, minute: minute, second: second)
      switch bytes.count {
      case 19: break
      case 20 where bytes[19] == UInt8(ascii: "Z"): time?.offset = 0
      case 25:
        guard let hours = number(20..<22), let minutes = number(23..<25) else { return nil }
        time?.offset = (bytes[19] == UInt8(ascii: "-") ? -1 : 1) * (hours * 60 + minutes)
      default: return nil
      }
    }
    self.init(year: year, month: month, day: day, time: time)
  }
}

extension Timestamp {
  /// The day at the beginning of a text ("2000-01-06T18:41"), whatever stands behind it.
  package init?(leading text: String) {
    if let whole = Timestamp(iso8601: text) {
      self = whole
    } else if let day = Timestamp(iso8601: String(text.prefix(10))) {
      self = day
    } else {
      return nil
    }
  }
}
