/// "The in body insertion mode" and "the text insertion mode".
extension HTMLTreeBuilder {
  mutating func inBody(_ token: inout HTMLToken) -> Outcome {
    switch token.kind {
    case .null, .doctype: return .done
    case .characters:
      reconstructFormatting()
      insertCharacters(token)
      if isFramesetOK, !isWhitespace(token) { isFramesetOK = false }
      return .done
    case .comment:
      insertComment(token)
      return .done
    case .startTag: return startTagInBody(&token)
    case .endTag: return endTagInBody(&token)
    case .endOfFile:
      return templateModes.isEmpty ? .done : inTemplate(&token)
    }
  }

  /// "The text insertion mode"
  mutating func text(_ token: inout HTMLToken) -> Outcome {
    switch token.kind {
    case .characters:
      insertCharacters(token)
      return .done
    case .endOfFile:
      open.pop()
      mode = originalMode
      return .reprocess
    default:
      open.pop()
      mode = originalMode
      return .done
    }
  }
}

/// Start tags in body, in the standard's order.
extension HTMLTreeBuilder {
  private mutating func startTagInBody(_ token: inout HTMLToken) -> Outcome {
    switch token.tag {
    case .html:
      if !open.contains(.template) { addMissingAttributes(token, to: open[0].node) }
    case .base, .basefont, .bgsound, .link, .meta, .noframes, .script, .style, .template, .title:
      return inHead(&token)
    case .body: secondBody(token)
    case .frameset: framesetInBody(token)
    case .address, .article, .aside, .blockquote, .center, .details, .dialog, .dir, .div, .dl,
      .fieldset, .figcaption, .figure, .footer, .header, .hgroup, .main, .menu, .nav, .ol, .p,
      .search, .section, .summary, .ul:
      closeParagraphInButtonScope()
      insertHTMLElement(token)
    case .h1, .h2, .h3, .h4, .h5, .h6:
      closeParagraphInButtonScope()
      if open.last.namespace == .html, open.last.tag.isHeading { open.pop() }
      insertHTMLElement(token)
    case .pre, .listing:
      closeParagraphInButtonScope()
      insertHTMLElement(token)
      ignoresNewline = true
      isFramesetOK = false
    case .form: formInBody(token)
    case .li: listItem(token) { $0 == .li }
    case .dd, .dt: listItem(token) { $0 == .dd || $0 == .dt }
    case .plaintext:
      closeParagraphInButtonScope()
      insertRequiredElement(token)
      tokenizer.enterText(.plaintext, of: .plaintext)
    case .button: buttonInBody(token)
    default: return phrasingStartTagInBody(&token)
    }
    return .done
  }

  private mutating func phrasingStartTagInBody(_ token: inout HTMLToken) -> Outcome {
    switch token.tag {
    case .a: anchorInBody(token)
    case .b, .big, .code, .em, .font, .i, .s, .small, .strike, .strong, .tt, .u:
      reconstructFormatting()
      insertFormattingElement(token)
    case .nobr: nobrInBody(token)
    case .applet, .marquee, .object:
      reconstructFormatting()
      if !open.isFull { formatting.append(.marker) }
      insertHTMLElement(token)
      isFramesetOK = false
    case .table: tableInBody(token)
    case .area, .br, .embed, .img, .keygen, .wbr:
      reconstructFormatting()
      insertVoidElement(token)
      isFramesetOK = false
    case .input: inputInBody(token)
    case .param, .source, .track: insertVoidElement(token)
    case .hr: ruleInBody(token)
    case .image:
      token.tag = .img
      token.name = HTMLName.img.rawValue
      return .reprocess
    case .textarea:
      insertText(token, .rcdata)
      ignoresNewline = true
      isFramesetOK = false
    case .xmp:
      closeParagraphInButtonScope()
      reconstructFormatting()
      isFramesetOK = false
      insertText(token, .rawtext)
    case .iframe:
      isFramesetOK = false
      insertText(token, .rawtext)
    case .noembed: insertText(token, .rawtext)
    case .select: selectInBody(token)
    case .optgroup, .option: optionInBody(token)
    case .rb, .rtc: rubyInBody(token, except: .other)
    case .rp, .rt: rubyInBody(token, except: .rtc)
    case .math, .svg: foreignRootInBody(token)
    case .caption, .col, .colgroup, .frame, .head, .tbody, .td, .tfoot, .th, .thead, .tr: break
    default:
      reconstructFormatting()
      insertHTMLElement(token)
    }
    return .done
  }

