/// Character reference states.
extension HTMLTokenizer {
  /// A character reference in the input: where it ends, and what it stands for.
  struct Reference {
    enum Meaning {
      case named(CharacterReferences.Match)
      case codePoint(UInt32)
    }

    var end: Int
    var meaning: Meaning
  }

  /// "Character reference state" at an "&"; `nil` where it is no reference.
  func reference(at index: Int, isInAttribute: Bool) -> Reference? {
    let next = codeUnit(at: index + 1)
    if next == "#" { return numericCharacterReferenceState(at: index) }
    guard next.isAlphanumeric else { return nil }
    return namedCharacterReferenceState(at: index, isInAttribute: isInAttribute)
  }

  /// Appends to the tail what a reference stands for.
  mutating func append(_ reference: Reference) {
    switch reference.meaning {
    case .named(let match): CharacterReferences.table.append(match, to: &tail)
    case .codePoint(let value): UTF8Writing.append(value, to: &tail)
    }
  }

  /// "Named character reference state"
  private func namedCharacterReferenceState(at index: Int, isInAttribute: Bool) -> Reference? {
    guard let match = CharacterReferences.table.longestMatch(input, at: index + 1) else {
      return nil
    }
    let end = index + 1 + match.length
    if isInAttribute, codeUnit(at: end - 1) != ";" {
      // For historical reasons: `?a=1&copy=2` is an address, no copyright sign.
      let after = codeUnit(at: end)
      if after == "=" || after.isAlphanumeric { return nil }
    }
    return Reference(end: end, meaning: .named(match))
  }

  /// "Numeric character reference state", hexadecimal and decimal
  private func numericCharacterReferenceState(at index: Int) -> Reference? {
    let mark = codeUnit(at: index + 2)
    let isHexadecimal = mark == "x" || mark == "X"
    let start = index + (isHexadecimal ? 3 : 2)
    var end = start
    var value: UInt32 = 0
    while end < input.count, let digit = CharacterReferences.hexadecimal(input[end]) {
      guard isHexadecimal || digit < 10 else { break }
      value = min(value * (isHexadecimal ? 16 : 10) + digit, 0x11_0000)
      end += 1
    }
    guard end > start else { return nil }
    return Reference(
      end: codeUnit(at: end) == ";" ? end + 1 : end, meaning: .codePoint(Self.codePoint(value)))
  }

  /// "Numeric character reference end state": zero is none, and 0x80 to 0x9F mean windows-1252.
  private static func codePoint(_ value: UInt32) -> UInt32 {
    if value == 0 { return 0xFFFD }
    guard value >= 0x80, value <= 0x9F else { return value }
    return windows1252[Int(value) - 0x80]
  }

  private static let windows1252: [UInt32] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152, 0x8D, 0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
  ]
}
