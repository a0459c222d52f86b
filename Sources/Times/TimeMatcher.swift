/// Finds the rules' matches in a text: at each token the longest, then on behind it.
struct TimeMatcher {
  let book: TimeRulebook
  let tokens: [TimeToken]

  /// Half a match: the token behind it and what was taken.
  struct Partial {
    var end: Int
    /// The first token.
    let start: Int
    var fields = TimeFields()
    /// Tokens and numbers of fields at which brackets of the pattern open and close.
    var brackets: [(token: Int, fields: Int)] = []

    init(at start: Int) {
      self.start = start
      end = start
    }
  }

  struct Match {
    var rule: Int
    var start: Int
    var partial: Partial
    var end: Int { partial.end }
  }

  /// No more readings of the same words than this are followed.
  private static let width = 24

  /// The longest match that begins at a token; the first rule's, where several are as long.
  func best(at start: Int, accept: (Match) -> Bool) -> Match? {
    let token = tokens[start]
    let entries =
      token.form == .number
      ? book.entriesByNumber : token.word == 0 ? [] : book.entriesByWord[token.word]
    let column = start + 1 < tokens.count ? WordSetRows.column(tokens[start + 1]) : -1
    var best: Match?
    for index in entries where book.seconds.contains(row: index, column: column) {
      let entry = book.entries[index]
      for partial in match(entry.pattern, from: Partial(at: start))
      where partial.end > best?.end ?? start {
        let match = Match(rule: entry.rule, start: start, partial: partial)
        if accept(match) { best = match }
      }
    }
    return best
  }

  /// All ways to match, the preferred first.
  func match(_ pattern: TimePattern, from start: Partial) -> [Partial] {
    guard canBegin(pattern, at: start.end) else { return [] }
    var partials = [start]
    for element in pattern.elements {
      var next: [Partial] = []
      for partial in partials {
        step(element, partial, into: &next)
        if element.isOptional { next.append(partial) }
        if next.count > Self.width { break }
      }
      if next.isEmpty { return [] }
      partials = next
    }
    return partials
  }

  /// Whether the elements that take one token each, up to the first that may not, are all there:
  /// most patterns end here, before anything is kept of them.
  private func canBegin(_ pattern: TimePattern, at start: Int) -> Bool {
    var end = start
    for index in pattern.elements.indices {
      if pattern.elements[index].isFree { continue }
      guard pattern.elements[index].isPlain else { return true }
      guard end < tokens.count, pattern.elements[index].first.contains(tokens[end]) else {
        return false
      }
      end += 1
    }
    return true
  }

  private func step(_ element: TimePattern.Element, _ partial: Partial, into out: inout [Partial]) {
    switch element.matcher {
    case .open, .close:
      var marked = partial
      marked.brackets.append((partial.end, partial.fields.names.count))
      out.append(marked)
      return
    case .constants(let fields):
      var next = partial
      next.fields.add(fields)
      out.append(next)
      return
    default: break
    }
    guard partial.end < tokens.count else { return }
    let token = tokens[partial.end]
    if element.isGlued, !token.isGlued { return }
    if partial.end > partial.start, isBroken(before: partial.end) { return }
    guard element.first.contains(token) else { return }
    switch element.matcher {
    case .open, .close, .constants: break
    case .words(let words):
      if token.word > 0, words.contains(token.word) { out.append(advanced(partial)) }
    case .classes(let classes):
      for name in classes {
        guard let entry = book.lexicon.value(name, of: token.word) else { continue }
        var next = advanced(partial)
        next.fields.add(name, entry.value)
        if entry.isDoubtful { next.fields.isDoubtful = true }
        out.append(next)
      }
    case .number(let form): number(form, partial, into: &out)
    case .holiday: holiday(partial, into: &out)
    case .alternatives(let alternatives):
      for alternative in alternatives where alternative.first?.contains(token) ?? true {
        for var next in match(alternative.pattern, from: partial) {
          next.fields.add(alternative.constants)
          out.append(next)
        }
      }
    }
  }