  /// Most attributes that second `html` and `body` tags may give to the first.
  private static let attributeLimit: Int32 = 1024

  /// Adds those of a second tag's attributes that the element does not have.
  private mutating func addMissingAttributes(_ token: HTMLToken, to node: Int32) {
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

  private mutating func secondBody(_ token: HTMLToken) {
    guard open.count > 1, open[1].isHTML(.body), !open.contains(.template) else { return }
    isFramesetOK = false
    addMissingAttributes(token, to: open[1].node)
  }

  private mutating func framesetInBody(_ token: HTMLToken) {
    guard isFramesetOK, open.count > 1, open[1].isHTML(.body) else { return }
    unlink(open[1].node)
    open.popAll(above: 1)
    insertRequiredElement(token)
    mode = .inFrameset
  }

  private mutating func formInBody(_ token: HTMLToken) {
    let isInTemplate = open.contains(.template)
    guard form < 0 || isInTemplate else { return }
    closeParagraphInButtonScope()
    let element = insertElement(token)
    if !open.isFull { open.push(element) }
    if !isInTemplate { form = element.node }
  }

  /// "li", "dd" and "dt": each closes the last of its kind.
  private mutating func listItem(_ token: HTMLToken, closing isKind: (HTMLName) -> Bool) {
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

  private mutating func buttonInBody(_ token: HTMLToken) {
    if open.has(.button) {
      generateImpliedEndTags()
      open.pop(through: .button)
    }
    reconstructFormatting()
    insertHTMLElement(token)
    isFramesetOK = false
  }

  private mutating func insertFormattingElement(_ token: HTMLToken) {
    let element = insertElement(token)
    guard !open.isFull else { return }
    open.push(element)
    pushFormatting(element.node, token.tag)
  }

  private mutating func anchorInBody(_ token: HTMLToken) {
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

  private mutating func nobrInBody(_ token: HTMLToken) {
    reconstructFormatting()
    if open.has(.nobr) {
      adoptionAgency(HTMLToken(kind: .endTag, tag: .nobr, name: HTMLName.nobr.rawValue))
      reconstructFormatting()
    }
    insertFormattingElement(token)
  }

  private mutating func tableInBody(_ token: HTMLToken) {
    if !isQuirksMode { closeParagraphInButtonScope() }
    isFramesetOK = false
    let element = insertElement(token)
    guard !open.isFull else { return }
    open.push(element)
    mode = .inTable
  }

  private mutating func inputInBody(_ token: HTMLToken) {
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

  private mutating func ruleInBody(_ token: HTMLToken) {
    closeParagraphInButtonScope()
    if open.has(.select) { generateImpliedEndTags() }
    insertVoidElement(token)
    isFramesetOK = false
  }

  private mutating func selectInBody(_ token: HTMLToken) {
    if open.has(.select) {
      open.pop(through: .select)
      return
    }
    reconstructFormatting()
    insertHTMLElement(token)
    isFramesetOK = false
  }

  private mutating func optionInBody(_ token: HTMLToken) {
    if open.has(.select) {
      generateImpliedEndTags(except: token.tag == .option ? .optgroup : .other)
    } else if open.last.isHTML(.option) {
      open.pop()
    }
    reconstructFormatting()
    insertHTMLElement(token)
  }

  private mutating func rubyInBody(_ token: HTMLToken, except tag: HTMLName) {
    if open.has(.ruby) { generateImpliedEndTags(except: tag) }
    insertHTMLElement(token)
  }

  private mutating func foreignRootInBody(_ token: HTMLToken) {
    reconstructFormatting()
    insertForeignElement(token, token.tag == .svg ? .svg : .mathML)
  }
}
