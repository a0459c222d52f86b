/// Finds the list of topics that a page shows by its article: "Tags: Rain, Harvest".
struct TagListReader {
  private let page: PageReading

  init(_ page: PageReading) { self.page = page }

  private struct Group {
    var names: [String]
    var start: Int
    var weight: Int
  }

  private static let mostTags = 25

  /// The topics of the likeliest list.
  func read() -> [String] {
    let headline = page.headlineNode?.index ?? 0
    var groups = marked() + linked()
    groups.removeAll { $0.names.isEmpty || $0.names.count > TagListReader.mostTags }
    // Behind the headline before in front of it; nearer before farther.
    groups.sort { a, b in
      (a.start < headline ? 1 : 0, -a.weight, a.start) < (
        b.start < headline ? 1 : 0, -b.weight, b.start
      )
    }
    guard let best = groups.first, best.start >= headline || best.weight >= 8 else { return [] }
    var keys: Set<String> = []
    return best.names.filter { keys.insert(TitleLikeness.key($0)).inserted }
  }

  /// Elements that are called tags or topics, by the links within.
  private func marked() -> [Group] {
    var groups: [Group] = []
    var end = -1
    for candidate in page.declared.scan.topics {
      let node = candidate.node
      // Within the list before: an item of it.
      if node.index < end { continue }
      let place = page.place(of: node, hints: candidate.hints)
      guard place > .elsewhere else { continue }
      var names: [String] = []
      for child in page.tree.preorder(node) where page.tree.tag(child) == .a {
        if let name = name(child) { names.append(name) }
        if names.count > TagListReader.mostTags { break }
      }
      end = page.tree.after(node, within: page.tree.root)?.index ?? Int.max
      // A list of links, with a word like "Tags:" at most; no passage that has links too.
      let whole = page.tree.inlineText(node, limit: 1000).utf8.count
      let linked = names.reduce(0) { $0 + $1.utf8.count + 1 }
      guard linked * 10 >= whole * 6 || whole < linked + 30 else { continue }
      // Items that are marked one by one make one list.
      if let last = groups.indices.last, node.index - groups[last].start < 40 {
        groups[last].names += names
      } else {
        groups.append(Group(names: names, start: node.index, weight: place.rawValue * 2))
      }
    }
    return groups
  }

  /// Links to pages of a topic, neighbours as one list.
  private func linked() -> [Group] {
    var groups: [Group] = []
    var previous = -1000
    for node in page.declared.scan.tagLinks {
      let place = page.place(of: node)
      guard place > .elsewhere, let name = name(node) else { continue }
      if node.index - previous < 30, let last = groups.indices.last {
        groups[last].names.append(name)
      } else {
        groups.append(Group(names: [name], start: node.index, weight: place.rawValue * 2 + 1))
      }
      previous = node.index
    }
    return groups
  }

  private func name(_ node: HTMLTree.NodeID) -> String? {
    var name = PlainValue.words(page.tree.inlineText(node, limit: 100))
    while let last = name.last, ",;|".contains(last) { name.removeLast() }
    return (2...60).contains(name.utf8.count) ? name : nil
  }
}