  /// No expression goes on in the next paragraph, or in a line that begins a sentence of the parse.
  private func isBroken(before index: Int) -> Bool {
    let token = tokens[index]
    guard token.opensLine else { return false }
    return token.opensParagraph
      || token.parsed != nil && token.sentence != tokens[index - 1].sentence
  }

  private func advanced(_ partial: Partial) -> Partial {
    var next = partial
    next.end += 1
    return next
  }

  private func holiday(_ partial: Partial, into out: inout [Partial]) {
    for holiday in book.lexicon.holidays[tokens[partial.end].word] ?? [] {
      let end = partial.end + holiday.words.count
      guard end <= tokens.count,
        zip(tokens[partial.end..<end], holiday.words).allSatisfy({ $0.word == $1 })
      else { continue }
      var next = partial
      next.end = end
      next.fields.add("holiday", holiday.day)
      out.append(next)
      return
    }
  }

  private func number(_ form: TimePattern.NumberForm, _ partial: Partial, into out: inout [Partial])
  {
    guard let (name, reading) = reading(form, at: partial.end) else { return }
    var next = partial
    next.end = reading.end
    next.fields.add(name, reading.value)
    out.append(next)
  }

  private func reading(_ form: TimePattern.NumberForm, at index: Int)
    -> (String, TimeNumbers.Reading)?
  {
    let token = tokens[index]
    func figures(_ name: String, _ digits: ClosedRange<Int>, _ range: ClosedRange<Int>)
      -> (String, TimeNumbers.Reading)?
    {
      guard token.form == .number, digits.contains(token.digits), range.contains(token.number)
      else { return nil }
      return (name, .init(value: token.number, end: index + 1))
    }
    switch form {
    case .count: return book.numbers.count(tokens, at: index).map { ("count", $0) }
    case .year: return book.numbers.year(tokens, at: index).map { ("year", $0) }
    case .yy: return figures("yy", 2...2, 0...99)
    case .dayno: return figures("day", 1...2, 1...31)
    case .monthno: return figures("month", 1...2, 1...12)
    case .hh: return figures("hour", 1...2, 0...24)
    case .mm: return figures("minute", 2...2, 0...59)
    case .hhmm: return figures("hhmm", 4...4, 0...2400)
    case .digit: return figures("ordinal", 1...1, 1...4)
    case .yearany: return figures("year", 1...5, 1...99999)
    case .nth: return nth(at: index)
    case .decade: return decade(at: index)
    }
  }

  /// "3rd", "third", "twenty-first".
  private func nth(at index: Int) -> (String, TimeNumbers.Reading)? {
    let token = tokens[index]
    if token.form == .number {
      guard token.digits <= 2, (1...99).contains(token.number), index + 1 < tokens.count,
        tokens[index + 1].isGlued, book.words.suffixes.contains(tokens[index + 1].word)
      else { return nil }
      return ("day", .init(value: token.number, end: index + 2))
    }
    if let ordinal = book.lexicon.value("ordinal", of: token.word) {
      return ("day", .init(value: ordinal.value, end: index + 1))
    }
    guard let tens = book.lexicon.value("number", of: token.word), tens.value >= 20,
      index + 2 < tokens.count, tokens[index + 1].word == book.words.hyphen,
      let unit = book.lexicon.value("ordinal", of: tokens[index + 2].word), unit.value < 10
    else { return nil }
    return ("day", .init(value: tens.value + unit.value, end: index + 3))
  }

  /// "1980s".
  private func decade(at index: Int) -> (String, TimeNumbers.Reading)? {
    let token = tokens[index]
    guard token.form == .number, token.digits == 4, token.number % 10 == 0,
      (1000...2200).contains(token.number), index + 1 < tokens.count, tokens[index + 1].isGlued,
      tokens[index + 1].word == book.words.pluralS
    else { return nil }
    return ("year", .init(value: token.number, end: index + 2))
  }
}
