import CKernels
import Kernels

/// Fine-grained tags: the label of the highest score, one linear layer on the token vectors.
struct Tagger {
  private let weights: UnsafePointer<Float>
  private let bias: UnsafePointer<Float>
  private let labels: Int
  private let columns: Int
  private let functions: DatelineKernels
  private let scores: FloatBuffer

  init(model: LanguageModel) {
    weights = model.tensor("tagger/W")
    bias = model.tensor("tagger/b")
    // Labels that only attribute rules give stand behind those that the network knows.
    labels = model.info.taggerLabels
    columns = Packing.paddedColumns(labels)
    functions = model.kernels.functions
    scores = FloatBuffer(count: Convolutions.block * columns)
  }

  /// Tags of rows of token vectors `[rows x 96]`, at most a block.
  func tag(_ vectors: UnsafePointer<Float>, rows: Int, into tags: UnsafeMutablePointer<UInt8>) {
    let width = TensorPacker.width
    functions.affine(
      vectors, width, width, rows, weights, bias, columns, scores.floats, columns)
    functions.argmax(scores.floats, columns, labels, rows, tags)
  }
}
