internal import Archive
internal import Records

/// Words of an article that an item of its record lights.
struct Light: Sendable, Hashable {
  /// In Unicode scalars of the article's text.
  var range: Range<Int>
  var kind: ItemKind
  var number: Int
  /// What the words mean, for whoever points at them.
  var title: String
  /// A mark set behind the words that leads to the item's card; `nil` for none.
  var tag: String?

  var card: String { ItemAnchor.card(kind, number) }
  var words: String { ItemAnchor.words(kind, number) }

  /// Longer ones lie below shorter ones, and of the same words the wider notion below.
  static func isBelow(_ a: Light, _ b: Light) -> Bool {
    if a.range.upperBound != b.range.upperBound { return a.range.upperBound > b.range.upperBound }
    if a.depth != b.depth { return a.depth < b.depth }
    return a.number < b.number
  }

  private var depth: Int {
    switch kind {
    case .statement: 0
    case .event: 1
    case .actor: 2
    case .place: 3
    case .time, .change, .other: 4
    }
  }
}

/// The text of a line with its lights as HTML: lights may nest and cross; one that crosses another
/// is made of several pieces, of which the first has the id.
///
/// Linear in the text and the lights; the marks round a word are bounded.
struct LitLine {
  /// Marks round one word; more cannot be told apart, and a hostile record could have thousands.
  static let deepest = 8

  private struct Open {
    var light: Light
    var children: [HTML] = []
    var isFirst: Bool
    var isLeaf = true
  }

  /// Ids that have been given; an id stands once in a page.
  private var named: Set<String>
  private var stack: [Open] = []
  private var root: [HTML] = []

  init(named: Set<String> = []) { self.named = named }

  /// - scalars: the line's text; lights are relative to it and within it.
  static func html(
    _ scalars: ArraySlice<Unicode.Scalar>, _ lights: [Light], named: inout Set<String>
  ) -> HTML {
    guard !lights.isEmpty else { return .text(string(scalars)) }
    var line = LitLine(named: named)
    line.write(scalars, lights)
    named = line.named
    return line.root.count == 1 ? line.root[0] : .sequence(line.root)
  }

  private mutating func write(_ scalars: ArraySlice<Unicode.Scalar>, _ lights: [Light]) {
    let starts = lights.sorted { a, b in
      a.range.lowerBound != b.range.lowerBound
        ? a.range.lowerBound < b.range.lowerBound : Light.isBelow(a, b)
    }
    let bounds = Set(lights.flatMap { [$0.range.lowerBound, $0.range.upperBound] }).sorted()
    var position = 0
    var next = 0
    for bound in bounds {
      text(scalars, position..<bound)
      position = bound
      let kept = close(at: bound)
      var opening = kept.map { Open(light: $0, isFirst: false) }
      while next < starts.count, starts[next].range.lowerBound == bound {
        opening.append(Open(light: starts[next], isFirst: true))
        next += 1
      }
      for open in opening.sorted(by: { Light.isBelow($0.light, $1.light) })
      where stack.count < LitLine.deepest {
        if !stack.isEmpty { stack[stack.count - 1].isLeaf = false }
        stack.append(open)
      }
    }
    text(scalars, position..<scalars.count)
  }

  private mutating func text(_ scalars: ArraySlice<Unicode.Scalar>, _ range: Range<Int>) {
    guard !range.isEmpty else { return }
    let start = scalars.startIndex
    append(.text(LitLine.string(scalars[start + range.lowerBound..<start + range.upperBound])))
  }

  private mutating func append(_ html: HTML) {
    if stack.isEmpty { root.append(html) } else { stack[stack.count - 1].children.append(html) }
  }

  /// Closes what ends here, and what lies on it; the latter is to be opened again.
  private mutating func close(at bound: Int) -> [Light] {
    guard let lowest = stack.firstIndex(where: { $0.light.range.upperBound <= bound }) else {
      return []
    }
    var again: [Light] = []
    while stack.count > lowest {
      let open = stack.removeLast()
      let isEnd = open.light.range.upperBound <= bound
      if !isEnd { again.append(open.light) }
      guard !open.children.isEmpty else { continue }
      append(element(open))
      if isEnd, let tag = open.light.tag { append(self.tag(open.light, tag)) }
    }
    return again
  }

  /// A light without others in it is a link to its card; links cannot nest.
  private mutating func element(_ open: Open) -> HTML {
    let light = open.light
    var attributes = [light.style, .title(light.title)]
    if named.insert(light.words).inserted { attributes.append(.id(light.words)) }
    let content = HTML.sequence(open.children)
    if open.isLeaf, light.tag == nil {
      return a([.href(.anchor(light.card))] + attributes) { content }
    }
    return span(attributes) { content }
  }

  private func tag(_ light: Light, _ words: String) -> HTML {
    a(.class("tag"), Attribute("data-of", light.kind.rawValue), .href(.anchor(light.card))) {
      words
    }
  }

  private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    return String(text)
  }
}

extension Light {
  fileprivate var style: Attribute {
    switch kind {
    case .statement: .class("lit said")
    case .event: .class("lit event")
    case .time: .class("lit when")
    case .place: .class("lit where")
    case .actor: .class("lit who")
    case .change, .other: .class("lit")
    }
  }
}
