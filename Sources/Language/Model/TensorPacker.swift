import Kernels

/// Packs the networks' weights into the layouts the kernels read, one after the other.
struct TensorPacker {
  private(set) var floats: [Float] = []
  private(set) var places: [String: Range<Int>] = [:]

  /// Width of the token vectors, of a transition system's hidden layer, and of its two halves.
  static let width = 96
  static let hidden = 64
  static let slotWidth = 128

  /// On a 64-byte boundary.
  private mutating func add(_ name: String, _ values: [Float]) {
    while floats.count % 16 != 0 { floats.append(0) }
    places[name] = floats.count..<floats.count + values.count
    floats += values
  }

  /// Embedding tables, mixing layer and convolutions, under `prefix`.
  mutating func addTok2Vec(
    _ network: NetworkFile, prefix: String
  ) throws(AffixError) -> Tok2VecShape {
    let width = TensorPacker.width
    let extract = network.layers("extract_features")
    guard extract.count == 1, let ids = try network.attribute("columns", of: extract[0]).array
    else { throw AffixError(reason: "no feature columns") }
    var columns: [Tok2VecShape.Column] = []
    for (i, layer) in network.layers("hashembed").enumerated() {
      let table = try network.tensor("E", of: layer)
      guard table.shape.count == 2, table.shape[1] == width,
        let column = try network.attribute("column", of: layer).integer,
        let seed = try network.attribute("seed", of: layer).integer, column < ids.count,
        let feature = TensorPacker.feature(ids[Int(column)])
      else { throw AffixError(reason: "an unknown embedding") }
      columns.append(
        .init(feature: feature, seed: UInt32(seed), rows: UInt32(table.shape[0])))
      add("\(prefix)/embed\(i)", table.values)
    }
    let maxouts = network.layers("maxout")
    let norms = network.layers("layernorm")
    guard maxouts.count == norms.count, maxouts.count > 1, !columns.isEmpty else {
      throw AffixError(reason: "an unknown network")
    }
    for (i, layer) in maxouts.enumerated() {
      let inputs = i == 0 ? columns.count * width : 3 * width
      let weights = try network.tensor("W", of: layer, shape: [width, 3, inputs])
      let bias = try network.tensor("b", of: layer, shape: [width, 3])
      let name = "\(prefix)/layer\(i)"
      // The first convolution is computed from products that are kept by token form.
      add(
        "\(name)/W",
        i == 1
          ? Packing.neighbourProducts(weights, outputs: width, width: width)
          : Packing.maxoutWeights(weights, outputs: width, inputs: inputs))
      add("\(name)/b", Packing.maxoutBias(bias, outputs: width))
      add("\(name)/gain", try network.tensor("G", of: norms[i], shape: [width]))
      add("\(name)/shift", try network.tensor("b", of: norms[i], shape: [width]))
    }
    return Tok2VecShape(columns: columns, depth: maxouts.count - 1)
  }

  private static func feature(_ name: MessagePack) -> Tok2VecShape.Feature? {
    switch name.text {
    case "NORM": .norm
    case "PREFIX": .prefix
    case "SUFFIX": .suffix
    case "SHAPE": .shape
    case "SPACY": .spacy
    case "IS_SPACE": .isSpace
    default: nil
    }
  }

  mutating func addTagger(_ network: NetworkFile, labels: Int) throws(AffixError) {
    guard let layer = network.layers("softmax").first else {
      throw AffixError(reason: "no tagger")
    }
    let weights = try network.tensor("W", of: layer, shape: [labels, TensorPacker.width])
    add(
      "tagger/W",
      Packing.affineWeights(weights, columns: labels, inputs: TensorPacker.width))
    add("tagger/b", Packing.affineBias(try network.tensor("b", of: layer, shape: [labels])))
  }

  /// The layers of a transition system under `prefix`. The hidden layer's two pieces are stored
  /// one after the other, not in turn.
  mutating func addTransitions(
    _ network: NetworkFile, prefix: String, slots: Int, classes: Int
  ) throws(AffixError) {
    let hidden = TensorPacker.hidden
    let upper = try network.part("upper")
    guard let lower = network.layers("precomputable_affine").first,
      let input = network.layers("linear").first(where: { $0 != upper })
    else { throw AffixError(reason: "no transition system") }
    let width = TensorPacker.width
    add(
      "\(prefix)/input/W",
      Packing.affineWeights(
        try network.tensor("W", of: input, shape: [hidden, width]), columns: hidden, inputs: width))
    add("\(prefix)/input/b", try network.tensor("b", of: input, shape: [hidden]))
    let weights = try network.tensor("W", of: lower, shape: [slots, hidden, 2, hidden])
    let columns = slots * hidden * 2
    let rows = TensorPacker.apart(weights, slots: slots, size: hidden)
    add("\(prefix)/slots/W", Packing.affineWeights(rows, columns: columns, inputs: hidden))
    let pad = try network.tensor("pad", of: lower, shape: [1, slots, hidden, 2])
    add("\(prefix)/pad", TensorPacker.apart(pad, slots: slots, size: 1))
    let bias = try network.tensor("b", of: lower, shape: [hidden, 2])
    add("\(prefix)/hidden/b", TensorPacker.apart(bias, slots: 1, size: 1))
    let panel = Packing.paddedColumns(classes)
    add(
      "\(prefix)/upper/W",
      Packing.affineWeights(
        try network.tensor("W", of: upper, shape: [classes, hidden]), columns: classes,
        inputs: hidden, panel: panel))
    add(
      "\(prefix)/upper/b",
      Packing.affineBias(try network.tensor("b", of: upper, shape: [classes]), panel: panel))
  }

  /// `[slots][64][2][size]` to `[slots][2][64][size]`.
  private static func apart(_ values: [Float], slots: Int, size: Int) -> [Float] {
    var out: [Float] = []
    out.reserveCapacity(values.count)
    for slot in 0..<slots {
      for piece in 0..<2 {
        for unit in 0..<hidden {
          let from = ((slot * hidden + unit) * 2 + piece) * size
          out += values[from..<from + size]
        }
      }
    }
    return out
  }
}
