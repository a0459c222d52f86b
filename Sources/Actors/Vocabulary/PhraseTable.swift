/// Phrases of the tables, found in a row of words by a trie.
struct PhraseTable: Sendable {
  /// How a phrase must be written in the text.
  enum Writing: UInt8, Sendable {
    case any
    /// Its first letter is a capital.
    case capital
    /// It has a capital somewhere ("al-Rashid").
    case mixed
    /// All of it is in capitals: an abbreviation.
    case capitals
  }

  private(set) var words = WordNumbers()
  private var edges = PhraseEdges()
  /// By node: the phrase that ends there, or -1.
  private var phrases: [Int32] = [-1]
  /// By word: whether a phrase begins with it.
  private var begins: [Bool] = [false]
  private(set) var meanings: [[Meaning]] = []
  /// The words of each phrase, as the table writes them.
  private(set) var texts: [String] = []

  mutating func add(_ text: String, _ meaning: Meaning) {
    var node: Int32 = 0
    for word in Self.foldedWords(text) {
      let number = words.add(word)
      while begins.count < words.count { begins.append(false) }
      if node == 0 { begins[Int(number)] = true }
      node = step(node, number)
    }
    guard node != 0 else { return }
    if phrases[Int(node)] < 0 {
      phrases[Int(node)] = Int32(meanings.count)
      meanings.append([])
      texts.append(text)
    }
    let phrase = Int(phrases[Int(node)])
    if !meanings[phrase].contains(meaning) { meanings[phrase].append(meaning) }
  }

  private mutating func step(_ node: Int32, _ word: Int32) -> Int32 {
    if let next = edges[node, word] { return next }
    let next = Int32(phrases.count)
    phrases.append(-1)
    edges.add(node, word, next)
    return next
  }

  /// The longest phrase that begins at a word and passes; its number and length.
  func longest(
    at start: Int, in row: [Int32], passes: (_ phrase: Int, _ end: Int) -> Bool
  ) -> (phrase: Int, end: Int)? {
    guard row[start] > 0, begins[Int(row[start])] else { return nil }
    var node: Int32 = 0
    var found: (phrase: Int, end: Int)?
    var index = start
    while index < row.count, row[index] > 0, let next = edges[node, row[index]] {
      node = next
      index += 1
      let phrase = Int(phrases[Int(node)])
      if phrase >= 0, passes(phrase, index) { found = (phrase, index) }
    }
    return found
  }

  func phrase(_ text: String) -> Int? {
    var node: Int32 = 0
    for word in Self.foldedWords(text) {
      guard let next = edges[node, words[word]] else { return nil }
      node = next
    }
    return phrases[Int(node)] < 0 ? nil : Int(phrases[Int(node)])
  }

  private static func foldedWords(_ text: String) -> [[UInt8]] {
    let bytes = Array(text.utf8)
    return ranges(bytes).map { range in
      var folded: [UInt8] = []
      folded.reserveCapacity(range.count)
      FoldedWord.append(bytes[range], to: &folded)
      return folded
    }
  }

  /// A phrase's words as the tokenizer cuts them: at spaces, hyphens between letters, before "'s".
  static func split(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    return ranges(bytes).map { String(decoding: bytes[$0], as: UTF8.self) }
  }

  private static func ranges(_ bytes: [UInt8]) -> [Range<Int>] {
    var words: [Range<Int>] = []
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: " ")) ?? bytes.count
      if start < end { cut(start..<end, bytes, &words) }
      start = end + 1
    }
    return words
  }

  private static func cut(_ part: Range<Int>, _ bytes: [UInt8], _ words: inout [Range<Int>]) {
    var start = part.lowerBound
    var index = start + 1
    while index < part.upperBound - 1 {
      if bytes[index] == UInt8(ascii: "-") {
        guard isLetter(bytes[index + 1]), isLetter(bytes[index - 1]) else { break }
        words += [start..<index, index..<index + 1]
        start = index + 1
        index = start
      }
      index += 1
    }
    let end = part.upperBound
    let apostrophe = UInt8(ascii: "'")
    if end - start > 2, bytes[end - 1] == UInt8(ascii: "s"), bytes[end - 2] == apostrophe {
      words += [start..<end - 2, end - 2..<end]
    } else if end - start > 2, bytes[end - 1] == apostrophe, bytes[end - 2] == UInt8(ascii: "s") {
      words += [start..<end - 1, end - 1..<end]
    } else {
      words.append(start..<end)
    }
  }

  /// Bytes above ASCII are letters of names.
  private static func isLetter(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (byte | 0x20) &- 97 < 26
  }
}

/// By node and word of a trie: the node below. Open addressing, since a text asks for each word.
private struct PhraseEdges: Sendable {
  private struct Edge: Sendable {
    var node: Int32
    var word: Int32
    var next: Int32
  }

  private var slots: [Edge] = Array(repeating: Edge(node: -1, word: 0, next: 0), count: 1 << 14)
  private var count = 0

  subscript(node: Int32, word: Int32) -> Int32? {
    let edge = slots[slot(node, word)]
    return edge.node < 0 ? nil : edge.next
  }

  /// Adds an edge that is not there.
  mutating func add(_ node: Int32, _ word: Int32, _ next: Int32) {
    count += 1
    if count * 2 > slots.count { grow() }
    slots[slot(node, word)] = Edge(node: node, word: word, next: next)
  }

  /// Where an edge is, or would be.
  private func slot(_ node: Int32, _ word: Int32) -> Int {
    let key = UInt64(UInt32(bitPattern: node)) << 32 | UInt64(UInt32(bitPattern: word))
    // Fibonacci hashing (Knuth, TAOCP 3, 6.4).
    var slot = Int(truncatingIfNeeded: key &* 0x9E37_79B9_7F4A_7C15 >> 33) & (slots.count - 1)
    while slots[slot].node >= 0, slots[slot].node != node || slots[slot].word != word {
      slot = (slot + 1) & (slots.count - 1)
    }
    return slot
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: Edge(node: -1, word: 0, next: 0), count: old.count * 2)
    for edge in old where edge.node >= 0 { slots[slot(edge.node, edge.word)] = edge }
  }
}
