package import Records

/// Reads the article out of a page that somebody turned into plain text.
package enum TextScrapeReader {
  /// `text` is the whole scrape; lines are what is left of the page's structure.
  package static func read(_ text: String) -> Article { Article() }
}
