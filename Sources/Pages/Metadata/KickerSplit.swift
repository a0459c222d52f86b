/// Parts a headline's element into kicker and headline: "<h1><span>Analysis</span> Why it rains".
enum KickerSplit {
  struct Parts {
    var title: String
    var kicker: String?
    /// The element has parts of their own that the text joins.
    var isJoined = false
  }

  /// `isTitle` tells whether a text is a declared title; then what stands before it is a kicker.
  static func split(
    _ node: HTMLTree.NodeID, in tree: HTMLTree, isTitle: (String) -> Bool
  ) -> Parts {
    let whole = tree.inlineText(node, limit: 600) { tree.tag($0) == .button }
    let pieces = pieces(node, in: tree)
    guard pieces.count > 1 else { return Parts(title: whole) }
    if isTitle(whole) { return Parts(title: whole, isJoined: true) }
    for cut in 1..<pieces.count {
      let rest = joined(pieces[cut...])
      if isTitle(rest) { return Parts(title: rest, kicker: kicker(joined(pieces[..<cut]))) }
      let head = joined(pieces[..<cut])
      if isTitle(head) { return Parts(title: head) }
    }
    // Nothing declared agrees: a short first element that is called a kicker is believed, but a
    // colon makes one headline of both.
    let title = joined(pieces[1...])
    guard let first = pieces.first, first.isKicker || pieces[1].isTitle,
      first.text.utf8.count <= 80, title.utf8.count >= 10, !first.text.hasSuffix(":"),
      pieces[1].text != ":"
    else { return Parts(title: whole, isJoined: true) }
    return Parts(title: title, kicker: kicker(first.text))
  }

  private struct Piece {
    var text: String
    var isKicker: Bool
    var isTitle: Bool
  }

  /// The texts of the pieces, without marks alone at the ends: " - " between two elements.
  private static func joined(_ pieces: ArraySlice<Piece>) -> String {
    var pieces = pieces
    while pieces.count > 1, let first = pieces.first, isMark(first.text) { pieces.removeFirst() }
    while pieces.count > 1, let last = pieces.last, isMark(last.text) { pieces.removeLast() }
    return pieces.map(\.text).joined(separator: " ")
  }

  private static func isMark(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy {
      !$0.properties.isAlphabetic && $0.properties.numericType == nil
    }
      && text.unicodeScalars.count < 3
  }

  /// The element's children that have words; wrappers with one such child are gone into.
  private static func pieces(_ node: HTMLTree.NodeID, in tree: HTMLTree) -> [Piece] {
    var node = node
    for _ in 0..<6 {
      var pieces: [Piece] = []
      var only: HTMLTree.NodeID?
      for child in tree.children(node).prefix(40) {
        guard let piece = piece(child, in: tree) else { continue }
        only = tree.kind(child) == .element ? child : nil
        pieces.append(piece)
      }
      guard pieces.count == 1, let only else { return pieces }
      node = only
    }
    return []
  }

  private static func piece(_ node: HTMLTree.NodeID, in tree: HTMLTree) -> Piece? {
    guard tree.kind(node) == .element else {
      let text = tree.kind(node) == .text ? PlainValue.words(tree.text(node)) : ""
      return text.isEmpty ? nil : Piece(text: text, isKicker: false, isTitle: false)
    }
    let tag = tree.tag(node)
    if tag == .button || InlineText.isSilent(tag) { return nil }
    let text = tree.inlineText(node, limit: 600)
    if text.isEmpty { return nil }
    let hints = Hints(of: node, in: tree)
    let isKicker =
      hints.contains(.kicker) || hints.contains(.topic) || tag == .small || tag == .div
      || tag == .p
    return Piece(
      text: text, isKicker: isKicker,
      isTitle: hints.contains(.headline) && !hints.contains(.kicker))
  }

  /// A kicker without the colon, bar or dot that parts it from the headline.
  private static func kicker(_ text: String) -> String? {
    var scalars = Substring(text).unicodeScalars
    while let last = scalars.last, ":|·•–-/+ ".unicodeScalars.contains(last) {
      scalars.removeLast()
    }
    return scalars.isEmpty ? nil : String(scalars)
  }
}
