import Kernels

/// The convolutions of a tok2vec network, over a block of rows at a time.
///
/// Each layer sees a row and its two neighbours, so a block needs `TokenRows.padding` rows on
/// either side, of which each layer computes one less. A row's result does not depend on where the
/// blocks' borders lie.
struct Convolutions {
  /// Rows of a block.
  static let block = 256

  private let layers: [MaxoutLayer]
  private let kernels: Kernels
  private let width = TensorPacker.width
  private let current: FloatBuffer
  private let following: FloatBuffer
  private let mixed: FloatBuffer

  init(model: LanguageModel, shape: Tok2VecShape, prefix: String) {
    precondition(shape.depth == TokenRows.padding, "padding is one row a convolution")
    kernels = model.kernels
    layers = (1...shape.depth).map {
      MaxoutLayer(model: model, name: "\(prefix)/layer\($0)", inputs: 3 * TensorPacker.width)
    }
    let rows = Convolutions.block + 2 * TokenRows.padding
    current = FloatBuffer(count: rows * width)
    following = FloatBuffer(count: rows * width)
    mixed = FloatBuffer(count: rows * width)
  }

  /// Vectors `[rows x 96]` of a block, good until the next call. `slots` are those of the block's
  /// rows and of the four before and after.
  func encode(
    rows: Int, slots: UnsafePointer<Int32>, cache: EmbeddingCache, network: Int
  ) -> UnsafePointer<Float> {
    let all = rows + 2 * TokenRows.padding
    for i in 0..<all {
      (current.floats + i * width).update(
        from: cache.vector(slots[i], network: network), count: width)
    }
    var x = current.floats
    var y = following.floats
    for (i, layer) in layers.enumerated() {
      let first = i + 1
      let count = all - 2 * first
      layer.apply(
        kernels, x + (first - 1) * width, stride: width, rows: count, out: mixed.floats)
      layer.normalize(
        kernels, mixed.floats, rows: count, residual: x + first * width, out: y + first * width)
      swap(&x, &y)
    }
    return UnsafePointer(x + TokenRows.padding * width)
  }
}
