internal import Records

/// Finds the time expressions of a text and works out what they mean: the face of this folder.
///
/// Linear in the text. Method: rules over words, longest match first, with the meaning worked out in
/// reading order against the day of publication and what was named before (as HeidelTime, Strötgen
/// and Gertz 2010, and SUTime, Chang and Manning 2012, do).
struct TimeExtractor {
  private let book: TimeRulebook
  private let tokens: [TimeToken]
  private let matcher: TimeMatcher
  private let guards: TimeGuardReader
  private let tenses: TenseReader
  private var resolver: TimeResolver
  private(set) var times: [TimeExpression] = []
  /// Of each of the times.
  private var placed: [Placed] = []

  static func times(in text: RecordedText, today: CivilDay?) -> [TimeExpression] {
    var extractor = TimeExtractor(text, today: today)
    extractor.run()
    return extractor.times
  }

  init(_ text: RecordedText, today: CivilDay?) {
    book = .standard
    tokens = text.tokens
    tenses = TenseReader(book: book, tokens: tokens, parse: text.parse)
    matcher = TimeMatcher(book: book, tokens: tokens)
    guards = TimeGuardReader(book: book, tokens: tokens, parse: text.parse, tenses: tenses)
    resolver = TimeResolver(book, today: today)
  }

  private mutating func run() {
    var index = 0
    var free = 0
    let (tokens, matcher, guards) = (tokens, matcher, guards)
    while index < tokens.count {
      // Most words are none of the rulebook's.
      guard tokens[index].form == .number || tokens[index].word > 0,
        let match = matcher.best(at: index, accept: { guards.accepts($0) })
      else {
        index += 1
        continue
      }
      add(match, free: free)
      index = match.end
      free = match.end
    }
  }

  private mutating func add(_ match: TimeMatcher.Match, free: Int) {
    let rule = book.rules[match.rule]
    guard rule.reading != .none else { return }
    for part in parts(match) {
      var fields = part.fields
      fields.add(rule.constants)
      let input = TimeReadingInput(
        fields: fields, reading: rule.reading, sentence: tokens[part.tokens.lowerBound].sentence,
        line: tokens[part.tokens.lowerBound].line,
        tense: tenses.tense(at: part.tokens),
        isReported: fields.has("weekday") && tenses.isReported(at: part.tokens),
        isDecided: tenses.isDecided(at: part.tokens))
      guard let meaning = resolver.resolve(input) else { continue }
      append(meaning, part.tokens, fields, rule, free: free)
    }
  }

  private struct Placed {
    var tokens: Range<Int>
    /// Counts from what the text named: "two days later".
    var isCounted: Bool
    /// "for a third straight day".
    var isRunning: Bool
    var point: TimePoint?
    /// A time of day that is taken to be of the day the text is at.
    var isBareClock = false
  }

  private struct Part {
    var tokens: Range<Int>
    var fields: TimeFields
  }

  /// What stands between a pattern's brackets, each completed from the others; else the whole.
  private func parts(_ match: TimeMatcher.Match) -> [Part] {
    let brackets = match.partial.brackets
    let all = match.partial.fields
    guard brackets.count >= 2 else { return [Part(tokens: match.start..<match.end, fields: all)] }
    let slices = stride(from: 0, to: brackets.count - 1, by: 2).map { index in
      Part(
        tokens: brackets[index].token..<brackets[index + 1].token,
        fields: all.slice(brackets[index].fields..<brackets[index + 1].fields))
    }
    guard slices.count > 1 else { return slices }
    return slices.enumerated().map { index, part in
      var part = part
      for (other, slice) in slices.enumerated() where other != index {
        part.fields.complete(from: slice.fields)
      }
      return part
    }
  }

  private mutating func append(
    _ meaning: TimeMeaning, _ span: Range<Int>, _ fields: TimeFields, _ rule: TimeRule, free: Int
  ) {
    var span = span
    var mod = fields["mod"].map(TimeCode.text)
    if let (start, name) = before(span, meaning.kind, fields, free: free) {
      span = start..<span.upperBound
      mod = name ?? mod
    }
    if let (end, name) = behind(span, meaning.kind, fields) {
      span = span.lowerBound..<end
      mod = name ?? mod
    }
    let range =
      tokens[span.lowerBound].range.lowerBound..<tokens[span.upperBound - 1].range.upperBound
    times.append(
      TimeExpression(
        range: range, kind: meaning.kind, value: meaning.value,
        mod: mod.flatMap(TimeExpression.Mod.init), quantity: meaning.quantity,
        anchor: meaning.anchor, rule: rule.name))
    placed.append(
      Placed(
        tokens: span, isCounted: rule.reading == .ago && !fields.has("now"),
        isRunning: fields.has("run"), point: meaning.point))
    placed[placed.count - 1].isBareClock = Self.isBareClock(fields, rule)
    dateClocks()
    joinApposed(fields)
  }

  private static func isBareClock(_ fields: TimeFields, _ rule: TimeRule) -> Bool {
    rule.reading == .date && (fields.has("hour") || fields.has("hhword") || fields.has("hhmm"))
      && !["day", "weekday", "shift", "holiday", "same", "part"].contains(where: fields.has)
  }

