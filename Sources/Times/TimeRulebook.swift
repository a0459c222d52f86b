internal import CTables
internal import Lexicons

/// The rules of times, read from the tables once and then only asked.
package struct TimeRulebook: Sendable {
  static let standard = TimeRulebook()

  /// A rule's pattern from one of the words that it can begin with.
  struct Entry: Sendable {
    var rule: Int
    var pattern: TimePattern
  }

  let lexicon: TimeLexicon
  let numbers: TimeNumbers
  private(set) var rules: [TimeRule] = []
  private(set) var modifiers: [TimeModifier] = []
  /// Ways into the rules.
  private(set) var entries: [Entry] = []
  /// Indices of entries by the word they begin with, in the order of the rules.
  private(set) var entriesByWord: [[Int]] = []
  /// Indices of entries that begin with figures.
  private(set) var entriesByNumber: [Int] = []
  /// What may stand behind the first token of each entry.
  private(set) var seconds = WordSetRows()
  /// Words that guards and readings ask for by name.
  let words: TimeRuleWords
  /// Words that tell whether a time is past or to come.
  let tenses = TimeTenses()

  /// Tells of any change of the tables.
  package static var version: String {
    let checksum = DataTable.checksum([
      dateline_table_times_rules(), dateline_table_times_words(),
      dateline_table_times_modifiers(), dateline_table_times_holidays(),
      dateline_table_times_zones(), dateline_table_times_tenses(),
    ])
    return String(checksum, radix: 16)
  }

  private init() {
    var lexicon = TimeLexicon()
    numbers = TimeNumbers(&lexicon)
    var compiler = TimePatternCompiler(lexicon)
    for row in DataTable.rows(dateline_table_times_rules()) where row.count >= 2 {
      if row[0].hasPrefix("@") {
        let constants = row.count > 2 ? Self.constants(row[2].split(separator: " ")) : TimeFields()
        compiler.addPart(row[0], row[1], constants)
      } else if let rule = Self.rule(row, &compiler) {
        rules.append(rule)
      }
    }
    for row in DataTable.rows(dateline_table_times_modifiers()) where row.count == 4 {
      modifiers.append(
        TimeModifier(
          isBefore: row[0] == "<", pattern: compiler.compile(row[1]),
          mod: row[2] == "-" ? nil : row[2], kinds: row[3]))
    }
    words = TimeRuleWords(&compiler)
    self.lexicon = compiler.lexicon
    index()
  }

  private static func rule(_ row: [String], _ compiler: inout TimePatternCompiler) -> TimeRule? {
    guard row.count > 2 else { return nil }
    let reading = row[2].split(separator: " ")
    guard let first = reading.first, let kind = TimeRule.Reading(rawValue: String(first)) else {
      return nil
    }
    let guards =
      row.count > 3 ? row[3].split(separator: " ").compactMap { guarded($0, &compiler) } : []
    return TimeRule(
      name: row[0], pattern: compiler.compile(row[1]), reading: kind,
      constants: constants(reading.dropFirst()), guards: guards)
  }

  private static func constants(_ parts: some Sequence<Substring>) -> TimeFields {
    var fields = TimeFields()
    for part in parts {
      let pair = part.split(separator: "=", maxSplits: 1)
      if pair.count == 2 { fields.add(String(pair[0]), TimeCode.number(String(pair[1]))) }
    }
    return fields
  }

  private static func guarded(_ text: Substring, _ compiler: inout TimePatternCompiler)
    -> TimeGuard?
  {
    func words(_ prefix: String) -> TimeGuard.Words? {
      guard text.hasPrefix(prefix) else { return nil }
      let list = text.dropFirst(prefix.count)
      return TimeGuard.Words(
        words: compiler.words(list), anyNumber: list.split(separator: "|").contains("#"))
    }
    if let words = words("next!=") { return .next(words, isWanted: false) }
    if let words = words("next=") { return .next(words, isWanted: true) }
    if let words = words("prev!=") { return .previous(words, isWanted: false) }
    if let words = words("prev=") { return .previous(words, isWanted: true) }
    if text.hasPrefix("tag=") { return .tag(String(text.dropFirst(4))) }
    return TimeGuard.Condition(rawValue: String(text)).map(TimeGuard.named)
  }

  /// Which rules can begin with which word, so that most words of a text cost one look-up.
  private mutating func index() {
    seconds = WordSetRows(wordCount: lexicon.vocabulary.words.count)
    entriesByWord = Array(repeating: [], count: lexicon.vocabulary.words.count)
    for (number, rule) in rules.enumerated() {
      for pattern in rule.pattern.opened() {
        guard let index = pattern.elements.firstIndex(where: { $0.takesToken }) else { continue }
        let head = pattern.elements[index]
        let rest = TimePattern(elements: pattern.elements[(index + 1)...])
        let entry = entries.count
        entries.append(Entry(rule: number, pattern: pattern))
        seconds.append(second(head, rest))
        if head.first.takesNumbers { entriesByNumber.append(entry) }
        for word in head.first.words { entriesByWord[word].append(entry) }
      }
    }
  }

  /// What may stand behind an entry's first token: what the rest begins with, or more of a number.
  private func second(_ head: TimePattern.Element, _ rest: TimePattern) -> WordSet? {
    guard var second = rest.first else { return nil }
    if head.isSingle { return second }
    guard case .number = head.matcher else { return nil }
    second.takesNumbers = true
    for name in ["number", "scale", "ordinal"] {
      second.formUnion(lexicon.wordSets[name] ?? WordSet())
    }
    second.formUnion(WordSet(TimeNumbers.continuations.map { lexicon.vocabulary[$0] }))
    return second
  }
}
