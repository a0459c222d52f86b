/// The key under which the gazetteer files a name, worked out from UTF-8 bytes without making a
/// string of them.
///
/// Case, accents of Latin letters, full stops and apostrophes are passed over; hyphens and white
/// space are one space; "St", "Mt" and "Ft" are written out. So "St. Étienne" and
/// "SAINT-ETIENNE" are one name.
package struct NameKey {
  private var folded: [UInt8] = []
  private var wordStart = 0

  package init() {}

  /// 0 where nothing of the name is left.
  package mutating func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    folded.removeAll(keepingCapacity: true)
    wordStart = 0
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte < 0x80 {
        add(ascii: byte)
        index += 1
      } else {
        let length = min(byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4, bytes.count - index)
        var scalar = UInt32(byte) & (0x7F >> UInt32(length))
        for offset in 1..<max(length, 1) {
          scalar = scalar << 6 | UInt32(bytes[index + offset] & 0x3F)
        }
        add(scalar: scalar, bytes: UnsafeBufferPointer(rebasing: bytes[index..<index + length]))
        index += length
      }
    }
    endWord()
    if folded.last == UInt8(ascii: " ") { folded.removeLast() }
    return folded.isEmpty ? 0 : Self.hash(folded)
  }

  package mutating func hash(_ text: String) -> UInt64 {
    var text = text
    return text.withUTF8 { hash($0) }
  }

  private mutating func add(ascii byte: UInt8) {
    switch byte {
    case 0x41...0x5A: folded.append(byte | 0x20)
    case UInt8(ascii: "."), UInt8(ascii: "'"), UInt8(ascii: "`"): break
    case UInt8(ascii: "-"), 0...0x20: space()
    default: folded.append(byte)
    }
  }

  private mutating func add(scalar: UInt32, bytes: UnsafeBufferPointer<UInt8>) {
    switch scalar {
    // Latin-1 and Latin Extended-A: the letter without its mark.
    case 0xC0...0x17F:
      let letter = Self.plain[Int(scalar - 0xC0)]
      if letter == UInt8(ascii: "*") {
        append(scalar < 0xDF ? scalar | 0x20 : scalar < 0x100 ? scalar : scalar | 1)
      } else {
        folded.append(letter)
      }
    case 0xA0, 0x2000...0x200A, 0x2010...0x2014, 0x3000: space()
    case 0x2018...0x201B, 0x2BB...0x2BD, 0x200B...0x200F, 0x300...0x36F: break
    // Latin Extended Additional (Vietnamese and others).
    case 0x1EA0...0x1EF9: folded.append(Self.vietnamese[Int(scalar - 0x1EA0)])
    case 0x391...0x3A1, 0x3A3...0x3AB, 0x410...0x42F:
      append(scalar + 0x20)
    case 0x400...0x40F: append(scalar + 0x50)
    default: folded += bytes
    }
  }

  /// A letter of two bytes.
  private mutating func append(_ scalar: UInt32) {
    folded.append(UInt8(0xC0 | scalar >> 6))
    folded.append(UInt8(0x80 | scalar & 0x3F))
  }

  private mutating func space() {
    guard folded.count > wordStart else { return }
    endWord()
    folded.append(UInt8(ascii: " "))
    wordStart = folded.count
  }

  private mutating func endWord() {
    guard folded.count == wordStart + 2, folded[wordStart + 1] == UInt8(ascii: "t") else { return }
    switch folded[wordStart] {
    case UInt8(ascii: "s"): replaceWord("saint")
    case UInt8(ascii: "m"): replaceWord("mount")
    case UInt8(ascii: "f"): replaceWord("fort")
    default: break
    }
  }

  private mutating func replaceWord(_ word: StaticString) {
    folded.removeSubrange(wordStart...)
    folded.append(
      contentsOf: UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount))
  }

  /// FNV-1a with the finish of MurmurHash3, never 0.
  private static func hash(_ bytes: [UInt8]) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    hash = (hash ^ hash >> 33) &* 0xFF51_AFD7_ED55_8CCD
    hash = (hash ^ hash >> 33) &* 0xC4CE_B9FE_1A85_EC53
    hash ^= hash >> 33
    return hash == 0 ? 1 : hash
  }

  /// U+00C0...U+017F; a star where the letter stays.
  private static let plain = Array(
    ("aaaaaa*ceeeeiiiidnooooo*ouuuuy**" + "aaaaaa*ceeeeiiiidnooooo*ouuuuy*y"
      + "aaaaaaccccccccddddeeeeeeeeeegggg" + "gggghhhhiiiiiiiiii**jjkkkllllllll"
      + "llnnnnnnnnnoooooo**rrrrrrssssss" + "ssttttttuuuuuuuuuuuuwwyyyzzzzzzs").utf8)
  /// U+1EA0...U+1EF9.
  private static let vietnamese = Array(
    ("aaaaaaaaaaaaaaaaaaaaaaaa" + "eeeeeeeeeeeeeeee" + "iiii" + "oooooooooooooooooooooooo"
      + "uuuuuuuuuuuuuu" + "yyyyyyyy").utf8)
}
