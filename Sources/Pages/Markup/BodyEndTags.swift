/// End tags of "the in body insertion mode", in the standard's order.
extension HTMLTreeBuilder {
  mutating func endTagInBody(_ token: inout HTMLToken) -> Outcome {
    switch token.tag {
    case .template: return inHead(&token)
    case .body, .html:
      guard open.has(.body) else { return .done }
      mode = .afterBody
      return token.tag == .html ? .reprocess : .done
    case .address, .article, .aside, .blockquote, .button, .center, .details, .dialog, .dir, .div,
      .dl, .fieldset, .figcaption, .figure, .footer, .header, .hgroup, .listing, .main, .menu,
      .nav, .ol, .pre, .search, .section, .select, .summary, .ul:
      closeElement(token.tag)
    case .form: endForm()
    case .p: endParagraph()
    case .li:
      guard open.has(.li, in: .listItem) else { return .done }
      generateImpliedEndTags(except: .li)
      open.pop(through: .li)
    case .dd, .dt:
      guard open.has(token.tag) else { return .done }
      generateImpliedEndTags(except: token.tag)
      open.pop(through: token.tag)
    case .h1, .h2, .h3, .h4, .h5, .h6: endHeading()
    case .a, .b, .big, .code, .em, .font, .i, .nobr, .s, .small, .strike, .strong, .tt, .u:
      adoptionAgency(token)
    case .applet, .marquee, .object:
      guard open.has(token.tag) else { return .done }
      closeElement(token.tag)
      clearFormattingToMarker()
    case .br:
      reconstructFormatting()
      insertVoidElement(HTMLToken(kind: .startTag, tag: .br, name: HTMLName.br.rawValue))
      isFramesetOK = false
    default: anyOtherEndTag(token)
    }
    return .done
  }

  private mutating func closeElement(_ tag: HTMLName) {
    guard open.has(tag) else { return }
    generateImpliedEndTags()
    open.pop(through: tag)
  }

  private mutating func endForm() {
    guard !open.contains(.template) else { return closeElement(.form) }
    let node = form
    form = -1
    guard node >= 0, open.contains(.form), open.has(in: .scope, { $0.node == node }) else { return }
    generateImpliedEndTags()
    if let index = open.lastIndex(ofNode: node) { open.remove(at: index) }
  }

  private mutating func endParagraph() {
    if !open.has(.p, in: .button) { insertImpliedElement(.p) }
    closeParagraph()
  }

  private mutating func endHeading() {
    let isHeading = { (element: OpenElement) in
      element.namespace == .html && element.tag.isHeading
    }
    guard open.has(in: .scope, isHeading) else { return }
    generateImpliedEndTags()
    open.pop(through: isHeading)
  }

  /// "Any other end tag"
  mutating func anyOtherEndTag(_ token: HTMLToken) {
    for index in stride(from: open.count - 1, through: 1, by: -1) {
      let node = open[index]
      if node.namespace == .html, node.name == token.name {
        generateImpliedEndTags(except: token.tag)
        open.popAll(above: index)
        return
      }
      if node.isSpecial { return }
    }
  }

  /// "Close a p element"
  mutating func closeParagraph() {
    generateImpliedEndTags(except: .p)
    open.pop(through: .p)
  }

  mutating func closeParagraphInButtonScope() {
    if open.has(.p, in: .button) { closeParagraph() }
  }

  /// "Generate implied end tags", except for elements of one name; `other` for none.
  mutating func generateImpliedEndTags(except tag: HTMLName = .other) {
    while open.last.namespace == .html, open.last.tag.hasImpliedEndTag, open.last.tag != tag {
      open.pop()
    }
  }

  /// "Generate all implied end tags thoroughly"
  mutating func generateImpliedEndTagsThoroughly() {
    while open.last.namespace == .html, open.last.tag.hasThoroughlyImpliedEndTag { open.pop() }
  }
}
