/// The words of a line, for comparing.
enum LineText {
  /// Letters and digits alone, folded: two lines that read alike have the same key.
  static func key(_ bytes: some Sequence<UInt8>) -> [UInt8] {
    var out: [UInt8] = []
    var dropping = 0
    for byte in bytes {
      if dropping > 0 {
        dropping -= 1
        continue
      }
      // General punctuation, symbols (E2 ..) and the no-break space are no letters.
      if byte == 0xE2 {
        dropping = 2
      } else if byte == 0xC2 {
        dropping = 1
      } else if byte.isWordByte {
        out.append(byte)
      }
    }
    Folding.fold(&out)
    return out
  }

  /// Words in a text: runs of letters and digits.
  static func wordCount(_ bytes: some Sequence<UInt8>) -> Int {
    var count = 0
    var inside = false
    for byte in bytes {
      if byte.isWordByte {
        if !inside { count += 1 }
        inside = true
      } else {
        inside = byte == 0x27 || byte == 0x2D ? inside : false
      }
    }
    return count
  }

  /// The text ends as a sentence does: a stop, or a stop and a closing quotation mark.
  static func endsAsSentence(_ bytes: ArraySlice<UInt8>) -> Bool {
    var end = bytes.endIndex
    while end > bytes.startIndex {
      let last = bytes[end - 1]
      if last == 0x22 || last == 0x27 || last == 0x29 || last == 0x20 {
        end -= 1
      } else if end - bytes.startIndex >= 3, bytes[end - 3] == 0xE2, bytes[end - 2] == 0x80,
        last >= 0x98, last <= 0x9F
      {
        end -= 3
      } else if end - bytes.startIndex >= 2, bytes[end - 2] == 0xC2, last == 0xBB || last == 0xAB {
        end -= 2
      } else {
        break
      }
    }
    guard end > bytes.startIndex else { return false }
    let last = bytes[end - 1]
    if last == 0x2E || last == 0x21 || last == 0x3F { return true }
    guard end - bytes.startIndex >= 3 else { return false }
    let three = (bytes[end - 3], bytes[end - 2], last)
    // … 。 ！ ？ 」 ।
    return three == (0xE2, 0x80, 0xA6) || three == (0xE3, 0x80, 0x82) || three == (0xEF, 0xBC, 0x81)
      || three == (0xEF, 0xBC, 0x9F) || three == (0xE3, 0x80, 0x8D) || three == (0xE0, 0xA5, 0xA4)
  }
}
