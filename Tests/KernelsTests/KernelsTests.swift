import Kernels
import Testing

/// The kernels against plain loops, and against each other.
@Suite struct KernelsTests {
  /// All instruction sets this processor has.
  static let sets = Kernels.InstructionSet.allCases.filter { Kernels($0) != nil }

  /// Repeatable numbers between -1 and 1.
  private struct Numbers {
    var state: UInt64

    mutating func next() -> Float {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Float(Int32(truncatingIfNeeded: state >> 33)) / Float(1 << 30) - 1
    }

    mutating func buffer(_ count: Int) -> [Float] { (0..<count).map { _ in next() } }
  }

  private func aligned(_ values: [Float]) -> FloatBuffer {
    let buffer = FloatBuffer(count: values.count)
    for (i, value) in values.enumerated() { buffer.floats[i] = value }
    return buffer
  }

  private func near(_ a: Float, _ b: Float) -> Bool { abs(a - b) <= 1e-4 * max(1, abs(b)) }

  @Test(arguments: sets, [1, 2, 3, 5, 6, 7, 13])
  func affineIsThePlainSum(set: Kernels.InstructionSet, rows: Int) throws {
    let kernels = try #require(Kernels(set))
    var numbers = Numbers(state: 7)
    let (inputs, columns) = (40, 21)
    let x = numbers.buffer(rows * inputs)
    let w = numbers.buffer(columns * inputs)
    let b = numbers.buffer(columns)
    let padded = Packing.paddedColumns(columns)
    let out = FloatBuffer(count: rows * padded)
    let (xs, ws) = (aligned(x), aligned(Packing.affineWeights(w, columns: columns, inputs: inputs)))
    let bs = aligned(Packing.affineBias(b))
    kernels.affine(
      xs.floats, stride: inputs, inputs: inputs, rows: rows, weights: ws.floats, bias: bs.floats,
      columns: padded, out: out.floats, outStride: padded)
    for r in 0..<rows {
      for c in 0..<columns {
        let plain = (0..<inputs).reduce(b[c]) { $0 + x[r * inputs + $1] * w[c * inputs + $1] }
        #expect(near(out.floats[r * padded + c], plain))
      }
    }
  }

  @Test(arguments: sets, [1, 2, 3, 4, 8, 11])
  func maxoutOfOverlappingWindows(set: Kernels.InstructionSet, rows: Int) throws {
    let kernels = try #require(Kernels(set))
    var numbers = Numbers(state: 11)
    let (width, outputs) = (16, 16)
    let x = numbers.buffer((rows + 2) * width)
    let w = numbers.buffer(outputs * 3 * 3 * width)
    let b = numbers.buffer(outputs * 3)
    let out = FloatBuffer(count: rows * outputs)
    let packed = Packing.maxoutWeights(w, outputs: outputs, inputs: 3 * width)
    let (xs, ws, bs) = (
      aligned(x), aligned(packed), aligned(Packing.maxoutBias(b, outputs: outputs))
    )
    kernels.maxout(
      xs.floats, stride: width, inputs: 3 * width, rows: rows, weights: ws.floats,
      bias: bs.floats, outputs: outputs, out: out.floats, outStride: outputs)
    for r in 0..<rows {
      for o in 0..<outputs {
        let pieces = (0..<3).map { p in
          (0..<3 * width).reduce(b[o * 3 + p]) {
            $0 + x[r * width + $1] * w[(o * 3 + p) * 3 * width + $1]
          }
        }
        #expect(near(out.floats[r * outputs + o], pieces.max() ?? 0))
      }
    }
  }

