/// The tokens of one or more texts, in columns.
struct TokenColumns {
  var lexemes: [Int32] = []
  /// UTF-8 offset in the token's own text.
  var starts: [UInt32] = []
  /// UTF-8 bytes.
  var lengths: [UInt32] = []
  /// A space follows that belongs to the token.
  var spaces: [Bool] = []

  var count: Int { lexemes.count }

  mutating func append(lexeme: Int32, start: UInt32, length: UInt32, space: Bool) {
    lexemes.append(lexeme)
    starts.append(start)
    lengths.append(length)
    spaces.append(space)
  }

  mutating func append(_ other: TokenColumns, _ i: Int) {
    append(
      lexeme: other.lexemes[i], start: other.starts[i], length: other.lengths[i],
      space: other.spaces[i])
  }

  mutating func removeAll() {
    lexemes.removeAll(keepingCapacity: true)
    starts.removeAll(keepingCapacity: true)
    lengths.removeAll(keepingCapacity: true)
    spaces.removeAll(keepingCapacity: true)
  }
}

/// Text to tokens, as the published tokenizer cuts them.
///
/// A run of text without white space is cut once and remembered by its bytes.
final class Tokenizer {
  private let splitter: ChunkSplitter
  private let model: LanguageModel
  let lexicon: Lexicon
  private let chunks = ByteTable()
  /// Of each chunk, its tokens in `pieceLexemes` and `pieceLengths`.
  private var firstPieces: [Int32] = []
  private var pieceLexemes: [Int32] = []
  private var pieceLengths: [UInt32] = []
  private var scratch = ScalarText()
  private var buffer = TokenColumns()

  /// Beyond these a worker's caches are emptied before the next text.
  private static let maximumChunks = 1 << 15
  private static let maximumLexemes = 1 << 15
  private static let maximumBytes = 1 << 20

  init(model: LanguageModel) {
    self.model = model
    self.splitter = model.splitter
    self.lexicon = Lexicon(model: model)
  }

  /// Whether the caches have grown so large that they should be emptied before the next text.
  var isFull: Bool {
    chunks.count > Tokenizer.maximumChunks || lexicon.count > Tokenizer.maximumLexemes
      || chunks.byteCount + lexicon.byteCount > Tokenizer.maximumBytes
  }

  /// Empties the caches; lexeme numbers given out before end to be valid.
  func removeAll() {
    chunks.removeAll()
    firstPieces.removeAll(keepingCapacity: true)
    pieceLexemes.removeAll(keepingCapacity: true)
    pieceLengths.removeAll(keepingCapacity: true)
    lexicon.removeAll()
  }

  /// Appends the tokens of a text; offsets count from its start.
  func tokenize(_ text: UnsafeBufferPointer<UInt8>, into tokens: inout TokenColumns) {
    buffer.removeAll()
    split(text, into: &buffer)
    joinPhrases(text, into: &tokens)
  }

  /// Runs of white space and of other scalars in turn. One space after a word belongs to the
  /// word's last token; more white space is a run of its own.
  private func split(_ text: UnsafeBufferPointer<UInt8>, into tokens: inout TokenColumns) {
    guard !text.isEmpty else { return }
    var start = 0
    var i = 0
    var inSpace = isSpace(text, at: 0).space
    while i < text.count {
      let (space, length) = isSpace(text, at: i)
      if space != inSpace {
        if start < i { chunk(text, start..<i, into: &tokens) }
        if text[i] == 0x20 {
          tokens.spaces[tokens.count - 1] = true
          start = i + 1
        } else {
          start = i
        }
        inSpace = space
      }
      i += length
    }
    if start < text.count { chunk(text, start..<text.count, into: &tokens) }
  }

  @inline(__always)
  private func isSpace(
    _ text: UnsafeBufferPointer<UInt8>, at i: Int
  ) -> (space: Bool, length: Int) {
    let byte = text[i]
    if byte < 0x80 { return (byte <= 0x20 && ScalarClass.isSpace(UInt32(byte)), 1) }
    let (scalar, length) = ScalarText.scalar(text, at: i)
    return (ScalarClass.isSpace(scalar), length)
  }

