package import Records

/// A value and where on the page it was found.
package struct Claim<Value: Sendable & Hashable>: Sendable, Hashable {
  package var value: Value
  /// As it stands in the article's provenance: "json-ld", "og:title", "meta author", "h1",
  /// "byline", "time", "address".
  package var source: String

  package init(_ value: Value, from source: String) {
    self.value = value
    self.source = source
  }
}

/// What a page says of itself in JSON-LD, microdata, meta and link elements: everything said, the
/// contradictions included, the most trusted first. `Metadata` weighs it later.
package struct Declared: Sendable {
  /// schema.org types of the page's main thing ("NewsArticle"), as declared.
  package var types: [String] = []
  package var titles: [Claim<String>] = []
  package var descriptions: [Claim<String>] = []
  package var authors: [Claim<String>] = []
  package var published: [Claim<Timestamp>] = []
  package var modified: [Claim<Timestamp>] = []
  package var sections: [Claim<String>] = []
  package var keywords: [Claim<String>] = []
  package var publishers: [Claim<String>] = []
  package var canonicals: [Claim<String>] = []
  package var languages: [Claim<String>] = []
  package var images: [Claim<Image>] = []
  package var videos: [Claim<Recording>] = []
  /// The whole text where JSON-LD carries it: plain text or markup, as it stands.
  package var articleBody: Claim<String>?
  /// `isAccessibleForFree` where it is said.
  package var isFree: Bool?
  /// Of the authors and publishers those that JSON-LD calls organizations.
  package var organizations: Set<String> = []
  /// Dates under names that some pages use for other days than the publication's ("date").
  var weaklyPublished: [Claim<Timestamp>] = []
  /// What the pass over the page gathered, for the weighing.
  var scan = PageScan()

  package init() {}
}
