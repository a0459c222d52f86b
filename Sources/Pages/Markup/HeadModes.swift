/// The insertion modes from "initial" to "after head".
extension HTMLTreeBuilder {
  static let document = Place(parent: 0)

  /// "The initial insertion mode"
  mutating func initial(_ token: inout HTMLToken) -> Outcome {
    switch token.kind {
    case .comment:
      insertComment(token, at: Self.document)
      return .done
    case .doctype:
      insertDoctype(token)
      mode = .beforeHTML
      return .done
    case .characters where dropsLeadingWhitespace(&token):
      return .done
    default:
      isQuirksMode = true
      mode = .beforeHTML
      return .reprocess
    }
  }

  private mutating func insertDoctype(_ token: HTMLToken) {
    let node = append(
      HTMLTree.Node(kind: .doctype, name: token.name, start: token.start, count: token.count))
    link(node, at: Self.document)
    isQuirksMode =
      token.forcesQuirks
      || QuirksMode.applies(
        name: tokenizer.names.texts[Int(token.name)],
        publicID: identifier(HTMLTokenizer.publicIdentifier, token),
        systemID: identifier(HTMLTokenizer.systemIdentifier, token))
  }

  private mutating func identifier(_ name: [UInt8], _ token: HTMLToken) -> String? {
    let number = tokenizer.names.number(name)
    let range = Int(token.start)..<Int(token.start) + Int(token.count)
    guard let attribute = tokenizer.attributes[range].first(where: { $0.name == number }) else {
      return nil
    }
    return String(decoding: bytes(attribute.valueStart, attribute.valueCount), as: UTF8.self)
  }

  func bytes(_ start: Int32, _ count: Int32) -> [UInt8] {
    (Int(start)..<Int(start) + Int(count)).map { tokenizer.byte($0) }
  }

  /// "The before html insertion mode"
  mutating func beforeHTML(_ token: inout HTMLToken) -> Outcome {
    switch (token.kind, token.tag) {
    case (.doctype, _): return .done
    case (.comment, _):
      insertComment(token, at: Self.document)
      return .done
    case (.characters, _) where dropsLeadingWhitespace(&token): return .done
    case (.startTag, .html):
      insertRoot(token)
      return .done
    case (.endTag, .head), (.endTag, .body), (.endTag, .html), (.endTag, .br): break
    case (.endTag, _): return .done
    default: break
    }
    insertRoot(HTMLToken(kind: .startTag, tag: .html, name: HTMLName.html.rawValue))
    return .reprocess
  }

  private mutating func insertRoot(_ token: HTMLToken) {
    let node = append(
      HTMLTree.Node(kind: .element, name: token.name, start: token.start, count: token.count))
    link(node, at: Self.document)
    open.push(OpenElement(node: node, container: node, name: token.name, namespace: .html))
    mode = .beforeHead
  }

  /// "The before head insertion mode"
  mutating func beforeHead(_ token: inout HTMLToken) -> Outcome {
    switch (token.kind, token.tag) {
    case (.characters, _) where dropsLeadingWhitespace(&token): return .done
    case (.comment, _):
      insertComment(token)
      return .done
    case (.doctype, _): return .done
    case (.startTag, .html): return inBody(&token)
    case (.startTag, .head):
      insertHead(token)
      return .done
    case (.endTag, .head), (.endTag, .body), (.endTag, .html), (.endTag, .br): break
    case (.endTag, _): return .done
    default: break
    }
    insertHead(HTMLToken(kind: .startTag, tag: .head, name: HTMLName.head.rawValue))
    return .reprocess
  }

  private mutating func insertHead(_ token: HTMLToken) {
    insertRequiredElement(token)
    head = open.last.node
    mode = .inHead
  }

  /// "The in head insertion mode"
  mutating func inHead(_ token: inout HTMLToken) -> Outcome {
    switch token.kind {
    case .characters where insertsLeadingWhitespace(&token): return .done
    case .comment:
      insertComment(token)
      return .done
    case .doctype: return .done
    case .startTag:
      if let outcome = startTagInHead(&token) { return outcome }
    case .endTag:
      if let outcome = endTagInHead(token) { return outcome }
    default: break
    }
    open.pop()
    mode = .afterHead
    return .reprocess
  }

