internal import Language

/// The words at the head of a line that tell where, when and by what agency a report was written:
/// "ESTVIK, March 4 (NPA) - ".
extension SyntaxTree {
  /// By token of a dateline: the token behind its dash. Linear in the text.
  package var datelineEnds: [Int: Int] {
    var found: [Int: Int] = [:]
    var isHead = true
    for token in 0..<count {
      if isHead, let end = datelineEnd(from: token) {
        for part in token..<end { found[part] = end }
      }
      isHead = doc.isSpace(token) && doc.utf8[doc.range(token)].contains(0x0A)
    }
    return found
  }

  /// Behind the dash of a dateline that begins at a token: a place in capitals, then nothing in
  /// lower case but within brackets.
  private func datelineEnd(from start: Int) -> Int? {
    guard isInCapitals(start) else { return nil }
    var isBracketed = false
    for token in start + 1..<max(start + 1, min(count - 1, start + Self.longestDateline)) {
      let bytes = doc.utf8[doc.range(token)]
      if doc.isSpace(token), bytes.contains(0x0A) { return nil }
      switch doc.text(token) {
      case "(": isBracketed = true
      case ")": isBracketed = false
      case "-", "--", "–", "—", "―":
        guard !isBracketed, doc.hasSpace(token - 1) || doc.isSpace(token - 1) else { break }
        return token + 1
      case ",", ".", "/": break
      default:
        guard isBracketed || bytes.first.map({ !($0 &- 97 < 26) }) ?? true else { return nil }
        if let first = bytes.first, first == UInt8(ascii: "\"") || first == UInt8(ascii: ":") {
          return nil
        }
      }
    }
    return nil
  }

  private static let longestDateline = 16

  private func isInCapitals(_ token: Int) -> Bool {
    let text = doc.text(token)
    return text.utf8.count >= 3 && text.contains(where: \.isLetter)
      && !text.contains(where: \.isLowercase)
  }
}
