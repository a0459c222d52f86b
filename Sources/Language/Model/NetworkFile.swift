/// A network of the published model (thinc's serialization): layers in breadth-first order, each
/// with named arrays.
struct NetworkFile {
  struct Tensor {
    var shape: [Int]
    var values: [Float]
  }

  private let root: MessagePack
  private let nodes: [MessagePack]
  private let attributes: [MessagePack]
  private let parameters: [MessagePack]

  init(_ root: MessagePack) throws(AffixError) {
    guard let nodes = root["nodes"]?.array, let attributes = root["attrs"]?.array,
      let parameters = root["params"]?.array, nodes.count == attributes.count,
      nodes.count == parameters.count
    else { throw AffixError(reason: "no network") }
    self.root = root
    self.nodes = nodes
    self.attributes = attributes
    self.parameters = parameters
  }

  /// Indices of the layers of a name, in computing order.
  func layers(_ name: String) -> [Int] {
    nodes.indices.filter { nodes[$0]["name"]?.text == name }
  }

  /// Index of a named part of the whole.
  func part(_ name: String) throws(AffixError) -> Int {
    guard let index = nodes.first?["refs"]?[name]?.integer, index < nodes.count else {
      throw AffixError(reason: "no part \(name)")
    }
    return Int(index)
  }

  /// An attribute, which is MessagePack within MessagePack.
  func attribute(_ name: String, of layer: Int) throws(AffixError) -> MessagePack {
    guard let bytes = attributes[layer][name]?.bytes else {
      throw AffixError(reason: "no attribute \(name)")
    }
    do {
      return try MessagePackReader.read(bytes)
    } catch {
      throw AffixError(reason: "attribute \(name): \(error.reason)")
    }
  }

  func tensor(_ name: String, of layer: Int) throws(AffixError) -> Tensor {
    guard let array = parameters[layer][name], array["type"]?.text == "<f4",
      let data = array["data"]?.bytes, let shape = array["shape"]?.array
    else { throw AffixError(reason: "no array \(name) in layer \(layer)") }
    let sizes = shape.map { Int(truncatingIfNeeded: $0.integer ?? 0) }
    guard sizes.reduce(1, *) * 4 == data.count else {
      throw AffixError(reason: "array \(name) of layer \(layer) has a wrong size")
    }
    let values = data.withUnsafeBytes { raw in
      (0..<raw.count / 4).map {
        Float(
          bitPattern: UInt32(
            littleEndian: raw.loadUnaligned(fromByteOffset: $0 * 4, as: UInt32.self)))
      }
    }
    return Tensor(shape: sizes, values: values)
  }

  func tensor(_ name: String, of layer: Int, shape: [Int]) throws(AffixError) -> [Float] {
    let found = try tensor(name, of: layer)
    guard found.shape == shape else {
      throw AffixError(reason: "array \(name) of layer \(layer) has shape \(found.shape)")
    }
    return found.values
  }
}
