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
}
