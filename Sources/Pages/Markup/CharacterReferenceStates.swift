/// Character reference states.
extension HTMLTokenizer {
  /// "Character reference state" at an "&": what it stands for goes to the tail. Returns where it
  /// ends; `index` itself where it is no reference.
  mutating func appendReference(at index: Int, isInAttribute: Bool) -> Int {
    let next = codeUnit(at: index + 1)
    if next == "#" { return numericCharacterReferenceState(at: index) }
    guard next.isAlphanumeric else { return index }
    return namedCharacterReferenceState(at: index, isInAttribute: isInAttribute)
  }

  /// "Named character reference state"
  private mutating func namedCharacterReferenceState(at index: Int, isInAttribute: Bool) -> Int {
    guard let match = CharacterReferences.table.longestMatch(input, at: index + 1) else {
      return index
    }
    let end = index + 1 + match.length
    if isInAttribute, codeUnit(at: end - 1) != ";" {
      // For historical reasons: `?a=1&copy=2` is an address, no copyright sign.
      let after = codeUnit(at: end)
      if after == "=" || after.isAlphanumeric { return index }
    }
    CharacterReferences.table.append(match, to: &tail)
    return end
  }

  /// "Numeric character reference state", hexadecimal and decimal
  private mutating func numericCharacterReferenceState(at index: Int) -> Int {
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
    guard end > start else { return index }
    UTF8Writing.append(Self.codePoint(value), to: &tail)
    return codeUnit(at: end) == ";" ? end + 1 : end
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