  private func chunk(
    _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, into tokens: inout TokenColumns
  ) {
    let bytes = UnsafeBufferPointer(rebasing: text[range])
    let hash = StringID.hash(bytes)
    var number = chunks.find(bytes, hash: hash)
    if number < 0 {
      number = chunks.insert(bytes, hash: hash)
      firstPieces.append(Int32(pieceLexemes.count))
      cut(bytes)
    }
    let first = Int(firstPieces[number])
    let end = number + 1 < firstPieces.count ? Int(firstPieces[number + 1]) : pieceLexemes.count
    var position = UInt32(range.lowerBound)
    for piece in first..<end {
      tokens.append(
        lexeme: pieceLexemes[piece], start: position, length: pieceLengths[piece], space: false)
      position += pieceLengths[piece]
    }
  }

  /// Splits a chunk that is met for the first time.
  private func cut(_ bytes: UnsafeBufferPointer<UInt8>) {
    scratch.decode(bytes)
    let pieces = scratch.scalars.withUnsafeBufferPointer { splitter.split($0) }
    for piece in pieces {
      let from = scratch.offsets[piece.range.lowerBound]
      let to = scratch.offsets[piece.range.upperBound]
      let norm = piece.exception < 0 ? 0 : model.norm(ofPart: piece.part, of: piece.exception)
      pieceLexemes.append(
        Int32(lexicon.lexeme(UnsafeBufferPointer(rebasing: bytes[from..<to]), norm: norm)))
      pieceLengths.append(UInt32(to - from))
    }
  }

  // MARK: Phrases

  private struct Hit: Hashable {
    var start: Int
    var count: Int
  }

  /// Puts exceptions together again that affix rules have cut.
  private func joinPhrases(
    _ text: UnsafeBufferPointer<UInt8>, into tokens: inout TokenColumns
  ) {
    let taken = phraseHits()
    var i = 0
    for hit in taken {
      while i < hit.start {
        tokens.append(buffer, i)
        i += 1
      }
      replace(hit, text, into: &tokens)
      i = hit.start + hit.count
    }
    while i < buffer.count {
      tokens.append(buffer, i)
      i += 1
    }
  }

  /// Hits in order of place, none overlapping: longer ones win, then earlier ones.
  private func phraseHits() -> [Hit] {
    var hits: [Hit] = []
    for i in 0..<buffer.count {
      let word = lexicon.lexemes[Int(buffer.lexemes[i])].phraseWord
      guard word >= 0 else { continue }
      for words in model.phrases.starting(with: word) where isAt(i, words) {
        hits.append(Hit(start: i, count: words.count))
      }
    }
    guard !hits.isEmpty else { return [] }
    hits.sort { $0.count != $1.count ? $0.count > $1.count : $0.start < $1.start }
    var seen: Set<Int> = []
    var taken: [Hit] = []
    for hit in hits {
      if !seen.contains(hit.start), !seen.contains(hit.start + hit.count - 1) { taken.append(hit) }
      seen.formUnion(hit.start..<hit.start + hit.count)
    }
    return taken.sorted { $0.start < $1.start }
  }

  private func isAt(_ i: Int, _ words: [Int16]) -> Bool {
    guard i + words.count <= buffer.count else { return false }
    for (k, word) in words.enumerated()
    where lexicon.lexemes[Int(buffer.lexemes[i + k])].phraseWord != word { return false }
    return true
  }

  private func replace(
    _ hit: Hit, _ text: UnsafeBufferPointer<UInt8>, into tokens: inout TokenColumns
  ) {
    let last = hit.start + hit.count - 1
    let start = Int(buffer.starts[hit.start])
    let end = Int(buffer.starts[last] + buffer.lengths[last])
    let bytes = UnsafeBufferPointer(rebasing: text[start..<end])
    scratch.decode(bytes)
    let number = scratch.scalars.withUnsafeBufferPointer { splitter.exception($0[...]) }
    guard let number else {
      for i in hit.start...last { tokens.append(buffer, i) }
      return
    }
    for piece in splitter.pieces(ofException: number, at: 0) {
      let from = scratch.offsets[piece.range.lowerBound]
      let to = scratch.offsets[piece.range.upperBound]
      let part = UnsafeBufferPointer(rebasing: bytes[from..<to])
      tokens.append(
        lexeme: Int32(lexicon.lexeme(part, norm: model.norm(ofPart: piece.part, of: number))),
        start: UInt32(start + from), length: UInt32(to - from), space: false)
    }
    tokens.spaces[tokens.count - 1] = buffer.spaces[last]
  }
}
