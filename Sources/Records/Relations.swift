/// What happened between two parties in a month or a week.
package struct RelationPeriod: Sendable, Hashable {
  /// How much there is of one quad class.
  package struct Count: Sendable, Hashable {
    package var happenings = 0
    package var mentions = 0

    package init() {}
  }

  /// "2025-01" or "2025-W03".
  package var value: String
  /// Days since 1970-01-01.
  package var days: Range<Int>
  /// By quad class, 1 to 4 in order.
  package var counts = EventType.QuadClass.allCases.map { _ in Count() }
  /// Witnesses that do not copy from one another.
  package var outlets = 0
  /// The sum of the happenings' PLOVER scores.
  package var scores = 0.0
  /// All happenings of the archive in these days, whoever takes part: the denominator.
  package var allHappenings = 0
  /// All reports of these days.
  package var allReports = 0

  package init(value: String, days: Range<Int>) {
    self.value = value
    self.days = days
  }

  package var happenings: Int { counts.reduce(0) { $0 + $1.happenings } }
  package var mentions: Int { counts.reduce(0) { $0 + $1.mentions } }
  /// -10 to 10; `nil` for no happening.
  package var meanScore: Double? { happenings == 0 ? nil : scores / Double(happenings) }
}

/// A pair of parties over time.
package struct Relations: Sendable, Hashable {
  package enum Step: String, Sendable, Hashable, CaseIterable {
    case month
    case week
  }

  /// What each was asked for as, and what was found ("KOR", a name).
  package var first: String
  package var second: String
  package var step: Step
  /// Without gaps, from the first with a happening to the last.
  package var periods: [RelationPeriod]
  /// Happenings of the pair without a day, or of longer than a step.
  package var undated = 0
  /// Happenings of the pair that are background, to come, negated, or only thought of: not counted.
  package var leftOut = 0

  package init(first: String, second: String, step: Step, periods: [RelationPeriod] = []) {
    self.first = first
    self.second = second
    self.step = step
    self.periods = periods
  }

  package var happenings: Int { periods.reduce(0) { $0 + $1.happenings } }
  package var mentions: Int { periods.reduce(0) { $0 + $1.mentions } }
}

extension Relations.Step {
  /// The month or week of a day, as days and TIMEX3 value.
  package func period(of day: Int) -> (days: Range<Int>, value: String)? {
    guard let date = Timestamp(dayNumber: day) else { return nil }
    switch self {
    case .month:
      let first = day - date.day + 1
      return (
        first..<first + Timestamp.days(inMonth: date.month, of: date.year),
        String(date.iso8601.prefix(7))
      )
    case .week:
      // 1970-01-01 was a Thursday; weeks begin on Mondays (ISO 8601).
      let monday = day - ((day + 3) % 7 + 7) % 7
      guard let thursday = Timestamp(dayNumber: monday + 3),
        let january = Timestamp(year: thursday.year, month: 1, day: 1)
      else { return nil }
      let number = (thursday.dayNumber - january.dayNumber) / 7 + 1
      let year = String(thursday.iso8601.prefix(4))
      return (monday..<monday + 7, year + (number < 10 ? "-W0" : "-W") + String(number))
    }
  }
}
