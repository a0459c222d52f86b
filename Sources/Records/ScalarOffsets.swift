/// Converts between the offsets used inside (UTF-8 bytes) and outside (Unicode scalars) of one text.
///
/// A table of one entry for each 64 bytes; a look-up is a step through at most one such block.
/// ASCII text needs no table.
package struct ScalarOffsets: Sendable {
  private static let block = 64
  private let bytes: [UInt8]
  /// Scalars that begin before byte 64 * i; empty where the text is ASCII.
  private let table: [Int]

  package init(_ text: String) {
    let utf8 = Array(text.utf8)
    guard utf8.contains(where: { $0 >= 0x80 }) else {
      bytes = []
      table = []
      return
    }
    var starts: [Int] = []
    var scalars = 0
    for (index, byte) in utf8.enumerated() {
      if index % Self.block == 0 { starts.append(scalars) }
      if byte & 0xC0 != 0x80 { scalars += 1 }
    }
    bytes = utf8
    table = starts
  }

  /// The number of scalars that begin before a byte offset; offsets past the end count to the end.
  package func scalar(at byte: Int) -> Int {
    guard !table.isEmpty else { return byte }
    let end = min(max(byte, 0), bytes.count)
    let start = min(end / Self.block, table.count - 1)
    var scalars = table[start]
    for index in start * Self.block..<end where bytes[index] & 0xC0 != 0x80 { scalars += 1 }
    return scalars
  }

  /// The byte at which a scalar begins; offsets past the end give the end.
  package func byte(at scalar: Int) -> Int {
    guard !table.isEmpty else { return scalar }
    var low = 0
    var high = table.count - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if table[middle] <= scalar { low = middle } else { high = middle - 1 }
    }
    var index = low * Self.block
    var scalars = table[low]
    while index < bytes.count {
      if bytes[index] & 0xC0 != 0x80 {
        if scalars == scalar { return index }
        scalars += 1
      }
      index += 1
    }
    return bytes.count
  }

  package func scalars(_ range: Range<Int>) -> Range<Int> {
    scalar(at: range.lowerBound)..<scalar(at: range.upperBound)
  }

  package func bytes(_ range: Range<Int>) -> Range<Int> {
    byte(at: range.lowerBound)..<byte(at: range.upperBound)
  }
}
