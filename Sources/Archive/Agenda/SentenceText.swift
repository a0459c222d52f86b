/// A sentence as it is shown by itself: on one line, without a quotation mark that opens or closes
/// what stands in another sentence.
enum SentenceText {
  static func tidied(_ text: String) -> String {
    var words = Substring(text.split(whereSeparator: \.isWhitespace).joined(separator: " "))
    if let first = words.first, isMark(first), !isClosed(words, first) {
      words = words.dropFirst().drop { $0 == " " }
    }
    if let last = words.last, isMark(last), !isOpened(words, last) {
      words = words.dropLast()
      while words.last == " " { words = words.dropLast() }
    }
    return String(words)
  }

  private static let pairs: [Character: Character] = [
    "\u{201C}": "\u{201D}", "\u{2018}": "\u{2019}", "\u{AB}": "\u{BB}", "\"": "\"",
  ]
  private static let marks = Set(pairs.keys).union(pairs.values)

  private static func isMark(_ character: Character) -> Bool { marks.contains(character) }

  /// Whether a mark at the beginning has its partner in the text.
  private static func isClosed(_ words: Substring, _ mark: Character) -> Bool {
    guard let partner = pairs[mark] else { return false }
    // A plain mark before a space closes the sentence before.
    if mark == partner, words.dropFirst().first == " " { return false }
    return words.dropFirst().contains(partner)
  }

  /// Whether a mark at the end has its partner in the text.
  private static func isOpened(_ words: Substring, _ mark: Character) -> Bool {
    let rest = words.dropLast()
    if pairs[mark] == mark { return rest.count { $0 == mark } % 2 == 1 }
    guard let partner = pairs.first(where: { $0.value == mark })?.key else { return false }
    return rest.contains(partner)
  }
}
