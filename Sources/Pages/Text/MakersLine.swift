/// A byline whose elements ran together in the scrape, with marks between them again.
enum MakersLine {
  /// "byAna LindOskar Wren2 hours ago" is "by Ana Lind, Oskar Wren | 2 hours ago". Two blanks part
  /// elements too.
  static func spelledOut(_ line: ScrapeLine) -> String {
    guard line.text.utf8.count <= 300 else { return line.text }
    guard line.parts.count <= 1 else {
      return line.parts.map(unglued).joined(separator: startsWithLead(line.parts) ? " " : ", ")
    }
    return unglued(line.text)
  }

  private static func startsWithLead(_ parts: [String]) -> Bool {
    guard let first = parts.first else { return false }
    return isLead(first) && parts.count == 2
  }

  private static func isLead(_ word: String) -> Bool {
    let words = word.lowercased().split { $0 == " " || $0 == ":" }.map(String.init)
    return !words.isEmpty && BylineWords.table.leadLength(words[...]) == words.count
  }

  private static func unglued(_ text: String) -> String {
    var out = String.UnicodeScalarView()
    var word = String.UnicodeScalarView()
    var words = 0
    var previous: CharacterKind = .other
    for scalar in text.unicodeScalars {
      let kind = CharacterKind(scalar)
      if scalar == " " {
        words += 1
        word.removeAll()
      } else if kind == .capital, previous == .small {
        if words == 0, isLead(String(word)) {
          out.append(" ")
          word.removeAll()
        } else if words > 0, word.count >= 3, !isNamePrefix(word) {
          out.append(contentsOf: ", ".unicodeScalars)
          word.removeAll()
        }
      } else if kind == .digit, previous == .small {
        out.append(contentsOf: " | ".unicodeScalars)
      }
      // "Ana Lind@analind"
      if scalar == "@", previous != .other { out.append(contentsOf: " | ".unicodeScalars) }
      if scalar != " " { word.append(scalar) }
      out.append(scalar)
      previous = kind
    }
    return String(out)
  }

  /// "MacDonald", "DeSantis", "LaRue".
  private static func isNamePrefix(_ word: String.UnicodeScalarView) -> Bool {
    let text = String(word)
    return text == "Mac" || text == "Fitz" || text == "Van" || text == "Von" || text == "Del"
  }
}
