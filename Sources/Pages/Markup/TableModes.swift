/// The insertion modes of tables.
extension HTMLTreeBuilder {
  /// "The in table insertion mode"
  mutating func inTable(_ token: inout HTMLToken) -> Outcome {
    switch token.kind {
    case .characters, .null:
      let current = open.last
      guard current.namespace == .html,
        current.tag.isTableStructure || current.tag == .template
      else { return anythingElseInTable(&token) }
      pendingTableText.removeAll(keepingCapacity: true)
      originalMode = mode
      mode = .inTableText
      return .reprocess
    case .comment:
      insertComment(token)
      return .done
    case .doctype: return .done
    case .startTag: return startTagInTable(&token)
    case .endTag: return endTagInTable(&token)
    case .endOfFile: return inBody(&token)
    }
  }

  private mutating func startTagInTable(_ token: inout HTMLToken) -> Outcome {
    switch token.tag {
    case .caption:
      clearStack(to: .table)
      formatting.append(.marker)
      insertRequiredElement(token)
      mode = .inCaption
    case .colgroup:
      clearStack(to: .table)
      insertRequiredElement(token)
      mode = .inColumnGroup
    case .col:
      clearStack(to: .table)
      insertImpliedElement(.colgroup)
      mode = .inColumnGroup
      return .reprocess
    case .tbody, .tfoot, .thead:
      clearStack(to: .table)
      insertRequiredElement(token)
      mode = .inTableBody
    case .td, .th, .tr:
      clearStack(to: .table)
      insertImpliedElement(.tbody)
      mode = .inTableBody
      return .reprocess
    case .table:
      guard open.has(.table, in: .table) else { return .done }
      open.pop(through: .table)
      resetMode()
      return .reprocess
    case .style, .script, .template: return inHead(&token)
    case .input:
      guard isHidden(token) else { return anythingElseInTable(&token) }
      insertVoidElement(token)
    case .form:
      guard !open.contains(.template), form < 0 else { return .done }
      form = insertElement(token).node
    default: return anythingElseInTable(&token)
    }
    return .done
  }

  private mutating func endTagInTable(_ token: inout HTMLToken) -> Outcome {
    switch token.tag {
    case .table:
      guard open.has(.table, in: .table) else { return .done }
      open.pop(through: .table)
      resetMode()
      return .done
    case .body, .caption, .col, .colgroup, .html, .tbody, .td, .tfoot, .th, .thead, .tr:
      return .done
    case .template: return inHead(&token)
    default: return anythingElseInTable(&token)
    }
  }

  /// What does not belong into a table goes before it.
  private mutating func anythingElseInTable(_ token: inout HTMLToken) -> Outcome {
    isFosterParenting = true
    let outcome = inBody(&token)
    isFosterParenting = false
    return outcome
  }

  /// "Clear the stack back to a table context", and its twins for table bodies and rows
  private mutating func clearStack(to context: HTMLName) {
    while open.count > 1 {
      let current = open.last
      if current.namespace == .html, current.tag == .template || isContext(current.tag, context) {
        return
      }
      open.pop()
    }
  }

  private func isContext(_ tag: HTMLName, _ context: HTMLName) -> Bool {
    guard context == .tbody else { return tag == context }
    return tag == .tbody || tag == .tfoot || tag == .thead
  }

  /// "The in table text insertion mode"
  mutating func inTableText(_ token: inout HTMLToken) -> Outcome {
    switch token.kind {
    case .null: return .done
    case .characters:
      pendingTableText.append(token)
      return .done
    default:
      let texts = pendingTableText
      pendingTableText.removeAll(keepingCapacity: true)
      let isWhite = texts.allSatisfy { isWhitespace($0) }
      for var text in texts {
        if isWhite { insertCharacters(text) } else { _ = anythingElseInTable(&text) }
      }
      mode = originalMode
      return .reprocess
    }
  }

  /// "The in caption insertion mode"
  mutating func inCaption(_ token: inout HTMLToken) -> Outcome {
    switch (token.kind, token.tag) {
    case (.endTag, .caption):
      _ = closesCaption()
      return .done
    case (.startTag, .caption), (.startTag, .col), (.startTag, .colgroup), (.startTag, .tbody),
      (.startTag, .td), (.startTag, .tfoot), (.startTag, .th), (.startTag, .thead),
      (.startTag, .tr), (.endTag, .table):
      return closesCaption() ? .reprocess : .done
    case (.endTag, .body), (.endTag, .col), (.endTag, .colgroup), (.endTag, .html),
      (.endTag, .tbody), (.endTag, .td), (.endTag, .tfoot), (.endTag, .th), (.endTag, .thead),
      (.endTag, .tr):
      return .done
    default: return inBody(&token)
    }
  }

  private mutating func closesCaption() -> Bool {
    guard open.has(.caption, in: .table) else { return false }
    generateImpliedEndTags()
    open.pop(through: .caption)
    clearFormattingToMarker()
    mode = .inTable
    return true
  }

