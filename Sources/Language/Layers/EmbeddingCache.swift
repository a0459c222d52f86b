import Kernels

/// Vectors of token forms for both tok2vec networks, each computed once while it stays in here.
///
/// They depend on the form (lexeme and following space) alone. When the cache is full it is
/// emptied as a whole.
final class EmbeddingCache {
  /// Forms; 768 bytes each. Below 2^16, see `stamp`.
  static let capacity = 1 << 14

  private let lexicon: Lexicon
  private let embeddings: [HashEmbedding]
  private let vectors: [FloatBuffer]
  private var scratch: FloatBuffer
  private var generation: UInt32 = 1
  /// Slot 0 is the zero vector of padding.
  private var next = 1
  private var missing: [(lexeme: Int, space: Bool)] = []
  private let width = TensorPacker.width

  init(model: LanguageModel, lexicon: Lexicon) {
    self.lexicon = lexicon
    embeddings = [
      HashEmbedding(model: model, shape: model.info.tok2vec, prefix: "tok2vec"),
      HashEmbedding(model: model, shape: model.info.entityTok2Vec, prefix: "ner"),
    ]
    vectors = embeddings.map { _ in
      FloatBuffer(count: EmbeddingCache.capacity * TensorPacker.width)
    }
    scratch = FloatBuffer(count: 0)
  }

  /// The slots of rows' vectors, in `slots`; the vectors stay until the next call.
  func slots(
    for rows: Range<Int>, of tokens: TokenRows, into slots: UnsafeMutablePointer<Int32>
  ) {
    if next + rows.count > EmbeddingCache.capacity { empty() }
    let first = next
    missing.removeAll(keepingCapacity: true)
    for (i, row) in rows.enumerated() {
      let key = row >= 0 && row < tokens.count ? tokens.keys[row] : -1
      slots[i] = key < 0 ? 0 : slot(Int(key >> 1), space: key & 1 == 1)
    }
    guard !missing.isEmpty else { return }
    for (embedding, buffer) in zip(embeddings, vectors) {
      let needed = embedding.scratch(rows: missing.count)
      if scratch.count < needed { scratch = FloatBuffer(count: needed) }
      embedding.embed(
        missing, lexicon, scratch: scratch, into: buffer.floats + first * width)
    }
  }

  /// The vector in a slot, for the network of a number.
  func vector(_ slot: Int32, network: Int) -> UnsafePointer<Float> {
    UnsafePointer(vectors[network].floats + Int(slot) * width)
  }

  /// Must be called when lexemes are renumbered.
  func empty() {
    generation += 1
    next = 1
    guard generation == 1 << 16 else { return }
    // Stamps of long ago would seem fresh.
    for i in 0..<lexicon.count { lexicon.lexemes[i].vectors = (0, 0) }
    generation = 1
  }

  private func slot(_ number: Int, space: Bool) -> Int32 {
    let lexeme = lexicon.lexemes + number
    let stamp = space ? lexeme.pointee.vectors.1 : lexeme.pointee.vectors.0
    if stamp >> 16 == generation { return Int32(stamp & 0xFFFF) }
    let fresh = generation << 16 | UInt32(next)
    if space { lexeme.pointee.vectors.1 = fresh } else { lexeme.pointee.vectors.0 = fresh }
    missing.append((number, space))
    next += 1
    return Int32(next - 1)
  }
}
