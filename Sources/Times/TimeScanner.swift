/// Cuts text into the tokens of the time rules, in one pass over its bytes.
///
/// Typographic apostrophes and dashes become their plain forms, every kind of space is a space, and
/// case is put aside, so that rules need to be written once.
struct TimeScanner {
  private let bytes: [UInt8]
  private let vocabulary: TimeVocabulary
  private var position = 0
  private var tokens: [TimeToken] = []
  private var isGlued = false
  private var opensLine = true
  private var line = 0
  /// Line breaks since the last token.
  private var breaks = 0

  /// No word of the vocabulary is longer, in bytes.
  private static let longestWord = 24

  static func tokens(of utf8: [UInt8], _ vocabulary: TimeVocabulary) -> [TimeToken] {
    var scanner = TimeScanner(bytes: utf8, vocabulary: vocabulary)
    scanner.tokens.reserveCapacity(utf8.count / 5)
    while scanner.position < utf8.count { scanner.step() }
    return scanner.tokens
  }

  private init(bytes: [UInt8], vocabulary: TimeVocabulary) {
    self.bytes = bytes
    self.vocabulary = vocabulary
  }

  private mutating func step() {
    let byte = bytes[position]
    switch byte {
    case 0x0A, 0x0D:
      opensLine = true
      if byte == 0x0A { breaks += 1 }
      skip(1)
    case 0..<0x21, 0x7F: skip(1)
    case 0x30...0x39: number()
    case 0x41...0x5A, 0x61...0x7A: word()
    case 0x80...: wide()
    default: mark(byte, length: 1)
    }
  }

  private mutating func skip(_ count: Int) {
    position += count
    isGlued = false
  }

  private mutating func append(_ token: TimeToken) {
    var token = token
    token.isGlued = isGlued
    if opensLine, !tokens.isEmpty { line += 1 }
    token.line = line
    token.opensLine = opensLine
    token.opensParagraph = breaks > 1
    tokens.append(token)
    position = token.range.upperBound
    isGlued = true
    opensLine = false
    breaks = 0
  }

  private mutating func number() {
    var end = position
    var value = 0
    while end < bytes.count, (0x30...0x39).contains(bytes[end]) {
      if end - position < 9 { value = value * 10 + Int(bytes[end] - 0x30) }
      end += 1
    }
    append(
      TimeToken(range: position..<end, form: .number, number: value, digits: end - position))
  }

  private mutating func word() {
    var end = position
    var lower: [UInt8] = []
    var capitals = 0
    while end < bytes.count, Self.isLetter(bytes[end]), !isSeparator(end) {
      let byte = bytes[end]
      if (0x41...0x5A).contains(byte) { capitals += 1 }
      if lower.count <= Self.longestWord { lower.append(byte < 0x80 ? byte | 0x20 : byte) }
      end += 1
    }
    var token = TimeToken(range: position..<end, form: .word)
    token.isCapital = (0x41...0x5A).contains(bytes[position])
    token.isAllCapitals = capitals == end - position && capitals > 1
    if lower.count <= Self.longestWord {
      token.word = vocabulary[String(decoding: lower, as: UTF8.self)]
    }
    append(token)
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }

  private mutating func mark(_ byte: UInt8, length: Int) {
    var token = TimeToken(range: position..<position + length, form: .mark)
    token.word = vocabulary[String(decoding: [byte], as: UTF8.self)]
    append(token)
  }

  /// The kinds of spaces, quotes and dashes beyond ASCII.
  private mutating func wide() {
    switch (bytes[position], byte(1), byte(2)) {
    case (0xC2, 0xA0, _), (0xC2, 0x85, _), (0xC2, 0xAD, _): skip(2)
    case (0xE2, 0x80, 0xA8), (0xE2, 0x80, 0xA9):
      opensLine = true
      breaks += byte(2) == 0xA9 ? 2 : 1
      skip(3)
    case (0xE2, 0x80, 0x80...0x8F), (0xE2, 0x80, 0xAF), (0xE2, 0x81, 0x9F), (0xE3, 0x80, 0x80),
      (0xEF, 0xBB, 0xBF):
      skip(3)
    case (0xE2, 0x80, 0x98...0x9B): mark(UInt8(ascii: "'"), length: 3)
    case (0xE2, 0x80, 0x9C...0x9F): mark(UInt8(ascii: "\""), length: 3)
    case (0xE2, 0x80, 0x90...0x95), (0xE2, 0x88, 0x92): mark(UInt8(ascii: "-"), length: 3)
    case (0xC2, 0xBC...0xBE, _): fraction(byte(1))
    case (0xE2, 0x80, _), (0xC2, 0xA1...0xBF, _): mark(0, length: bytes[position] == 0xC2 ? 2 : 3)
    default: word()
    }
  }

  /// ¼, ½ and ¾ stand for themselves in the vocabulary.
  private mutating func fraction(_ last: UInt8) {
    var token = TimeToken(range: position..<position + 2, form: .mark)
    token.word = vocabulary[String(decoding: [0xC2, last], as: UTF8.self)]
    append(token)
  }

  private func byte(_ offset: Int) -> UInt8 {
    position + offset < bytes.count ? bytes[position + offset] : 0
  }

  /// Whether a space, quote or dash beyond ASCII begins here.
  private func isSeparator(_ index: Int) -> Bool {
    guard index > position, bytes[index] >= 0xC2, index + 1 < bytes.count else { return false }
    let next = bytes[index + 1]
    switch bytes[index] {
    case 0xC2: return true
    case 0xE2: return next == 0x80 || next == 0x81 || next == 0x88
    case 0xE3: return next == 0x80
    default: return false
    }
  }
}
