/// A UTF-8 text taken apart into scalars, with each scalar's byte offset; reused from text to text.
struct ScalarText {
  private(set) var scalars: [UInt32] = []
  /// One more than scalars: the last is the end.
  private(set) var offsets: [Int] = []

  mutating func decode(_ bytes: UnsafeBufferPointer<UInt8>) {
    scalars.removeAll(keepingCapacity: true)
    offsets.removeAll(keepingCapacity: true)
    var i = 0
    while i < bytes.count {
      let (scalar, length) = ScalarText.scalar(bytes, at: i)
      scalars.append(scalar)
      offsets.append(i)
      i += length
    }
    offsets.append(bytes.count)
  }

  /// The scalar that starts at a byte of valid UTF-8, and its length in bytes.
  static func scalar(
    _ bytes: UnsafeBufferPointer<UInt8>, at i: Int
  ) -> (scalar: UInt32, length: Int) {
    let lead = UInt32(bytes[i])
    func next(_ k: Int) -> UInt32 { i + k < bytes.count ? UInt32(bytes[i + k]) & 0x3F : 0 }
    if lead < 0x80 { return (lead, 1) }
    if lead < 0xE0 { return ((lead & 0x1F) << 6 | next(1), min(2, bytes.count - i)) }
    if lead < 0xF0 {
      return ((lead & 0x0F) << 12 | next(1) << 6 | next(2), min(3, bytes.count - i))
    }
    return (
      (lead & 0x07) << 18 | next(1) << 12 | next(2) << 6 | next(3), min(4, bytes.count - i)
    )
  }
}
