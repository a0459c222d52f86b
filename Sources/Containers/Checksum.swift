/// A 64-bit checksum of a data file's contents, against damage, not against malice.
///
/// Four independent lanes of multiply and xor-shift over 32 bytes a round, so that the whole file
/// is checked at every start at memory speed.
package enum Checksum {
  package static func of(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    let m: UInt64 = 0xc6a4_a793_5bd1_e995
    var lanes = SIMD4<UInt64>(1, 2, 3, 4)
    var i = 0
    while i + 32 <= bytes.count {
      let words = bytes.loadUnaligned(fromByteOffset: i, as: SIMD4<UInt64>.self)
      lanes = (lanes ^ words) &* SIMD4(repeating: m)
      lanes ^= lanes &>> SIMD4(repeating: 29)
      i += 32
    }
    var sum = UInt64(bytes.count) &* m
    for lane in 0..<4 { sum = mix(sum ^ lanes[lane]) }
    while i < bytes.count {
      sum = mix(sum ^ UInt64(bytes[i]))
      i += 1
    }
    return sum
  }

  private static func mix(_ value: UInt64) -> UInt64 {
    let product = value &* 0x87c3_7b91_1142_53d5
    return product ^ product >> 31
  }
}
