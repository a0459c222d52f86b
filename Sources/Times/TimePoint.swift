/// A stretch of the calendar that words name: a year, a quarter, a day, an evening.
struct TimePoint: Sendable, Hashable {
  enum Grain: Int, Sendable, Hashable, Comparable {
    case century, decade, year, half, season, quarter, month, weekend, week, day, time

    static func < (a: Grain, b: Grain) -> Bool { a.rawValue < b.rawValue }
  }

  var grain: Grain
  /// Its first day.
  var start: CivilDay
  /// Behind the day: "TNI", "T10:35".
  var suffix = ""
  /// Of a season; its year is the start's.
  var season = ""

  init(_ grain: Grain, _ start: CivilDay) {
    self.grain = grain
    self.start = start
  }

  static func day(_ day: CivilDay) -> TimePoint { TimePoint(.day, day) }

  /// TIMEX3 value.
  var value: String {
    let year = Self.padded(start.year, 4)
    switch grain {
    case .century: return String(year.prefix(2))
    case .decade: return String(year.prefix(3))
    case .year: return year
    case .half: return year + (start.month < 7 ? "-H1" : "-H2")
    case .season: return year + "-" + season
    case .quarter: return year + "-Q" + String((start.month - 1) / 3 + 1)
    case .month: return year + "-" + Self.padded(start.month, 2)
    case .week, .weekend:
      let week = start.week
      return Self.padded(week.year, 4) + "-W" + Self.padded(week.number, 2)
        + (grain == .weekend ? "-WE" : "")
    case .day, .time:
      return year + "-" + Self.padded(start.month, 2) + "-" + Self.padded(start.day, 2) + suffix
    }
  }

  static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }

  static func year(_ year: Int) -> TimePoint? { CivilDay(year, 1, 1).map { TimePoint(.year, $0) } }

  static func month(_ year: Int, _ month: Int) -> TimePoint? {
    CivilDay(year, month, 1).map { TimePoint(.month, $0) }
  }

  static func quarter(_ year: Int, _ number: Int) -> TimePoint? {
    CivilDay(year, number * 3 - 2, 1).map { TimePoint(.quarter, $0) }
  }

  static func half(_ year: Int, _ number: Int) -> TimePoint? {
    CivilDay(year, number * 6 - 5, 1).map { TimePoint(.half, $0) }
  }

  /// First months of the northern seasons; winter is that which begins the year, for its value
  /// names the year it ends in most often.
  static func season(_ year: Int, _ code: String) -> TimePoint? {
    let month = code == "SP" ? 3 : code == "SU" ? 6 : code == "FA" ? 9 : 12
    guard let start = CivilDay(year, month, 1) else { return nil }
    var point = TimePoint(.season, start)
    point.season = code
    return point
  }

  /// The stretch of a grain that holds a day.
  static func containing(_ day: CivilDay, _ grain: Grain) -> TimePoint? {
    switch grain {
    case .century:
      return CivilDay(max(1, day.year / 100 * 100), 1, 1).map { TimePoint(.century, $0) }
    case .decade: return CivilDay(max(1, day.year / 10 * 10), 1, 1).map { TimePoint(.decade, $0) }
    case .year: return year(day.year)
    case .half: return half(day.year, day.month < 7 ? 1 : 2)
    case .quarter: return quarter(day.year, (day.month - 1) / 3 + 1)
    case .month: return month(day.year, day.month)
    case .week, .weekend: return day.adding(days: 1 - day.weekday).map { TimePoint(grain, $0) }
    case .season, .day, .time: return TimePoint(.day, day)
    }
  }

  /// The stretch so many grains later (earlier where negative).
  func shifted(_ count: Int) -> TimePoint? {
    var moved: CivilDay?
    switch grain {
    case .century: moved = start.adding(months: count * 1200)
    case .decade: moved = start.adding(months: count * 120)
    case .year, .season: moved = start.adding(months: count * 12)
    case .half: moved = start.adding(months: count * 6)
    case .quarter: moved = start.adding(months: count * 3)
    case .month: moved = start.adding(months: count)
    case .week, .weekend: moved = start.adding(days: count * 7)
    case .day, .time: moved = start.adding(days: count)
    }
    return moved.map { with(start: $0) }
  }

  /// The same stretch of another year.
  func shifted(years: Int) -> TimePoint? {
    start.adding(months: years * 12).map { with(start: $0) }
  }

  private func with(start: CivilDay) -> TimePoint {
    var point = self
    point.start = start
    return point
  }
}
