/// The tree as text, in the format of the html5lib tests: for judging the parser, and for its own
/// tests.
extension HTMLTree {
  /// One line a node, indented by depth; a line break in text stays one.
  package func dump() -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count * 2)
    var depth = 0
    var node = firstChild(root)
    while let current = node {
      dump(current, depth, &out)
      if let child = firstChild(current) {
        depth += 1
        node = child
      } else {
        node = next(after: current, &depth)
      }
    }
    return out
  }

  private func next(after node: NodeID, _ depth: inout Int) -> NodeID? {
    var node = node
    while true {
      if let sibling = nextSibling(node) { return sibling }
      guard let up = parent(node), up != root else { return nil }
      node = up
      depth -= 1
    }
  }

  private func dump(_ node: NodeID, _ depth: Int, _ out: inout [UInt8]) {
    Self.indent(depth, &out)
    switch kind(node) {
    case .document: break
    case .fragment: out.append(contentsOf: "content\n".utf8)
    case .doctype: out.append(contentsOf: "<!DOCTYPE \(doctypeText(node))>\n".utf8)
    case .comment:
      out.append(contentsOf: "<!-- ".utf8)
      withText(node) { out.append(contentsOf: $0) }
      out.append(contentsOf: " -->\n".utf8)
    case .text:
      out.append(0x22)
      withText(node) { out.append(contentsOf: $0) }
      out.append(contentsOf: "\"\n".utf8)
    case .element: dumpElement(node, depth, &out)
    }
  }

  private func dumpElement(_ node: NodeID, _ depth: Int, _ out: inout [UInt8]) {
    let prefix =
      switch namespace(node) {
      case .html: ""
      case .svg: "svg "
      case .mathML: "math "
      }
    out.append(contentsOf: "<\(prefix)\(name(node))>\n".utf8)
    let isForeign = namespace(node) != .html
    let pairs = attributePairs(node).map { pair in
      (isForeign ? Self.namespaced(pair.name) : pair.name, pair.value)
    }
    for (name, value) in pairs.sorted(by: { $0.0 < $1.0 }) {
      Self.indent(depth + 1, &out)
      out.append(contentsOf: "\(name)=\"\(value)\"\n".utf8)
    }
  }

  private func doctypeText(_ node: NodeID) -> String {
    let ids = doctypeIdentifiers(node)
    guard ids.publicID != nil || ids.systemID != nil else { return name(node) }
    return "\(name(node)) \"\(ids.publicID ?? "")\" \"\(ids.systemID ?? "")\""
  }

  /// "Adjust foreign attributes": those that lie in a namespace, as the format writes them.
  private static func namespaced(_ name: String) -> String {
    switch name {
    case "xlink:actuate", "xlink:arcrole", "xlink:href", "xlink:role", "xlink:show", "xlink:title",
      "xlink:type", "xml:lang", "xml:space", "xmlns:xlink":
      name.split(separator: ":").joined(separator: " ")
    case "xmlns": "xmlns xmlns"
    default: name
    }
  }

  private static func indent(_ depth: Int, _ out: inout [UInt8]) {
    out.append(contentsOf: "| ".utf8)
    out.append(contentsOf: repeatElement(0x20, count: depth * 2))
  }
}