  /// "8:30 a.m. (0630 GMT) on Sunday", "between 2 a.m. and 4 a.m. on Sunday": the day told last is that
  /// of the times before it.
  private mutating func dateClocks() {
    guard let last = placed.last, !last.isBareClock, let point = last.point, point.grain >= .day
    else { return }
    for index in placed.indices.dropLast().reversed() {
      let gap = placed[index].tokens.upperBound..<placed[index + 1].tokens.lowerBound
      guard placed[index].isBareClock, var clock = placed[index].point, clock.grain == .time,
        gap.count <= 2, gap.allSatisfy({ book.words.clockJoints.contains(tokens[$0].word) }),
        tokens[gap.lowerBound - 1].sentence == tokens[gap.upperBound].sentence
      else { return }
      clock.start = point.start
      placed[index].point = clock
      times[index].value = clock.value
      times[index].anchor = times[times.count - 1].anchor
    }
  }

  /// "Two days earlier, on 11 January": the day says what the words before it mean, and
  /// "on 11 January, two days earlier" that they mean the same day.
  private mutating func joinApposed(_ fields: TimeFields) {
    guard times.count > 1 else { return }
    let (first, second) = (times.count - 2, times.count - 1)
    let gap = placed[first].tokens.upperBound..<placed[second].tokens.lowerBound
    if placed[first].isRunning, times[second].kind == .date, placed[second].point?.grain == .day,
      gap.count < 2, gap.allSatisfy({ book.words.appositions.contains(tokens[$0].word) }),
      tokens[placed[first].tokens.lowerBound].sentence == tokens[gap.upperBound].sentence
    {
      times[first] = times[first].meaning(times[second])
      return
    }
    guard (1...2).contains(gap.count),
      gap.allSatisfy({ book.words.appositions.contains(tokens[$0].word) }),
      tokens[gap.lowerBound].sentence == tokens[gap.upperBound].sentence
    else { return }
    if placed[first].isCounted, fields.has("day"), times[second].kind == .date {
      times[first] = times[first].meaning(times[second])
    } else if placed[second].isCounted, times[first].kind == .date,
      isSame(placed[first].point, placed[second].point)
    {
      times[second] = times[second].meaning(times[first])
    }
  }

  /// The longest modifier that ends where the expression begins.
  private func before(
    _ span: Range<Int>, _ kind: TimeExpression.Kind, _ fields: TimeFields, free: Int
  ) -> (Int, String?)? {
    let longest = 6
    for start in max(free, span.lowerBound - longest)..<max(free, span.lowerBound) {
      guard start < span.lowerBound, tokens[start].word > 0 else { continue }
      for modifier in book.modifiers where modifier.isBefore && fits(modifier, kind, fields) {
        let ends = matcher.match(modifier.pattern, from: .init(at: start))
        if ends.contains(where: { $0.end == span.lowerBound }) { return (start, modifier.mod) }
      }
    }
    return nil
  }

  private func behind(_ span: Range<Int>, _ kind: TimeExpression.Kind, _ fields: TimeFields)
    -> (Int, String?)?
  {
    guard span.upperBound < tokens.count else { return nil }
    for modifier in book.modifiers where !modifier.isBefore && fits(modifier, kind, fields) {
      let ends = matcher.match(modifier.pattern, from: .init(at: span.upperBound))
      if let first = ends.first { return (first.end, modifier.mod) }
    }
    return nil
  }

  private func fits(_ modifier: TimeModifier, _ kind: TimeExpression.Kind, _ fields: TimeFields)
    -> Bool
  {
    if fields.has("ref") { return false }
    switch kind {
    case .date: return modifier.kinds.contains("D")
    case .time: return modifier.kinds.contains("T")
    case .duration:
      // "over the next two years": the word is a preposition there.
      let isCount =
        fields.has("count") && !["last", "next", "before", "after"].contains(where: fields.has)
      return modifier.kinds.contains("P") || modifier.kinds.contains("d") && isCount
    case .set: return modifier.kinds.contains("S")
    }
  }
}

extension TimeExtractor {
  /// Whether what was counted from the day beside it is that day, counted from the one before.
  private func isSame(_ day: TimePoint?, _ counted: TimePoint?) -> Bool {
    guard let day, let counted, day.grain == .day, let previous = resolver.context.previous,
      previous.grain >= .day
    else { return false }
    return previous.start.number + counted.start.number - day.start.number == day.start.number
  }
}

extension TimeExpression {
  /// The same words with the value of another expression.
  fileprivate func meaning(_ other: TimeExpression) -> TimeExpression {
    var changed = self
    changed.kind = other.kind
    changed.value = other.value
    changed.anchor = other.value.map(TimeAnchor.expression)
    return changed
  }
}

extension TimeFields {
  fileprivate func slice(_ range: Range<Int>) -> TimeFields {
    var fields = TimeFields()
    for index in range { fields.add(names[index], values[index]) }
    return fields
  }

  /// Takes the month and year that another part of the same range says.
  fileprivate mutating func complete(from other: TimeFields) {
    for name in ["month", "year"] where !has(name) {
      guard !(name == "month" && !has("day")), !(name == "year" && has("yy")) else { continue }
      if let value = other[name] { add(name, value) }
    }
  }
}
