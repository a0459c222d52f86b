/// The layouts of weights and biases that the kernels read.
package enum Packing {
  /// Columns of a panel of `affine`.
  package static let affinePanel = 16
  /// Outputs of a panel of `maxout`, each of `pieces` columns.
  package static let maxoutPanel = 8
  package static let pieces = 3

  /// `columns` rounded up to whole panels.
  package static func paddedColumns(_ columns: Int, panel: Int = affinePanel) -> Int {
    (columns + panel - 1) / panel * panel
  }

  /// Weights `[columns x inputs]`, row-major, to panels `[panels][inputs][panel]`; columns that
  /// are missing in the last panel become zero.
  package static func affineWeights(
    _ weights: [Float], columns: Int, inputs: Int, panel: Int = affinePanel
  ) -> [Float] {
    var packed = [Float](repeating: 0, count: paddedColumns(columns, panel: panel) * inputs)
    for column in 0..<columns {
      let base = column / panel * panel * inputs + column % panel
      for input in 0..<inputs { packed[base + input * panel] = weights[column * inputs + input] }
    }
    return packed
  }

  /// A bias of `columns` floats, filled up with zeros to whole panels.
  package static func affineBias(_ bias: [Float], panel: Int = affinePanel) -> [Float] {
    bias + [Float](repeating: 0, count: paddedColumns(bias.count, panel: panel) - bias.count)
  }

  /// Weights `[outputs][3][inputs]` to panels `[panels][inputs][3][8]`; `outputs` is a multiple
  /// of 8.
  package static func maxoutWeights(_ weights: [Float], outputs: Int, inputs: Int) -> [Float] {
    var packed = [Float](repeating: 0, count: outputs * pieces * inputs)
    for output in 0..<outputs {
      for piece in 0..<pieces {
        let from = (output * pieces + piece) * inputs
        let to =
          output / maxoutPanel * maxoutPanel * pieces * inputs + piece * maxoutPanel
          + output % maxoutPanel
        for input in 0..<inputs {
          packed[to + input * pieces * maxoutPanel] = weights[from + input]
        }
      }
    }
    return packed
  }

  /// A bias `[outputs][3]` to `[panels][3][8]`.
  package static func maxoutBias(_ bias: [Float], outputs: Int) -> [Float] {
    maxoutWeights(bias, outputs: outputs, inputs: 1)
  }

  /// Weights `[outputs][3][3 * width]` of a maxout over three neighbouring rows, as one affine
  /// layer `[3 neighbours * outputs * 3 pieces x width]` whose columns are laid out, for each
  /// neighbour, as a maxout bias: what a row contributes to the row after it, to itself and to the
  /// row before it.
  package static func neighbourProducts(_ weights: [Float], outputs: Int, width: Int) -> [Float] {
    let columns = outputs * pieces
    var rows = [Float](repeating: 0, count: 3 * columns * width)
    for neighbour in 0..<3 {
      for output in 0..<outputs {
        for piece in 0..<pieces {
          let from = ((output * pieces + piece) * 3 + neighbour) * width
          let column = (output / maxoutPanel * pieces + piece) * maxoutPanel + output % maxoutPanel
          let to = (neighbour * columns + column) * width
          for i in 0..<width { rows[to + i] = weights[from + i] }
        }
      }
    }
    return affineWeights(rows, columns: 3 * columns, inputs: width)
  }
}
