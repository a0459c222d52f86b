import Records

extension PageKind {
  /// What a person must know of a page that is no whole article; `nil` for an article.
  var notice: String? {
    switch self {
    case .article: nil
    case .index:
      "This page is a list of links to other reports, not a report. What is shown here is what it "
        + "said itself."
    case .gallery: "This page is a gallery: pictures with captions, hardly any running text."
    case .stub:
      "Only the opening of this report was on the page. The rest is kept from readers who do not "
        + "pay, and is not in the archive."
    case .shell:
      "This page is an empty shell that a script would fill. There was no text in it to keep."
    case .other: "This page was not recognised as a report. What could be read is shown."
    }
  }

  /// The same in one or two words, for lists.
  var tag: String? {
    switch self {
    case .article: nil
    case .index: "list of links"
    case .gallery: "gallery"
    case .stub: "opening only"
    case .shell: "empty page"
    case .other: "not recognised"
    }
  }
}
