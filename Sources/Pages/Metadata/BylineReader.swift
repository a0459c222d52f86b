/// Finds the names that a page prints as its makers'.
struct BylineReader {
  private let page: PageReading

  struct Answer {
    var names: [String]
    /// The byline stands by the headline or in the article.
    var isNear: Bool
  }

  private struct Printed {
    var node: HTMLTree.NodeID
    var names: [String]
    var weight: Int
    var isNear: Bool
  }

  init(_ page: PageReading) { self.page = page }

  /// The names of the likeliest byline; none where the page prints no names.
  func read() -> [Answer] {
    var found: [Printed] = []
    var covered: Set<HTMLTree.NodeID> = []
    // Inner elements first: "<div class=byline>By <a rel=author>Ana Lind</a>, reporter</div>".
    for candidate in page.declared.scan.bylines.reversed() where !covered.contains(candidate.node) {
      guard let printed = printed(candidate) else { continue }
      found.append(printed)
      var up = page.tree.parent(candidate.node)
      for _ in 0..<8 {
        guard let node = up else { break }
        covered.insert(node)
        up = page.tree.parent(node)
      }
    }
    found.reverse()
    if let line = announcedLine() { found.append(line) }
    guard let best = found.map(\.weight).max(),
      let first = found.first(where: { $0.weight == best })
    else { return [] }
    var names: [String] = []
    var keys: Set<String> = []
    for printed in found where printed.weight >= best - 1 {
      guard abs(printed.node.index - first.node.index) < 120 else { continue }
      for name in printed.names where keys.insert(TitleLikeness.key(name)).inserted {
        names.append(name)
      }
    }
    return [Answer(names: Array(names.prefix(10)), isNear: first.isNear)]
  }

  private func printed(_ candidate: PageScan.Candidate) -> Printed? {
    let text = page.tree.inlineText(candidate.node, limit: 300)
    guard !text.isEmpty, text.utf8.count < 280 else { return nil }
    let place = page.place(of: candidate.node, hints: candidate.hints)
    guard place > .furniture, !isCredit(candidate.node) else { return nil }
    let isSure = candidate.hints.contains(.sureAuthor)
    let announced = PersonNames.isAnnounced(text)
    let isCalledByline = candidate.hints.contains(.byline)
    if !isCalledByline, !announced { return nil }
    if !isSure, !announced, place == .elsewhere, page.headlineNode != nil { return nil }
    var names = PersonNames.names(in: text, trust: isSure ? .link : .labelled)
    if names.isEmpty, candidate.hints.contains(.byline) { names = piecewise(candidate.node) }
    guard !names.isEmpty else { return nil }
    var weight = place.rawValue * 2
    if isSure { weight += 2 }
    if announced { weight += 2 }
    return Printed(
      node: candidate.node, names: names, weight: weight, isNear: place >= .article)
  }

  /// Full names that stand one by one in elements without a mark between; none where any piece is
  /// something else.
  private func piecewise(_ node: HTMLTree.NodeID) -> [String] {
    var found: [String] = []
    for child in page.tree.preorder(node) where page.tree.kind(child) == .text {
      let text = PlainValue.words(page.tree.text(child))
      if text.isEmpty { continue }
      let names = PersonNames.names(in: text, trust: .labelled)
      guard names.count == 1, names[0].contains(" "), found.count < 12 else { return [] }
      found += names
    }
    return found.count > 1 ? found : []
  }

  /// In a picture's caption: that is who made the picture.
  private func isCredit(_ node: HTMLTree.NodeID) -> Bool {
    var up: HTMLTree.NodeID? = node
    for _ in 0..<6 {
      guard let node = up else { return false }
      switch page.tree.tag(node) {
      case .figure, .figcaption, .picture: return true
      case .body, .article, .main: return false
      default: break
      }
      if Hints(of: node, in: page.tree).contains(.picture) { return true }
      up = page.tree.parent(node)
    }
    return false
  }

  // MARK: Lines without a name of their own

  /// How far behind the headline, in nodes, a line that begins with "By" may be.
  private static let near = 300
  private static let reach = 1200

  /// A short line near the headline, or one that the body was freed of, that begins with "By".
  private func announcedLine() -> Printed? {
    for line in page.content.signatures {
      let names = PersonNames.names(in: line, trust: .line)
      if !names.isEmpty, let root = page.content.root {
        return Printed(node: root, names: names, weight: 7, isNear: true)
      }
    }
    guard let headline = page.headlineNode else { return nil }
    let tree = page.tree
    for index in headline.index..<min(tree.count, headline.index + BylineReader.reach) {
      let node = HTMLTree.NodeID(index)
      guard tree.kind(node) == .text, let parent = tree.parent(node),
        !InlineText.isSilent(tree.tag(parent)),
        let names = names(
          announcedBy: node, parent, isNear: index < headline.index + BylineReader.near)
      else { continue }
      return Printed(node: node, names: names, weight: 7, isNear: true)
    }
    return nil
  }

  private func names(
    announcedBy node: HTMLTree.NodeID, _ parent: HTMLTree.NodeID, isNear: Bool
  ) -> [String]? {
    let tree = page.tree
    guard tree.withText(node, { mayAnnounce($0, isNear) }) else { return nil }
    let text = PlainValue.words(tree.text(node))
    guard PersonNames.isAnnounced(text) || isLead(text) else { return nil }
    let line = tree.inlineText(parent, limit: 220)
    guard line.utf8.count < 200, page.place(of: parent) > .furniture, !isCredit(parent) else {
      return nil
    }
    let names = PersonNames.names(in: line, trust: .line)
    return names.isEmpty ? nil : names
  }

  /// Whether a text begins with a word that leads to names, before it is made a string of. Farther
  /// down only "Author:" and the like count: teasers of other articles say "By" too.
  private func mayAnnounce(_ text: UnsafeBufferPointer<UInt8>, _ isNear: Bool) -> Bool {
    guard text.count < 200, let start = text.firstIndex(where: { $0.isWordByte }) else {
      return false
    }
    let end = text[start...].firstIndex { !$0.isWordByte } ?? text.count
    guard end - start <= 24 else { return false }
    guard isNear || text[start..<min(text.count, start + 24)].contains(UInt8(ascii: ":")) else {
      return false
    }
    return BylineWords.table.mayLead(
      String(decoding: text[start..<end], as: UTF8.self).lowercased())
  }

  /// "By" alone, the name stands in an element beside it.
  private func isLead(_ text: String) -> Bool {
    let words = text.lowercased().split(separator: " ").map(String.init)
    return !words.isEmpty && BylineWords.table.leadLength(words[...]) == words.count
  }
}
