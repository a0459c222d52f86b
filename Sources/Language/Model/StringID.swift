/// The 64-bit ids of strings that the network's inputs and the tables are keyed by.
///
/// The published model numbers a string by a fixed table of symbols ("NOUN" = 92, ...), and where
/// it is not in there by MurmurHash64A of its UTF-8 bytes with seed 1; the empty string is 0.
enum StringID {
  /// MurmurHash64A (Austin Appleby, public domain) of the bytes.
  static func hash(_ bytes: UnsafeBufferPointer<UInt8>, seed: UInt64 = 1) -> UInt64 {
    let m: UInt64 = 0xc6a4_a793_5bd1_e995
    var h = seed ^ (UInt64(bytes.count) &* m)
    let raw = UnsafeRawBufferPointer(bytes)
    let whole = bytes.count & ~7
    var i = 0
    while i < whole {
      var k = raw.loadUnaligned(fromByteOffset: i, as: UInt64.self) &* m
      k ^= k >> 47
      k = k &* m
      h = (h ^ k) &* m
      i += 8
    }
    if i < bytes.count {
      var tail: UInt64 = 0
      var shift: UInt64 = 0
      while i < bytes.count {
        tail |= UInt64(bytes[i]) << shift
        shift += 8
        i += 1
      }
      h = (h ^ tail) &* m
    }
    h ^= h >> 47
    h = h &* m
    return h ^ (h >> 47)
  }

  static func hash(_ text: String) -> UInt64 {
    var text = text
    return text.withUTF8 { hash($0) }
  }
}
