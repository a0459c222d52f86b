/// The insertion modes of templates, of framesets, and after the body.
extension HTMLTreeBuilder {
  /// "The in template insertion mode"
  mutating func inTemplate(_ token: inout HTMLToken) -> Outcome {
    switch (token.kind, token.tag) {
    case (.startTag, .base), (.startTag, .basefont), (.startTag, .bgsound), (.startTag, .link),
      (.startTag, .meta), (.startTag, .noframes), (.startTag, .script), (.startTag, .style),
      (.startTag, .template), (.startTag, .title), (.endTag, .template):
      return inHead(&token)
    case (.startTag, .caption), (.startTag, .colgroup), (.startTag, .tbody), (.startTag, .tfoot),
      (.startTag, .thead):
      return goOn(in: .inTable)
    case (.startTag, .col): return goOn(in: .inColumnGroup)
    case (.startTag, .tr): return goOn(in: .inTableBody)
    case (.startTag, .td), (.startTag, .th): return goOn(in: .inRow)
    case (.startTag, _): return goOn(in: .inBody)
    case (.endTag, _): return .done
    case (.endOfFile, _):
      guard open.contains(.template) else { return .done }
      leaveTemplate()
      return .reprocess
    default: return inBody(&token)
    }
  }

  private mutating func goOn(in mode: Mode) -> Outcome {
    templateModes.removeLast()
    templateModes.append(mode)
    self.mode = mode
    return .reprocess
  }

  /// "The after body insertion mode"
  mutating func afterBody(_ token: inout HTMLToken) -> Outcome {
    switch (token.kind, token.tag) {
    case (.characters, _) where bodyTakesLeadingWhitespace(&token): return .done
    case (.comment, _):
      insertComment(token, at: Place(parent: open[0].node))
      return .done
    case (.doctype, _), (.endOfFile, _): return .done
    case (.startTag, .html): return inBody(&token)
    case (.endTag, .html):
      mode = .afterAfterBody
      return .done
    default:
      mode = .inBody
      return .reprocess
    }
  }

  /// "The after after body insertion mode"
  mutating func afterAfterBody(_ token: inout HTMLToken) -> Outcome {
    switch (token.kind, token.tag) {
    case (.characters, _) where bodyTakesLeadingWhitespace(&token): return .done
    case (.comment, _):
      insertComment(token, at: Self.document)
      return .done
    case (.doctype, _), (.endOfFile, _): return .done
    case (.startTag, .html): return inBody(&token)
    default:
      mode = .inBody
      return .reprocess
    }
  }

  private mutating func bodyTakesLeadingWhitespace(_ token: inout HTMLToken) -> Bool {
    var white = token
    white.count = leadingWhitespace(token)
    if white.count > 0 { _ = inBody(&white) }
    token.start += white.count
    token.count -= white.count
    return token.count == 0
  }

  /// "The in frameset insertion mode"
  mutating func inFrameset(_ token: inout HTMLToken) -> Outcome {
    switch (token.kind, token.tag) {
    case (.characters, _): insertWhitespaceOnly(token)
    case (.comment, _): insertComment(token)
    case (.startTag, .html): return inBody(&token)
    case (.startTag, .frameset): insertHTMLElement(token)
    case (.endTag, .frameset):
      guard open.count > 1 else { return .done }
      open.pop()
      if !open.last.isHTML(.frameset) { mode = .afterFrameset }
    case (.startTag, .frame): insertVoidElement(token)
    case (.startTag, .noframes): return inHead(&token)
    default: break
    }
    return .done
  }

  /// "The after frameset insertion mode"
  mutating func afterFrameset(_ token: inout HTMLToken) -> Outcome {
    switch (token.kind, token.tag) {
    case (.characters, _): insertWhitespaceOnly(token)
    case (.comment, _): insertComment(token)
    case (.startTag, .html): return inBody(&token)
    case (.endTag, .html): mode = .afterAfterFrameset
    case (.startTag, .noframes): return inHead(&token)
    default: break
    }
    return .done
  }

  /// "The after after frameset insertion mode"
  mutating func afterAfterFrameset(_ token: inout HTMLToken) -> Outcome {
    switch (token.kind, token.tag) {
    case (.comment, _): insertComment(token, at: Self.document)
    case (.characters, _):
      forEachWhitespace(in: token) { builder, white in
        var white = white
        _ = builder.inBody(&white)
      }
    case (.startTag, .html): return inBody(&token)
    case (.startTag, .noframes): return inHead(&token)
    default: break
    }
    return .done
  }

  mutating func insertWhitespaceOnly(_ token: HTMLToken) {
    forEachWhitespace(in: token) { $0.insertCharacters($1) }
  }

  /// Goes through the runs of white space in a run of characters; the rest is dropped.
  private mutating func forEachWhitespace(
    in token: HTMLToken, _ body: (inout Self, HTMLToken) -> Void
  ) {
    var rest = token
    while rest.count > 0 {
      var white = rest
      white.count = leadingWhitespace(rest)
      if white.count > 0 { body(&self, white) }
      let passed = max(1, white.count)
      rest.start += passed
      rest.count -= passed
    }
  }
}
