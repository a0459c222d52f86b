/// A pattern of `times-rules.tsv`, compiled: a row of elements to be found one behind the other.
struct TimePattern: Sendable {
  indirect enum Matcher: Sendable {
    /// Any of these words of the vocabulary.
    case words([Int])
    /// A word of any of these classes of the lexicon.
    case classes([String])
    case number(NumberForm)
    case holiday
    /// Any of the patterns of a sub-pattern, with what each adds to the fields.
    case alternatives([Alternative])
    /// Where an expression begins and ends, if it is not the whole.
    case open
    case close
    /// Adds to the fields, takes no token.
    case constants(TimeFields)
  }

  struct Alternative: Sendable {
    var pattern: TimePattern
    var constants: TimeFields
    /// What it can begin with; `nil` where it can be empty.
    var first: WordSet?
  }

  struct Element: Sendable {
    let matcher: Matcher
    let isOptional: Bool
    let isGlued: Bool
    /// What it can begin with.
    let first: WordSet

    /// Takes one token, and must.
    private(set) var isPlain = false
    /// Takes none.
    private(set) var isFree = false

    init(matcher: Matcher, isOptional: Bool = false, isGlued: Bool = false, first: WordSet) {
      self.matcher = matcher
      self.isOptional = isOptional
      self.isGlued = isGlued
      self.first = first
      isPlain = isSingle && !isOptional
      isFree = !takesToken
    }

    /// Whether it takes just one token.
    var isSingle: Bool {
      switch matcher {
      case .words, .classes: true
      case .number(let form): form != .count && form != .year && form != .nth && form != .decade
      default: false
      }
    }
  }

  /// What figures must be to be taken for a part of a date.
  enum NumberForm: String, Sendable {
    case count, year, yy, dayno, monthno, hh, mm, hhmm, nth, digit, decade, yearany
  }

  var elements: [Element] = []

  init(elements: [Element] = []) { self.elements = elements }

  init(elements: ArraySlice<Element>) { self.elements = Array(elements) }

  /// The words a match can begin with; `nil` where it can be empty.
  var first: WordSet? {
    var first = WordSet()
    for element in elements {
      switch element.matcher {
      case .open, .close, .constants: continue
      default: first.formUnion(element.first)
      }
      if !element.isOptional { return first }
    }
    return nil
  }

  /// The same pattern as several, none of which begins with a sub-pattern or with an element that
  /// may be absent, so that its first word tells early whether it can match.
  func opened() -> [TimePattern] {
    guard let index = elements.firstIndex(where: { $0.takesToken }) else { return [] }
    let before = elements[..<index]
    let rest = elements[(index + 1)...]
    var patterns: [TimePattern] = []
    if case .alternatives(let alternatives) = elements[index].matcher {
      for alternative in alternatives {
        let constants = Element(matcher: .constants(alternative.constants), first: WordSet())
        let inner = alternative.pattern.elements
        patterns += TimePattern(elements: before + inner + [constants] + rest).opened()
      }
    } else {
      let one = elements[index]
      let element = Element(matcher: one.matcher, isGlued: one.isGlued, first: one.first)
      patterns.append(TimePattern(elements: before + [element] + rest))
    }
    if elements[index].isOptional { patterns += TimePattern(elements: before + rest).opened() }
    return patterns
  }
}

extension TimePattern.Element {
  var takesToken: Bool {
    switch matcher {
    case .open, .close, .constants: false
    default: true
    }
  }
}

/// Compiles the pattern language of the tables (told at the top of `times-rules.tsv`).
struct TimePatternCompiler {
  private(set) var lexicon: TimeLexicon
  private var parts: [String: [TimePattern.Alternative]] = [:]

  init(_ lexicon: TimeLexicon) { self.lexicon = lexicon }

  mutating func addPart(_ name: String, _ pattern: String, _ constants: TimeFields) {
    let compiled = compile(pattern)
    parts[name, default: []].append(
      .init(pattern: compiled, constants: constants, first: compiled.first))
  }

  mutating func compile(_ text: String) -> TimePattern {
    var pattern = TimePattern()
    for word in text.split(separator: " ") { pattern.elements.append(element(word)) }
    return pattern
  }

  mutating func words(_ alternatives: some StringProtocol) -> [Int] {
    alternatives.split(separator: "|").map { lexicon.add(literal: String($0)) }
  }

  private mutating func element(_ text: Substring) -> TimePattern.Element {
    var text = text
    let isGlued = text.count > 1 && text.first == "~"
    if isGlued { text.removeFirst() }
    let isOptional = text.count > 1 && text.last == "?"
    if isOptional { text.removeLast() }
    let matcher = matcher(text)
    return TimePattern.Element(
      matcher: matcher, isOptional: isOptional, isGlued: isGlued, first: first(matcher))
  }

  private func first(_ matcher: TimePattern.Matcher) -> WordSet {
    switch matcher {
    case .open, .close, .constants: return WordSet()
    case .words(let words): return WordSet(words)
    case .classes(let names):
      return names.reduce(into: WordSet()) { $0.formUnion(lexicon.wordSets[$1] ?? WordSet()) }
    case .holiday: return WordSet(lexicon.holidays.keys)
    case .alternatives(let alternatives):
      return alternatives.reduce(into: WordSet()) { $0.formUnion($1.pattern.first ?? WordSet()) }
    case .number(let form): return first(form)
    }
  }

  /// Figures, and the words that numbers of the form can begin with.
  private func first(_ form: TimePattern.NumberForm) -> WordSet {
    var first = WordSet()
    switch form {
    case .count:
      first = lexicon.wordSets["number"] ?? first
      first.formUnion(WordSet(TimeRuleWords.amounts.map { lexicon.vocabulary[$0] }))
    case .year: first = lexicon.wordSets["number"] ?? first
    case .nth:
      first = lexicon.wordSets["ordinal"] ?? first
      first.formUnion(lexicon.wordSets["number"] ?? WordSet())
    default: break
    }
    first.takesNumbers = true
    return first
  }

  private mutating func matcher(_ text: Substring) -> TimePattern.Matcher {
    if text == "[" { return .open }
    if text == "]" { return .close }
    if text.first == "@" { return .alternatives(parts[String(text)] ?? []) }
    guard text.count > 2, text.first == "<", text.last == ">" else { return .words(words(text)) }
    let name = String(text.dropFirst().dropLast())
    if name == "holiday" { return .holiday }
    if let form = TimePattern.NumberForm(rawValue: name) { return .number(form) }
    return .classes(name.split(separator: "|").map(String.init))
  }
}
