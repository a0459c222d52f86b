import Records

/// What the weighing of one page works on.
struct PageReading {
  let tree: HTMLTree
  let declared: Declared
  let content: Content
  let headline: Headline?
  /// The page's own address, or what it gives for it.
  let address: String?
  /// BCP 47.
  let language: String?
  let affixes: TitleAffixes

  /// Where the headline stands; node numbers rise in document order but for repaired markup.
  var headlineNode: HTMLTree.NodeID? { content.headline ?? headline?.node }

  /// Where the article ends; everything behind it is furniture.
  private let contentEnd: HTMLTree.NodeID?
  /// Elements round the headline: none of them is furniture, whatever it is called.
  private let around: Set<HTMLTree.NodeID>

  init(
    tree: HTMLTree, declared: Declared, content: Content, headline: Headline?, address: String?,
    language: String?
  ) {
    self.tree = tree
    self.declared = declared
    self.content = content
    self.headline = headline
    self.address = address
    self.language = language
    affixes = TitleAffixes(publishers: declared.publishers.map(\.value), address: address)
    contentEnd = content.root.flatMap { tree.after($0, within: tree.root) }
    var around: Set<HTMLTree.NodeID> = []
    var up = content.headline ?? headline?.node ?? content.root
    while let node = up, around.count < 200 {
      around.insert(node)
      up = tree.parent(node)
    }
    self.around = around
  }

  /// How near an element stands to the headline or the article.
  enum Place: Int, Comparable {
    case furniture, elsewhere, behind, article, headline

    static func < (a: Place, b: Place) -> Bool { a.rawValue < b.rawValue }
  }

  /// Elements counted behind and before the headline that still belong to its surroundings.
  private static let after = 400
  private static let before = 90

  func place(of node: HTMLTree.NodeID, hints: Hints = []) -> Place {
    if isFurniture(node) { return .furniture }
    if let headline = headlineNode {
      let distance = node.index - headline.index
      if distance > -PageReading.before, distance < PageReading.after {
        return hints.contains(.aside) ? .elsewhere : .headline
      }
    }
    guard !hints.contains(.aside) else { return .furniture }
    if let root = content.root {
      if node < root { return headlineNode == nil ? .article : .elsewhere }
      guard let contentEnd else { return .article }
      return node < contentEnd
        ? .article : node.index < contentEnd.index + 120 ? .behind : .elsewhere
    }
    return .elsewhere
  }

  /// In navigation, footer, sidebar, comments or a list of other stories.
  private func isFurniture(_ node: HTMLTree.NodeID) -> Bool {
    var up: HTMLTree.NodeID? = node
    var steps = 0
    while let node = up, steps < 30, !around.contains(node) {
      switch tree.tag(node) {
      case .nav,
        .footer where !isWithinArticle(node), .dialog, .form:
        return true
      case .aside: return true
      case .body, .main: return false
      default:
        if steps > 0, Hints(of: node, in: tree).contains(.aside) { return true }
      }
      up = tree.parent(node)
      steps += 1
    }
    return false
  }

  /// A footer of the article itself holds its tags and makers.
  private func isWithinArticle(_ node: HTMLTree.NodeID) -> Bool {
    var up = tree.parent(node)
    for _ in 0..<6 {
      guard let node = up else { return false }
      if tree.tag(node) == .article { return true }
      up = tree.parent(node)
    }
    return false
  }
}
