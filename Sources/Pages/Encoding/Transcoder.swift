#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Bytes of an encoding as UTF-8. The result is valid UTF-8 whatever the bytes are: what cannot be
/// decoded becomes U+FFFD.
enum Transcoder {
  static func utf8(_ bytes: ArraySlice<UInt8>, from encoding: WebEncoding) -> [UInt8] {
    switch encoding.name {
    case "UTF-8": return UTF8Check.repaired(Array(bytes))
    case "UTF-16LE": return utf16(bytes, bigEndian: false)
    case "UTF-16BE": return utf16(bytes, bigEndian: true)
    // The standard decodes these dangerous encodings to one sign only.
    case "replacement": return UTF8Check.replacementCharacter
    case "x-user-defined": return singleByte(bytes, high: userDefined)
    default: break
    }
    guard let iconvName = encoding.iconvName else { return UTF8Check.repaired(Array(bytes)) }
    if encoding.isMultiByte { return multiByte(bytes, iconvName: iconvName) }
    return singleByte(bytes, high: highHalf(of: iconvName))
  }

  // MARK: Single bytes

  /// 0x80...0xFF are U+F780...U+F7FF.
  private static var userDefined: [[UInt8]] {
    (0...127).compactMap { Unicode.Scalar(0xF780 + $0).map { Array(String($0).utf8) } }
  }

  /// What the bytes 0x80...0xFF mean. Holes below 0xA0 are the C1 controls, as in the standard's
  /// indexes ("index windows-1252" maps 0x81 to U+0081); other holes are U+FFFD.
  private static func highHalf(of iconvName: String) -> [[UInt8]] {
    (0x80...0xFF).map { value in
      let byte = UInt8(value)
      if let sign = amendments[iconvName]?[byte] { return Array(sign.utf8) }
      let converted = Iconv.convert([byte], from: iconvName)
      if let sign = converted.bytes, converted.errors == 0, !sign.isEmpty { return sign }
      return byte < 0xA0 ? [0xC2, byte] : UTF8Check.replacementCharacter
    }
  }

  /// Where glibc's tables differ from the standard's.
  private static let amendments: [String: [UInt8: String]] = [
    "MACINTOSH": [0xC6: "\u{2206}", 0xDB: "\u{20AC}", 0xF0: "\u{F8FF}"],
    "MAC-UK": [0xFF: "\u{20AC}"],
  ]

  private static func singleByte(_ bytes: ArraySlice<UInt8>, high: [[UInt8]]) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count + bytes.count / 8)
    for byte in bytes {
      if byte < 0x80 { out.append(byte) } else { out.append(contentsOf: high[Int(byte) - 0x80]) }
    }
    return out
  }

  // MARK: Two bytes and more

  private static func multiByte(_ bytes: ArraySlice<UInt8>, iconvName: String) -> [UInt8] {
    UTF8Check.repaired(Iconv.convert(Array(bytes), from: iconvName).bytes ?? Array(bytes))
  }

  /// Lone surrogates, and a single byte at the end, become U+FFFD.
  private static func utf16(_ bytes: ArraySlice<UInt8>, bigEndian: Bool) -> [UInt8] {
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2 + 1)
    var at = bytes.startIndex
    while at + 1 < bytes.endIndex {
      let first = UInt16(bytes[at])
      let second = UInt16(bytes[at + 1])
      units.append(bigEndian ? first << 8 | second : second << 8 | first)
      at += 2
    }
    if at < bytes.endIndex { units.append(0xFFFD) }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }
}

/// The C library's converter.
enum Iconv {
  /// The bytes as UTF-8, `nil` where the library does not know the encoding; and how many places
  /// could not be decoded and are U+FFFD.
  static func convert(_ input: [UInt8], from name: String) -> (bytes: [UInt8]?, errors: Int) {
    guard let converter = iconv_open("UTF-8", name), Int(bitPattern: converter) != -1 else {
      return (nil, 0)
    }
    defer { iconv_close(converter) }
    var output: [UInt8] = []
    var errors = 0
    var buffer = [UInt8](repeating: 0, count: min(max(input.count * 2, 64), 1 << 16))
    var source = input
    source.withUnsafeMutableBytes { source in
      buffer.withUnsafeMutableBytes { buffer in
        var left = source.count
        var from = source.baseAddress?.assumingMemoryBound(to: CChar.self)
        while true {
          var room = buffer.count
          var to = buffer.baseAddress?.assumingMemoryBound(to: CChar.self)
          let finished = iconv(converter, &from, &left, &to, &room) != -1
          let reason = errno
          // A letter may be held back for a mark to come.
          if finished || left == 0 { _ = iconv(converter, nil, nil, &to, &room) }
          output.append(contentsOf: buffer[..<(buffer.count - room)])
          if finished || left == 0 { break }
          if reason == E2BIG { continue }
          errors += 1
          output.append(contentsOf: UTF8Check.replacementCharacter)
          skip(&from, &left)
        }
      }
    }
    return (output, errors)
  }

  /// Passes over what cannot be decoded: a lead byte with its trail, or the lead alone where an
  /// ASCII byte follows, which must not be lost (markup would break).
  private static func skip(_ from: inout UnsafeMutablePointer<CChar>?, _ left: inout Int) {
    guard let at = from else {
      left = 0
      return
    }
    let isPair = left > 1 && at[0] < 0 && at[1] < 0
    from = at + (isPair ? 2 : 1)
    left -= isPair ? 2 : 1
  }
}
