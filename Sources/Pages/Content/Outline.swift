/// What a page shows, in document order: its visible elements, and its running text cut into lines
/// at the borders of block-level elements. Scripts, styles, form controls and the like are left
/// out.
///
/// Flat arrays, made in one pass over the tree; an element is named by its place in `entries`.
/// Time and memory are linear in the page.
struct Outline {
  /// The element kinds a place stands in.
  struct Context: OptionSet {
    let rawValue: UInt32
    static let link = Context(rawValue: 1)
    static let list = Context(rawValue: 2)
    static let quote = Context(rawValue: 4)
    static let table = Context(rawValue: 8)
    static let figure = Context(rawValue: 16)
    static let pre = Context(rawValue: 32)
    static let heading = Context(rawValue: 64)
    static let nav = Context(rawValue: 128)
    static let aside = Context(rawValue: 256)
    static let footer = Context(rawValue: 512)
    static let form = Context(rawValue: 1024)
    static let header = Context(rawValue: 2048)
    static let caption = Context(rawValue: 4096)
    static let address = Context(rawValue: 8192)
    static let paragraph = Context(rawValue: 16384)
    static let strong = Context(rawValue: 32768)
    static let time = Context(rawValue: 65536)
  }

  struct Entry {
    var node: Int32
    var parent: Int32
    /// The entry behind the last one below this one.
    var end: Int32
    /// The first line that starts in the element, and the one behind the last.
    var lines: Range<Int32>
    var tag: HTMLName
    var context: Context
    var evidence: Evidence
    /// Hash of tag and class attribute: elements that look alike have the same.
    var look: UInt32
  }

  struct Line {
    /// Range in `text`.
    var start: Int32
    var count: Int32 = 0
    /// Bytes of it that stand in links, and in bold or italic type.
    var linked: Int32 = 0
    var strong: Int32 = 0
    /// The entry of the innermost block-level element.
    var owner: Int32
    /// Full stops, commas and the like.
    var marks: Int32 = 0
    /// How many links begin in it.
    var links: Int32 = 0
  }

  private(set) var entries: [Entry] = []
  private(set) var lines: [Line] = []
  /// The text of all lines, white space collapsed.
  private(set) var text: [UInt8] = []

  init(_ tree: HTMLTree) {
    var scan = OutlineScan(tree: tree)
    scan.run()
    entries = scan.entries
    lines = scan.lines
    text = scan.text
  }

  func bytes(_ line: Int) -> ArraySlice<UInt8> {
    let line = lines[line]
    return text[Int(line.start)..<Int(line.start + line.count)]
  }

  func string(_ line: Int) -> String { String(decoding: bytes(line), as: UTF8.self) }

  /// The entry of a node; `nil` where it is not shown.
  func entry(_ node: HTMLTree.NodeID) -> Int? {
    entries.firstIndex { $0.node == node.rawValue }
  }

  /// The words of all lines that start in an element.
  func text(of entry: Int) -> String {
    lineRange(entry).map { BlockBuilder.clean(bytes($0)) }.joined(separator: " ")
  }

  func owner(_ line: Int) -> Int { Int(lines[line].owner) }

  /// The entry is `ancestor` or below it.
  func isInside(_ entry: Int, _ ancestor: Int) -> Bool {
    entry >= ancestor && entry < Int(entries[ancestor].end)
  }

  func lineRange(_ entry: Int) -> Range<Int> {
    Int(entries[entry].lines.lowerBound)..<Int(entries[entry].lines.upperBound)
  }

  /// The innermost element of that name at or above an entry, not above `top`.
  func ancestor(_ tag: HTMLName, of entry: Int, within top: Int = 0) -> Int? {
    var at = entry
    while at >= top, at >= 0 {
      if entries[at].tag == tag { return at }
      at = Int(entries[at].parent)
    }
    return nil
  }
}

