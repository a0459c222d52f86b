/// An entry of the stack of open elements, with what is asked of it again and again.
struct OpenElement {
  /// Which walks up the stack an element stops.
  struct Boundaries: OptionSet {
    let rawValue: UInt8
    static let scope = Boundaries(rawValue: 1)
    static let listItem = Boundaries(rawValue: 2)
    static let button = Boundaries(rawValue: 4)
    static let table = Boundaries(rawValue: 8)
  }

  /// The element's node.
  var node: Int32
  /// The node that its children go to: the fragment of a template, else the element itself.
  var container: Int32
  /// Number of the name as the tokenizer has it, all in lower case.
  var name: UInt16
  var tag: HTMLName
  var namespace: HTMLTree.Namespace
  var boundaries: Boundaries
  var isSpecial: Bool
  var isHTMLIntegrationPoint = false
  var isMathMLTextIntegrationPoint = false

  init(node: Int32, container: Int32, name: UInt16, namespace: HTMLTree.Namespace) {
    self.node = node
    self.container = container
    self.name = name
    self.namespace = namespace
    tag = HTMLName(rawValue: name) ?? .other
    switch namespace {
    case .html:
      boundaries = Self.boundaries(tag)
      isSpecial = tag.isSpecial
    case .svg:
      isHTMLIntegrationPoint = tag == .foreignobject || tag == .desc || tag == .title
      isSpecial = isHTMLIntegrationPoint
      boundaries = isSpecial ? Self.all : []
    case .mathML:
      isMathMLTextIntegrationPoint = Self.isMathMLText(tag)
      isSpecial = isMathMLTextIntegrationPoint || tag == .annotationXML
      boundaries = isSpecial ? Self.all : []
    }
  }

  @inline(__always) func isHTML(_ name: HTMLName) -> Bool { tag == name && namespace == .html }

  /// Elements that stop "in scope" stop "in list item scope" and "in button scope" too.
  private static let all: Boundaries = [.scope, .listItem, .button]

  private static func boundaries(_ tag: HTMLName) -> Boundaries {
    switch tag {
    case .applet, .caption, .td, .th, .marquee, .object, .select: [.scope, .listItem, .button]
    case .html, .table, .template: [.scope, .listItem, .button, .table]
    case .ol, .ul: .listItem
    case .button: .button
    default: []
    }
  }

  private static func isMathMLText(_ tag: HTMLName) -> Bool {
    switch tag {
    case .mi, .mo, .mn, .ms, .mtext: true
    default: false
    }
  }
}

/// The stack of open elements.
struct OpenElements {
  private(set) var entries: [OpenElement] = []
  /// How many HTML elements of each listed name are open, so that most questions whether one is in
  /// scope need no walk.
  private var counts = [Int32](repeating: 0, count: HTMLName.allCases.count)

  /// Elements nested deeper than this are put into the tree but not opened: what follows stands
  /// beside them. As in Blink and WebKit; it bounds every walk up the stack.
  static let limit = 512

  var isFull: Bool { entries.count >= Self.limit }
  var count: Int { entries.count }
  @inline(__always) var last: OpenElement { entries[entries.count - 1] }
  subscript(index: Int) -> OpenElement { entries[index] }

  mutating func push(_ element: OpenElement) {
    if element.namespace == .html { counts[Int(element.tag.rawValue)] += 1 }
    entries.append(element)
  }

  mutating func insert(_ element: OpenElement, at index: Int) {
    if element.namespace == .html { counts[Int(element.tag.rawValue)] += 1 }
    entries.insert(element, at: index)
  }

  mutating func replace(at index: Int, node: Int32) {
    entries[index].node = node
    entries[index].container = node
  }

  /// Takes the current node off. The root stays, whatever a page does.
  mutating func pop() {
    guard entries.count > 1 else { return }
    let element = entries.removeLast()
    if element.namespace == .html { counts[Int(element.tag.rawValue)] -= 1 }
  }

  mutating func remove(at index: Int) {
    let element = entries.remove(at: index)
    if element.namespace == .html { counts[Int(element.tag.rawValue)] -= 1 }
  }

  mutating func popAll(above count: Int) {
    while entries.count > count { pop() }
  }

  mutating func pop(through tag: HTMLName) {
    while entries.count > 1 {
      let isLast = last.isHTML(tag)
      pop()
      if isLast { return }
    }
  }

  mutating func pop(through isEnd: (OpenElement) -> Bool) {
    while entries.count > 1 {
      let isLast = isEnd(last)
      pop()
      if isLast { return }
    }
  }

  func contains(_ tag: HTMLName) -> Bool { counts[Int(tag.rawValue)] > 0 }

  func lastIndex(ofNode node: Int32) -> Int? { entries.lastIndex { $0.node == node } }

  func lastIndex(of tag: HTMLName) -> Int? {
    guard contains(tag) else { return nil }
    return entries.lastIndex { $0.isHTML(tag) }
  }

  /// "Has an element in the specific scope"
  func has(_ tag: HTMLName, in scope: OpenElement.Boundaries = .scope) -> Bool {
    guard contains(tag) else { return false }
    return has(in: scope) { $0.isHTML(tag) }
  }

  func has(in scope: OpenElement.Boundaries, _ isTarget: (OpenElement) -> Bool) -> Bool {
    for element in entries.reversed() {
      if isTarget(element) { return true }
      if element.boundaries.contains(scope) { return false }
    }
    return false
  }
}
