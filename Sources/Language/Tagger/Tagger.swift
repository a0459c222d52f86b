import Kernels

/// Fine-grained tags: the label of the highest score, one linear layer on the token vectors.
struct Tagger {
  private let weights: UnsafePointer<Float>
  private let bias: UnsafePointer<Float>
  private let labels: Int
  private let columns: Int
  private let kernels: Kernels
  private let scores: FloatBuffer

  init(model: LanguageModel) {
    weights = model.tensor("tagger/W")
    bias = model.tensor("tagger/b")
    // Labels that only attribute rules give stand behind those that the network knows.
    labels = model.info.taggerLabels
    columns = Packing.paddedColumns(labels)
    kernels = model.kernels
    scores = FloatBuffer(count: Convolutions.block * columns)
  }

  /// Tags of rows of token vectors `[rows x 96]`, at most a block.
  func tag(_ vectors: UnsafePointer<Float>, rows: Int, into tags: UnsafeMutablePointer<UInt8>) {
    let width = TensorPacker.width
    kernels.affine(
      vectors, stride: width, inputs: width, rows: rows, weights: weights, bias: bias,
      columns: columns, out: scores.floats, outStride: columns)
    kernels.argmax(scores.floats, stride: columns, count: labels, rows: rows, out: tags)
  }
}