  private mutating func startTagInHead(_ token: inout HTMLToken) -> Outcome? {
    switch token.tag {
    case .html: return inBody(&token)
    case .base, .basefont, .bgsound, .link, .meta: insertVoidElement(token)
    case .title: insertText(token, .rcdata)
    case .noframes, .style: insertText(token, .rawtext)
    case .script: insertText(token, .scriptData)
    case .noscript:
      insertRequiredElement(token)
      mode = .inHeadNoscript
    case .template: startTemplate(token)
    case .head: break
    default: return nil
    }
    return .done
  }

  private mutating func endTagInHead(_ token: HTMLToken) -> Outcome? {
    switch token.tag {
    case .head:
      open.pop()
      mode = .afterHead
      return .done
    case .body, .html, .br: return nil
    case .template: endTemplate()
    default: break
    }
    return .done
  }

  /// "Generic raw text element parsing algorithm", that for RCDATA, and scripts
  mutating func insertText(_ token: HTMLToken, _ state: HTMLTokenizer.State) {
    insertRequiredElement(token)
    tokenizer.enterText(state, of: token.tag)
    originalMode = mode
    mode = .text
  }

  private mutating func startTemplate(_ token: HTMLToken) {
    var element = insertElement(token)
    element.container = append(HTMLTree.Node(kind: .fragment))
    link(element.container, at: Place(parent: element.node))
    guard !open.isFull else { return }
    open.push(element)
    formatting.append(.marker)
    isFramesetOK = false
    mode = .inTemplate
    templateModes.append(.inTemplate)
  }

  private mutating func endTemplate() {
    guard open.contains(.template) else { return }
    generateImpliedEndTagsThoroughly()
    leaveTemplate()
  }

  mutating func leaveTemplate() {
    open.pop(through: .template)
    clearFormattingToMarker()
    templateModes.removeLast()
    resetMode()
  }

  /// "The in head noscript insertion mode"
  mutating func inHeadNoscript(_ token: inout HTMLToken) -> Outcome {
    switch (token.kind, token.tag) {
    case (.doctype, _): return .done
    case (.startTag, .html): return inBody(&token)
    case (.endTag, .noscript):
      open.pop()
      mode = .inHead
      return .done
    case (.characters, _) where insertsLeadingWhitespace(&token): return .done
    case (.comment, _), (.startTag, .basefont), (.startTag, .bgsound), (.startTag, .link),
      (.startTag, .meta), (.startTag, .noframes), (.startTag, .style):
      return inHead(&token)
    case (.endTag, .br): break
    case (.startTag, .head), (.startTag, .noscript), (.endTag, _): return .done
    default: break
    }
    open.pop()
    mode = .inHead
    return .reprocess
  }

  /// "The after head insertion mode"
  mutating func afterHead(_ token: inout HTMLToken) -> Outcome {
    switch (token.kind, token.tag) {
    case (.characters, _) where insertsLeadingWhitespace(&token): return .done
    case (.comment, _):
      insertComment(token)
      return .done
    case (.doctype, _), (.startTag, .head): return .done
    case (.startTag, .html): return inBody(&token)
    case (.startTag, .body):
      insertRequiredElement(token)
      isFramesetOK = false
      mode = .inBody
      return .done
    case (.startTag, .frameset):
      insertRequiredElement(token)
      mode = .inFrameset
      return .done
    case (.startTag, .base), (.startTag, .basefont), (.startTag, .bgsound), (.startTag, .link),
      (.startTag, .meta), (.startTag, .noframes), (.startTag, .script), (.startTag, .style),
      (.startTag, .template), (.startTag, .title):
      return inHeadAgain(&token)
    case (.endTag, .template): return inHead(&token)
    case (.endTag, .body), (.endTag, .html), (.endTag, .br): break
    case (.endTag, _): return .done
    default: break
    }
    insertImpliedElement(.body)
    mode = .inBody
    return .reprocess
  }

  /// An element of the head after its end: the head is open for it alone.
  private mutating func inHeadAgain(_ token: inout HTMLToken) -> Outcome {
    let name = HTMLName.head.rawValue
    open.push(OpenElement(node: head, container: head, name: name, namespace: .html))
    let outcome = inHead(&token)
    if let index = open.lastIndex(ofNode: head) { open.remove(at: index) }
    return outcome
  }
}
