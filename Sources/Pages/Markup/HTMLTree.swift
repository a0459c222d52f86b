/// The tree of an HTML page: flat arrays, nodes by index, text as ranges of one byte buffer.
///
/// Built by `HTMLParser`; never changed afterwards. The document is node 0. All text is valid
/// UTF-8.
package struct HTMLTree: Sendable {
  package enum Kind: UInt8, Sendable {
    case document, doctype, element, text, comment
    /// The root of a template's contents: the only child of its `template` element.
    case fragment
  }

  package enum Namespace: UInt8, Sendable { case html, svg, mathML }

  package struct NodeID: Hashable, Sendable, Comparable {
    package let rawValue: Int32

    package init(_ index: Int) { rawValue = Int32(truncatingIfNeeded: index) }
    package var index: Int { Int(rawValue) }
    package static func < (a: NodeID, b: NodeID) -> Bool { a.rawValue < b.rawValue }
  }

  struct Node {
    var kind: Kind
    var namespace: Namespace = .html
    /// Index into `names` for an element or doctype.
    var name: UInt16 = 0
    var parent: Int32 = -1
    var firstChild: Int32 = -1
    var lastChild: Int32 = -1
    var previousSibling: Int32 = -1
    var nextSibling: Int32 = -1
    /// Of an element its attributes in `attributes`; of a text or comment its bytes in `bytes`.
    var start: Int32 = 0
    var count: Int32 = 0
  }

  struct Attribute {
    /// Index into `names`.
    var name: UInt16
    var valueStart: Int32
    var valueCount: Int32
  }

  var nodes: [Node]
  var attributes: [Attribute]
  /// The text of the page: decoded source first, what character references made after it.
  var bytes: [UInt8]
  /// Element and attribute names; those of `HTMLName` come first, in its order.
  var names: [String]
}

extension HTMLTree {
  package var root: NodeID { NodeID(0) }
  package var count: Int { nodes.count }

  package func kind(_ node: NodeID) -> Kind { nodes[node.index].kind }
  package func namespace(_ node: NodeID) -> Namespace { nodes[node.index].namespace }

  /// The element's name; `.other` for one that `HTMLName` does not list, and for no element.
  package func tag(_ node: NodeID) -> HTMLName {
    let entry = nodes[node.index]
    guard entry.kind == .element, entry.namespace == .html else { return .other }
    return HTMLName(rawValue: entry.name) ?? .other
  }

  /// The name of any element or doctype, as the standard spells it.
  package func name(_ node: NodeID) -> String { names[Int(nodes[node.index].name)] }

  package func parent(_ node: NodeID) -> NodeID? { link(nodes[node.index].parent) }
  package func firstChild(_ node: NodeID) -> NodeID? { link(nodes[node.index].firstChild) }
  package func lastChild(_ node: NodeID) -> NodeID? { link(nodes[node.index].lastChild) }
  package func nextSibling(_ node: NodeID) -> NodeID? { link(nodes[node.index].nextSibling) }
  package func previousSibling(_ node: NodeID) -> NodeID? {
    link(nodes[node.index].previousSibling)
  }

  private func link(_ index: Int32) -> NodeID? { index < 0 ? nil : NodeID(Int(index)) }

  /// The children in order.
  package func children(_ node: NodeID) -> Children {
    Children(nodes: nodes, upcoming: nodes[node.index].firstChild)
  }

  /// The node and all below it, in document order.
  package func preorder(_ node: NodeID) -> Preorder {
    Preorder(nodes: nodes, top: node.rawValue, upcoming: node.rawValue)
  }

  /// The node after `node`'s whole subtree in document order, not leaving `top`.
  package func after(_ node: NodeID, within top: NodeID) -> NodeID? {
    var node = node
    while node != top {
      if let next = nextSibling(node) { return next }
      guard let up = parent(node) else { return nil }
      node = up
    }
    return nil
  }

  /// The first element of that name in document order below `node`.
  package func first(_ tag: HTMLName, in node: NodeID) -> NodeID? {
    preorder(node).first { self.tag($0) == tag }
  }

  package struct Children: Sequence, IteratorProtocol {
    let nodes: [Node]
    var upcoming: Int32

    package mutating func next() -> NodeID? {
      guard upcoming >= 0 else { return nil }
      let node = upcoming
      upcoming = nodes[Int(node)].nextSibling
      return NodeID(Int(node))
    }
  }

