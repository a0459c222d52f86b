/// A piece of a text that may hold a date: a number, a word, or a single mark.
///
/// Blanks between pieces are left out; `spaced` says that there were some.
struct DateToken {
  enum Kind: UInt8 { case number, word, mark }

  var kind: Kind
  /// Of a number its value; of a mark its scalar.
  var value: Int
  /// UTF-8 range in the text.
  var start: Int
  var end: Int
  /// Decimal digits of a number.
  var digits = 0
  /// Blanks stand before it.
  var spaced: Bool

  func isMark(_ mark: Unicode.Scalar) -> Bool { kind == .mark && value == Int(mark.value) }
}

/// Cuts a text into `DateToken`s.
struct DateTokenizer {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var position = 0
  private var tokens: [DateToken] = []

  /// The pieces of UTF-8 text, in order; linear in its length.
  static func tokens(of bytes: UnsafeBufferPointer<UInt8>) -> [DateToken] {
    var tokenizer = DateTokenizer(bytes: bytes)
    tokenizer.run()
    return tokenizer.tokens
  }

  private init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  private mutating func run() {
    var spaced = false
    while position < bytes.count {
      let start = position
      let scalar = next()
      switch DateTokenizer.classify(scalar) {
      case .blank: spaced = true
      case .digit(let value):
        number(from: start, value, spaced: spaced)
        spaced = false
      case .letter:
        word(from: start, spaced: spaced)
        spaced = false
      // A Han character counts alone: 年, 月 and 日 stand without blanks. A Hangul one does so
      // right after a number.
      case .ideograph:
        append(.word, Int(scalar), from: start, spaced: spaced)
        spaced = false
      case .mark:
        append(.mark, Int(scalar), from: start, spaced: spaced)
        spaced = false
      }
    }
  }

  private mutating func append(_ kind: DateToken.Kind, _ value: Int, from start: Int, spaced: Bool)
  {
    tokens.append(
      DateToken(kind: kind, value: value, start: start, end: position, spaced: spaced))
  }

  private mutating func number(from start: Int, _ first: Int, spaced: Bool) {
    var value = first
    var digits = 1
    while position < bytes.count {
      let saved = position
      guard case .digit(let digit) = DateTokenizer.classify(next()) else {
        position = saved
        break
      }
      digits += 1
      // Longer numbers are no dates; their value does not matter, but must not overflow.
      if digits <= 15 { value = value * 10 + digit }
    }
    tokens.append(
      DateToken(
        kind: .number, value: value, start: start, end: position, digits: digits, spaced: spaced))
  }

  private mutating func word(from start: Int, spaced: Bool) {
    let afterNumber = !spaced && tokens.last?.kind == .number
    position = start
    if afterNumber, DateTokenizer.isHangul(next()) {
      return append(.word, 0, from: start, spaced: spaced)
    }
    position = start
    while position < bytes.count {
      let saved = position
      guard case .letter = DateTokenizer.classify(next()) else {
        position = saved
        break
      }
    }
    append(.word, 0, from: start, spaced: spaced)
  }

  /// Decodes the next scalar; the text is valid UTF-8.
  private mutating func next() -> UInt32 {
    let first = bytes[position]
    position += 1
    guard first >= 0xC0 else { return UInt32(first) }
    let more = first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : 1
    var value = UInt32(first) & (0x3F >> UInt32(more))
    for _ in 0..<more where position < bytes.count {
      value = value << 6 | UInt32(bytes[position] & 0x3F)
      position += 1
    }
    return value
  }

  private enum Class {
    case blank, letter, ideograph, mark
    case digit(Int)
  }

  private static func isHangul(_ scalar: UInt32) -> Bool { (0xAC00...0xD7A3).contains(scalar) }

  private static func classify(_ scalar: UInt32) -> Class {
    switch scalar {
    case 0...0x20, 0x7F, 0xA0, 0x2000...0x200F, 0x2028...0x202F, 0x205F...0x206F, 0x3000, 0xFEFF:
      return .blank
    case 0x30...0x39: return .digit(Int(scalar) - 0x30)
    case 0x41...0x5A, 0x61...0x7A: return .letter
    case 0x21...0x7E: return .mark
    // Arabic, Persian, Devanagari, Bengali, Thai and full-width digits.
    case 0x660...0x669: return .digit(Int(scalar) - 0x660)
    case 0x6F0...0x6F9: return .digit(Int(scalar) - 0x6F0)
    case 0x966...0x96F: return .digit(Int(scalar) - 0x966)
    case 0x9E6...0x9EF: return .digit(Int(scalar) - 0x9E6)
    case 0xE50...0xE59: return .digit(Int(scalar) - 0xE50)
    case 0xFF10...0xFF19: return .digit(Int(scalar) - 0xFF10)
    case 0x80...0xBF where scalar != 0xAA && scalar != 0xB5 && scalar != 0xBA: return .mark
    case 0xD7, 0xF7, 0x2010...0x2027, 0x2030...0x205E, 0x2190...0x2BFF, 0x3001...0x303F,
      0xFF01...0xFF0F, 0xFF1A...0xFF20, 0x60C, 0x61B, 0x1F000...0x1FFFF:
      return .mark
    case 0x4E00...0x9FFF: return .ideograph
    default: return .letter
    }
  }
}
