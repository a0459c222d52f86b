/// The pass that makes an outline.
struct OutlineScan {
  let tree: HTMLTree
  /// The names of test ids, where the page has any.
  let testNames: (id: UInt16, component: UInt16)
  var entries: [Outline.Entry] = []
  var lines: [Outline.Line] = []
  var text: [UInt8] = []

  /// The line being filled.
  private var line: Outline.Line?
  private var pendingSpace = false
  private var breaks = 0

  init(tree: HTMLTree) {
    self.tree = tree
    let none = UInt16.max
    let id = tree.names.firstIndex(of: "data-testid").flatMap { UInt16(exactly: $0) }
    let component = tree.names.firstIndex(of: "data-component").flatMap { UInt16(exactly: $0) }
    testNames = (id ?? none, component ?? none)
    text.reserveCapacity(tree.bytes.count / 8)
    entries.reserveCapacity(tree.count / 2)
  }

  mutating func run() {
    guard let body = tree.first(.body, in: tree.root) else { return }
    var node = Int32(body.index)
    var current: Int32 = -1
    // Down to the first child, else on to the next sibling, else up: no recursion, whatever the
    // depth.
    while true {
      let entry = tree.nodes[Int(node)]
      var descend = false
      if entry.kind == .text {
        if current >= 0 { append(entry, in: current) }
      } else if entry.kind == .element, let opened = open(node, parent: current) {
        current = opened
        descend = true
      }
      if descend, entry.firstChild >= 0, !entries[Int(current)].tag.isReplaced {
        node = entry.firstChild
        continue
      }
      if descend {
        close(current)
        current = entries[Int(current)].parent
      }
      // The next in order, leaving elements that end.
      while true {
        if node == Int32(body.index) { return finish() }
        let next = tree.nodes[Int(node)].nextSibling
        if next >= 0 {
          node = next
          break
        }
        node = tree.nodes[Int(node)].parent
        close(current)
        if node == Int32(body.index) { return finish() }
        current = entries[Int(current)].parent
      }
    }
  }

  private mutating func finish() {
    flush()
    if !entries.isEmpty, entries[0].end == 0 { close(0) }
  }

  /// Adds an element; `nil` for one whose contents are not shown.
  private mutating func open(_ node: Int32, parent: Int32) -> Int32? {
    let entry = tree.nodes[Int(node)]
    guard entry.namespace == .html else { return nil }
    let tag = HTMLName(rawValue: entry.name) ?? .other
    switch tag {
    case .script, .style, .template, .noscript, .head, .select, .textarea, .datalist, .canvas,
      .noembed, .noframes, .title:
      return nil
    case .br:
      lineBreak()
      return nil
    default: break
    }
    if tag.isBlock { flush() }
    var context = parent < 0 ? [] : entries[Int(parent)].context
    context.formUnion(tag.context)
    let (evidence, look) = evidence(node, tag)
    if tag == .a, line != nil { line?.links += 1 }
    entries.append(
      Outline.Entry(
        node: node, parent: parent,
        block: tag.isBlock || parent < 0 ? Int32(entries.count) : entries[Int(parent)].block,
        end: 0, lines: Int32(lines.count)..<Int32(lines.count),
        tag: tag, context: context, evidence: evidence, look: look))
    return Int32(entries.count - 1)
  }

  private mutating func close(_ index: Int32) {
    guard index >= 0 else { return }
    let tag = entries[Int(index)].tag
    if tag.isBlock { flush() }
    entries[Int(index)].end = Int32(entries.count)
    // An inline element's open line is counted as its own too.
    let start = entries[Int(index)].lines.lowerBound
    entries[Int(index)].lines = start..<Int32(lines.count)
  }

  private mutating func lineBreak() {
    breaks += 1
    if breaks >= 2 { flush() } else { pendingSpace = true }
  }

  private mutating func flush() {
    pendingSpace = false
    breaks = 0
    guard let done = line else { return }
    line = nil
    if done.count > 0 { lines.append(done) }
  }

  private mutating func append(_ node: HTMLTree.Node, in parent: Int32) {
    let context = entries[Int(parent)].context
    var added: Int32 = 0
    var marks: Int32 = 0
    tree.bytes.withUnsafeBufferPointer { bytes in
      for index in Int(node.start)..<Int(node.start + node.count) {
        let byte = bytes[index]
        if byte.isSpace {
          pendingSpace = true
          continue
        }
        if line == nil { startLine(parent) }
        if pendingSpace, (line?.count ?? 0) + added > 0 {
          text.append(0x20)
          added += 1
        }
        pendingSpace = false
        breaks = 0
        text.append(byte)
        added += 1
        if byte == 0x2C || byte == 0x2E || byte == 0x3B { marks += 1 }
        // 、 。 and the Arabic comma.
        if byte == 0x81 || byte == 0x82, index >= 2, bytes[index - 1] == 0x80,
          bytes[index - 2] == 0xE3
        {
          marks += 2
        }
      }
    }
    guard added > 0 else { return }
    line?.count += added
    line?.marks += marks
    if context.contains(.link) { line?.linked += added }
    if context.contains(.strong) { line?.strong += added }
  }

  private mutating func startLine(_ parent: Int32) {
    let owner = entries[Int(parent)].block
    let links: Int32 = entries[Int(parent)].context.contains(.link) ? 1 : 0
    line = Outline.Line(start: Int32(text.count), owner: owner, links: links)
    pendingSpace = false
  }
}