  package struct Preorder: Sequence, IteratorProtocol {
    let nodes: [Node]
    let top: Int32
    var upcoming: Int32

    package mutating func next() -> NodeID? {
      guard upcoming >= 0 else { return nil }
      let node = upcoming
      let child = nodes[Int(node)].firstChild
      upcoming = child >= 0 ? child : after(node)
      return NodeID(Int(node))
    }

    private func after(_ node: Int32) -> Int32 {
      var node = node
      while node != top, node >= 0 {
        let entry = nodes[Int(node)]
        if entry.nextSibling >= 0 { return entry.nextSibling }
        node = entry.parent
      }
      return -1
    }
  }
}

extension HTMLTree {
  /// The bytes of a text or comment node, without a copy.
  package func withText<R>(_ node: NodeID, _ body: (UnsafeBufferPointer<UInt8>) -> R) -> R {
    let entry = nodes[node.index]
    guard entry.kind == .text || entry.kind == .comment else {
      return body(UnsafeBufferPointer(start: nil, count: 0))
    }
    return withBytes(entry.start, entry.count, body)
  }

  /// The words of a text or comment node.
  package func text(_ node: NodeID) -> String {
    withText(node) { String(decoding: $0, as: UTF8.self) }
  }

  /// The text nodes below `node` one after the other, as they stand, scripts and styles included.
  package func textContent(_ node: NodeID) -> String {
    var out: [UInt8] = []
    for child in preorder(node) where kind(child) == .text {
      withText(child) { out.append(contentsOf: $0) }
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// The value of an attribute; `nil` where the element does not have it.
  package func attribute(_ node: NodeID, _ name: HTMLName) -> String? {
    withAttribute(node, name) { $0.map { String(decoding: $0, as: UTF8.self) } }
  }

  /// The value of an attribute by any name, in lower case.
  package func attribute(_ node: NodeID, named name: String) -> String? {
    for attribute in attributes(of: node) where names[Int(attribute.name)] == name {
      return withBytes(attribute.valueStart, attribute.valueCount) {
        String(decoding: $0, as: UTF8.self)
      }
    }
    return nil
  }

  package func hasAttribute(_ node: NodeID, _ name: HTMLName) -> Bool {
    attributes(of: node).contains { $0.name == name.rawValue }
  }

  /// The bytes of an attribute's value, without a copy; `nil` where the element does not have it.
  package func withAttribute<R>(
    _ node: NodeID, _ name: HTMLName, _ body: (UnsafeBufferPointer<UInt8>?) -> R
  ) -> R {
    for attribute in attributes(of: node) where attribute.name == name.rawValue {
      return withBytes(attribute.valueStart, attribute.valueCount) { body($0) }
    }
    return body(nil)
  }

  /// The identifiers of a doctype; `nil` where it does not have them.
  package func doctypeIdentifiers(_ node: NodeID) -> (publicID: String?, systemID: String?) {
    let entry = nodes[node.index]
    guard entry.kind == .doctype else { return (nil, nil) }
    let pairs = attributes[Int(entry.start)..<Int(entry.start + entry.count)].map(pair)
    return (
      pairs.first { $0.name == "public" }?.value, pairs.first { $0.name == "system" }?.value
    )
  }

  /// All attributes of an element, in the source's order.
  package func attributePairs(_ node: NodeID) -> [(name: String, value: String)] {
    attributes(of: node).map(pair)
  }

  private func pair(_ attribute: Attribute) -> (name: String, value: String) {
    let value = withBytes(attribute.valueStart, attribute.valueCount) {
      String(decoding: $0, as: UTF8.self)
    }
    return (names[Int(attribute.name)], value)
  }

  private func attributes(of node: NodeID) -> ArraySlice<Attribute> {
    let entry = nodes[node.index]
    guard entry.kind == .element else { return [] }
    return attributes[Int(entry.start)..<Int(entry.start + entry.count)]
  }

  private func withBytes<R>(
    _ start: Int32, _ count: Int32, _ body: (UnsafeBufferPointer<UInt8>) -> R
  ) -> R {
    bytes.withUnsafeBufferPointer {
      body(UnsafeBufferPointer(rebasing: $0[Int(start)..<Int(start + count)]))
    }
  }
}
