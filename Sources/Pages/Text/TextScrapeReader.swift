package import Records

/// Reads the article out of a page that somebody turned into plain text.
package enum TextScrapeReader {
  /// `text` is the whole scrape; lines are what is left of the page's structure.
  ///
  /// Lines are told apart by their shape, their words' company and the phrases of furniture; the
  /// headline is found first, then what each line is, then the fields out of the lines round the
  /// text. Linear in the text's length.
  package static func read(_ text: String) -> Article {
    let page = ScrapePage(text)
    let classes = LineModel.learned.classes(
      own: LineTraits(page: page).own(), places: PlaceTraits(page: page).all(), kinds: page.kinds)
    var assembly = ScrapeAssembly(page: page, classes: classes)
    return assembly.article()
  }
}
