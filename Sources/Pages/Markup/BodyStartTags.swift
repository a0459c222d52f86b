/// What the body's start tags do that need more than a line, in the order of the dispatch.
extension HTMLTreeBuilder {
  /// Most attributes that second `html` and `body` tags may give to the first.
  private static let attributeLimit: Int32 = 1024

  /// Adds those of a second tag's attributes that the element does not have.
  mutating func addMissingAttributes(_ token: HTMLToken, to node: Int32) {
    let element = nodes[Int(node)]
    let room = Self.attributeLimit - element.count
    guard token.count > 0, room > 0 else { return }
    let own = tokenizer.attributes[Int(element.start)..<Int(element.start + element.count)]
    let names = Set(own.map(\.name))
    let added = tokenizer.attributes[Int(token.start)..<Int(token.start + token.count)]
      .filter { !names.contains($0.name) }.prefix(Int(room))
    guard !added.isEmpty else { return }
    let all = own + added
    nodes[Int(node)].start = Int32(tokenizer.attributes.count)
    nodes[Int(node)].count = Int32(all.count)
    tokenizer.attributes.append(contentsOf: all)
  }

  mutating func secondBody(_ token: HTMLToken) {
    guard open.count > 1, open[1].isHTML(.body), !open.contains(.template) else { return }
    isFramesetOK = false
    addMissingAttributes(token, to: open[1].node)
  }

  mutating func framesetInBody(_ token: HTMLToken) {
    guard isFramesetOK, open.count > 1, open[1].isHTML(.body) else { return }
    unlink(open[1].node)
    open.popAll(above: 1)
    insertRequiredElement(token)
    mode = .inFrameset
  }

  mutating func formInBody(_ token: HTMLToken) {
    let isInTemplate = open.contains(.template)
    guard form < 0 || isInTemplate else { return }
    closeParagraphInButtonScope()
    let element = insertElement(token)
    if !open.isFull { open.push(element) }
    if !isInTemplate { form = element.node }
  }

  /// "li", "dd" and "dt": each closes the last of its kind.
  mutating func listItem(_ token: HTMLToken, closing isKind: (HTMLName) -> Bool) {
    isFramesetOK = false
    for index in stride(from: open.count - 1, through: 0, by: -1) {
      let node = open[index]
      if node.namespace == .html, isKind(node.tag) {
        generateImpliedEndTags(except: node.tag)
        open.pop(through: node.tag)
        break
      }
      let isPassedOver =
        node.namespace == .html && (node.tag == .address || node.tag == .div || node.tag == .p)
      if node.isSpecial, !isPassedOver { break }
    }
    closeParagraphInButtonScope()
    insertHTMLElement(token)
  }

  mutating func buttonInBody(_ token: HTMLToken) {
    if open.has(.button) {
      generateImpliedEndTags()
      open.pop(through: .button)
    }
    reconstructFormatting()
    insertHTMLElement(token)
    isFramesetOK = false
  }

  mutating func insertFormattingElement(_ token: HTMLToken) {
    let element = insertElement(token)
    guard !open.isFull else { return }
    open.push(element)
    pushFormatting(element.node, token.tag)
  }

  mutating func anchorInBody(_ token: HTMLToken) {
    if let node = activeAnchor() {
      adoptionAgency(HTMLToken(kind: .endTag, tag: .a, name: HTMLName.a.rawValue))
      if let index = formattingIndex(ofNode: node) { formatting.remove(at: index) }
      if let index = open.lastIndex(ofNode: node) { open.remove(at: index) }
    }
    reconstructFormatting()
    insertFormattingElement(token)
  }

  /// An `a` in the list of active formatting elements, after the last marker.
  private func activeAnchor() -> Int32? {
    for entry in formatting.reversed() {
      if entry.node < 0 { return nil }
      if entry.tag == .a { return entry.node }
    }
    return nil
  }

  mutating func nobrInBody(_ token: HTMLToken) {
    reconstructFormatting()
    if open.has(.nobr) {
      adoptionAgency(HTMLToken(kind: .endTag, tag: .nobr, name: HTMLName.nobr.rawValue))
      reconstructFormatting()
    }
    insertFormattingElement(token)
  }

  mutating func tableInBody(_ token: HTMLToken) {
    if !isQuirksMode { closeParagraphInButtonScope() }
    isFramesetOK = false
    let element = insertElement(token)
    guard !open.isFull else { return }
    open.push(element)
    mode = .inTable
  }

  mutating func inputInBody(_ token: HTMLToken) {
    if open.has(.select) { open.pop(through: .select) }
    reconstructFormatting()
    insertVoidElement(token)
    if !isHidden(token) { isFramesetOK = false }
  }

  /// Whether an `input` is of type "hidden".
  func isHidden(_ token: HTMLToken) -> Bool {
    value(of: .type, token).map { $0.lowercased() == "hidden" } ?? false
  }

  func value(of name: HTMLName, _ token: HTMLToken) -> String? {
    let range = Int(token.start)..<Int(token.start + token.count)
    let found = tokenizer.attributes[range].first { $0.name == name.rawValue }
    return found.map { String(decoding: bytes($0.valueStart, $0.valueCount), as: UTF8.self) }
  }

  mutating func ruleInBody(_ token: HTMLToken) {
    closeParagraphInButtonScope()
    if open.has(.select) { generateImpliedEndTags() }
    insertVoidElement(token)
    isFramesetOK = false
  }

  mutating func selectInBody(_ token: HTMLToken) {
    if open.has(.select) {
      open.pop(through: .select)
      return
    }
    reconstructFormatting()
    insertHTMLElement(token)
    isFramesetOK = false
  }

  mutating func optionInBody(_ token: HTMLToken) {
    if open.has(.select) {
      generateImpliedEndTags(except: token.tag == .option ? .optgroup : .other)
    } else if open.last.isHTML(.option) {
      open.pop()
    }
    reconstructFormatting()
    insertHTMLElement(token)
  }

  mutating func rubyInBody(_ token: HTMLToken, except tag: HTMLName) {
    if open.has(.ruby) { generateImpliedEndTags(except: tag) }
    insertHTMLElement(token)
  }

  mutating func foreignRootInBody(_ token: HTMLToken) {
    reconstructFormatting()
    insertForeignElement(token, token.tag == .svg ? .svg : .mathML)
  }
}
