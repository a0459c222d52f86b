/// The days that a TIMEX3 value covers: from a century to a time of day.
package struct TimePeriod: Sendable, Hashable {
  package enum Precision: String, Sendable, Hashable {
    case time, day, weekend, week, month, season, quarter, half, year
  }

  /// The first day, and the first behind it: days since 1970-01-01.
  package var days: Range<Int>
  package var precision: Precision
  /// Of a time of day; `nil` also for parts of a day ("TNI").
  package var clock: Timestamp.TimeOfDay?

  /// `nil` for values without a place in the calendar: durations, sets, references, open ones.
  package init?(value: String) {
    let parts = value.split(separator: "T", maxSplits: 1)
    guard let date = parts.first else { return nil }
    let fields = date.split(separator: "-").map(String.init)
    guard fields.first?.utf8.count == 4, let year = fields.first.flatMap(Self.number) else {
      return nil
    }
    guard let period = Self.period(year, Array(fields.dropFirst())) else { return nil }
    (days, precision) = period
    if parts.count == 2 {
      guard precision == .day else { return nil }
      precision = .time
      clock = Self.clock(parts[1])
    }
  }

  /// Figures only; `Int` would take a sign.
  private static func number(_ text: String) -> Int? {
    text.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(text) : nil
  }

  private static func period(_ year: Int, _ fields: [String]) -> (Range<Int>, Precision)? {
    guard let first = fields.first else { return months(year, 1, 12, .year) }
    let rest = fields.dropFirst().first
    if let season = ["SP": 3, "SU": 6, "FA": 9, "WI": 12][first] {
      return months(year, season, 3, .season)
    }
    if first.hasPrefix("W") {
      return number(String(first.dropFirst())).flatMap { week(year, $0, rest) }
    }
    if first.hasPrefix("Q"), let quarter = number(String(first.dropFirst())), quarter <= 4 {
      return months(year, quarter * 3 - 2, 3, .quarter)
    }
    if first.hasPrefix("H"), let half = number(String(first.dropFirst())), half <= 2 {
      return months(year, half * 6 - 5, 6, .half)
    }
    guard let month = number(first), (1...12).contains(month) else { return nil }
    guard let rest else { return months(year, month, 1, .month) }
    guard let day = number(rest),
      let start = Timestamp(year: year, month: month, day: day)?.dayNumber
    else { return nil }
    return (start..<start + 1, .day)
  }

  private static func months(_ year: Int, _ first: Int, _ count: Int, _ precision: Precision)
    -> (Range<Int>, Precision)?
  {
    let last = first + count - 1
    let endYear = year + (last - 1) / 12
    let endMonth = (last - 1) % 12 + 1
    guard let start = Timestamp(year: year, month: first, day: 1)?.dayNumber,
      let end = Timestamp(
        year: endYear, month: endMonth, day: Timestamp.days(inMonth: endMonth, of: endYear))?
        .dayNumber
    else { return nil }
    return (start..<end + 1, precision)
  }

  /// ISO 8601: the week with the year's fourth of January is its first; weeks begin on Mondays.
  private static func week(_ year: Int, _ number: Int, _ part: String?)
    -> (Range<Int>, Precision)?
  {
    guard (1...53).contains(number),
      let fourth = Timestamp(year: year, month: 1, day: 4)?.dayNumber
    else { return nil }
    let monday = fourth - ((fourth + 3) % 7 + 7) % 7 + (number - 1) * 7
    switch part {
    case nil: return (monday..<monday + 7, .week)
    case "WE": return (monday + 5..<monday + 7, .weekend)
    default: return nil
    }
  }

  /// "10:35", "16:08Z", "09:00-05:00"; `nil` for a part of a day.
  private static func clock(_ text: Substring) -> Timestamp.TimeOfDay? {
    let utf8 = Array(text.utf8)
    guard utf8.count >= 5, utf8[2] == UInt8(ascii: ":"),
      let hour = number(String(text.prefix(2))),
      let minute = number(String(text.dropFirst(3).prefix(2))), hour <= 23, minute <= 59
    else { return nil }
    var time = Timestamp.TimeOfDay(hour: hour, minute: minute)
    let zone = text.dropFirst(5)
    if zone == "Z" { time.offset = 0 }
    if zone.utf8.count == 6, let hours = number(String(zone.dropFirst().prefix(2))),
      let minutes = number(String(zone.suffix(2)))
    {
      time.offset = (zone.first == "-" ? -1 : 1) * (hours * 60 + minutes)
    }
    return time
  }
}
