extension HTMLTree {
  /// The words below a node as one line: blanks as HTML joins them, a break where a block or `br`
  /// parts them, nothing of scripts, styles and what assistive technology is told alone.
  ///
  /// At most about `limit` bytes; `isLeftOut` cuts off elements with all below them. Linear in
  /// what is read.
  func inlineText(
    _ node: NodeID, limit: Int = 1000, leavingOut isLeftOut: (NodeID) -> Bool = { _ in false }
  ) -> String {
    var line = InlineLine()
    var upcoming: NodeID? = node
    var left = InlineText.mostNodes
    while let current = upcoming, line.bytes.count < limit, left > 0 {
      upcoming = nil
      left -= 1
      switch kind(current) {
      case .text: withText(current) { line.append($0) }
      case .element:
        let tag = tag(current)
        if InlineText.isBlock(tag) { line.separate() }
        if InlineText.isSilent(tag) || (current != node && isLeftOut(current)) { break }
        upcoming = firstChild(current)
      default: upcoming = firstChild(current)
      }
      if upcoming == nil { upcoming = after(current, within: node, closing: &line) }
    }
    return line.text
  }

  /// As `after(_:within:)`, with a break for each block that ends on the way.
  private func after(_ node: NodeID, within top: NodeID, closing line: inout InlineLine) -> NodeID?
  {
    var node = node
    while node != top {
      if InlineText.isBlock(tag(node)) { line.separate() }
      if let next = nextSibling(node) { return next }
      guard let up = parent(node) else { return nil }
      node = up
    }
    return nil
  }
}

/// Which elements part words, and which have none to show.
enum InlineText {
  /// Nodes that are looked at for one line; elements nested without end have no line.
  static let mostNodes = 4000

  static func isBlock(_ tag: HTMLName) -> Bool {
    switch tag {
    case .address, .article, .aside, .blockquote, .br, .dd, .details, .div, .dl, .dt, .fieldset,
      .figcaption, .figure, .footer, .form, .h1, .h2, .h3, .h4, .h5, .h6, .header, .hgroup, .hr,
      .li, .main, .nav, .ol, .p, .pre, .section, .table, .tbody, .td, .th, .tr, .ul, .img, .button:
      true
    default: false
    }
  }

  static func isSilent(_ tag: HTMLName) -> Bool {
    switch tag {
    case .script, .style, .template, .noscript, .iframe, .object, .select, .textarea, .svg,
      .video, .audio, .canvas:
      true
    default: false
    }
  }
}

/// A line that grows, blanks collapsed.
private struct InlineLine {
  private(set) var bytes: [UInt8] = []
  private var isSeparated = false

  mutating func separate() { isSeparated = true }

  mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
    for byte in text {
      if byte <= 0x20 {
        isSeparated = true
      } else {
        if isSeparated, !bytes.isEmpty { bytes.append(0x20) }
        isSeparated = false
        bytes.append(byte)
      }
    }
  }

  var text: String { String(decoding: bytes, as: UTF8.self) }
}
