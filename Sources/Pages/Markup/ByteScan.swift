/// Looks for bytes in a buffer eight at a time.
enum ByteScan {
  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let tops: UInt64 = 0x8080_8080_8080_8080

  /// The top bit of each byte that is zero; exact up to the lowest of them, which is all one needs.
  @inline(__always) private static func zeros(_ word: UInt64) -> UInt64 {
    (word &- ones) & ~word & tops
  }

  @inline(__always) private static func load(
    _ buffer: UnsafeBufferPointer<UInt8>, _ index: Int
  ) -> UInt64? {
    guard let base = buffer.baseAddress, index &+ 8 <= buffer.count else { return nil }
    return UInt64(
      littleEndian: UnsafeRawPointer(base).loadUnaligned(fromByteOffset: index, as: UInt64.self))
  }

  /// Index of the first `a` at or after `start`; the buffer's count where there is none.
  static func first(_ a: UInt8, in buffer: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var index = start
    let wantA = ones &* UInt64(a)
    while let word = load(buffer, index) {
      let found = zeros(word ^ wantA)
      if found != 0 { return index &+ found.trailingZeroBitCount / 8 }
      index &+= 8
    }
    while index < buffer.count, buffer[index] != a { index &+= 1 }
    return index
  }

  /// Index of the first `a`, `b` or `c` at or after `start`; the buffer's count if there is none.
  static func first(
    _ a: UInt8, _ b: UInt8, _ c: UInt8, in buffer: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> Int {
    var index = start
    let wantA = ones &* UInt64(a)
    let wantB = ones &* UInt64(b)
    let wantC = ones &* UInt64(c)
    while let word = load(buffer, index) {
      let found = zeros(word ^ wantA) | zeros(word ^ wantB) | zeros(word ^ wantC)
      if found != 0 { return index &+ found.trailingZeroBitCount / 8 }
      index &+= 8
    }
    while index < buffer.count {
      let byte = buffer[index]
      if byte == a || byte == b || byte == c { return index }
      index &+= 1
    }
    return index
  }
}
