/// The tree construction stage of the WHATWG standard.
///
/// Insertion modes have the standard's names and stand in its order, one or a few to a file.
struct HTMLTreeBuilder: ~Copyable {
  enum Mode {
    case initial, beforeHTML, beforeHead, inHead, inHeadNoscript, afterHead, inBody, text, inTable
    case inTableText, inCaption, inColumnGroup, inTableBody, inRow, inCell, inTemplate, afterBody
    case inFrameset, afterFrameset, afterAfterBody, afterAfterFrameset
  }

  /// What a mode did with a token.
  enum Outcome { case done, reprocess }

  var tokenizer: HTMLTokenizer
  var nodes: [HTMLTree.Node] = []
  var mode: Mode = .initial
  var originalMode: Mode = .initial
  var templateModes: [Mode] = []
  var open = OpenElements()
  var formatting: [FormattingElement] = []
  /// "Head element pointer" and "form element pointer"; -1 for null.
  var head: Int32 = -1
  var form: Int32 = -1
  var isFramesetOK = true
  var isFosterParenting = false
  var isQuirksMode = false
  /// A newline right behind `pre`, `listing` and `textarea` is dropped.
  var ignoresNewline = false
  /// "Pending table character tokens"
  var pendingTableText: [HTMLToken] = []
  /// Elements that may still be made to reopen formatting elements. Pages need a few; a hostile
  /// one could make hundreds for each of its tags.
  var reopenings: Int

  init(_ input: UnsafeBufferPointer<UInt8>) {
    tokenizer = HTMLTokenizer(input)
    reopenings = 20_000 + input.count / 16
    nodes.reserveCapacity(input.count / 40 + 16)
    nodes.append(HTMLTree.Node(kind: .document))
  }

  /// Reads the whole page.
  mutating func build() {
    while true {
      tokenizer.isInForeignContent = open.count > 0 && open.last.namespace != .html
      tokenizer.next()
      var token = tokenizer.token
      let isEnd = token.kind == .endOfFile
      process(&token)
      if isEnd { return }
    }
  }

  private mutating func process(_ token: inout HTMLToken) {
    if ignoresNewline {
      ignoresNewline = false
      if token.kind == .characters, tokenizer.byte(Int(token.start)) == 0x0A {
        token.start += 1
        token.count -= 1
        if token.count == 0 { return }
      }
    }
    while dispatch(&token) == .reprocess {}
  }

  /// "Tree construction dispatcher"
  private mutating func dispatch(_ token: inout HTMLToken) -> Outcome {
    if open.count == 0 || open.last.namespace == .html || isHTMLContent(token, in: open.last) {
      return processInMode(&token)
    }
    return inForeignContent(&token)
  }

  private func isHTMLContent(_ token: HTMLToken, in node: OpenElement) -> Bool {
    switch token.kind {
    case .endOfFile: true
    case .characters, .null: node.isMathMLTextIntegrationPoint || node.isHTMLIntegrationPoint
    case .startTag:
      node.isHTMLIntegrationPoint
        || (node.isMathMLTextIntegrationPoint && token.tag != .mglyph && token.tag != .malignmark)
        || (node.namespace == .mathML && node.tag == .annotationXML && token.tag == .svg)
    default: false
    }
  }

  /// The rules of the current insertion mode in HTML content.
  mutating func processInMode(_ token: inout HTMLToken) -> Outcome {
    switch mode {
    case .initial: initial(&token)
    case .beforeHTML: beforeHTML(&token)
    case .beforeHead: beforeHead(&token)
    case .inHead: inHead(&token)
    case .inHeadNoscript: inHeadNoscript(&token)
    case .afterHead: afterHead(&token)
    case .inBody: inBody(&token)
    case .text: text(&token)
    case .inTable: inTable(&token)
    case .inTableText: inTableText(&token)
    case .inCaption: inCaption(&token)
    case .inColumnGroup: inColumnGroup(&token)
    case .inTableBody: inTableBody(&token)
    case .inRow: inRow(&token)
    case .inCell: inCell(&token)
    case .inTemplate: inTemplate(&token)
    case .afterBody: afterBody(&token)
    case .inFrameset: inFrameset(&token)
    case .afterFrameset: afterFrameset(&token)
    case .afterAfterBody: afterAfterBody(&token)
    case .afterAfterFrameset: afterAfterFrameset(&token)
    }
  }

  /// "Reset the insertion mode appropriately"
  mutating func resetMode() {
    for index in stride(from: open.count - 1, through: 0, by: -1) {
      if let found = modeInside(open[index]) {
        mode = found
        return
      }
    }
    mode = .inBody
  }

  private func modeInside(_ element: OpenElement) -> Mode? {
    guard element.namespace == .html else { return nil }
    switch element.tag {
    case .td, .th: return .inCell
    case .tr: return .inRow
    case .tbody, .thead, .tfoot: return .inTableBody
    case .caption: return .inCaption
    case .colgroup: return .inColumnGroup
    case .table: return .inTable
    case .template: return templateModes.last
    case .head: return .inHead
    case .body: return .inBody
    case .frameset: return .inFrameset
    case .html: return head < 0 ? .beforeHead : .afterHead
    default: return nil
    }
  }
}
