/// A set of words of the vocabulary, and perhaps all figures: what a pattern can begin with.
struct WordSet: Sendable, Hashable {
  private var bits: [UInt64] = []
  var takesNumbers = false

  init(_ words: some Sequence<Int> = []) {
    for word in words { insert(word) }
  }

  /// 0 is no word and never in.
  mutating func insert(_ word: Int) {
    guard word > 0 else { return }
    while bits.count <= word >> 6 { bits.append(0) }
    bits[word >> 6] |= 1 << UInt64(word & 63)
  }

  mutating func formUnion(_ other: WordSet) {
    while bits.count < other.bits.count { bits.append(0) }
    for index in other.bits.indices { bits[index] |= other.bits[index] }
    takesNumbers = takesNumbers || other.takesNumbers
  }

  func contains(_ token: TimeToken) -> Bool {
    if token.form == .number { return takesNumbers }
    let index = token.word >> 6
    return index < bits.count && bits[index] & 1 << UInt64(token.word & 63) != 0
  }

  var words: [Int] {
    bits.indices.flatMap { index in
      (0..<64).filter { bits[index] & 1 << UInt64($0) != 0 }.map { (index << 6) + $0 }
    }
  }
}

/// Many sets of words in one flat table of bits, which costs nothing to ask.
struct WordSetRows: Sendable {
  private var bits: [UInt64] = []
  private var isFull: [Bool] = []
  private let stride: Int

  init(wordCount: Int = 0) { stride = wordCount / 64 + 1 }

  /// `nil` holds every token, and the end of the text.
  mutating func append(_ set: WordSet?) {
    let first = bits.count
    isFull.append(set == nil)
    bits += Array(repeating: set == nil ? .max : 0, count: stride)
    guard let set else { return }
    for word in set.words { bits[first + (word >> 6)] |= 1 << UInt64(word & 63) }
    // Bit 0 is no word's: it stands for figures.
    if set.takesNumbers { bits[first] |= 1 }
  }

  /// Where a token's bit is; -1 for a word that no set holds.
  static func column(_ token: TimeToken) -> Int {
    token.form == .number ? 0 : token.word > 0 ? token.word : -1
  }

  func contains(row: Int, column: Int) -> Bool {
    guard column >= 0 else { return isFull[row] }
    return bits[row * stride + (column >> 6)] & 1 << UInt64(column & 63) != 0
  }
}
