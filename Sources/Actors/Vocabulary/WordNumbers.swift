/// Numbers of folded words, from 1; 0 is any word that no table has. Looked up by bytes, so that a
/// text's tokens cost no string.
struct WordNumbers: Sendable {
  private var slots: [Int32] = Array(repeating: -1, count: 1 << 12)
  private var starts: [Int32] = [0, 0]
  private var bytes: [UInt8] = []

  var count: Int { starts.count - 1 }

  subscript(word: [UInt8]) -> Int32 {
    let slot = slot(word)
    return slots[slot] < 0 ? 0 : slots[slot]
  }

  mutating func add(_ word: [UInt8]) -> Int32 {
    if count * 2 > slots.count { grow() }
    let slot = slot(word)
    if slots[slot] >= 0 { return slots[slot] }
    let number = Int32(count)
    slots[slot] = number
    bytes += word
    starts.append(Int32(bytes.count))
    return number
  }

  /// Where a word is, or would be.
  private func slot(_ word: [UInt8]) -> Int {
    var slot = Self.hash(word) & (slots.count - 1)
    while slots[slot] >= 0, !holds(slots[slot], word) { slot = (slot + 1) & (slots.count - 1) }
    return slot
  }

  private func holds(_ number: Int32, _ word: [UInt8]) -> Bool {
    let range = Int(starts[Int(number)])..<Int(starts[Int(number) + 1])
    return range.count == word.count && bytes[range].elementsEqual(word)
  }

  private mutating func grow() {
    slots = Array(repeating: -1, count: slots.count * 2)
    for number in 1..<count {
      let range = Int(starts[number])..<Int(starts[number + 1])
      slots[slot(Array(bytes[range]))] = Int32(number)
    }
  }

  /// FNV-1a.
  private static func hash(_ word: [UInt8]) -> Int {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in word { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return Int(truncatingIfNeeded: (hash ^ hash >> 29) & 0x7FFF_FFFF)
  }
}
