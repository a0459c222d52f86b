/// Small facts of single lines: dates, clocks, bylines, addresses.
enum LineFacts {
  /// A short line that is mostly a date ("Published: 13 January 2025, 09:20").
  static func isDateLine(_ line: ScrapeLine) -> Bool {
    guard line.shape.digits > 0, line.shape.words <= 16, line.text.utf8.count <= 200 else {
      return false
    }
    let said = DateText.matches(in: line.text).reduce(0) { $0 + $1.range.count }
    return said * 10 >= line.text.utf8.count * 3
  }

  /// "03:11", "9.20 Uhr", "4:05 PM" in a line of few words.
  static func hasClock(_ line: ScrapeLine) -> Bool {
    guard line.shape.digits >= 3, line.shape.words <= 8 else { return false }
    var previous: [UInt8] = []
    for byte in line.text.utf8 {
      previous.append(byte)
      if previous.count > 4 { previous.removeFirst() }
      guard previous.count == 4 else { continue }
      if previous[0].isDigit, previous[1] == 0x3A || previous[1] == 0x2E, previous[2].isDigit,
        previous[3].isDigit
      {
        return true
      }
    }
    return false
  }

  /// "@name", "www.", "http", or a mail address.
  static func hasAddress(_ line: ScrapeLine) -> Bool {
    let text = line.text
    return text.contains("@") || text.contains("www.") || text.contains("://")
  }

  /// "By Ana Lind": a word that introduces makers, then names.
  static func isByline(_ line: ScrapeLine) -> Bool {
    guard line.shape.words <= 14, line.headingLevel == nil, !line.shape.endsSentence else {
      return false
    }
    let first = line.text.prefix { $0 != " " && $0 != ":" }.lowercased()
    guard introductions.contains(first) else { return false }
    return line.shape.words == 1 || line.shape.capitalised * 2 >= line.shape.words
  }

  private static let introductions: Set<String> = [
    "by", "von", "par", "por", "di", "door", "av", "af", "oleh", "text", "texte", "da", "de",
    "автор", "автори", "autor", "autorin", "autori", "auteur", "author", "words", "story",
    "kirjoittaja", "yazan",
    "skriven", "tekst", "szerző", "napsal", "tác", "文", "written", "reported", "reporting",
  ]
}
