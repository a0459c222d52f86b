internal import Records

/// Works out what a match means, from its fields and the context.
///
/// `nil` where the words turn out to be no time after all.
struct TimeResolver {
  let book: TimeRulebook
  var context: TimeContext

  init(_ book: TimeRulebook, today: CivilDay?) {
    self.book = book
    context = TimeContext(today: today)
  }

  /// Resolves and remembers.
  mutating func resolve(_ input: TimeReadingInput) -> TimeMeaning? {
    guard let meaning = meaning(input) else { return nil }
    if let point = meaning.point {
      let isWritten = input.fields.has("year") || input.fields.has("yy")
      context.note(
        point, sentence: input.sentence, line: input.line, hasWrittenYear: isWritten,
        isComparison: input.fields.has("yearago") || input.reading == .ago
          || input.fields.has("period") && point.start < context.lastQuarter?.start ?? point.start)
    }
    return meaning
  }

  private func meaning(_ input: TimeReadingInput) -> TimeMeaning? {
    switch input.reading {
    case .none: nil
    case .date: date(input)
    case .unit: unit(input.fields, input.tense)
    case .ago: ago(input.fields)
    case .duration: duration(input.fields)
    case .set: set(input.fields)
    case .decade: decade(input.fields)
    case .century: century(input.fields)
    case .reference: reference(input.fields)
    }
  }

  private func reference(_ fields: TimeFields) -> TimeMeaning? {
    if let code = fields["ref"] { return TimeMeaning(.date, TimeCode.text(code) + "_REF") }
    // A millennium: the thousands of its years.
    return (fields["day"] ?? fields["ordinal"]).map { TimeMeaning(.date, String(max(0, $0 - 1))) }
  }

  private func century(_ fields: TimeFields) -> TimeMeaning? {
    guard let number = fields["day"] ?? fields["ordinal"], (1...99).contains(number) else {
      return nil
    }
    return TimeMeaning(.date, TimePoint.padded(number - 1, 2))
  }

  /// "the 1980s", "the '80s", "the eighties".
  private func decade(_ fields: TimeFields) -> TimeMeaning? {
    var year = fields["year"]
    if let short = fields["yy"] ?? fields["tens"] {
      guard short % 10 == 0 else { return nil }
      year = fullYear(short)
    }
    guard let year, let start = CivilDay(year, 1, 1) else { return nil }
    return TimeMeaning(TimePoint(.decade, start))
  }

  /// A year of two figures: the latest that is not ten years past the day of publication.
  func fullYear(_ short: Int) -> Int {
    guard let today = context.today else { return short < 40 ? 2000 + short : 1900 + short }
    let century = today.year / 100 * 100
    return century + short > today.year + 10 ? century - 100 + short : century + short
  }

  /// Which way a word like "last" points, from what; `nil` where there is none.
  func direction(_ fields: TimeFields) -> (base: Base, shift: Int)? {
    if let shift = fields["last"] ?? fields["next"] ?? fields["this"] { return (.today, shift) }
    if let shift = fields["before"] ?? fields["after"] ?? fields["same"] { return (.text, shift) }
    return nil
  }

  enum Base {
    case today, text
  }

  /// The point that a direction counts from.
  func origin(_ base: Base, coarserThan grain: TimePoint.Grain) -> (TimePoint, TimeAnchor)? {
    if base == .text, let last = context.last, last.grain >= grain {
      return (last, .expression(last.value))
    }
    return context.todayPoint.map { ($0, .publication) }
  }
}
