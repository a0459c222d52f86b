/// A set of Unicode scalars: a bit each for ASCII, sorted ranges for the rest.
struct ScalarSet: Sendable, Hashable {
  private var ascii: SIMD2<UInt64> = [0, 0]
  /// Sorted and disjoint, without ASCII.
  private(set) var ranges: [ClosedRange<UInt32>] = []

  init(_ ranges: [ClosedRange<UInt32>]) {
    for range in ranges where range.lowerBound < 0x80 {
      for scalar in range.lowerBound...min(range.upperBound, 0x7F) { insertASCII(scalar) }
    }
    let rest = ranges.filter { $0.upperBound >= 0x80 }
      .map { max($0.lowerBound, 0x80)...$0.upperBound }
      .sorted { $0.lowerBound < $1.lowerBound }
    for range in rest {
      if let last = self.ranges.last, range.lowerBound <= last.upperBound + 1 {
        let end = max(last.upperBound, range.upperBound)
        self.ranges[self.ranges.count - 1] = last.lowerBound...end
      } else {
        self.ranges.append(range)
      }
    }
  }

  private mutating func insertASCII(_ scalar: UInt32) {
    ascii[Int(scalar >> 6)] |= 1 << UInt64(scalar & 63)
  }

  func contains(_ scalar: UInt32) -> Bool {
    if scalar < 0x80 { return ascii[Int(scalar >> 6)] >> UInt64(scalar & 63) & 1 == 1 }
    var low = 0
    var high = ranges.count
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].upperBound < scalar { low = middle + 1 } else { high = middle }
    }
    return low < ranges.count && ranges[low].lowerBound <= scalar
  }

  func write(to writer: inout ByteWriter) {
    writer.integer(ascii[0])
    writer.integer(ascii[1])
    writer.array(ranges) {
      $0.integer($1.lowerBound)
      $0.integer($1.upperBound)
    }
  }

  init(from reader: inout ByteReader) throws(ByteError) {
    ascii = [try reader.integer(UInt64.self), try reader.integer(UInt64.self)]
    ranges = try reader.array { (reader: inout ByteReader) throws(ByteError) in
      let low = try reader.integer(UInt32.self)
      let high = try reader.integer(UInt32.self)
      guard low <= high else { throw ByteError() }
      return low...high
    }
  }
}
