/// The adoption agency algorithm, for end tags of formatting elements that are nested wrongly.
extension HTMLTreeBuilder {
  mutating func adoptionAgency(_ token: HTMLToken) {
    let subject = token.tag
    if open.last.isHTML(subject), formattingIndex(ofNode: open.last.node) == nil {
      open.pop()
      return
    }
    for _ in 0..<8 {
      guard adoptOnce(subject, token) else { return }
    }
  }

  /// One turn of the outer loop; false where the algorithm is at its end.
  private mutating func adoptOnce(_ subject: HTMLName, _ token: HTMLToken) -> Bool {
    guard let listIndex = formattingIndex(of: subject) else {
      anyOtherEndTag(token)
      return false
    }
    let formattingNode = formatting[listIndex].node
    guard let stackIndex = open.lastIndex(ofNode: formattingNode) else {
      formatting.remove(at: listIndex)
      return false
    }
    guard open.has(in: .scope, { $0.node == formattingNode }) else { return false }
    guard let furthest = (stackIndex + 1..<open.count).first(where: { open[$0].isSpecial }) else {
      open.popAll(above: stackIndex)
      formatting.remove(at: listIndex)
      return false
    }
    adopt(listIndex: listIndex, stackIndex: stackIndex, furthest: furthest)
    return true
  }

  /// The last element of that name in the list, before any marker.
  private func formattingIndex(of subject: HTMLName) -> Int? {
    for index in formatting.indices.reversed() {
      if formatting[index].node < 0 { return nil }
      if formatting[index].tag == subject { return index }
    }
    return nil
  }

  private mutating func adopt(listIndex: Int, stackIndex: Int, furthest: Int) {
    let formattingNode = formatting[listIndex].node
    let block = open[furthest]
    let ancestor = open[stackIndex - 1]
    // "Bookmark": the index in the list at which the new element goes.
    var bookmark = listIndex
    let lastNode = adoptBetween(stackIndex, furthest, &bookmark)
    unlink(lastNode)
    link(lastNode, at: appropriatePlace(in: ancestor))

    let token = copyToken(of: formattingNode)
    let copy = append(
      HTMLTree.Node(kind: .element, name: token.name, start: token.start, count: token.count))
    moveChildren(of: block.container, to: copy)
    link(copy, at: Place(parent: block.container))

    var entry = formatting[formattingIndex(ofNode: formattingNode) ?? listIndex]
    entry.node = copy
    formatting.insert(entry, at: bookmark)
    if let old = formattingIndex(ofNode: formattingNode) { formatting.remove(at: old) }
    if let old = open.lastIndex(ofNode: formattingNode) { open.remove(at: old) }
    let blockIndex = open.lastIndex(ofNode: block.node) ?? open.count - 1
    open.insert(
      OpenElement(node: copy, container: copy, name: token.name, namespace: .html),
      at: blockIndex + 1)
  }

  /// The inner loop: copies the formatting elements between the formatting element and the furthest
  /// block, each the parent of the one below. Returns the "last node".
  private mutating func adoptBetween(
    _ stackIndex: Int, _ furthest: Int, _ bookmark: inout Int
  ) -> Int32 {
    let block = open[furthest].node
    var lastNode = block
    var turn = 0
    for index in stride(from: furthest - 1, to: stackIndex, by: -1) {
      turn += 1
      let node = open[index].node
      var listIndex = formattingIndex(ofNode: node)
      if turn > 3, let found = listIndex {
        formatting.remove(at: found)
        if found < bookmark { bookmark -= 1 }
        listIndex = nil
      }
      guard let listIndex else {
        open.remove(at: index)
        continue
      }
      let token = copyToken(of: node)
      let copy = append(
        HTMLTree.Node(kind: .element, name: token.name, start: token.start, count: token.count))
      formatting[listIndex].node = copy
      open.replace(at: index, node: copy)
      if lastNode == block { bookmark = listIndex + 1 }
      unlink(lastNode)
      link(lastNode, at: Place(parent: copy))
      lastNode = copy
    }
    return lastNode
  }

  private mutating func moveChildren(of parent: Int32, to other: Int32) {
    let first = nodes[Int(parent)].firstChild
    nodes[Int(other)].firstChild = first
    nodes[Int(other)].lastChild = nodes[Int(parent)].lastChild
    nodes[Int(parent)].firstChild = -1
    nodes[Int(parent)].lastChild = -1
    var child = first
    while child >= 0 {
      nodes[Int(child)].parent = other
      child = nodes[Int(child)].nextSibling
    }
  }
}
