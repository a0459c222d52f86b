import Records

/// Says what sort of page it is from what was found on it.
struct KindJudge {
  let outline: Outline
  let stats: PageStats
  let declared: Declared
  let content: Content

  /// Less visible text than this, in bytes: a shell that a script would fill.
  private static let emptyPage = 300
  /// An article has at least this much text of its own, in bytes.
  private static let shortArticle = 300
  /// Opening of an article behind a paywall, at most, in bytes.
  private static let longestStub = 1500
  private static let galleryPictures = 6

  func judge() -> PageKind {
    let text = textLength
    if declared.isFree == false, text > 0, text < Self.longestStub { return .stub }
    if text < Self.shortArticle {
      if stats.text(0..<outline.lines.count) < Self.emptyPage { return .shell }
      if linkedHeadlines >= 15 || isTeaserList { return .index }
    }
    if content.images.count >= Self.galleryPictures, text < 120 * content.images.count {
      return .gallery
    }
    if text < Self.shortArticle, !isDeclaredArticle { return .other }
    if isIndex(text) { return .index }
    return .article
  }

  private var textLength: Int {
    content.blocks.reduce(content.lead?.utf8.count ?? 0) { sum, block in
      block.kind == .subhead
        ? sum : sum + block.text.utf8.count + block.items.reduce(0) { $0 + $1.utf8.count }
    }
  }

  private var isDeclaredArticle: Bool {
    declared.types.contains { $0.hasSuffix("Article") || $0 == "BlogPosting" || $0 == "Report" }
  }

  /// Lines of some length that are one link: headlines of teasers.
  private var linkedHeadlines: Int {
    outline.lines.count { line in line.count >= 30 && line.linked * 10 >= line.count * 9 }
  }

  /// Half a dozen headlines that are links, on a page that says nowhere that it is an article.
  private var isTeaserList: Bool {
    linkedHeadlines >= 6 && !isDeclaredArticle && declared.published.isEmpty
  }

  private func isIndex(_ text: Int) -> Bool {
    if isDeclaredArticle || !declared.published.isEmpty { return false }
    return linkedHeadlines >= 40 && text < 40 * linkedHeadlines
  }
}
