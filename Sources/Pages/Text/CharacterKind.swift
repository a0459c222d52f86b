/// What a character is to a line's shape.
enum CharacterKind: Sendable {
  case small, capital
  /// A letter of a script without capitals.
  case letter
  case digit
  case ideograph, hangul
  /// Thai, Lao, Khmer, Burmese: letters without blanks between words.
  case unspaced
  case stop, question, colon, comma, ellipsis
  case quote, closing, separator
  /// Combining marks: part of the letter before.
  case mark
  case wide, other

  init(_ scalar: Unicode.Scalar) {
    let value = scalar.value
    self = value < 0x80 ? Self.ascii[Int(value)] : Self.beyondASCII(scalar, value)
  }

  private static let ascii: [CharacterKind] = (0..<128).map { value in
    switch Unicode.Scalar(UInt8(value)) {
    case "a"..."z": .small
    case "A"..."Z": .capital
    case "0"..."9": .digit
    case ".", "!": .stop
    case "?": .question
    case ":": .colon
    case ",", ";": .comma
    case "\"", "'": .quote
    case ")", "]": .closing
    case "|", "/", ">", "<": .separator
    default: .other
    }
  }

  private static func beyondASCII(_ scalar: Unicode.Scalar, _ value: UInt32) -> CharacterKind {
    switch value {
    case 0xAB, 0xBB, 0x2018...0x201F, 0x2039, 0x203A, 0x300C...0x300F: .quote
    case 0xB7, 0x2022, 0x2190...0x21FF, 0x25B6, 0x25BA, 0x30FB: .separator
    case 0x2026: .ellipsis
    case 0x3002, 0xFF01, 0xFF0E, 0xFF61, 0x0964, 0x0965, 0x06D4, 0x104A, 0x104B: .stop
    case 0xFF1F, 0x061F, 0x037E: .question
    case 0xFF1A: .colon
    case 0xFF0C, 0x3001, 0x060C, 0xFF1B: .comma
    case 0xFF09, 0x3009, 0x300B, 0x3011, 0x3015: .closing
    case 0x3041...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF,
      0x3005...0x3007:
      .ideograph
    case 0xAC00...0xD7AF: .hangul
    case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF: .unspaced
    case 0x3000...0x303F, 0xFF00...0xFFEF, 0x1F300...0x1FAFF: .wide
    case 0x00C0...0x024F, 0x0370...0x052F, 0x1E00...0x1FFF: cased(scalar)
    case 0x0300...0x036F: .mark
    default: general(scalar)
    }
  }

  private static func cased(_ scalar: Unicode.Scalar) -> CharacterKind {
    let properties = scalar.properties
    if properties.isUppercase { return .capital }
    if properties.isLowercase { return .small }
    return properties.isAlphabetic ? .letter : .other
  }

  private static func general(_ scalar: Unicode.Scalar) -> CharacterKind {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .titlecaseLetter: .capital
    case .lowercaseLetter: .small
    case .otherLetter, .modifierLetter: .letter
    case .decimalNumber: .digit
    case .nonspacingMark, .spacingMark, .enclosingMark: .mark
    default: .other
    }
  }
}
