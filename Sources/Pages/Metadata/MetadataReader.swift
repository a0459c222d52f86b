package import Records

/// Reads what a page says of itself, and weighs it against what the page shows.
package enum MetadataReader {
  /// Everything declared in JSON-LD, microdata, meta and link elements.
  package static func declared(in tree: HTMLTree, url: String?) -> Declared {
    let scan = PageScan(tree)
    var titles = scan.headings.filter { tree.tag($0.node) == .h1 }.prefix(10).map {
      TitleLikeness.key(tree.inlineText($0.node, limit: 400))
    }
    if let title = scan.titleElement { titles.append(TitleLikeness.key(title)) }
    let addresses = [url, scan.canonical].compactMap { $0 }.map(PageAddress.key)
    let data = LinkedData(
      scripts: scan.scripts, in: tree,
      context: .init(addresses: addresses, titles: titles.filter { $0.utf8.count >= 6 }))
    var declared = DeclaredReader.read(scan, data, url: url)
    declared.scan = scan
    return declared
  }

  /// Fills the article's title, kicker, topics, authors, agencies, dates, canonical address,
  /// publisher, language and their provenance.
  package static func resolve(
    _ declared: Declared, content: Content, tree: HTMLTree, url: String?,
    into article: inout Article
  ) {
    resolveAddress(declared, url, into: &article)
    let sample = text(of: content, tree)
    if let language = PageLanguage.decide(declared.languages, text: sample) {
      article.language = language.tag
      article.provenance["language"] = language.source
    }
    let page = PageReading(
      tree: tree, declared: declared, content: content,
      headline: Headline.find(in: tree, declared: declared, url: url),
      address: url ?? article.canonical, language: article.language)
    resolveHeadline(page, into: &article)
    resolveAuthors(page, into: &article)
    resolveDates(page, into: &article)
    let topics = TopicReader(page, text: (article.title ?? "") + "\n" + sample).read()
    article.topics = topics.topics
    if !topics.topics.isEmpty { article.provenance["topics"] = topics.source }
  }

  private static func resolveAddress(
    _ declared: Declared, _ url: String?, into article: inout Article
  ) {
    for claim in declared.canonicals {
      guard let address = PageAddress.resolve(claim.value, against: url) else { continue }
      article.canonical = address
      article.provenance["canonical"] = claim.source
      break
    }
    if let publisher = declared.publishers.first {
      article.publisher = publisher.value
      article.provenance["publisher"] = publisher.source
    }
  }

  private static func resolveHeadline(_ page: PageReading, into article: inout Article) {
    guard let headline = page.headline else { return }
    article.title = headline.text
    article.provenance["title"] = headline.source
    article.kicker = headline.kicker ?? KickerReader.read(page)
    if article.kicker != nil {
      article.provenance["kicker"] = headline.kicker == nil ? "kicker" : headline.source
    }
  }

  private static func resolveAuthors(_ page: PageReading, into article: inout Article) {
    let answer = AuthorReader(page).read()
    article.authors = answer.authors
    article.agencies = answer.agencies
    if !answer.authors.isEmpty { article.provenance["authors"] = answer.source }
  }

  private static func resolveDates(_ page: PageReading, into article: inout Article) {
    let dates = PublicationDate(page).read()
    article.published = dates.published?.value
    article.provenance["published"] = dates.published?.source
    article.modified = dates.modified?.value
    article.provenance["modified"] = dates.modified?.source
  }

  /// The words by which the language is identified: the body's, else the page's paragraphs.
  private static func text(of content: Content, _ tree: HTMLTree) -> String {
    var text = ""
    for block in content.blocks {
      text += block.text + "\n"
      if text.utf8.count > 6000 { return text }
    }
    guard text.utf8.count < 80 else { return text }
    for node in tree.preorder(tree.root) where tree.tag(node) == .p {
      text += tree.inlineText(node, limit: 600) + "\n"
      if text.utf8.count > 6000 { break }
    }
    return text
  }
}
