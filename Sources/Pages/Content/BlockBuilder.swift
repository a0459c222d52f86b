import Records

/// Makes blocks of the kept lines: paragraphs, subheads, lists, quotes, tables, code.
struct BlockBuilder {
  let tree: HTMLTree
  let outline: Outline
  let filter: LineFilter

  private(set) var blocks: [Block] = []

  /// The list, item, table and row the last block stands in, as entries.
  private var list: Int?
  private var item: Int?
  private var table: Int?
  private var row: Int?
  private var code: Int?

  init(tree: HTMLTree, outline: Outline, filter: LineFilter) {
    self.tree = tree
    self.outline = outline
    self.filter = filter
  }

  mutating func add(_ line: Int) {
    let entry = outline.entries[outline.owner(line)]
    let text = Self.clean(outline.bytes(line))
    guard !text.isEmpty else { return }
    if filter.verdicts[line] == .subhead { return append(Block(.subhead, text: text)) }
    if entry.context.contains(.pre) { return addCode(line, text) }
    if entry.context.contains(.table), addCell(line, text) { return }
    if entry.context.contains(.list), addItem(line, text) { return }
    append(Block(entry.context.contains(.quote) ? .quote : .text, text: text))
  }

  mutating func addMedia(_ kind: Block.Kind, _ index: Int) {
    blocks.append(Block(kind, media: index))
    (list, item, table, row, code) = (nil, nil, nil, nil, nil)
  }

  private mutating func append(_ block: Block) {
    (list, item, table, row, code) = (nil, nil, nil, nil, nil)
    blocks.append(block)
  }

  private mutating func addItem(_ line: Int, _ text: String) -> Bool {
    let owner = outline.owner(line)
    guard let li = nearest(owner, [.li, .dd, .dt]) else { return false }
    // The outermost list below the root, so that nested lists stay one.
    guard let top = outermost(li, [.ul, .ol, .dl]) else { return false }
    if list == top, let last = blocks.indices.last {
      if item == li {
        blocks[last].items[blocks[last].items.count - 1] += " " + text
      } else {
        blocks[last].items.append(text)
      }
    } else {
      append(Block(.list, items: [text]))
    }
    (list, item) = (top, li)
    return true
  }

  private mutating func addCell(_ line: Int, _ text: String) -> Bool {
    let owner = outline.owner(line)
    guard let cell = nearest(owner, [.td, .th]), let tr = nearest(cell, [.tr]),
      let top = outermost(tr, [.table]), isDataTable(top)
    else { return false }
    if table == top, let last = blocks.indices.last {
      if row == tr {
        blocks[last].items[blocks[last].items.count - 1] += (item == cell ? " " : "\t") + text
      } else {
        blocks[last].items.append(text)
      }
    } else {
      append(Block(.table, items: [text]))
    }
    (table, row, item) = (top, tr, cell)
    return true
  }

  /// A table of short cells; one of long texts is there for the layout.
  private func isDataTable(_ table: Int) -> Bool {
    let lines = outline.lineRange(table)
    return lines.count >= 2 && filter.stats.text(lines) / lines.count < 120
  }

  private mutating func addCode(_ line: Int, _ text: String) {
    let owner = outline.owner(line)
    guard let pre = nearest(owner, [.pre, .listing, .xmp]) else {
      return append(Block(.code, text: text))
    }
    if code == pre { return }
    let node = HTMLTree.NodeID(Int(outline.entries[pre].node))
    append(Block(.code, text: Self.trimmed(tree.textContent(node))))
    code = pre
  }

  private func nearest(_ entry: Int, _ tags: [HTMLName]) -> Int? {
    var at = entry
    for _ in 0..<Outline.farthestAncestor where at > filter.root {
      if tags.contains(outline.entries[at].tag) { return at }
      at = Int(outline.entries[at].parent)
    }
    return nil
  }

  private func outermost(_ entry: Int, _ tags: [HTMLName]) -> Int? {
    var found: Int?
    var at = entry
    for _ in 0..<Outline.farthestAncestor where at > filter.root {
      if tags.contains(outline.entries[at].tag) { found = at }
      at = Int(outline.entries[at].parent)
    }
    return found
  }

  /// No-break spaces become spaces; none at the ends.
  static func clean(_ bytes: ArraySlice<UInt8>) -> String {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    for byte in bytes {
      if byte == 0xA0, out.last == 0xC2 {
        out.removeLast()
        if let last = out.last, last != 0x20 { out.append(0x20) }
      } else if byte == 0x20, out.last ?? 0x20 == 0x20 {
        continue
      } else {
        out.append(byte)
      }
    }
    while out.last == 0x20 { out.removeLast() }
    return String(decoding: out, as: UTF8.self)
  }

  private static func trimmed(_ text: String) -> String {
    var bytes = Array(text.utf8)[...]
    while let first = bytes.first, first == 0x0A || first == 0x0D { bytes.removeFirst() }
    while let last = bytes.last, last.isSpace { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }
}