  /// "The in column group insertion mode"
  mutating func inColumnGroup(_ token: inout HTMLToken) -> Outcome {
    switch (token.kind, token.tag) {
    case (.characters, _) where !open.last.isHTML(.colgroup):
      insertWhitespaceOnly(token)
      return .done
    case (.characters, _) where insertsLeadingWhitespace(&token): return .done
    case (.comment, _):
      insertComment(token)
      return .done
    case (.doctype, _), (.endTag, .col): return .done
    case (.startTag, .html), (.endOfFile, _): return inBody(&token)
    case (.startTag, .col):
      insertVoidElement(token)
      return .done
    case (.startTag, .template), (.endTag, .template): return inHead(&token)
    default: break
    }
    guard open.last.isHTML(.colgroup) else { return .done }
    open.pop()
    mode = .inTable
    return token.kind == .endTag && token.tag == .colgroup ? .done : .reprocess
  }

  /// "The in table body insertion mode"
  mutating func inTableBody(_ token: inout HTMLToken) -> Outcome {
    switch (token.kind, token.tag) {
    case (.startTag, .tr):
      clearStack(to: .tbody)
      insertRequiredElement(token)
      mode = .inRow
      return .done
    case (.startTag, .th), (.startTag, .td):
      clearStack(to: .tbody)
      insertImpliedElement(.tr)
      mode = .inRow
      return .reprocess
    case (.endTag, .tbody), (.endTag, .tfoot), (.endTag, .thead):
      guard open.has(token.tag, in: .table) else { return .done }
      leaveTableBody()
      return .done
    case (.startTag, .caption), (.startTag, .col), (.startTag, .colgroup), (.startTag, .tbody),
      (.startTag, .tfoot), (.startTag, .thead), (.endTag, .table):
      guard hasTableBodyInScope else { return .done }
      leaveTableBody()
      return .reprocess
    case (.endTag, .body), (.endTag, .caption), (.endTag, .col), (.endTag, .colgroup),
      (.endTag, .html), (.endTag, .td), (.endTag, .th), (.endTag, .tr):
      return .done
    default: return inTable(&token)
    }
  }

  private var hasTableBodyInScope: Bool {
    open.has(.tbody, in: .table) || open.has(.thead, in: .table) || open.has(.tfoot, in: .table)
  }

  private mutating func leaveTableBody() {
    clearStack(to: .tbody)
    open.pop()
    mode = .inTable
  }

  /// "The in row insertion mode"
  mutating func inRow(_ token: inout HTMLToken) -> Outcome {
    switch (token.kind, token.tag) {
    case (.startTag, .th), (.startTag, .td):
      clearStack(to: .tr)
      insertRequiredElement(token)
      mode = .inCell
      formatting.append(.marker)
      return .done
    case (.endTag, .tr):
      _ = closesRow()
      return .done
    case (.startTag, .caption), (.startTag, .col), (.startTag, .colgroup), (.startTag, .tbody),
      (.startTag, .tfoot), (.startTag, .thead), (.startTag, .tr), (.endTag, .table):
      return closesRow() ? .reprocess : .done
    case (.endTag, .tbody), (.endTag, .tfoot), (.endTag, .thead):
      guard open.has(token.tag, in: .table) else { return .done }
      return closesRow() ? .reprocess : .done
    case (.endTag, .body), (.endTag, .caption), (.endTag, .col), (.endTag, .colgroup),
      (.endTag, .html), (.endTag, .td), (.endTag, .th):
      return .done
    default: return inTable(&token)
    }
  }

  private mutating func closesRow() -> Bool {
    guard open.has(.tr, in: .table) else { return false }
    clearStack(to: .tr)
    open.pop()
    mode = .inTableBody
    return true
  }

  /// "The in cell insertion mode"
  mutating func inCell(_ token: inout HTMLToken) -> Outcome {
    switch (token.kind, token.tag) {
    case (.endTag, .td), (.endTag, .th):
      guard open.has(token.tag, in: .table) else { return .done }
      generateImpliedEndTags()
      open.pop(through: token.tag)
      clearFormattingToMarker()
      mode = .inRow
      return .done
    case (.startTag, .caption), (.startTag, .col), (.startTag, .colgroup), (.startTag, .tbody),
      (.startTag, .td), (.startTag, .tfoot), (.startTag, .th), (.startTag, .thead),
      (.startTag, .tr):
      return closesCell() ? .reprocess : .done
    case (.endTag, .body), (.endTag, .caption), (.endTag, .col), (.endTag, .colgroup),
      (.endTag, .html):
      return .done
    case (.endTag, .table), (.endTag, .tbody), (.endTag, .tfoot), (.endTag, .thead), (.endTag, .tr):
      guard open.has(token.tag, in: .table) else { return .done }
      return closesCell() ? .reprocess : .done
    default: return inBody(&token)
    }
  }

  /// "Close the cell"
  private mutating func closesCell() -> Bool {
    guard open.has(.td, in: .table) || open.has(.th, in: .table) else { return false }
    generateImpliedEndTags()
    open.pop { $0.namespace == .html && ($0.tag == .td || $0.tag == .th) }
    clearFormattingToMarker()
    mode = .inRow
    return true
  }
}
