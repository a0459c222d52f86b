/// How alike two wordings of a headline are.
enum TitleLikeness {
  /// Letters and digits in lower case: what is left for comparing.
  static func key(_ title: String) -> String {
    var out = String.UnicodeScalarView()
    for scalar in title.lowercased().unicodeScalars
    where scalar.value > 0x7F
      ? scalar.properties.isAlphabetic || scalar.properties.numericType != nil
      : (0x61...0x7A).contains(scalar.value) || (0x30...0x39).contains(scalar.value)
    {
      out.append(scalar)
    }
    return String(out)
  }

  /// 0 to 1: twice the pairs of neighbouring characters that both have, over all (Dice's
  /// coefficient); works for scripts without blanks too.
  static func similarity(_ a: String, _ b: String) -> Double {
    if a == b { return a.isEmpty ? 0 : 1 }
    let first = pairs(a)
    let second = pairs(b)
    guard !first.isEmpty, !second.isEmpty else { return 0 }
    var counts: [UInt64: Int] = [:]
    for pair in first { counts[pair, default: 0] += 1 }
    var common = 0
    for pair in second {
      if let left = counts[pair], left > 0 {
        counts[pair] = left - 1
        common += 1
      }
    }
    return 2 * Double(common) / Double(first.count + second.count)
  }

  private static func pairs(_ key: String) -> [UInt64] {
    var out: [UInt64] = []
    var last: UInt64?
    for scalar in key.unicodeScalars.prefix(300) {
      if let last { out.append(last << 32 | UInt64(scalar.value)) }
      last = UInt64(scalar.value)
    }
    return out
  }
}
