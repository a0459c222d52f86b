import Kernels

/// The network of a transition system: what each token contributes in each slot of a state, and
/// from a state's slots to the best valid action (Chen and Manning 2014, with maxout).
struct TransitionNetwork {
  let slots: Int
  /// Classes, filled up to whole panels.
  let classes: Int
  private let kernels: Kernels
  private let inputWeights: UnsafePointer<Float>
  private let inputBias: UnsafePointer<Float>
  private let slotWeights: UnsafePointer<Float>
  private let padding: UnsafePointer<Float>
  private let hiddenBias: UnsafePointer<Float>
  private let upperWeights: UnsafePointer<Float>
  private let upperBias: UnsafePointer<Float>
  private let zeros: FloatBuffer
  private let narrowed: FloatBuffer
  private let width = TensorPacker.width
  private let hidden = TensorPacker.hidden

  /// Floats that a token contributes in all slots.
  var rowWidth: Int { slots * TensorPacker.slotWidth }

  init(model: LanguageModel, prefix: String, slots: Int, classes: Int) {
    self.slots = slots
    self.classes = Packing.paddedColumns(classes)
    kernels = model.kernels
    inputWeights = model.tensor("\(prefix)/input/W")
    inputBias = model.tensor("\(prefix)/input/b")
    slotWeights = model.tensor("\(prefix)/slots/W")
    padding = model.tensor("\(prefix)/pad")
    hiddenBias = model.tensor("\(prefix)/hidden/b")
    upperWeights = model.tensor("\(prefix)/upper/W")
    upperBias = model.tensor("\(prefix)/upper/b")
    zeros = FloatBuffer(count: slots * TensorPacker.slotWidth)
    narrowed = FloatBuffer(count: Convolutions.block * TensorPacker.hidden)
  }

  /// Contributions `[rows x slots x 128]` of token vectors `[rows x 96]`; rows are at most a block.
  func contributions(
    of vectors: UnsafePointer<Float>, rows: Int, into out: UnsafeMutablePointer<Float>
  ) {
    kernels.affine(
      vectors, stride: width, inputs: width, rows: rows, weights: inputWeights, bias: inputBias,
      columns: hidden, out: narrowed.floats, outStride: hidden)
    kernels.affine(
      narrowed.floats, stride: hidden, inputs: hidden, rows: rows, weights: slotWeights,
      bias: zeros.floats, columns: rowWidth, out: out, outStride: rowWidth)
  }

  /// What a missing token contributes in a slot.
  func missing(_ slot: Int) -> UnsafePointer<Float> { padding + slot * TensorPacker.slotWidth }

  /// The class of the best score among those whose mask is 0 (not -infinity); -1 for none.
  @inline(__always)
  func decide(_ state: UnsafePointer<UnsafePointer<Float>?>, mask: UnsafePointer<Float>) -> Int {
    kernels.decide(
      state, count: slots, hiddenBias: hiddenBias, upper: upperWeights, upperBias: upperBias,
      classes: classes, mask: mask)
  }
}

/// Masks over a transition system's classes: 0 where valid, -infinity where not.
struct ClassMasks {
  private let floats: FloatBuffer
  private let classes: Int

  /// One mask for each number below `count`.
  init(
    _ classes: [TransitionClass], padded: Int, count: Int,
    isValid: (_ mask: Int, TransitionClass) -> Bool
  ) {
    self.classes = padded
    floats = FloatBuffer(count: padded * count)
    for mask in 0..<count {
      for c in 0..<padded {
        let valid = c < classes.count && isValid(mask, classes[c])
        floats.floats[mask * padded + c] = valid ? 0 : -.infinity
      }
    }
  }

  @inline(__always)
  subscript(mask: Int) -> UnsafePointer<Float> {
    UnsafePointer(floats.floats + mask * classes)
  }
}
