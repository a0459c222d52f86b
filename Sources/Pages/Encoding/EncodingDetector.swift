import CUchardet

/// Guesses the encoding of bytes that declare none, or declare one that they are not in.
enum EncodingDetector {
  /// Bytes that are looked at: enough for a language's letters, little enough to be quick.
  private static let limit = 1 << 20

  /// The encoding uchardet finds; `nil` where it finds none, or one that the web does not know
  /// (its rarest guesses are wrong more often than right).
  static func encoding(of bytes: ArraySlice<UInt8>) -> WebEncoding? {
    guard let detector = uchardet_new() else { return nil }
    defer { uchardet_delete(detector) }
    bytes.prefix(limit).withUnsafeBytes { raw in
      _ = uchardet_handle_data(
        detector, raw.baseAddress?.assumingMemoryBound(to: CChar.self), raw.count)
    }
    uchardet_data_end(detector)
    guard let name = uchardet_get_charset(detector) else { return nil }
    let label = String(cString: name)
    return label.isEmpty ? nil : WebEncoding(label: label)
  }

  /// UTF-16 without a byte order mark: nearly every other byte is NUL.
  static func utf16(_ bytes: [UInt8]) -> WebEncoding? {
    let head = bytes.prefix(4096)
    guard head.count >= 4, head.count % 2 == 0 || head.count == 4096 else { return nil }
    var zeros = (even: 0, odd: 0)
    for (index, byte) in head.enumerated() where byte == 0 {
      if index % 2 == 0 { zeros.even += 1 } else { zeros.odd += 1 }
    }
    let half = head.count / 2
    if zeros.odd * 10 > half * 4, zeros.even * 20 < half { return .utf16LE }
    if zeros.even * 10 > half * 4, zeros.odd * 20 < half { return .utf16BE }
    return nil
  }
}
