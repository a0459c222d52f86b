/// Lower case for comparing words of any language with the tables, byte for byte as long as the
/// original, so that a place found in the folded text is the same place in the text.
///
/// ASCII, Latin-1, Latin Extended-A and Additional, Greek and Cyrillic; other scripts stay as they are. Two-byte
/// letters whose lower case has another length (İ) stay too.
enum Folding {
  /// Folds UTF-8 in place.
  static func fold(_ bytes: inout [UInt8]) {
    bytes.withUnsafeMutableBufferPointer { fold($0) }
  }

  static func folded(_ text: String) -> [UInt8] {
    var bytes = Array(text.utf8)
    fold(&bytes)
    return bytes
  }

  private static func fold(_ bytes: UnsafeMutableBufferPointer<UInt8>) {
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte < 0x80 {
        if byte >= 0x41, byte <= 0x5A { bytes[index] = byte | 0x20 }
        index += 1
      } else if byte >= 0xC3, byte <= 0xD1, index + 1 < bytes.count {
        let scalar = UInt32(byte & 0x1F) << 6 | UInt32(bytes[index + 1] & 0x3F)
        let lower = lowerCase(scalar)
        bytes[index] = 0xC0 | UInt8(lower >> 6)
        bytes[index + 1] = 0x80 | UInt8(lower & 0x3F)
        index += 2
      } else if byte == 0xE1, index + 2 < bytes.count, bytes[index + 1] >= 0xB8,
        bytes[index + 1] <= 0xBB
      {
        // Latin Extended Additional (U+1E00...U+1EFF): capitals are even.
        bytes[index + 2] |= 1
        index += 3
      } else {
        index += byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
      }
    }
  }

  private static func lowerCase(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0xC0...0xD6, 0xD8...0xDE: scalar + 0x20
    case 0x100...0x12F, 0x132...0x137, 0x14A...0x177: scalar | 1
    case 0x139...0x148, 0x179...0x17E: scalar & 1 == 1 ? scalar + 1 : scalar
    case 0x391...0x3A1, 0x3A3...0x3AB: scalar + 0x20
    case 0x410...0x42F: scalar + 0x20
    case 0x400...0x40F: scalar + 0x50
    default: scalar
    }
  }
}

/// Questions about single bytes of UTF-8 text.
extension UInt8 {
  /// A letter or digit of ASCII, or any byte of a longer character.
  var isWordByte: Bool {
    self >= 0x80 || (self | 0x20) >= 0x61 && (self | 0x20) <= 0x7A || isDigit
  }

  var isDigit: Bool { self >= 0x30 && self <= 0x39 }
  var isLowerASCII: Bool { self >= 0x61 && self <= 0x7A }
  var isUpperASCII: Bool { self >= 0x41 && self <= 0x5A }
  /// The white space of HTML.
  var isSpace: Bool { self == 0x20 || self >= 0x09 && self <= 0x0D && self != 0x0B }
}