/// The pass that makes an outline.
private struct OutlineScan {
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
        node: node, parent: parent, end: 0, lines: Int32(lines.count)..<Int32(lines.count),
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
    var owner = Int(parent)
    var links: Int32 = 0
    while owner > 0, !entries[owner].tag.isBlock {
      if entries[owner].tag == .a { links = 1 }
      owner = Int(entries[owner].parent)
    }
    line = Outline.Line(start: Int32(text.count), owner: Int32(owner), links: links)
    pendingSpace = false
  }

  /// Evidence of class, id, test id, role, itemprop and style; and the element's look.
  private func evidence(_ node: Int32, _ tag: HTMLName) -> (Evidence, UInt32) {
    let entry = tree.nodes[Int(node)]
    var found: Evidence = []
    var look: UInt32 = 0x811C_9DC5 ^ UInt32(tag.rawValue)
    for index in Int(entry.start)..<Int(entry.start + entry.count) {
      let attribute = tree.attributes[index]
      let range = Int(attribute.valueStart)..<Int(attribute.valueStart + attribute.valueCount)
      tree.bytes.withUnsafeBufferPointer { bytes in
        let value = UnsafeBufferPointer(rebasing: bytes[range])
        switch HTMLName(rawValue: attribute.name) {
        case .class:
          found.formUnion(ClassWords.table.evidence(in: value))
          for byte in value { look = (look ^ UInt32(byte)) &* 0x0100_0193 }
        case .id where Self.isName(value), .role:
          found.formUnion(ClassWords.table.evidence(in: value))
        case .itemprop: found.formUnion(Self.property(value))
        case .hidden: found.insert(.unseen)
        case .style where Self.hides(value): found.insert(.unseen)
        case .ariaHidden where value.elementsEqual("true".utf8): found.insert(.hidden)
        default:
          if attribute.name == testNames.id || attribute.name == testNames.component {
            found.formUnion(ClassWords.table.evidence(in: value))
          }
        }
      }
    }
    return (found, look)
  }

  /// An id of few words; longer ones are made of titles.
  private static func isName(_ id: UnsafeBufferPointer<UInt8>) -> Bool {
    id.count <= 40 && id.reduce(0) { $0 + ($1 == 0x2D || $1 == 0x5F ? 1 : 0) } <= 3
  }

  private static func property(_ value: UnsafeBufferPointer<UInt8>) -> Evidence {
    if value.elementsEqual("articleBody".utf8) { return .articleBody }
    if value.elementsEqual("comment".utf8) { return .comments }
    if value.elementsEqual("caption".utf8) { return .caption }
    if value.elementsEqual("headline".utf8) { return .headline }
    if value.elementsEqual("author".utf8) { return .byline }
    if value.elementsEqual("datePublished".utf8) { return .byline }
    return []
  }

  /// `display:none` or `visibility:hidden` in a style attribute.
  private static func hides(_ style: UnsafeBufferPointer<UInt8>) -> Bool {
    guard style.count >= 12, style.count < 400 else { return false }
    var compact: [UInt8] = []
    for byte in style where byte != 0x20 { compact.append(byte | 0x20) }
    let text = String(decoding: compact, as: UTF8.self)
    return text.contains("display:none") || text.contains("visibility:hidden")
  }
}

extension HTMLName {
  /// Browsers show the element as a block of its own.
  var isBlock: Bool {
    switch self {
    case .a, .abbr, .acronym, .b, .bdi, .bdo, .big, .blink, .cite, .code, .data, .del, .dfn, .em,
      .font, .i, .img, .input, .ins, .kbd, .label, .mark, .meter, .nobr, .output, .picture,
      .progress, .q, .rb, .rp, .rt, .rtc, .ruby, .s, .samp, .slot, .small, .source, .span,
      .strike, .strong, .sub, .sup, .time, .track, .tt, .u, .var, .wbr, .other, .map, .area,
      .object, .embed, .param, .image, .math:
      false
    default: true
    }
  }

  /// Shown by something else than its contents.
  fileprivate var isReplaced: Bool {
    self == .iframe || self == .video || self == .audio || self == .object
  }

  fileprivate var context: Outline.Context {
    switch self {
    case .a: .link
    case .li, .dd, .dt: .list
    case .blockquote: .quote
    case .table: .table
    case .figure, .picture: .figure
    case .figcaption: [.figure, .caption]
    case .pre, .listing, .xmp: .pre
    case .h1, .h2, .h3, .h4, .h5, .h6: .heading
    case .nav, .menu: .nav
    case .aside: .aside
    case .footer: .footer
    case .form, .button, .fieldset, .label, .dialog: .form
    case .header: .header
    case .address: .address
    case .p: .paragraph
    case .b, .strong, .em, .i: .strong
    case .time: .time
    default: []
    }
  }
}
