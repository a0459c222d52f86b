import Records

/// Finds the article's own part of a page: its element, its lines, pictures and recordings.
package enum ContentExtractor {
  package static func extract(from tree: HTMLTree, declared: Declared, url: String?) -> Content {
    let outline = Outline(tree)
    let articleBody = ArticleBodyIndex(declared.articleBody?.value)
    let stats = PageStats(outline, articleBody: articleBody)
    var content = Content()
    if let root = RootFinder(outline: outline, stats: stats).find() {
      let assembly = Assembly(
        tree: tree, outline: outline, stats: stats, declared: declared, url: url, root: root)
      content = assembly.content()
    }
    content.kind =
      KindJudge(outline: outline, stats: stats, declared: declared, content: content).judge()
    return content
  }
}

/// Puts the article together once its element is known.
private struct Assembly {
  let tree: HTMLTree
  let outline: Outline
  let stats: PageStats
  let url: String?
  let declared: Declared
  let root: Int
  let headline: Int?
  let filter: LineFilter

  init(
    tree: HTMLTree, outline: Outline, stats: PageStats, declared: Declared, url: String?, root: Int
  ) {
    self.tree = tree
    self.outline = outline
    self.stats = stats
    self.declared = declared
    self.url = url
    headline = Headline.find(in: tree, declared: declared, url: url)?.node.flatMap(outline.entry)
    self.root = Self.narrowed(root, to: headline, outline, stats)
    var filter = LineFilter(
      outline: outline, stats: stats, root: self.root, headline: headline, declared: declared)
    filter.run()
    self.filter = filter
  }

  /// Of a page with several articles one after the other, the one that has the headline.
  private static func narrowed(
    _ root: Int, to headline: Int?, _ outline: Outline, _ stats: PageStats
  ) -> Int {
    guard let headline, outline.isInside(headline, root),
      let article = outline.ancestor(.article, of: headline, within: root + 1), article > root,
      stats.worth(outline.lineRange(article)) > 5
    else { return root }
    return article
  }

  func content() -> Content {
    var content = Content()
    content.root = node(root)
    content.headline = headline.map(node)
    let lead = LeadFinder(outline: outline, stats: stats, filter: filter, declared: declared).find()
    if let lead {
      content.lead = lead.lines.map { BlockBuilder.clean(outline.bytes($0)) }
        .joined(separator: "\n")
      content.leadSource = lead.source
    }
    content.signatures = outline.lineRange(root).filter { filter.verdicts[$0] == .signature }
      .map { BlockBuilder.clean(outline.bytes($0)) }
    let leadLines = Set(lead?.lines ?? [])
    fill(&content, leaving: leadLines)
    return content
  }

  private func parent(_ entry: Int) -> Int { max(0, Int(outline.entries[entry].parent)) }

  private func node(_ entry: Int) -> HTMLTree.NodeID {
    HTMLTree.NodeID(Int(outline.entries[entry].node))
  }

  /// Blocks and media in reading order.
  private func fill(_ content: inout Content, leaving lead: Set<Int>) {
    var builder = BlockBuilder(tree: tree, outline: outline, filter: filter)
    let lines = outline.lineRange(root)
    var line = lines.lowerBound
    for entry in mediaEntries() {
      let position = Int(outline.entries[entry].lines.lowerBound)
      while line < min(position, lines.upperBound) {
        if filter.verdicts[line].isKept, !lead.contains(line) { builder.add(line) }
        line += 1
      }
      addMedia(entry, to: &content, &builder)
    }
    while line < lines.upperBound {
      if filter.verdicts[line].isKept, !lead.contains(line) { builder.add(line) }
      line += 1
    }
    content.blocks = builder.blocks
  }

  private func addMedia(_ entry: Int, to content: inout Content, _ builder: inout BlockBuilder) {
    if outline.entries[entry].tag == .img {
      let finder = PictureFinder(
        tree: tree, outline: outline, url: url, regions: filter.pictures)
      guard let image = finder.picture(entry), image.url != nil || image.caption != nil,
        !content.images.contains(where: { Self.isSame($0, image) })
      else { return }
      let card = VideoCard(tree: tree, outline: outline)
      if let video = card.recording(entry, poster: image.url) {
        content.videos.append(video)
        builder.addMedia(.video, content.videos.count - 1)
        return
      }
      content.images.append(image)
      builder.addMedia(.image, content.images.count - 1)
      return
    }
    let finder = RecordingFinder(tree: tree, outline: outline, url: url)
    guard let found = finder.recording(entry) else { return }
    if found.isVideo {
      content.videos.append(found.recording)
      builder.addMedia(.video, content.videos.count - 1)
    } else {
      content.audios.append(found.recording)
      builder.addMedia(.audio, content.audios.count - 1)
    }
  }

  private static func isSame(_ a: Image, _ b: Image) -> Bool {
    a.url == b.url && a.url != nil && (b.caption == nil || a.caption == b.caption)
  }

  /// Pictures and players from the headline on to the end of the text, furniture left out.
  private func mediaEntries() -> [Int] {
    let rootEnd = Int(outline.entries[root].end)
    let first = min(root, headline ?? root)
    // Above the headline too, where a figure says that it is the article's.
    var start = first
    while start > 0, !outline.isInside(root, start) || start == first { start = parent(start) }
    return (start..<rootEnd).filter { index in
      switch outline.entries[index].tag {
      case .img, .video, .audio, .iframe: break
      default: return false
      }
      if outline.isInside(index, root) { return !filter.isFurniture[index] }
      if index < first, outline.ancestor(.figure, of: index, within: start) == nil { return false }
      return !stats.isFurniture[index]
        && outline.entries[index].context.isDisjoint(with: [.nav, .aside, .footer])
    }
  }
}
