import Kernels

/// Feature embedding and mixing layer: token form to vector, context left aside.
///
/// A feature's embedding is the sum of four rows of a table, picked by a hash (Bloom embeddings,
/// Serrà and Karatzoglou 2017); the features' embeddings side by side go through maxout and layer
/// norm.
struct HashEmbedding {
  private struct Column {
    var feature: Tok2VecShape.Feature
    var seed: UInt64
    var rows: UInt64
    var table: UnsafePointer<Float>
  }

  private let columns: [Column]
  private let mixing: MaxoutLayer
  private let kernels: Kernels
  private let width = TensorPacker.width

  init(model: LanguageModel, shape: Tok2VecShape, prefix: String) {
    kernels = model.kernels
    columns = shape.columns.enumerated().map { i, column in
      Column(
        feature: column.feature, seed: UInt64(column.seed), rows: UInt64(column.rows),
        table: model.tensor("\(prefix)/embed\(i)"))
    }
    mixing = MaxoutLayer(model: model, name: "\(prefix)/layer0", inputs: columns.count * width)
  }

  /// Floats of scratch space that `rows` tokens need.
  func scratch(rows: Int) -> Int { rows * (columns.count + 1) * width }

  /// Vectors of token forms, one after the other, into `out`.
  func embed(
    _ forms: [(lexeme: Int, space: Bool)], _ lexicon: Lexicon, scratch: UnsafeMutablePointer<Float>,
    into out: UnsafeMutablePointer<Float>
  ) {
    let stride = columns.count * width
    withUnsafeTemporaryAllocation(of: UnsafePointer<Float>?.self, capacity: 4) { rows in
      guard let start = rows.baseAddress else { return }
      for (i, form) in forms.enumerated() {
        let lexeme = lexicon.lexemes + form.lexeme
        for (c, column) in columns.enumerated() {
          gather(column, key(column.feature, lexeme, form.space), rows)
          kernels.sumRows(
            start, count: 4, width: width, sum: scratch + i * stride + c * width)
        }
      }
    }
    let mixed = scratch + forms.count * stride
    mixing.apply(kernels, scratch, stride: stride, rows: forms.count, out: mixed)
    mixing.normalize(kernels, mixed, rows: forms.count, residual: nil, out: out)
  }

  private func key(
    _ feature: Tok2VecShape.Feature, _ lexeme: UnsafePointer<Lexeme>, _ space: Bool
  ) -> UInt64 {
    switch feature {
    case .norm: lexeme.pointee.norm
    case .prefix: lexeme.pointee.prefix
    case .suffix: lexeme.pointee.suffix
    case .shape: lexeme.pointee.shape
    case .spacy: space ? 1 : 0
    case .isSpace: lexeme.pointee.isSpace ? 1 : 0
    }
  }

  private func gather(
    _ column: Column, _ key: UInt64, _ rows: UnsafeMutableBufferPointer<UnsafePointer<Float>?>
  ) {
    let (h1, h2) = HashEmbedding.hash(key, seed: column.seed)
    for (i, hash) in [h1 & 0xFFFF_FFFF, h1 >> 32, h2 & 0xFFFF_FFFF, h2 >> 32].enumerated() {
      rows[i] = column.table + Int(hash % column.rows) * width
    }
  }

  /// MurmurHash3 x64 128 (Austin Appleby, public domain) of a key's eight bytes.
  static func hash(_ key: UInt64, seed: UInt64) -> (UInt64, UInt64) {
    var k = key &* 0x87c3_7b91_1142_53d5
    k = (k << 31 | k >> 33) &* 0x4cf5_ad43_2745_937f
    var h1 = k ^ seed ^ 8
    var h2 = seed ^ 8
    h1 = h1 &+ h2
    h2 = h2 &+ h1
    h1 = mix(h1)
    h2 = mix(h2)
    h1 = h1 &+ h2
    h2 = h2 &+ h1
    return (h1, h2)
  }

  private static func mix(_ value: UInt64) -> UInt64 {
    var h = (value ^ value >> 33) &* 0xff51_afd7_ed55_8ccd
    h = (h ^ h >> 33) &* 0xc4ce_b9fe_1a85_ec53
    return h ^ h >> 33
  }
}

/// A maxout layer of three pieces, and the layer norm behind it.
struct MaxoutLayer {
  let weights: UnsafePointer<Float>
  let bias: UnsafePointer<Float>
  private let gain: UnsafePointer<Float>
  private let shift: UnsafePointer<Float>
  private let inputs: Int
  private let width = TensorPacker.width

  init(model: LanguageModel, name: String, inputs: Int) {
    self.inputs = inputs
    weights = model.tensor("\(name)/W")
    bias = model.tensor("\(name)/b")
    gain = model.tensor("\(name)/gain")
    shift = model.tensor("\(name)/shift")
  }

  func apply(
    _ kernels: Kernels, _ x: UnsafePointer<Float>, stride: Int, rows: Int,
    out: UnsafeMutablePointer<Float>
  ) {
    kernels.maxout(
      x, stride: stride, inputs: inputs, rows: rows, weights: weights, bias: bias, outputs: width,
      out: out, outStride: width)
  }

  func normalize(
    _ kernels: Kernels, _ y: UnsafePointer<Float>, rows: Int,
    residual: UnsafePointer<Float>?, out: UnsafeMutablePointer<Float>
  ) {
    kernels.layerNorm(
      y, width: width, rows: rows, gain: gain, shift: shift, residual: residual, out: out)
  }
}
