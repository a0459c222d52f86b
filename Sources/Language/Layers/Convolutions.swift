import Kernels

/// The convolutions of a tok2vec network, over a block of rows at a time.
///
/// Each layer sees a row and its two neighbours, so a block needs `TokenRows.padding` rows on
/// either side, of which each layer computes one less. A row's result does not depend on where the
/// blocks' borders lie.
struct Convolutions {
  /// Rows of a block.
  static let block = 256

  /// Computed from products by token form, see `FormCache`.
  private let first: MaxoutLayer
  private let layers: [MaxoutLayer]
  private let kernels: Kernels
  private let width = TensorPacker.width
  private let current: FloatBuffer
  private let following: FloatBuffer
  private let mixed: FloatBuffer

  init(model: LanguageModel, shape: Tok2VecShape, prefix: String) {
    precondition(shape.depth == TokenRows.padding, "padding is one row a convolution")
    kernels = model.kernels
    first = MaxoutLayer(model: model, name: "\(prefix)/layer1", inputs: 3 * width)
    layers = (2...shape.depth).map {
      MaxoutLayer(model: model, name: "\(prefix)/layer\($0)", inputs: 3 * TensorPacker.width)
    }
    let rows = Convolutions.block + 2 * TokenRows.padding
    current = FloatBuffer(count: rows * width)
    following = FloatBuffer(count: rows * width)
    mixed = FloatBuffer(count: rows * width)
  }

  /// Vectors `[rows x 96]` of a block, good until the next call. `forms` are those of the block's
  /// rows and of the four before and after.
  func encode(
    rows: Int, forms: UnsafePointer<FormSlots>, cache: FormCache, network: Int
  ) -> UnsafePointer<Float> {
    let all = rows + 2 * TokenRows.padding
    applyFirst(all, forms, cache, network)
    var x = following.floats
    var y = current.floats
    for (i, layer) in layers.enumerated() {
      let start = i + 2
      let count = all - 2 * start
      layer.apply(
        kernels, x + (start - 1) * width, stride: width, rows: count, out: mixed.floats)
      layer.normalize(
        kernels, mixed.floats, rows: count, residual: x + start * width, out: y + start * width)
      swap(&x, &y)
    }
    return UnsafePointer(x + TokenRows.padding * width)
  }

  /// The first convolution of all rows but the outermost, into `following`.
  private func applyFirst(
    _ all: Int, _ forms: UnsafePointer<FormSlots>, _ cache: FormCache, _ network: Int
  ) {
    for i in 1..<all - 1 {
      kernels.maxoutOfSum(
        cache.product(forms[i - 1], of: .before, network: network),
        cache.product(forms[i], of: .here, network: network),
        cache.product(forms[i + 1], of: .after, network: network),
        bias: first.bias, outputs: width, out: mixed.floats + i * width)
      (current.floats + i * width).update(
        from: cache.vector(forms[i], network: network), count: width)
    }
    first.normalize(
      kernels, mixed.floats + width, rows: all - 2, residual: current.floats + width,
      out: following.floats + width)
  }
}
