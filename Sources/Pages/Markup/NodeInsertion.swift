/// Creating and inserting nodes.
extension HTMLTreeBuilder {
  /// A place among the children of `parent`: before the node `before`, or at the end if it is -1.
  struct Place {
    var parent: Int32
    var before: Int32 = -1
  }

  /// "Appropriate place for inserting a node"
  func appropriatePlace() -> Place { appropriatePlace(in: open.last) }

  func appropriatePlace(in target: OpenElement) -> Place {
    guard isFosterParenting, target.namespace == .html, target.tag.isTableStructure else {
      return Place(parent: target.container)
    }
    return fosterParent()
  }

  private func fosterParent() -> Place {
    let template = open.lastIndex(of: .template)
    guard let table = open.lastIndex(of: .table), table > template ?? -1 else {
      return Place(parent: open[template ?? 0].container)
    }
    let node = open[table].node
    let parent = nodes[Int(node)].parent
    guard parent < 0 else { return Place(parent: parent, before: node) }
    return Place(parent: open[max(0, table - 1)].container)
  }

  mutating func append(_ node: HTMLTree.Node) -> Int32 {
    nodes.append(node)
    return Int32(truncatingIfNeeded: nodes.count - 1)
  }

  /// Links a node that has no parent.
  mutating func link(_ node: Int32, at place: Place) {
    let previous =
      place.before < 0
      ? nodes[Int(place.parent)].lastChild : nodes[Int(place.before)].previousSibling
    nodes[Int(node)].parent = place.parent
    nodes[Int(node)].previousSibling = previous
    nodes[Int(node)].nextSibling = place.before
    if previous < 0 {
      nodes[Int(place.parent)].firstChild = node
    } else {
      nodes[Int(previous)].nextSibling = node
    }
    if place.before < 0 {
      nodes[Int(place.parent)].lastChild = node
    } else {
      nodes[Int(place.before)].previousSibling = node
    }
  }

  /// Takes a node out of its parent, if it has one.
  mutating func unlink(_ node: Int32) {
    let entry = nodes[Int(node)]
    guard entry.parent >= 0 else { return }
    if entry.previousSibling < 0 {
      nodes[Int(entry.parent)].firstChild = entry.nextSibling
    } else {
      nodes[Int(entry.previousSibling)].nextSibling = entry.nextSibling
    }
    if entry.nextSibling < 0 {
      nodes[Int(entry.parent)].lastChild = entry.previousSibling
    } else {
      nodes[Int(entry.nextSibling)].previousSibling = entry.previousSibling
    }
    nodes[Int(node)].parent = -1
    nodes[Int(node)].previousSibling = -1
    nodes[Int(node)].nextSibling = -1
  }

  /// "Create an element for the token", of HTML, without opening it.
  mutating func insertElement(_ token: HTMLToken) -> OpenElement {
    let node = append(
      HTMLTree.Node(kind: .element, name: token.name, start: token.start, count: token.count))
    link(node, at: appropriatePlace())
    return OpenElement(node: node, container: node, name: token.name, namespace: .html)
  }

  /// "Insert an HTML element"; not opened where the stack is full.
  mutating func insertHTMLElement(_ token: HTMLToken) {
    let element = insertElement(token)
    if !open.isFull { open.push(element) }
  }

  /// The same for elements that modes rely upon, or that the next token closes: they may go over
  /// the limit, by a few levels at most.
  mutating func insertRequiredElement(_ token: HTMLToken) { open.push(insertElement(token)) }

  /// An element that the page has no tag for.
  mutating func insertImpliedElement(_ tag: HTMLName) {
    insertRequiredElement(HTMLToken(kind: .startTag, tag: tag, name: tag.rawValue))
  }

  /// An element that is popped off at once.
  mutating func insertVoidElement(_ token: HTMLToken) { _ = insertElement(token) }

  /// "Insert a comment"
  mutating func insertComment(_ token: HTMLToken, at place: Place? = nil) {
    let node = append(HTMLTree.Node(kind: .comment, start: token.start, count: token.count))
    link(node, at: place ?? appropriatePlace())
  }

  /// "Insert a character", for a run of them
  mutating func insertCharacters(_ token: HTMLToken) {
    guard token.count > 0 else { return }
    let place = appropriatePlace()
    let previous =
      place.before < 0
      ? nodes[Int(place.parent)].lastChild : nodes[Int(place.before)].previousSibling
    if previous >= 0, nodes[Int(previous)].kind == .text {
      extendText(previous, by: token)
    } else {
      let node = append(HTMLTree.Node(kind: .text, start: token.start, count: token.count))
      link(node, at: place)
    }
  }

  mutating func insertReplacementCharacter() {
    _ = tokenizer.emitReplacement()
    insertCharacters(tokenizer.token)
  }

  /// Joins text to a text node. Where the two do not stand one behind the other, the whole goes to
  /// the tail; from the second time on with room to grow, so that text which foster parenting
  /// gathers piece by piece is not copied over and over. While the tree is built the `name` of a
  /// text node is the binary logarithm of its room, plus one; 0 is no room of its own.
  private mutating func extendText(_ node: Int32, by token: HTMLToken) {
    let text = nodes[Int(node)]
    let end = text.start + text.count
    if end == token.start {
      nodes[Int(node)].count += token.count
      return
    }
    let total = Int(text.count) + Int(token.count)
    let room = text.name == 0 ? 0 : 1 << (Int(text.name) - 1)
    if total <= room {
      for offset in 0..<Int(token.count) {
        let byte = tokenizer.byte(Int(token.start) + offset)
        tokenizer.tail[Int(end) - tokenizer.input.count + offset] = byte
      }
      nodes[Int(node)].count = Int32(total)
      return
    }
    relocateText(node, token, total)
  }

  private mutating func relocateText(_ node: Int32, _ token: HTMLToken, _ total: Int) {
    let text = nodes[Int(node)]
    let isInTail = Int(text.start) >= tokenizer.input.count
    let start: Int
    if isInTail, Int(text.start + text.count) == tokenizer.tailEnd {
      start = Int(text.start)
    } else {
      start = tokenizer.tailEnd
      copyToTail(text.start, text.count)
    }
    copyToTail(token.start, token.count)
    nodes[Int(node)].start = Int32(start)
    nodes[Int(node)].count = Int32(total)
    guard isInTail else { return }
    let exponent = Int.bitWidth - (total - 1).leadingZeroBitCount + 1
    nodes[Int(node)].name = UInt16(exponent + 1)
    let missing = (1 << exponent) - (tokenizer.tailEnd - start)
    if missing > 0 { tokenizer.tail.append(contentsOf: repeatElement(0, count: missing)) }
  }

  private mutating func copyToTail(_ start: Int32, _ count: Int32) {
    for index in Int(start)..<Int(start) + Int(count) {
      tokenizer.tail.append(tokenizer.byte(index))
    }
  }
}
