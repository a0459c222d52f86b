/// Topics out of short lines: kickers that were glued together, lists of tags.
enum ScrapeTopics {
  /// "PoliticsJapan" is "Politics" and "Japan": a capital behind a small letter begins a topic.
  /// Names with a capital within ("McDonald", "iPhone") stay whole: each part has three letters,
  /// and the part before the capital is no known beginning of such names.
  static func parts(ofGlued line: String) -> [String] {
    var parts: [String] = []
    var part = ""
    var previous: CharacterKind = .other
    for scalar in line.unicodeScalars {
      let kind = CharacterKind(scalar)
      if kind == .capital, previous == .small, part.unicodeScalars.count >= 3, !isPrefix(part) {
        parts.append(part)
        part = ""
      }
      part.unicodeScalars.append(scalar)
      previous = kind
    }
    parts.append(part)
    return parts.map(trimmed).filter { !$0.isEmpty }
  }

  private static func isPrefix(_ part: String) -> Bool {
    guard let word = part.split(separator: " ").last else { return false }
    return word == "Mac" || word == "Fitz" || word == "Van" || word == "Des"
  }

  private static func trimmed(_ part: String) -> String {
    var scalars = Substring(part).unicodeScalars
    while let last = scalars.last, last == " " || ":|/·•,-–>›»".unicodeScalars.contains(last) {
      scalars.removeLast()
    }
    while let first = scalars.first, first == " " || "|/·•,-–>›»#".unicodeScalars.contains(first) {
      scalars.removeFirst()
    }
    return String(scalars)
  }
}
