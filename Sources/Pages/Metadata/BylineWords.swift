import CTables

/// The words round names in bylines, in many languages; from the table `byline-words`.
struct BylineWords: Sendable {
  static let table = BylineWords()

  /// "by", "von", "a cura di": what leads to a name, without colon, by its number of words.
  private let leads: Set<String>
  private let longestLead: Int
  private let firstWords: Set<String>
  private let roles: Set<String>
  private let joins: Set<String>
  private let stops: Set<String>

  private init() {
    var words: [String: Set<String>] = [:]
    for row in DataTable(dateline_table_byline_words()).rows where row.count == 3 {
      words[row.string(0), default: []].formUnion(
        row.string(2).split(separator: "|").map { PlainValue.words(String($0)) })
    }
    leads = words["by"] ?? []
    roles = words["role"] ?? []
    joins = words["and"] ?? []
    stops = words["stop"] ?? []
    firstWords = Set(
      leads.compactMap { $0.split { !$0.isLetter }.first.map(String.init) })
    longestLead = leads.map { $0.split(separator: " ").count }.max() ?? 1
  }

  /// Whether a lead begins with the word; scripts without blanks may go on behind it.
  func mayLead(_ word: String) -> Bool {
    firstWords.contains(word) || (word.unicodeScalars.first?.value ?? 0) >= 0x2E80
  }

  func isRole(_ word: String) -> Bool { roles.contains(word) }
  func isJoin(_ word: String) -> Bool { joins.contains(word) }
  func isStop(_ word: String) -> Bool { stops.contains(word) }

  /// How many of the words at the start lead to a name; 0 where none do. `words` are in lower case
  /// and without marks.
  func leadLength(_ words: ArraySlice<String>) -> Int {
    var count = min(longestLead, words.count)
    while count > 0 {
      if leads.contains(words.prefix(count).joined(separator: " ")) { return count }
      count -= 1
    }
    return 0
  }
}
