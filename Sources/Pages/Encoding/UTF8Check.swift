/// What looking through bytes as UTF-8 found: the check that every page goes through.
struct UTF8Check: Sendable, Hashable {
  /// Well-formed sequences of two to four bytes.
  var sequences = 0
  /// Maximal subparts of ill-formed sequences (Unicode, 3.9 "U+FFFD substitution of maximal
  /// subparts").
  var errors = 0

  var isValid: Bool { errors == 0 }
  var isASCII: Bool { errors == 0 && sequences == 0 }

  /// Runs over all bytes once; ASCII is skipped 32 bytes a step.
  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    var at = 0
    while true {
      at = Self.skipASCII(bytes, from: at)
      guard at < bytes.count else { return }
      let length = Self.sequenceLength(bytes, at: at)
      if length > 0 {
        sequences &+= 1
        at &+= length
      } else {
        errors &+= 1
        at &-= length
      }
    }
  }

  init(_ bytes: [UInt8]) {
    self = bytes.withUnsafeBufferPointer { UTF8Check($0) }
  }

  /// The index of the first byte from `start` on that is not ASCII.
  @inline(__always)
  static func skipASCII(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var at = start
    let count = bytes.count
    if at < count, bytes[at] >= 0x80 { return at }
    let raw = UnsafeRawBufferPointer(bytes)
    let high: UInt64 = 0x8080_8080_8080_8080
    while at &+ 32 <= count {
      let a = raw.loadUnaligned(fromByteOffset: at, as: UInt64.self)
      let b = raw.loadUnaligned(fromByteOffset: at &+ 8, as: UInt64.self)
      let c = raw.loadUnaligned(fromByteOffset: at &+ 16, as: UInt64.self)
      let d = raw.loadUnaligned(fromByteOffset: at &+ 24, as: UInt64.self)
      if (a | b | c | d) & high != 0 { break }
      at &+= 32
    }
    while at < count, bytes[at] < 0x80 { at &+= 1 }
    return at
  }

  /// The length of the well-formed sequence at a byte that is not ASCII; negative, the length of
  /// the maximal subpart, where it is ill-formed (Unicode, table 3-7).
  @inline(__always)
  static func sequenceLength(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Int {
    let lead = bytes[start]
    let left = bytes.count &- start
    guard lead >= 0xC2, lead <= 0xF4, left > 1 else { return -1 }
    let second = bytes[start &+ 1]
    if lead < 0xE0 { return second & 0xC0 == 0x80 ? 2 : -1 }
    guard isSecond(second, after: lead) else { return -1 }
    guard left > 2, bytes[start &+ 2] & 0xC0 == 0x80 else { return -2 }
    if lead < 0xF0 { return 3 }
    guard left > 3, bytes[start &+ 3] & 0xC0 == 0x80 else { return -3 }
    return 4
  }

  @inline(__always)
  private static func isSecond(_ byte: UInt8, after lead: UInt8) -> Bool {
    switch lead {
    case 0xE0: byte >= 0xA0 && byte <= 0xBF
    case 0xED: byte >= 0x80 && byte <= 0x9F
    case 0xF0: byte >= 0x90 && byte <= 0xBF
    case 0xF4: byte >= 0x80 && byte <= 0x8F
    default: byte & 0xC0 == 0x80
    }
  }

  /// The bytes with every maximal subpart that is ill-formed made U+FFFD.
  static func repaired(_ bytes: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count + 64)
    bytes.withUnsafeBufferPointer { bytes in
      var at = 0
      var copied = 0
      while true {
        at = skipASCII(bytes, from: at)
        guard at < bytes.count else { break }
        let length = sequenceLength(bytes, at: at)
        at &+= abs(length)
        guard length < 0 else { continue }
        out.append(contentsOf: bytes[copied..<(at + length)])
        out.append(contentsOf: replacementCharacter)
        copied = at
      }
      out.append(contentsOf: bytes[copied...])
    }
    return out
  }

  /// U+FFFD.
  static let replacementCharacter: [UInt8] = [0xEF, 0xBF, 0xBD]
}
