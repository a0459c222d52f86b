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
    /// The entry itself or its closest ancestor that is shown as a block.
    var block: Int32
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

  /// Steps up the tree in search of an element: enough for any page that was meant to be read.
  static let farthestAncestor = 100

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
    for _ in 0..<Self.farthestAncestor where at >= top && at >= 0 {
      if entries[at].tag == tag { return at }
      at = Int(entries[at].parent)
    }
    return nil
  }
}
