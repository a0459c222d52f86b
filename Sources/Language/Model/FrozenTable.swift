/// A hash table from 64-bit keys to 32-bit values that lies in the model file.
///
/// Open addressing with linear steps, at most half full. Keys are hashes already, so their low
/// bits serve as the place; 0 marks an empty place and is never a key. Two strings of equal key
/// would be confused: with 10^5 keys the chance for a strange word is 10^-14.
/// Sendable because nothing is ever written.
struct FrozenTable: @unchecked Sendable {
  private let keys: UnsafePointer<UInt64>
  private let values: UnsafePointer<UInt32>
  private let mask: Int

  /// `bytes` as written by `write`; they must outlive the table. `nil` if their size is odd.
  init?(_ bytes: UnsafeRawBufferPointer) {
    let capacity = bytes.count / 12
    guard capacity > 0, capacity & (capacity - 1) == 0, bytes.count == capacity * 12,
      let start = bytes.baseAddress
    else { return nil }
    self.keys = start.assumingMemoryBound(to: UInt64.self)
    self.values = (start + capacity * 8).assumingMemoryBound(to: UInt32.self)
    self.mask = capacity - 1
  }

  subscript(key: UInt64) -> UInt32? {
    var place = Int(truncatingIfNeeded: key) & mask
    while true {
      let found = keys[place]
      if found == key { return values[place] }
      if found == 0 { return nil }
      place = (place + 1) & mask
    }
  }

  static func write(_ entries: [(key: UInt64, value: UInt32)]) -> [UInt8] {
    var capacity = 16
    while capacity < entries.count * 2 { capacity *= 2 }
    var keys = [UInt64](repeating: 0, count: capacity)
    var values = [UInt32](repeating: 0, count: capacity)
    for entry in entries where entry.key != 0 {
      var place = Int(truncatingIfNeeded: entry.key) & (capacity - 1)
      while keys[place] != 0, keys[place] != entry.key { place = (place + 1) & (capacity - 1) }
      // The first of equal keys stays.
      if keys[place] == 0 {
        keys[place] = entry.key
        values[place] = entry.value
      }
    }
    return keys.withUnsafeBytes { Array($0) } + values.withUnsafeBytes { Array($0) }
  }
}
