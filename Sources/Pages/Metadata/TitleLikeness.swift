/// How alike two wordings of a headline are.
enum TitleLikeness {
  /// Letters and digits in lower case: what is left for comparing.
  static func key(_ title: String) -> String {
    var bytes = Folding.folded(title)
    var end = 0
    var i = 0
    while i < bytes.count {
      let length = TitleLikeness.length(of: bytes[i])
      if isLetter(bytes, at: i, length) {
        for k in i..<min(i + length, bytes.count) {
          bytes[end] = bytes[k]
          end += 1
        }
      }
      i += length
    }
    return String(decoding: bytes[..<end], as: UTF8.self)
  }

  private static func length(of first: UInt8) -> Int {
    first < 0xC0 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
  }

  /// Whether the character at `i` is no mark: ASCII's marks, those of Latin-1, the blocks of
  /// punctuation and symbols from U+2000 on, CJK and full-width marks.
  private static func isLetter(_ bytes: [UInt8], at i: Int, _ length: Int) -> Bool {
    let first = bytes[i]
    if first < 0x80 { return first.isDigit || first.isLowerASCII || first.isUpperASCII }
    guard i + 1 < bytes.count else { return false }
    let second = bytes[i + 1]
    switch first {
    case 0xC2: return second == 0xAA || second == 0xB5 || second == 0xBA
    case 0xE2: return second >= 0xB0 && second < 0xB8
    case 0xE3: return second != 0x80
    case 0xEF:
      return second != 0xBB && (second != 0xBC || i + 2 < bytes.count && bytes[i + 2] >= 0x90)
    default: return true
    }
  }

  /// Whether a key holds another.
  static func holds(_ whole: String, _ part: String) -> Bool {
    var whole = whole
    var part = part
    return whole.withUTF8 { whole in
      part.withUTF8 { part in
        guard let first = part.first else { return true }
        guard part.count <= whole.count else { return false }
        return (0...whole.count - part.count).contains { i in
          whole[i] == first && whole[i + part.count - 1] == part[part.count - 1]
            && whole[i..<i + part.count].elementsEqual(part)
        }
      }
    }
  }

  /// 0 to 1: twice the pairs of neighbouring bytes that both have, over all (Dice's coefficient);
  /// works for scripts without blanks too. Pairs share 2048 places, which makes strangers hardly
  /// more alike.
  static func similarity(_ a: String, _ b: String) -> Double {
    if a == b { return a.isEmpty ? 0 : 1 }
    guard a.utf8.count > 1, b.utf8.count > 1 else { return 0 }
    var counts = [Int16](repeating: 0, count: 2048)
    forEachPair(a) { counts[$0] += 1 }
    var common = 0
    forEachPair(b) { pair in
      if counts[pair] > 0 {
        counts[pair] -= 1
        common += 1
      }
    }
    return 2 * Double(common) / Double(a.utf8.count + b.utf8.count - 2)
  }

  private static func forEachPair(_ key: String, _ body: (Int) -> Void) {
    var last: UInt8?
    for byte in key.utf8 {
      if let last { body((Int(last) * 37 + Int(byte)) & 2047) }
      last = byte
    }
  }
}
