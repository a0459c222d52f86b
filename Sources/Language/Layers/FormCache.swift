import Kernels

/// Where a row's vector and products lie in a `FormCache`; 0 is padding's.
struct FormSlots {
  var vector: Int32 = 0
  var product: Int32 = 0
}

/// What depends on a token's form alone (lexeme and following space), for both tok2vec networks:
/// the mixed embedding, and its products with the first convolution's weights.
///
/// Vectors are small (768 bytes a form): 16,384 are kept and given up all at once. Products are
/// large (7 KB a form) and spare less, so fewer are kept, and those not used since the last round
/// of the hand go first (the clock algorithm).
final class FormCache {
  /// Below 2^16, see `stamp`.
  private static let vectorCapacity = 1 << 14
  /// Of 96,411 tokens of short texts in no order (the hardest case), 1,024 forms kept would serve
  /// 58 %, 4,096 71 %, 8,192 78 %.
  private static let productCapacity = 1 << 12

  /// Which of a row's neighbours a product is for.
  enum Neighbour: Int {
    /// The row stands before the one that is computed.
    case before, here, after
  }

  private let lexicon: Lexicon
  private let kernels: Kernels
  private let embeddings: [HashEmbedding]
  private let productWeights: [UnsafePointer<Float>]
  private let vectors: [FloatBuffer]
  private let products: [FloatBuffer]
  private let noBias = FloatBuffer(count: 9 * TensorPacker.width)
  private var scratch = FloatBuffer(count: 0)
  private let width = TensorPacker.width
  /// Floats of one neighbour's product, and of a slot.
  private let productWidth = 3 * TensorPacker.width
  private let productStride = 9 * TensorPacker.width

  private var generation: UInt32 = 1
  /// Slot 0 is padding's.
  private var nextVector = 1
  private var missingVectors: [(lexeme: Int, space: Bool)] = []
  private var missingProducts: [FormSlots] = []
  /// By product slot: the form in it (-1 for none), whether it was used since the hand passed,
  /// and the last call it was asked for in.
  private var owners: [Int32]
  private var wasUsed: [Bool]
  private var lastCall: [UInt32]
  private var hand = 1
  private var call: UInt32 = 0

  init(model: LanguageModel, lexicon: Lexicon) {
    self.lexicon = lexicon
    kernels = model.kernels
    embeddings = [
      HashEmbedding(model: model, shape: model.info.tok2vec, prefix: "tok2vec"),
      HashEmbedding(model: model, shape: model.info.entityTok2Vec, prefix: "ner"),
    ]
    productWeights = ["tok2vec", "ner"].map { model.tensor("\($0)/layer1/W") }
    vectors = embeddings.map { _ in
      FloatBuffer(count: FormCache.vectorCapacity * TensorPacker.width)
    }
    products = embeddings.map { _ in
      FloatBuffer(count: FormCache.productCapacity * 9 * TensorPacker.width)
    }
    owners = [Int32](repeating: -1, count: FormCache.productCapacity)
    wasUsed = [Bool](repeating: false, count: FormCache.productCapacity)
    lastCall = [UInt32](repeating: 0, count: FormCache.productCapacity)
  }

  /// The slots of rows (at most a block and its borders) into `slots`; what is in them stays until
  /// the next call.
  func find(
    _ rows: Range<Int>, of tokens: TokenRows, into slots: UnsafeMutablePointer<FormSlots>
  ) {
    if nextVector + rows.count > FormCache.vectorCapacity { startGeneration() }
    call &+= 1
    let firstVector = nextVector
    missingVectors.removeAll(keepingCapacity: true)
    missingProducts.removeAll(keepingCapacity: true)
    for (i, row) in rows.enumerated() {
      let key = row >= 0 && row < tokens.count ? tokens.keys[row] : -1
      slots[i] = key < 0 ? FormSlots() : self.slots(key)
    }
    computeVectors(into: firstVector)
    computeProducts()
  }

  func vector(_ slots: FormSlots, network: Int) -> UnsafePointer<Float> {
    UnsafePointer(vectors[network].floats + Int(slots.vector) * width)
  }

