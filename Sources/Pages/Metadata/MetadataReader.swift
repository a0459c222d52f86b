package import Records

/// Reads what a page says of itself, and weighs it against what the page shows.
package enum MetadataReader {
  /// Everything declared in JSON-LD, microdata, meta and link elements.
  package static func declared(in tree: HTMLTree, url: String?) -> Declared { Declared() }

  /// Fills the article's title, kicker, topics, authors, agencies, dates, canonical address,
  /// publisher, language and their provenance.
  package static func resolve(
    _ declared: Declared, content: Content, tree: HTMLTree, url: String?,
    into article: inout Article
  ) {}
}
