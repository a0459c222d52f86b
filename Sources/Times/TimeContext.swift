internal import Records

/// What relative words are read against: the day of publication, and what the text named before.
struct TimeContext: Sendable {
  /// The day of publication; `nil`: words that need it stay open.
  var today: CivilDay?
  /// The last stretch of the calendar that the text named.
  private(set) var last: TimePoint?
  private(set) var lastDay: TimePoint?
  private(set) var lastDaySentence: Int?
  /// The one before `last`.
  private(set) var previous: TimePoint?
  private(set) var lastQuarter: TimePoint?
  /// The last year that was written out, and the sentence and line it stood in.
  private(set) var writtenYear: (year: Int, sentence: Int, line: Int)?

  /// A comparison ("a year earlier") leaves the quarter that is spoken of as it is.
  mutating func note(
    _ point: TimePoint, sentence: Int, line: Int, hasWrittenYear: Bool, isComparison: Bool
  ) {
    if isComparison { return }
    previous = last
    last = point
    if point.grain >= .day {
      lastDay = TimePoint(.day, point.start)
      lastDaySentence = sentence
    }
    if point.grain == .quarter { lastQuarter = point }
    if hasWrittenYear { writtenYear = (point.start.year, sentence, line) }
  }

  var todayPoint: TimePoint? { today.map(TimePoint.day) }
}

/// When what a clause tells takes place, by its verb.
enum Tense: Sendable, Hashable {
  case past, present, future, unknown
}

/// A match as the resolver sees it.
struct TimeReadingInput {
  var fields: TimeFields
  var reading: TimeRule.Reading
  var sentence: Int
  var line: Int
  var tense: Tense
  /// A weekday right behind a verb of the past, as reports' first sentences name their own day.
  var isReported = false
  /// The time lies on the side of the tense, beyond doubt: a deadline, or what its own verb tells as done.
  var isDecided = false
}

/// What a match means; its words are put to it by the extractor.
struct TimeMeaning {
  var kind: TimeExpression.Kind
  var value: String?
  var quantity: String?
  var anchor: TimeAnchor?
  /// For what follows in the text.
  var point: TimePoint?

  init(_ kind: TimeExpression.Kind, _ value: String?) {
    self.kind = kind
    self.value = value
  }

  init(_ point: TimePoint, anchor: TimeAnchor? = nil) {
    kind = point.grain == .time ? .time : .date
    value = point.value
    self.anchor = anchor
    self.point = point
  }
}
