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
  }

  struct Alternative: Sendable {
    var pattern: TimePattern
    var constants: TimeFields
  }

  struct Element: Sendable {
    var matcher: Matcher
    var isOptional = false
    var isGlued = false
  }

  /// What figures must be to be taken for a part of a date.
  enum NumberForm: String, Sendable {
    case count, year, yy, dayno, monthno, hh, mm, hhmm, nth, digit, decade, yearany
  }

  var elements: [Element] = []

  /// The words a match can begin with.
  struct First: Sendable {
    var words: Set<Int> = []
    var classes: Set<String> = []
    var takesNumbers = false
    var takesHolidays = false
  }

  func first() -> First {
    var first = First()
    for element in elements {
      switch element.matcher {
      case .open, .close: continue
      case .words(let words): first.words.formUnion(words)
      case .classes(let classes): first.classes.formUnion(classes)
      case .number(let form):
        first.takesNumbers = true
        // Numbers in words begin with these.
        if form == .count || form == .year { first.classes.insert("number") }
        if form == .count { first.classes.insert("amount") }
      case .holiday: first.takesHolidays = true
      case .alternatives(let alternatives):
        for alternative in alternatives { first.formUnion(alternative.pattern.first()) }
      }
      if !element.isOptional { break }
    }
    return first
  }
}

extension TimePattern.First {
  fileprivate mutating func formUnion(_ other: Self) {
    words.formUnion(other.words)
    classes.formUnion(other.classes)
    takesNumbers = takesNumbers || other.takesNumbers
    takesHolidays = takesHolidays || other.takesHolidays
  }
}

/// Compiles the pattern language of the tables (told at the top of `times-rules.tsv`).
struct TimePatternCompiler {
  private(set) var lexicon: TimeLexicon
  private var parts: [String: [TimePattern.Alternative]] = [:]

  init(_ lexicon: TimeLexicon) { self.lexicon = lexicon }

  mutating func addPart(_ name: String, _ pattern: String, _ constants: TimeFields) {
    let compiled = compile(pattern)
    parts[name, default: []].append(.init(pattern: compiled, constants: constants))
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
    var element = TimePattern.Element(matcher: .open)
    if text.count > 1, text.first == "~" {
      element.isGlued = true
      text.removeFirst()
    }
    if text.count > 1, text.last == "?" {
      element.isOptional = true
      text.removeLast()
    }
    element.matcher = matcher(text)
    return element
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
