/// A headline's line, parted from the kicker that ran into it.
struct ScrapeTitle {
  var title: String
  var kicker: String?

  /// Longest kicker, in characters.
  private static let longestKicker = 45

  init(_ line: ScrapeLine) {
    title = line.text
    if let dash = line.elementDash, dash <= Self.longestKicker * 2 {
      let utf8 = line.text.utf8
      let at = utf8.index(utf8.startIndex, offsetBy: dash)
      part(before: line.text[..<at], after: line.text[at...].dropFirst(1))
    } else if let colon = line.text.firstRange(of: " : ") {
      part(before: line.text[..<colon.lowerBound], after: line.text[colon.upperBound...])
    } else if line.shape.glued == 1 {
      partGlued(line.text)
    }
  }

  private mutating func part(before: Substring, after: Substring) {
    let head = before.drop { $0 == " " }
    let rest = after.drop { $0 == " " }
    guard head.count <= Self.longestKicker, rest.count >= 15 else { return }
    kicker = String(head.reversed().drop { $0 == " " }.reversed())
    title = String(rest)
  }

  /// "Vote on fishing rightsIslanders say no": a capital behind a small letter, both sides of
  /// several words, and the word before long enough to be none of "McDonald" or "YouTube".
  private mutating func partGlued(_ line: String) {
    var previous: CharacterKind = .other
    for index in line.unicodeScalars.indices {
      let kind = CharacterKind(line.unicodeScalars[index])
      defer { previous = kind }
      guard kind == .capital, previous == .small else { continue }
      let head = line[..<index]
      let rest = line[index...]
      let lastWord = head.split(separator: " ").last?.count ?? 0
      if lastWord >= 5, head.contains(" "), rest.split(separator: " ").count >= 3, head.count <= 80
      {
        kicker = String(head)
        title = String(rest)
      }
      return
    }
  }
}
