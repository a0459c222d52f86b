/// The marks that stand before a line's words: Markdown's, and the bullets of plain text.
enum LineMarks {
  struct Taken {
    var mark: ScrapeLine.Mark = .plain
    var isInList = false
  }

  /// Takes the marks off the line. "  3. # Words" is a heading in a list.
  static func take(from words: inout [UInt8], indent: Int) -> Taken {
    var taken = Taken()
    if isRule(words) {
      taken.mark = .rule
      words = []
      return taken
    }
    var rest = words[...]
    for _ in 0..<4 {
      guard let (mark, length) = mark(rest, indented: indent >= 2 || taken.isInList) else { break }
      rest = rest.dropFirst(length)
      while rest.first == 0x20 { rest.removeFirst() }
      if mark == .bullet || mark == .number { taken.isInList = true }
      taken.mark = mark
      if case .heading = mark { break }
    }
    words = MarkdownInline.plain(rest)
    if taken.mark == .plain, isTableRow(words) { taken.mark = .row }
    return taken
  }

  private static func mark(
    _ words: ArraySlice<UInt8>, indented: Bool
  ) -> (ScrapeLine.Mark, Int)? {
    guard let first = words.first else { return nil }
    switch first {
    case UInt8(ascii: "#"):
      let level = words.prefix { $0 == UInt8(ascii: "#") }.count
      return level <= 6 && isSpaceOrEnd(words, level) ? (.heading(level), level) : nil
    case UInt8(ascii: "*"):
      return isSpaceOrEnd(words, 1) ? (.bullet, 1) : nil
    case UInt8(ascii: "-"), UInt8(ascii: "+"):
      return indented && isSpaceOrEnd(words, 1) ? (.bullet, 1) : nil
    case UInt8(ascii: ">"):
      return isSpaceOrEnd(words, 1) ? (.quote, 1) : nil
    case 0x30...0x39: return indented ? number(words) : nil
    case 0xE2: return bullet(words)
    default: return nil
    }
  }

  /// "12." and "12)".
  private static func number(_ words: ArraySlice<UInt8>) -> (ScrapeLine.Mark, Int)? {
    let digits = words.prefix { (0x30...0x39).contains($0) }.count
    guard digits <= 3, words.count > digits else { return nil }
    let mark = words[words.startIndex + digits]
    guard mark == UInt8(ascii: ".") || mark == UInt8(ascii: ")"), isSpaceOrEnd(words, digits + 1)
    else { return nil }
    return (.number, digits + 1)
  }

  /// Bullets "•", "‣", "◦", "▪", "■", "●", "○".
  private static func bullet(_ words: ArraySlice<UInt8>) -> (ScrapeLine.Mark, Int)? {
    let bullets: [[UInt8]] = [
      [0xE2, 0x80, 0xA2], [0xE2, 0x80, 0xA3], [0xE2, 0x97, 0xA6], [0xE2, 0x96, 0xAA],
      [0xE2, 0x96, 0xA0], [0xE2, 0x97, 0x8F], [0xE2, 0x97, 0x8B],
    ]
    guard bullets.contains(where: { words.starts(with: $0) }), isSpaceOrEnd(words, 3) else {
      return nil
    }
    return (.bullet, 3)
  }

  private static func isSpaceOrEnd(_ words: ArraySlice<UInt8>, _ offset: Int) -> Bool {
    words.count == offset || words[words.startIndex + offset] == 0x20
  }

  private static func isRule(_ words: [UInt8]) -> Bool {
    var marks = 0
    for byte in words {
      switch byte {
      case 0x20, UInt8(ascii: "|"), UInt8(ascii: ":"): break
      case UInt8(ascii: "*"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "="): marks += 1
      default: return false
      }
    }
    return marks >= 3
  }

  private static func isTableRow(_ words: [UInt8]) -> Bool {
    guard words.count < 2000 else { return false }
    let bars = words.lazy.filter { $0 == UInt8(ascii: "|") }.count
    return bars >= 2 || (bars == 1 && words.last == UInt8(ascii: "|"))
  }
}

/// Markdown within a line, taken off: emphasis, links and pictures, escapes.
enum MarkdownInline {
  /// Stands before a dash that began an element of its own: html2text escapes a dash only there
  /// ("# Analysis \-  Why it rains").
  static let elementMark: UInt8 = 0x1F

  static func plain(_ words: ArraySlice<UInt8>) -> [UInt8] {
    guard words.contains(where: { $0 == 0x5C || $0 == 0x2A || $0 == 0x5D }) else {
      return Array(words)
    }
    var out: [UInt8] = []
    out.reserveCapacity(words.count)
    var openings: [Int] = []
    var at = words.startIndex
    while at < words.endIndex {
      let next = at + 1 < words.endIndex ? words[at + 1] : 0
      switch words[at] {
      case 0x5C where isEscaped(next):
        if next == 0x2D, out.last == 0x20 { out.append(elementMark) }
        out.append(next)
        at += 2
      case 0x2A where next == 0x2A:
        at += 2
      case UInt8(ascii: "["):
        openings.append(out.count)
        out.append(words[at])
        at += 1
      case UInt8(ascii: "]"):
        let end = next == UInt8(ascii: "(") ? addressEnd(words, from: at + 2) : nil
        if let end, let opening = openings.popLast() {
          let start = opening > 0 && out[opening - 1] == UInt8(ascii: "!") ? opening - 1 : opening
          out.removeSubrange(start...opening)
          at = end
        } else {
          _ = openings.popLast()
          out.append(words[at])
          at += 1
        }
      default:
        out.append(words[at])
        at += 1
      }
    }
    while out.last == 0x20 { out.removeLast() }
    return out
  }

  private static func isEscaped(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x2D, 0x2E, 0x2B, 0x23, 0x2A, 0x5F, 0x5B, 0x5D, 0x28, 0x29, 0x21, 0x3E, 0x60: true
    default: false
    }
  }

  /// Behind the closing bracket of a link's address; `nil` where it is none. Addresses are short,
  /// so that a line full of brackets takes no quadratic time.
  private static func addressEnd(_ words: ArraySlice<UInt8>, from start: Int) -> Int? {
    let window = words[start..<min(start + 2048, words.endIndex)]
    let isAddress =
      window.starts(with: Array("http".utf8)) || window.first == 0x2F || window.first == 0x23
      || window.first == 0x3C || window.starts(with: Array("mailto:".utf8))
    guard isAddress, let end = window.firstIndex(of: UInt8(ascii: ")")) else { return nil }
    return end + 1
  }
}
