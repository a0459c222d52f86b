/// Splits a run of text without white space (or of white space only) into tokens.
///
/// The published tokenizer's algorithm: exceptions first; then prefixes and suffixes are cut off
/// round by round; what is left is an exception, an address, or is split at infixes. Linear in the
/// chunk's length, for an exception has at most a few scalars and suffixes are matched backwards.
struct ChunkSplitter: Sendable {
  /// A token of the chunk, in scalars; `part` says which part of which exception it is.
  struct Piece: Sendable, Hashable {
    var range: Range<Int>
    var exception: Int32 = -1
    var part: Int32 = 0
  }

  let rules: TokenizerRules
  private let exceptions: [[UInt32]: Int32]
  private let partLengths: [[Int]]
  private let longestException: Int

  init(rules: TokenizerRules) {
    self.rules = rules
    var exceptions: [[UInt32]: Int32] = [:]
    for (i, exception) in rules.exceptions.enumerated() {
      exceptions[exception.text.unicodeScalars.map(\.value)] = Int32(i)
    }
    self.exceptions = exceptions
    self.partLengths = rules.exceptions.map { $0.parts.map(\.text.unicodeScalars.count) }
    self.longestException = exceptions.keys.map(\.count).max() ?? 0
  }

  /// The pieces of a chunk, in order; without `withExceptions` as if there were none.
  func split(_ chunk: UnsafeBufferPointer<UInt32>, withExceptions: Bool = true) -> [Piece] {
    var run = Run(splitter: self, text: chunk, withExceptions: withExceptions)
    return run.split()
  }

  /// Number of the exception that these scalars are.
  func exception(_ text: Slice<UnsafeBufferPointer<UInt32>>) -> Int32? {
    guard text.count <= longestException else { return nil }
    return exceptions[Array(text)]
  }

  func pieces(ofException number: Int32, at start: Int) -> [Piece] {
    var position = start
    return partLengths[Int(number)].enumerated().map { part, length in
      defer { position += length }
      return Piece(range: position..<position + length, exception: number, part: Int32(part))
    }
  }

  /// The work on one chunk.
  private struct Run {
    let splitter: ChunkSplitter
    let text: UnsafeBufferPointer<UInt32>
    let withExceptions: Bool
    var prefixes: [Piece] = []
    var suffixes: [Piece] = []
    var low = 0
    var high: Int

    init(splitter: ChunkSplitter, text: UnsafeBufferPointer<UInt32>, withExceptions: Bool) {
      self.splitter = splitter
      self.text = text
      self.withExceptions = withExceptions
      self.high = text.count
    }

    func exception(_ range: Range<Int>) -> Int32? {
      withExceptions ? splitter.exception(text[range]) : nil
    }

    mutating func split() -> [Piece] {
      if exception(low..<high) == nil { stripAffixes() }
      var pieces = prefixes
      if low < high {
        if let number = exception(low..<high) {
          pieces += splitter.pieces(ofException: number, at: low)
        } else if isAddress(low..<high) {
          pieces.append(Piece(range: low..<high))
        } else {
          splitAtInfixes(into: &pieces)
        }
      }
      pieces += suffixes.reversed()
      return pieces
    }

    /// Cuts affixes until nothing more can be cut or an exception is left.
    private mutating func stripAffixes() {
      var lastCount = -1
      while low < high, high - low != lastCount {
        if lastCount >= 0, exception(low..<high) != nil { return }
        lastCount = high - low
        let whole = UnsafeBufferPointer(rebasing: text[low..<high])
        let prefix = splitter.rules.prefix.match(whole, at: 0) ?? 0
        if prefix > 0, exception(low + prefix..<high) != nil { return cutPrefix(prefix) }
        let rest = UnsafeBufferPointer(rebasing: whole[prefix...])
        let suffix = splitter.rules.suffix.longestSuffix(rest)
        if suffix > 0, exception(low..<high - suffix) != nil { return cutSuffix(suffix) }
        if prefix > 0, suffix > 0, prefix + suffix <= high - low {
          cutPrefix(prefix)
          cutSuffix(suffix)
        } else if prefix > 0 {
          cutPrefix(prefix)
        } else if suffix > 0 {
          cutSuffix(suffix)
        }
      }
    }

    private mutating func cutPrefix(_ length: Int) {
      prefixes.append(Piece(range: low..<low + length))
      low += length
    }

    private mutating func cutSuffix(_ length: Int) {
      suffixes.append(Piece(range: high - length..<high))
      high -= length
    }

    private func isAddress(_ range: Range<Int>) -> Bool {
      AddressMatcher(
        text: UnsafeBufferPointer(rebasing: text[range]),
        domainLetters: splitter.rules.domainLetters
      ).matches
    }

    private func splitAtInfixes(into pieces: inout [Piece]) {
      let middle = UnsafeBufferPointer(rebasing: text[low..<high])
      var start = 0
      var i = 0
      while i < middle.count {
        guard let length = splitter.rules.infix.match(middle, at: i), length > 0 else {
          i += 1
          continue
        }
        if i > 0 {
          if i > start { pieces.append(Piece(range: low + start..<low + i)) }
          pieces.append(Piece(range: low + i..<low + i + length))
          start = i + length
        }
        i += length
      }
      if start < middle.count { pieces.append(Piece(range: low + start..<high)) }
    }
  }
}
