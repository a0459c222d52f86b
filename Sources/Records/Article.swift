/// What reading made of one page: the article without the site's furniture.
///
/// A missing value is `nil` or empty; nothing is guessed without a source, and `provenance` says
/// for every field where it came from.
package struct Article: Sendable, Hashable {
  package var kind: PageKind = .article
  /// The headline, as printed on the page.
  package var title: String?
  /// The line above the headline ("Politics", "Analysis").
  package var kicker: String?
  /// Kicker, section and keywords, in that order, each once.
  package var topics: [String] = []
  /// Names of the people (or desks) who wrote it.
  package var authors: [String] = []
  /// News agencies whose copy it is made from ("AFP", "Reuters").
  package var agencies: [String] = []
  /// First publication.
  package var published: Timestamp?
  /// Last change, where the page tells it apart from the first publication.
  package var modified: Timestamp?
  /// The opening that the page sets apart from the text.
  package var lead: String?
  package var blocks: [Block] = []
  package var images: [Image] = []
  package var videos: [Recording] = []
  package var audios: [Recording] = []
  /// The address the page gives for itself.
  package var canonical: String?
  package var publisher: String?
  /// BCP 47.
  package var language: String?
  /// Field name (as in the JSON form) to where its value was found ("json-ld", "og:title", "h1").
  package var provenance: [String: String] = [:]

  package init() {}
}

/// What sort of page it is.
package enum PageKind: String, Sendable, Hashable, CaseIterable {
  case article
  /// A front page or section page: links to many articles.
  case index
  /// Pictures with captions and hardly any running text.
  case gallery
  /// The opening of an article whose rest is kept from readers who do not pay.
  case stub
  /// A page that a script would fill; there is no text in it.
  case shell
  /// None of these.
  case other
}

/// One block of an article, in reading order.
package struct Block: Sendable, Hashable {
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    case text, subhead, list, quote, table, code, image, video, audio
  }

  package var kind: Kind
  /// The words of a text, subhead, quote or code block; empty for other kinds.
  package var text: String
  /// The items of a list; for a table its rows, cells joined by a tab.
  package var items: [String]
  /// For image, video and audio: the index in the article's `images`, `videos` or `audios`.
  package var media: Int?

  package init(_ kind: Kind, text: String) {
    self.kind = kind
    self.text = text
    self.items = []
  }

  package init(_ kind: Kind, items: [String]) {
    self.kind = kind
    self.text = ""
    self.items = items
  }

  package init(_ kind: Kind, media: Int) {
    self.kind = kind
    self.text = ""
    self.items = []
    self.media = media
  }
}

/// A picture of an article.
package struct Image: Sendable, Hashable {
  package var url: String?
  package var caption: String?
  /// Who made or supplied it, without "Photo:" and the like.
  package var credit: String?
  /// The text alternative.
  package var alt: String?

  package init(
    url: String? = nil, caption: String? = nil, credit: String? = nil, alt: String? = nil
  ) {
    self.url = url
    self.caption = caption
    self.credit = credit
    self.alt = alt
  }
}

/// A video or sound recording of an article.
package struct Recording: Sendable, Hashable {
  package var title: String?
  package var url: String?
  package var poster: String?
  /// Seconds.
  package var duration: Int?

  package init(
    title: String? = nil, url: String? = nil, poster: String? = nil, duration: Int? = nil
  ) {
    self.title = title
    self.url = url
    self.poster = poster
    self.duration = duration
  }
}
