internal import CKernels

/// The arithmetic of the networks, in the instruction set chosen at start.
///
/// The functions themselves are C's (`CKernels.h`); this value carries the choice. Packed weights
/// and biases are as `Packing` makes them; a row's result does not depend on the rows beside it.
package struct Kernels: Sendable {
  package enum InstructionSet: String, Sendable, CaseIterable {
    case portable, avx2
  }

  private let functions: DatelineKernels

  /// The fastest this processor can run.
  package static let best = Kernels(functions: dateline_kernels_best().pointee)

  /// That of an instruction set; `nil` where the processor lacks it.
  package init?(_ instructionSet: InstructionSet) {
    let table =
      switch instructionSet {
      case .portable: dateline_kernels_portable()
      case .avx2: dateline_kernels_avx2()
      }
    guard let table else { return nil }
    self.functions = table.pointee
  }

  private init(functions: DatelineKernels) { self.functions = functions }

  /// "avx2" or "portable".
  package var name: String { String(cString: functions.name) }

  package typealias Floats = UnsafePointer<Float>

  /// Rows of `columns` (whole panels) results: `out[r] = W x[r] + bias`; rows of `x` are `stride`
  /// floats apart and may overlap, rows of `out` are `outStride` apart.
  package func affine(
    _ x: Floats, stride: Int, inputs: Int, rows: Int, weights: Floats, bias: Floats, columns: Int,
    out: UnsafeMutablePointer<Float>, outStride: Int
  ) {
    functions.affine(x, stride, inputs, rows, weights, bias, columns, out, outStride)
  }

  /// Rows of `outputs` (a multiple of 8) results, each the greatest of three pieces.
  package func maxout(
    _ x: Floats, stride: Int, inputs: Int, rows: Int, weights: Floats, bias: Floats, outputs: Int,
    out: UnsafeMutablePointer<Float>, outStride: Int
  ) {
    functions.maxout(x, stride, inputs, rows, weights, bias, outputs, out, outStride)
  }

  /// Layer norm of rows of `width` (a multiple of 8), then added to `residual` where given.
  package func layerNorm(
    _ y: Floats, width: Int, rows: Int, gain: Floats, shift: Floats, residual: Floats?,
    out: UnsafeMutablePointer<Float>
  ) {
    functions.layerNorm(y, width, rows, gain, shift, residual, out)
  }

  /// `sum` = the sum of `count` rows of `width` (a multiple of 8) floats.
  package func sumRows(
    _ rows: UnsafePointer<Floats?>, count: Int, width: Int, sum: UnsafeMutablePointer<Float>
  ) {
    functions.sumRows(rows, count, width, sum)
  }

  /// One row of maxout from ready products: the greatest of three pieces of `a + b + c + bias`,
  /// all laid out as a maxout bias; a missing row counts as zero.
  @inline(__always)
  package func maxoutOfSum(
    _ a: Floats?, _ b: Floats?, _ c: Floats?, bias: Floats, outputs: Int,
    out: UnsafeMutablePointer<Float>
  ) {
    functions.maxoutOfSum(a, b, c, bias, outputs, out)
  }

  /// The best class of a transition system's state by `mask` (0 or -infinity a class); -1 where
  /// all are masked. `slots` are rows of 128 floats; `classes` a multiple of 8, up to 112.
  @inline(__always)
  package func decide(
    _ slots: UnsafePointer<Floats?>, count: Int, hiddenBias: Floats, upper: Floats,
    upperBias: Floats, classes: Int, mask: Floats
  ) -> Int {
    Int(functions.decide(slots, count, hiddenBias, upper, upperBias, classes, mask))
  }

  /// The index of each row's first greatest of `count` floats.
  package func argmax(
    _ x: Floats, stride: Int, count: Int, rows: Int, out: UnsafeMutablePointer<UInt8>
  ) {
    functions.argmax(x, stride, count, rows, out)
  }
}
