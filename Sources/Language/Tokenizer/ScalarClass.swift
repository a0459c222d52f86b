/// Classes of Unicode scalars as the published model's training code (Python's `str`) draws them.
enum ScalarClass {
  /// White space: category Zs, or bidirectional type WS, B or S. Not U+200B, not U+FEFF.
  static func isSpace(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x09...0x0D, 0x1C...0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F,
      0x205F, 0x3000:
      true
    default: false
    }
  }

  /// A letter: general category L.
  static func isLetter(_ scalar: UInt32) -> Bool {
    if scalar < 0x80 {
      let lower = scalar | 0x20
      return lower >= 0x61 && lower <= 0x7A
    }
    switch Unicode.Scalar(scalar)?.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter:
      return true
    default: return false
    }
  }

  /// The property Uppercase.
  static func isUpper(_ scalar: UInt32) -> Bool {
    if scalar < 0x80 { return scalar >= 0x41 && scalar <= 0x5A }
    return Unicode.Scalar(scalar)?.properties.isUppercase ?? false
  }

  /// Numeric type Digit or Decimal: other scripts' digits and superscripts, not fractions.
  static func isDigit(_ scalar: UInt32) -> Bool {
    if scalar < 0x80 { return scalar >= 0x30 && scalar <= 0x39 }
    switch Unicode.Scalar(scalar)?.properties.numericType {
    case .decimal, .digit: return true
    default: return false
    }
  }

  /// What `\d` matches: general category Nd.
  static func isDecimal(_ scalar: UInt32) -> Bool {
    if scalar < 0x80 { return scalar >= 0x30 && scalar <= 0x39 }
    return Unicode.Scalar(scalar)?.properties.generalCategory == .decimalNumber
  }

  /// What `\w` matches: letters, anything numeric, and the underscore.
  static func isWord(_ scalar: UInt32) -> Bool {
    if scalar == 0x5F || isLetter(scalar) { return true }
    if scalar < 0x80 { return scalar >= 0x30 && scalar <= 0x39 }
    return Unicode.Scalar(scalar)?.properties.numericType != nil
  }
}