  /// The first convolution's way round: products of single rows, then their sum.
  @Test(arguments: sets)
  func productsOfNeighboursGiveTheSameMaxout(set: Kernels.InstructionSet) throws {
    let kernels = try #require(Kernels(set))
    var numbers = Numbers(state: 3)
    let (width, outputs) = (16, 16)
    let columns = outputs * 3
    let x = aligned(numbers.buffer(3 * width))
    let w = numbers.buffer(outputs * 3 * 3 * width)
    let bias = aligned(Packing.maxoutBias(numbers.buffer(outputs * 3), outputs: outputs))
    let direct = FloatBuffer(count: outputs)
    let whole = aligned(Packing.maxoutWeights(w, outputs: outputs, inputs: 3 * width))
    kernels.maxout(
      x.floats, stride: width, inputs: 3 * width, rows: 1, weights: whole.floats,
      bias: bias.floats, outputs: outputs, out: direct.floats, outStride: outputs)
    let products = FloatBuffer(count: 3 * 3 * columns)
    let noBias = FloatBuffer(count: 3 * columns)
    let apart = aligned(Packing.neighbourProducts(w, outputs: outputs, width: width))
    kernels.affine(
      x.floats, stride: width, inputs: width, rows: 3, weights: apart.floats,
      bias: noBias.floats, columns: 3 * columns, out: products.floats,
      outStride: 3 * columns)
    let summed = FloatBuffer(count: outputs)
    kernels.maxoutOfSum(
      products.floats, products.floats + 3 * columns + columns,
      products.floats + 6 * columns + 2 * columns, bias: bias.floats, outputs: outputs,
      out: summed.floats)
    for o in 0..<outputs { #expect(near(summed.floats[o], direct.floats[o])) }
  }

  @Test(arguments: sets)
  func layerNormHasMeanZeroAndVarianceOne(set: Kernels.InstructionSet) throws {
    let kernels = try #require(Kernels(set))
    var numbers = Numbers(state: 5)
    let width = 96
    let y = aligned(numbers.buffer(2 * width))
    let gain = aligned([Float](repeating: 1, count: width))
    let shift = FloatBuffer(count: width)
    let out = FloatBuffer(count: 2 * width)
    kernels.layerNorm(
      y.floats, width: width, rows: 2, gain: gain.floats, shift: shift.floats, residual: nil,
      out: out.floats)
    for r in 0..<2 {
      let row = (0..<width).map { out.floats[r * width + $0] }
      #expect(abs(row.reduce(0, +)) < 1e-3)
      #expect(abs(row.reduce(0) { $0 + $1 * $1 } / Float(width) - 1) < 1e-3)
    }
    let twice = FloatBuffer(count: 2 * width)
    kernels.layerNorm(
      y.floats, width: width, rows: 2, gain: gain.floats, shift: shift.floats,
      residual: out.floats, out: twice.floats)
    #expect(near(twice.floats[9], 2 * out.floats[9]))
  }

  @Test(arguments: sets)
  func decidesForTheFirstGreatestValidClass(set: Kernels.InstructionSet) throws {
    let kernels = try #require(Kernels(set))
    var numbers = Numbers(state: 13)
    for classes in [80, 112, 16] {
      let rows = [aligned(numbers.buffer(128)), aligned(numbers.buffer(128))]
      let hiddenBias = aligned(numbers.buffer(128))
      let w = numbers.buffer(classes * 64)
      let upper = aligned(Packing.affineWeights(w, columns: classes, inputs: 64, panel: classes))
      let bias = aligned(numbers.buffer(classes))
      var allowed = (0..<classes).map { $0 % 3 != 1 }
      let mask = aligned(allowed.map { $0 ? 0 : -Float.infinity })
      let hidden = (0..<64).map { unit in
        [unit, unit + 64].map { i in
          rows[0].floats[i] + rows[1].floats[i] + hiddenBias.floats[i]
        }.max() ?? 0
      }
      let scores = (0..<classes).map { c in
        (0..<64).reduce(bias.floats[c]) { $0 + hidden[$1] * w[c * 64 + $1] }
      }
      let best = (0..<classes).filter { allowed[$0] }.max { scores[$0] < scores[$1] }
      let slots: [UnsafePointer<Float>?] = rows.map { UnsafePointer($0.floats) }
      let found = kernels.decide(
        slots, count: 2, hiddenBias: hiddenBias.floats, upper: upper.floats,
        upperBias: bias.floats, classes: classes, mask: mask.floats)
      #expect(found == best)
      allowed = allowed.map { _ in false }
      for i in 0..<classes { mask.floats[i] = -.infinity }
      let none = kernels.decide(
        slots, count: 2, hiddenBias: hiddenBias.floats, upper: upper.floats,
        upperBias: bias.floats, classes: classes, mask: mask.floats)
      #expect(none == -1)
    }
  }

  @Test(arguments: sets)
  func argmaxTakesTheFirstOfEquals(set: Kernels.InstructionSet) throws {
    let kernels = try #require(Kernels(set))
    let x = aligned([1, 3, 3, 2, 9, 0, -1, -1, -2, -1, 9, 9])
    var out: [UInt8] = [0, 0]
    kernels.argmax(x.floats, stride: 6, count: 4, rows: 2, out: &out)
    #expect(out == [1, 0])
  }

  /// A row's bits do not depend on how many rows are computed with it.
  @Test(arguments: sets)
  func rowsDoNotDependOnTheirNeighbours(set: Kernels.InstructionSet) throws {
    let kernels = try #require(Kernels(set))
    var numbers = Numbers(state: 17)
    let x = aligned(numbers.buffer(20 * 96))
    let w = aligned(Packing.maxoutWeights(numbers.buffer(96 * 3 * 288), outputs: 96, inputs: 288))
    let b = aligned(Packing.maxoutBias(numbers.buffer(288), outputs: 96))
    let all = FloatBuffer(count: 18 * 96)
    let one = FloatBuffer(count: 96)
    kernels.maxout(
      x.floats, stride: 96, inputs: 288, rows: 18, weights: w.floats, bias: b.floats, outputs: 96,
      out: all.floats, outStride: 96)
    for r in 0..<18 {
      kernels.maxout(
        x.floats + r * 96, stride: 96, inputs: 288, rows: 1, weights: w.floats, bias: b.floats,
        outputs: 96, out: one.floats, outStride: 96)
      for i in 0..<96 { #expect(one.floats[i] == all.floats[r * 96 + i]) }
    }
  }
}
