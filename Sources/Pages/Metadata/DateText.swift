package import Records

/// Dates as pages write them, in many languages and orders.
package enum DateText {
  /// A date and the UTF-8 bytes of the text that say it, time of day included.
  package struct Match: Sendable {
    package var timestamp: Timestamp
    package var range: Range<Int>
  }

  /// The dates of a line or short text, in order: "January 13, 2025", "13. Januar 2025, 09:20 Uhr",
  /// "13/01/2025", "2025年1月13日", "2025-01-13T09:20:00+01:00". Linear in the text's length.
  ///
  /// `language` (BCP 47, of the page) decides the order of day and month where numbers leave it
  /// open, and the months that languages name alike. Zones stay as written.
  package static func find(in text: String, language: String? = nil) -> [Timestamp] {
    matches(in: text, language: language).map(\.timestamp)
  }

  /// As `find`, with the places.
  package static func matches(in text: String, language: String? = nil) -> [Match] {
    var text = text
    return text.withUTF8 { DateScanner($0, language: language).matches() }
  }

  /// The value of a meta element, an attribute or a JSON member that should be one date: any form
  /// that `find` knows, ISO 8601's basic form, seconds or milliseconds since 1970.
  package static func value(_ text: String, language: String? = nil) -> Timestamp? {
    guard text.utf8.count <= 200 else { return nil }
    return packed(text) ?? find(in: text, language: language).first
  }

  /// "5/3/2024" is the third of May in American English, and in what follows it.
  static func isMonthFirst(_ language: String?) -> Bool {
    guard let language else { return false }
    let tag = language.lowercased().replacing("_", with: "-")
    return tag == "en" || tag == "en-us" || tag == "en-ph" || tag == "fil"
      || tag.hasSuffix("-us")
  }

  /// A point in time by seconds since 1970, in UTC; only those of the years 1980 to 2100.
  static func epoch(_ seconds: Int) -> Timestamp? {
    guard (315_532_800...4_102_444_800).contains(seconds) else { return nil }
    let day = seconds / 86_400
    let rest = seconds % 86_400
    let (year, month, dayOfMonth) = civil(day)
    return Timestamp(
      year: year, month: month, day: dayOfMonth,
      time: .init(hour: rest / 3600, minute: rest / 60 % 60, second: rest % 60, offset: 0))
  }

  /// Year, month and day of a day number, the inverse of `Timestamp.dayNumber` (Howard Hinnant,
  /// "chrono-Compatible Low-Level Date Algorithms", civil_from_days); days after 1970.
  private static func civil(_ day: Int) -> (Int, Int, Int) {
    let z = day + 719_468
    let era = z / 146_097
    let dayOfEra = z - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    return (
      yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shifted + 2) / 5 + 1
    )
  }

  /// Digits alone: "20250113", "20250113T092000Z", "202501130920", epoch seconds or milliseconds.
  private static func packed(_ text: String) -> Timestamp? {
    var digits: [Int] = []
    var offset: Int?
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digits.append(Int(byte) - 48)
      case UInt8(ascii: "T") where digits.count == 8: continue
      case UInt8(ascii: "Z") where digits.count >= 12: offset = 0
      // A fraction of the seconds since 1970.
      case UInt8(ascii: ".") where digits.count == 10: return epoch(number(digits[...]))
      case 0x20, 0x09, 0x0A, 0x0D: continue
      default: return nil
      }
    }
    switch digits.count {
    case 10: return epoch(number(digits[...])) ?? nil
    case 13: return epoch(number(digits[...]) / 1000)
    case 8, 12, 14: break
    default: return nil
    }
    var time: Timestamp.TimeOfDay?
    if digits.count > 8 {
      time = .init(
        hour: number(digits[8..<10]), minute: number(digits[10..<12]),
        second: digits.count == 14 ? number(digits[12..<14]) : 0, offset: offset)
    }
    let year = number(digits[0..<4])
    guard DateScanner.years.contains(year) else { return nil }
    return Timestamp(
      year: year, month: number(digits[4..<6]), day: number(digits[6..<8]), time: time)
  }

  private static func number(_ digits: ArraySlice<Int>) -> Int {
    digits.reduce(0) { $0 * 10 + $1 }
  }
}
