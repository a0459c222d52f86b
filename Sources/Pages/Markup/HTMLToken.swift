/// What the tokenizer hands to tree construction.
struct HTMLToken {
  enum Kind: UInt8 {
    case characters
    /// One U+0000 as the page has it: each insertion mode has its own rule for it.
    case null
    case startTag, endTag, comment, doctype, endOfFile
  }

  var kind: Kind = .endOfFile
  var isSelfClosing = false
  var forcesQuirks = false
  /// The tag's name where it is a listed one.
  var tag: HTMLName = .other
  /// Number of the tag's or doctype's name in the name table.
  var name: UInt16 = 0
  /// Characters, comment: a range of the tree's bytes. Start tag, doctype: a range of attributes.
  var start: Int32 = 0
  var count: Int32 = 0
}

/// One byte of the page, or its end: spelled in the states as the standard spells it.
struct CodeUnit: Equatable, ExpressibleByUnicodeScalarLiteral {
  let value: Int16

  static let endOfFile = CodeUnit(value: -1)
  static let null = CodeUnit(value: 0)

  @inline(__always) init(value: Int16) { self.value = value }
  @inline(__always) init(_ byte: UInt8) { value = Int16(byte) }
  @inline(__always) init(unicodeScalarLiteral scalar: Unicode.Scalar) {
    value = Int16(truncatingIfNeeded: scalar.value)
  }

  /// Tab, line feed, form feed or space; no carriage return is left in the input.
  @inline(__always) var isWhitespace: Bool {
    value == 0x20 || value == 0x0A || value == 0x09 || value == 0x0C
  }

  @inline(__always) var isLetter: Bool {
    let folded = value | 0x20
    return value >= 0 && folded >= 0x61 && folded <= 0x7A
  }

  @inline(__always) var isDigit: Bool { value >= 0x30 && value <= 0x39 }

  @inline(__always) var isAlphanumeric: Bool { isLetter || isDigit }
}
