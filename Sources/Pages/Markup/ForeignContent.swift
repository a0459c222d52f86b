/// "The rules for parsing tokens in foreign content": SVG and MathML.
extension HTMLTreeBuilder {
  mutating func inForeignContent(_ token: inout HTMLToken) -> Outcome {
    switch token.kind {
    case .null:
      insertReplacementCharacter()
      return .done
    case .characters:
      insertCharacters(token)
      if isFramesetOK, !isWhitespace(token) { isFramesetOK = false }
      return .done
    case .comment:
      insertComment(token)
      return .done
    case .doctype, .endOfFile: return .done
    case .startTag:
      guard !breaksOut(token) else { return leaveForeignContent(&token) }
      insertForeignElement(token, open.last.namespace)
      return .done
    case .endTag:
      if token.tag == .br || token.tag == .p { return leaveForeignContent(&token) }
      return endTagInForeignContent(&token)
    }
  }

  private func breaksOut(_ token: HTMLToken) -> Bool {
    guard token.tag == .font else { return token.tag.breaksOutOfForeignContent }
    let range = Int(token.start)..<Int(token.start + token.count)
    return tokenizer.attributes[range].contains {
      $0.name == HTMLName.color.rawValue || $0.name == HTMLName.face.rawValue
        || $0.name == HTMLName.size.rawValue
    }
  }

  private mutating func leaveForeignContent(_ token: inout HTMLToken) -> Outcome {
    while open.last.namespace != .html, !open.last.isHTMLIntegrationPoint,
      !open.last.isMathMLTextIntegrationPoint
    {
      open.pop()
    }
    return processInMode(&token)
  }

  private mutating func endTagInForeignContent(_ token: inout HTMLToken) -> Outcome {
    for index in stride(from: open.count - 1, to: 0, by: -1) {
      let node = open[index]
      if node.namespace == .html { return processInMode(&token) }
      if node.name == token.name {
        open.popAll(above: index)
        return .done
      }
    }
    return .done
  }

  /// "Insert a foreign element", with its names as SVG and MathML spell them
  mutating func insertForeignElement(_ token: HTMLToken, _ namespace: HTMLTree.Namespace) {
    let range = Int(token.start)..<Int(token.start + token.count)
    var name = token.name
    if namespace == .svg {
      name = tokenizer.names.adjustedTag(name)
      for index in range {
        tokenizer.attributes[index].name = tokenizer.names.adjustedAttribute(
          tokenizer.attributes[index].name)
      }
    } else {
      adjustMathMLAttributes(range)
    }
    let node = append(
      HTMLTree.Node(
        kind: .element, namespace: namespace, name: name, start: token.start, count: token.count))
    link(node, at: appropriatePlace())
    guard !token.isSelfClosing, !open.isFull else { return }
    var element = OpenElement(
      node: node, container: node, name: token.name, namespace: namespace)
    if namespace == .mathML, token.tag == .annotationXML {
      element.isHTMLIntegrationPoint = isHTMLEncoding(token)
    }
    open.push(element)
  }

  private mutating func adjustMathMLAttributes(_ range: Range<Int>) {
    for index in range
    where tokenizer.attributes[index].name == HTMLName.definitionurl.rawValue {
      tokenizer.attributes[index].name = tokenizer.names.definitionURL()
    }
  }

  private func isHTMLEncoding(_ token: HTMLToken) -> Bool {
    let encoding = value(of: .encoding, token)?.lowercased()
    return encoding == "text/html" || encoding == "application/xhtml+xml"
  }
}
