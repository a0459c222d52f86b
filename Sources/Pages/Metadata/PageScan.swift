/// What one pass over a page gathers for its metadata: the declarations, and the elements that may
/// show a headline, a byline, a date or a topic.
struct PageScan: Sendable {
  struct Meta: Sendable {
    /// `property`, `name`, `itemprop` or `http-equiv`, in lower case.
    var key: String
    var content: String
    /// The `itemprop` form: it belongs to an item of microdata.
    var isItem: Bool
  }

  /// An element that may show a value, and what its attributes say of it.
  struct Candidate: Sendable {
    var node: HTMLTree.NodeID
    var hints: Hints
  }

  var metas: [Meta] = []
  var titleElement: String?
  /// `lang` of the root element.
  var htmlLanguage: String?
  var canonical: String?
  /// The base address for relative ones.
  var base: String?
  /// Scripts of type `application/ld+json`.
  var scripts: [HTMLTree.NodeID] = []
  var headings: [Candidate] = []
  var bylines: [Candidate] = []
  var dates: [Candidate] = []
  var topics: [Candidate] = []
  var kickers: [Candidate] = []
  /// Links with `rel="tag"`.
  var tagLinks: [HTMLTree.NodeID] = []
  /// Elements of breadcrumb navigation.
  var breadcrumbs: [HTMLTree.NodeID] = []

  /// Most elements of a kind that are kept; pages that list hundreds of articles have more.
  static let candidateLimit = 300

  init() {}

  init(_ tree: HTMLTree) {
    var isHeadOpen = true
    var upcoming: HTMLTree.NodeID? = tree.root
    while let node = upcoming {
      upcoming = tree.firstChild(node) ?? tree.after(node, within: tree.root)
      guard tree.kind(node) == .element else { continue }
      let tag = tree.tag(node)
      switch tag {
      case .meta: addMeta(node, in: tree)
      case .link: addLink(node, in: tree)
      case .html: htmlLanguage = tree.attribute(node, .lang) ?? tree.attribute(node, .xmlLang)
      case .base: if base == nil { base = tree.attribute(node, .href) }
      case .title:
        if titleElement == nil, tree.namespace(node) == .html {
          titleElement = PlainValue.words(tree.inlineText(node))
        }
      case .script: addScript(node, in: tree)
      case .body: isHeadOpen = false
      case .template: upcoming = tree.after(node, within: tree.root)
      default: if !isHeadOpen, tree.namespace(node) == .html { addCandidate(node, tag, in: tree) }
      }
    }
  }

  private mutating func addMeta(_ node: HTMLTree.NodeID, in tree: HTMLTree) {
    guard metas.count < PageScan.candidateLimit,
      let content = tree.attribute(node, .content), !content.isEmpty
    else { return }
    for name in [HTMLName.property, .name, .itemprop, .httpEquiv] {
      guard let key = tree.attribute(node, name) else { continue }
      for part in key.lowercased().split(separator: " ") {
        metas.append(Meta(key: String(part), content: content, isItem: name == .itemprop))
      }
    }
  }

  private mutating func addLink(_ node: HTMLTree.NodeID, in tree: HTMLTree) {
    guard canonical == nil, tree.attribute(node, .rel)?.lowercased() == "canonical" else { return }
    canonical = tree.attribute(node, .href)
  }

  private mutating func addScript(_ node: HTMLTree.NodeID, in tree: HTMLTree) {
    guard scripts.count < 40 else { return }
    let isData = tree.withAttribute(node, .type) { type in
      type.map { Hints.contains($0, "ld+json") } ?? false
    }
    if isData { scripts.append(node) }
  }

  private mutating func addCandidate(_ node: HTMLTree.NodeID, _ tag: HTMLName, in tree: HTMLTree) {
    var hints = Hints(of: node, in: tree)
    if tag == .time { hints.insert(.date) }
    let limit = PageScan.candidateLimit
    switch tag {
    case .h1, .h2, .h3:
      if headings.count < limit {
        headings.append(Candidate(node: node, hints: hints))
      }
    case .a:
      switch tree.withAttribute(node, .href, { $0.flatMap(LinkKind.of) }) {
      case .author: hints.formUnion([.byline, .sureAuthor])
      case .topic: hints.insert(.tagLink)
      case nil: break
      }
    case .div, .p, .span, .h4:
      if hints.contains(.headline), headings.count < limit {
        headings.append(Candidate(node: node, hints: hints))
      }
    default: break
    }
    if hints.isEmpty { return }
    let candidate = Candidate(node: node, hints: hints)
    if !hints.isDisjoint(with: [.byline, .meta]), bylines.count < limit {
      bylines.append(candidate)
    }
    if !hints.isDisjoint(with: [.date, .meta]), dates.count < limit { dates.append(candidate) }
    if hints.contains(.topic), topics.count < limit { topics.append(candidate) }
    if hints.contains(.kicker), kickers.count < limit { kickers.append(candidate) }
    if hints.contains(.tagLink), tagLinks.count < limit { tagLinks.append(node) }
    if hints.contains(.breadcrumb), breadcrumbs.count < 20 { breadcrumbs.append(node) }
  }
}