  /// `nil`, which counts as zero, for padding.
  @inline(__always)
  func product(
    _ slots: FormSlots, of neighbour: Neighbour, network: Int
  ) -> UnsafePointer<Float>? {
    guard slots.product > 0 else { return nil }
    return UnsafePointer(
      products[network].floats + Int(slots.product) * productStride
        + neighbour.rawValue * productWidth)
  }

  /// Must be called when lexemes are about to be renumbered.
  func removeAll() {
    startGeneration()
    for slot in owners.indices { release(slot) }
  }

  // MARK: Slots

  private func startGeneration() {
    generation += 1
    nextVector = 1
    guard generation == 1 << 16 else { return }
    // Stamps of long ago would seem fresh.
    for i in 0..<lexicon.count { lexicon.lexemes[i].vectors = (0, 0) }
    generation = 1
  }

  private func slots(_ key: Int32) -> FormSlots {
    let space = key & 1 == 1
    let lexeme = lexicon.lexemes + Int(key >> 1)
    var slots = FormSlots()
    let stamp = space ? lexeme.pointee.vectors.1 : lexeme.pointee.vectors.0
    if stamp >> 16 == generation {
      slots.vector = Int32(stamp & 0xFFFF)
    } else {
      let fresh = generation << 16 | UInt32(nextVector)
      if space { lexeme.pointee.vectors.1 = fresh } else { lexeme.pointee.vectors.0 = fresh }
      missingVectors.append((Int(key >> 1), space))
      slots.vector = Int32(nextVector)
      nextVector += 1
    }
    var product = Int(space ? lexeme.pointee.products.1 : lexeme.pointee.products.0)
    if product > 0 {
      wasUsed[product] = true
      slots.product = Int32(product)
    } else {
      product = freeProduct()
      owners[product] = key
      setProduct(of: key, UInt32(product))
      slots.product = Int32(product)
      missingProducts.append(slots)
    }
    lastCall[product] = call
    return slots
  }

  private func setProduct(of key: Int32, _ slot: UInt32) {
    let lexeme = lexicon.lexemes + Int(key >> 1)
    if key & 1 == 1 { lexeme.pointee.products.1 = slot } else { lexeme.pointee.products.0 = slot }
  }

  private func release(_ slot: Int) {
    if owners[slot] >= 0 { setProduct(of: owners[slot], 0) }
    owners[slot] = -1
    wasUsed[slot] = false
  }

  /// The next slot that was not used since the hand passed it, nor is needed in this call. There
  /// is one: slots are many times as many as a call's rows.
  private func freeProduct() -> Int {
    while true {
      let slot = hand
      hand = hand + 1 < FormCache.productCapacity ? hand + 1 : 1
      if lastCall[slot] == call, owners[slot] >= 0 { continue }
      if wasUsed[slot] {
        wasUsed[slot] = false
        continue
      }
      release(slot)
      return slot
    }
  }

  // MARK: Arithmetic

  private func space(_ count: Int) -> UnsafeMutablePointer<Float> {
    if scratch.count < count { scratch = FloatBuffer(count: count) }
    return scratch.floats
  }

  private func computeVectors(into first: Int) {
    guard !missingVectors.isEmpty else { return }
    for (embedding, buffer) in zip(embeddings, vectors) {
      embedding.embed(
        missingVectors, lexicon, scratch: space(embedding.scratch(rows: missingVectors.count)),
        into: buffer.floats + first * width)
    }
  }

  private func computeProducts() {
    let count = missingProducts.count
    guard count > 0 else { return }
    let inputs = space(count * (width + productStride))
    let results = inputs + count * width
    for network in embeddings.indices {
      for (i, slots) in missingProducts.enumerated() {
        (inputs + i * width).update(from: vector(slots, network: network), count: width)
      }
      kernels.affine(
        inputs, stride: width, inputs: width, rows: count, weights: productWeights[network],
        bias: noBias.floats, columns: productStride, out: results, outStride: productStride)
      for (i, slots) in missingProducts.enumerated() {
        (products[network].floats + Int(slots.product) * productStride).update(
          from: results + i * productStride, count: productStride)
      }
    }
  }
}
