/// Alternatives of a regular expression for prefixes, suffixes or infixes, in their order.
///
/// The published tokenizer's expressions are lists of alternatives that each look at a few scalars
/// before, some scalars themselves, and one after. They are taken apart when the model is
/// compiled, and matched by hand; `AffixParser` refuses anything it does not know.
struct AffixExpression: Sendable {
  /// One scalar of the set, or a run of them.
  struct Item: Sendable, Hashable {
    var set: Int
    var isRun: Bool
  }

  struct Alternative: Sendable, Hashable {
    /// Sets of the scalars that must stand right before.
    var behind: [Int] = []
    var items: [Item] = []
    /// The set of the scalar that must (or must not) follow; -1 for none.
    var ahead = -1
    var aheadIsNegative = false
  }

  private(set) var sets: [ScalarSet]
  private(set) var alternatives: [Alternative]
  /// For each ASCII scalar, and in the last place for all others, the alternatives that may begin
  /// (`first`) or end (`last`) with it.
  private let first: [[Int]]
  private let last: [[Int]]

  init(sets: [ScalarSet], alternatives: [Alternative]) {
    self.sets = sets
    self.alternatives = alternatives
    func index(_ item: (Alternative) -> Item?) -> [[Int]] {
      (0...128).map { scalar in
        alternatives.indices.filter { i in
          guard let set = item(alternatives[i]).map({ sets[$0.set] }) else { return false }
          return scalar < 128 ? set.contains(UInt32(scalar)) : !set.ranges.isEmpty
        }
      }
    }
    self.first = index { $0.items.first }
    self.last = index { $0.items.last }
  }

  /// Length of the first alternative that matches at `start`, the way a regular expression
  /// engine tries them; `nil` if none does. Runs take all they can.
  func match(_ text: UnsafeBufferPointer<UInt32>, at start: Int) -> Int? {
    guard start < text.count else { return nil }
    for i in first[min(Int(text[start]), 128)] {
      let alternative = alternatives[i]
      guard precedes(alternative.behind, text, start) else { continue }
      if let length = length(of: alternative, text, at: start),
        follows(alternative, text, start + length)
      {
        return length
      }
    }
    return nil
  }

  /// Length of the longest match that ends with the text.
  func longestSuffix(_ text: UnsafeBufferPointer<UInt32>) -> Int {
    guard let final = text.last else { return 0 }
    var longest = 0
    for i in last[min(Int(final), 128)] {
      let alternative = alternatives[i]
      guard let length = suffixLength(of: alternative, text), length > longest else { continue }
      if precedes(alternative.behind, text, text.count - length) { longest = length }
    }
    return longest
  }

  private func precedes(
    _ behind: [Int], _ text: UnsafeBufferPointer<UInt32>, _ start: Int
  ) -> Bool {
    guard start >= behind.count else { return false }
    for (i, set) in behind.enumerated()
    where !sets[set].contains(text[start - behind.count + i]) { return false }
    return true
  }

  private func follows(
    _ alternative: Alternative, _ text: UnsafeBufferPointer<UInt32>, _ end: Int
  ) -> Bool {
    guard alternative.ahead >= 0 else { return true }
    let found = end < text.count && sets[alternative.ahead].contains(text[end])
    return found != alternative.aheadIsNegative
  }

  private func length(
    of alternative: Alternative, _ text: UnsafeBufferPointer<UInt32>, at start: Int
  ) -> Int? {
    var position = start
    for item in alternative.items {
      guard position < text.count, sets[item.set].contains(text[position]) else { return nil }
      position += 1
      while item.isRun, position < text.count, sets[item.set].contains(text[position]) {
        position += 1
      }
    }
    return position - start
  }

  /// Backwards from the end. A run's items before it are of the same set in these expressions
  /// ("two or more dots"), so the run is taken whole and must leave enough for them.
  private func suffixLength(
    of alternative: Alternative, _ text: UnsafeBufferPointer<UInt32>
  ) -> Int? {
    var position = text.count
    for item in alternative.items.reversed() {
      guard position > 0, sets[item.set].contains(text[position - 1]) else { return nil }
      position -= 1
      guard item.isRun else { continue }
      while position > 0, sets[item.set].contains(text[position - 1]) { position -= 1 }
      let length = text.count - position
      return length >= alternative.items.count ? length : nil
    }
    return text.count - position
  }

  func write(to writer: inout ByteWriter) {
    writer.array(sets) { $1.write(to: &$0) }
    writer.array(alternatives) { writer, alternative in
      writer.array(alternative.behind) { $0.count($1) }
      writer.array(alternative.items) {
        $0.count($1.set)
        $0.integer(UInt8($1.isRun ? 1 : 0))
      }
      writer.integer(Int32(alternative.ahead))
      writer.integer(UInt8(alternative.aheadIsNegative ? 1 : 0))
    }
  }

  init(from reader: inout ByteReader) throws(ByteError) {
    let sets = try reader.array { (reader: inout ByteReader) throws(ByteError) in
      try ScalarSet(from: &reader)
    }
    let alternatives = try reader.array { (reader: inout ByteReader) throws(ByteError) in
      var alternative = Alternative()
      alternative.behind = try reader.array { (reader: inout ByteReader) throws(ByteError) in
        try reader.count()
      }
      alternative.items = try reader.array { (reader: inout ByteReader) throws(ByteError) in
        Item(set: try reader.count(), isRun: try reader.integer(UInt8.self) == 1)
      }
      alternative.ahead = Int(try reader.integer(Int32.self))
      alternative.aheadIsNegative = try reader.integer(UInt8.self) == 1
      return alternative
    }
    self.init(sets: sets, alternatives: alternatives)
  }
}
