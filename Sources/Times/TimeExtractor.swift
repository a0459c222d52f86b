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
        tense: tenses.tense(at: part.tokens.lowerBound))
      guard let meaning = resolver.resolve(input) else { continue }
      append(meaning, part.tokens, fields, rule.name, free: free)
    }
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
    _ meaning: TimeMeaning, _ span: Range<Int>, _ fields: TimeFields, _ rule: String, free: Int
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
        anchor: meaning.anchor, rule: rule))
  }

  /// The longest modifier that ends where the expression begins.
  private func before(
    _ span: Range<Int>, _ kind: TimeExpression.Kind, _ fields: TimeFields, free: Int
  ) -> (Int, String?)? {
    let longest = 6
    for start in max(free, span.lowerBound - longest)..<max(free, span.lowerBound) {
      guard start < span.lowerBound, tokens[start].word > 0 else { continue }
      for modifier in book.modifiers where modifier.isBefore && fits(modifier, kind, fields) {
        let ends = matcher.match(modifier.pattern, from: .init(end: start))
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
      let ends = matcher.match(modifier.pattern, from: .init(end: span.upperBound))
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
