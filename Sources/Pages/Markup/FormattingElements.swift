/// An entry of the list of active formatting elements: an element, or a marker.
struct FormattingElement {
  /// -1 for a marker.
  var node: Int32
  var tag: HTMLName
  /// The same for elements with the same attributes, and hardly for others.
  var attributesHash: UInt32 = 0

  static let marker = FormattingElement(node: -1, tag: .other)

  /// Elements that the list holds at most: no page that people write comes near it, and without it
  /// a hostile one makes every walk through the list longer.
  static let limit = 512
}

/// The list of active formatting elements.
extension HTMLTreeBuilder {
  /// "Push onto the list of active formatting elements", with the Noah's Ark clause
  mutating func pushFormatting(_ node: Int32, _ tag: HTMLName) {
    let hash = attributesHash(node)
    var alike = 0
    var earliest = 0
    for index in formatting.indices.reversed() {
      let entry = formatting[index]
      if entry.node < 0 { break }
      if entry.tag == tag, entry.attributesHash == hash, haveSameAttributes(entry.node, node) {
        alike += 1
        earliest = index
      }
    }
    if alike >= 3 { formatting.remove(at: earliest) }
    guard formatting.count < FormattingElement.limit else { return }
    formatting.append(FormattingElement(node: node, tag: tag, attributesHash: hash))
  }

  /// A sum over the attributes, for their order does not matter.
  private func attributesHash(_ node: Int32) -> UInt32 {
    let element = nodes[Int(node)]
    var sum: UInt32 = 0
    for index in Int(element.start)..<Int(element.start + element.count) {
      let attribute = tokenizer.attributes[index]
      var hash = UInt32(attribute.name) &* 0x9E37_79B1
      for offset in Int(attribute.valueStart)..<Int(attribute.valueStart + attribute.valueCount) {
        hash = (hash ^ UInt32(tokenizer.byte(offset))) &* 0x0100_0193
      }
      sum &+= hash
    }
    return sum
  }

  private func haveSameAttributes(_ a: Int32, _ b: Int32) -> Bool {
    let a = nodes[Int(a)]
    let b = nodes[Int(b)]
    guard a.count == b.count else { return false }
    if a.start == b.start { return true }
    return (0..<Int(a.count)).allSatisfy { offset in
      let wanted = tokenizer.attributes[Int(a.start) + offset]
      return (0..<Int(b.count)).contains { other in
        isSame(wanted, tokenizer.attributes[Int(b.start) + other])
      }
    }
  }

  private func isSame(_ a: HTMLTree.Attribute, _ b: HTMLTree.Attribute) -> Bool {
    guard a.name == b.name, a.valueCount == b.valueCount else { return false }
    return (0..<Int(a.valueCount)).allSatisfy {
      tokenizer.byte(Int(a.valueStart) + $0) == tokenizer.byte(Int(b.valueStart) + $0)
    }
  }

  /// "Reconstruct the active formatting elements"
  mutating func reconstructFormatting() {
    guard let last = formatting.last, !isOpenOrMarker(last) else { return }
    guard !open.isFull, reopenings > 0 else { return }
    var index = formatting.count - 1
    while index > 0, !isOpenOrMarker(formatting[index - 1]) { index -= 1 }
    while index < formatting.count {
      guard !open.isFull, reopenings > 0 else { return }
      reopenings -= 1
      let element = insertElement(copyToken(of: formatting[index].node))
      open.push(element)
      formatting[index].node = element.node
      index += 1
    }
  }

  private func isOpenOrMarker(_ entry: FormattingElement) -> Bool {
    entry.node < 0 || (open.contains(entry.tag) && open.lastIndex(ofNode: entry.node) != nil)
  }

  /// The token that an element was made for.
  func copyToken(of node: Int32) -> HTMLToken {
    let entry = nodes[Int(node)]
    return HTMLToken(
      kind: .startTag, tag: HTMLName(rawValue: entry.name) ?? .other, name: entry.name,
      start: entry.start, count: entry.count)
  }

  /// "Clear the list of active formatting elements up to the last marker"
  mutating func clearFormattingToMarker() {
    while let entry = formatting.popLast(), entry.node >= 0 {}
  }

  func formattingIndex(ofNode node: Int32) -> Int? { formatting.lastIndex { $0.node == node } }
}
