/// Lower case as the published model's training code (Python's `str.lower`) makes it: scalar by
/// scalar with full mappings, and a capital sigma at a word's end becomes a final sigma.
enum LowerCase {
  static func append(
    _ text: UnsafeBufferPointer<UInt8>, to out: inout [UInt8]
  ) {
    if text.allSatisfy({ $0 < 0x80 }) {
      for byte in text { out.append(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte) }
    } else {
      out.append(
        contentsOf: mapped(Array(String(decoding: text, as: UTF8.self).unicodeScalars)).utf8)
    }
  }

  private static func mapped(_ scalars: [Unicode.Scalar]) -> String {
    var out = ""
    for (i, scalar) in scalars.enumerated() {
      if scalar == "Σ" {
        out.unicodeScalars.append(isFinal(at: i, scalars) ? "ς" : "σ")
      } else {
        out += scalar.properties.lowercaseMapping
      }
    }
    return out
  }

  /// Unicode's condition Final_Sigma: a cased letter before, none after, with scalars that case
  /// ignores passed over.
  private static func isFinal(at index: Int, _ scalars: [Unicode.Scalar]) -> Bool {
    let before = scalars[..<index].last { !$0.properties.isCaseIgnorable }
    guard let before, before.properties.isCased else { return false }
    let after = scalars[(index + 1)...].first { !$0.properties.isCaseIgnorable }
    return after.map { !$0.properties.isCased } ?? true
  }
}
