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
    if let headline = Headline.find(in: tree, declared: declared, url: url) {
      article.title = headline.text
      article.provenance["title"] = headline.source
      article.kicker = headline.kicker
    }
    if let published = declared.published.first {
      article.published = published.value
      article.provenance["published"] = published.source
    }
  }
}
