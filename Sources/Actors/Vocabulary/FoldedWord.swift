/// Words as the tables know them: lower case, without the diacritics of Latin letters, with plain
/// apostrophes and hyphens.
enum FoldedWord {
  /// Appends the folded bytes of UTF-8 text.
  static func append(_ bytes: some Collection<UInt8>, to folded: inout [UInt8]) {
    var index = bytes.startIndex
    while index != bytes.endIndex {
      let byte = bytes[index]
      if byte < 0x80 {
        folded.append(byte &- 65 < 26 ? byte | 0x20 : byte)
        index = bytes.index(after: index)
        continue
      }
      let scalar = scalar(bytes, &index)
      switch scalar {
      case 0xC0..<0x180, 0x218..<0x21C, 0x1E00..<0x1F00: appendLatin(scalar, to: &folded)
      // Combining marks.
      case 0x300..<0x370: continue
      case 0x2018, 0x2019, 0x02BC, 0x02BB, 0x02BF: folded.append(UInt8(ascii: "'"))
      case 0x2010, 0x2011: folded.append(UInt8(ascii: "-"))
      default: folded.append(contentsOf: String(Character(Unicode.Scalar(scalar) ?? "?")).utf8)
      }
    }
  }

  static func fold(_ text: some StringProtocol) -> [UInt8] {
    var folded: [UInt8] = []
    folded.reserveCapacity(text.utf8.count)
    append(text.utf8, to: &folded)
    return folded
  }

  /// One scalar of well-formed UTF-8; a stray byte stands for itself.
  private static func scalar<Bytes: Collection<UInt8>>(
    _ bytes: Bytes, _ index: inout Bytes.Index
  ) -> UInt32 {
    let first = UInt32(bytes[index])
    index = bytes.index(after: index)
    let more = first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : first >= 0xC0 ? 1 : 0
    var value = more == 3 ? first & 0x07 : more == 2 ? first & 0x0F : first & 0x1F
    for _ in 0..<more {
      guard index != bytes.endIndex, bytes[index] & 0xC0 == 0x80 else { return 0xFFFD }
      value = value << 6 | UInt32(bytes[index] & 0x3F)
      index = bytes.index(after: index)
    }
    return more == 0 ? 0xFFFD : value
  }

  private static func appendLatin(_ scalar: UInt32, to folded: inout [UInt8]) {
    switch scalar {
    case 0xDF, 0x1E9E: folded += [115, 115]
    case 0xC6, 0xE6: folded += [97, 101]
    case 0x152, 0x153: folded += [111, 101]
    case 0xD7, 0xF7: return
    default:
      guard let letter = letters[scalar] else { return }
      folded.append(letter)
    }
  }

  /// The plain letter of each Latin letter with a mark.
  private static let letters: [UInt32: UInt8] = {
    var letters: [UInt32: UInt8] = [:]
    let rows: [(Character, String)] = [
      ("a", "àáâãäåāăąạảấầẩẫậắằẳẵặ"), ("c", "çćĉċč"), ("d", "ďđðḍ"), ("e", "èéêëēĕėęěẹẻẽếềểễệ"),
      ("g", "ĝğġģ"), ("h", "ĥħḥ"), ("i", "ìíîïĩīĭįıỉị"), ("j", "ĵ"), ("k", "ķĸ"), ("l", "ĺļľŀł"),
      ("n", "ñńņňŉŋ"), ("o", "òóôõöøōŏőọỏốồổỗộớờởỡợ"), ("r", "ŕŗř"), ("s", "śŝşšșṣ"),
      ("t", "ţťŧțṭ"),
      ("u", "ùúûüũūŭůűųụủứừửữự"), ("w", "ŵ"), ("y", "ýÿŷỳỵỷỹ"), ("z", "źżžẓ"), ("t", "þ"),
    ]
    for (plain, marked) in rows {
      for character in marked {
        for form in [String(character), character.uppercased()] {
          guard let scalar = form.unicodeScalars.first, form.unicodeScalars.count == 1,
            let letter = plain.asciiValue
          else { continue }
          letters[scalar.value] = letter
        }
      }
    }
    return letters
  }()
}
