/// Parts a headline's element into kicker and headline: "<h1><span>Analysis</span> Why it rains".
enum KickerSplit {
  /// `isTitle` tells whether a text is a declared title; then the rest before it is a kicker.
  static func split(
    _ node: HTMLTree.NodeID, in tree: HTMLTree, isTitle: (String) -> Bool
  ) -> (title: String, kicker: String?) {
    let whole = tree.inlineText(node, limit: 600, leavingOut: { isHiddenOrControl($0, in: tree) })
    if isTitle(whole) { return (whole, nil) }
    let pieces = pieces(node, in: tree)
    guard pieces.count > 1 else { return (whole, nil) }
    for cut in 1..<pieces.count {
      let rest = pieces[cut...].map(\.text).joined(separator: " ")
      let head = pieces[..<cut].map(\.text).joined(separator: " ")
      if isTitle(rest) { return (rest, kicker(head)) }
      if isTitle(head) { return (head, nil) }
    }
    // Nothing declared agrees: a short first element that is called a kicker is believed.
    guard let first = pieces.first, first.isKicker, first.text.utf8.count <= 80 else {
      return (whole, nil)
    }
    return (pieces[1...].map(\.text).joined(separator: " "), kicker(first.text))
  }

  private struct Piece {
    var text: String
    var isKicker: Bool
  }

  /// The element's children that have words; wrappers with one such child are gone into.
  private static func pieces(_ node: HTMLTree.NodeID, in tree: HTMLTree) -> [Piece] {
    var node = node
    for _ in 0..<6 {
      var pieces: [Piece] = []
      var only: HTMLTree.NodeID?
      for child in tree.children(node).prefix(40) {
        if isHiddenOrControl(child, in: tree) { continue }
        let isElement = tree.kind(child) == .element
        let text =
          isElement ? tree.inlineText(child, limit: 600) : PlainValue.words(tree.text(child))
        if text.isEmpty { continue }
        only = isElement ? child : nil
        let isKicker = isElement && Hints(of: child, in: tree).contains(.kicker)
        pieces.append(Piece(text: text, isKicker: isKicker))
      }
      guard pieces.count == 1, let only else { return pieces }
      node = only
    }
    return []
  }

  private static func isHiddenOrControl(_ node: HTMLTree.NodeID, in tree: HTMLTree) -> Bool {
    switch tree.tag(node) {
    case .button: true
    default: tree.kind(node) == .comment
    }
  }

  /// A kicker without the colon, bar or dot that parts it from the headline.
  private static func kicker(_ text: String) -> String? {
    var scalars = Substring(text).unicodeScalars
    while let last = scalars.last, ":|·•–-/+".unicodeScalars.contains(last) || last == " " {
      scalars.removeLast()
    }
    return scalars.isEmpty ? nil : String(scalars)
  }
}
