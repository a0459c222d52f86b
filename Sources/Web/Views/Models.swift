package import Records

// What the views show, as plain values: routes fill them from the archive, tests by hand.

/// An outlet and how many reports of it the archive holds.
package struct OutletLine: Sendable, Hashable {
  package var id: Int
  package var name: String
  package var reports: Int

  package init(id: Int, name: String, reports: Int) {
    self.id = id
    self.name = name
    self.reports = reports
  }
}

/// A report as a list shows it.
package struct ReportLine: Sendable, Hashable {
  package var id: Int
  package var title: String?
  package var kicker: String?
  package var lead: String?
  package var language: String?
  package var outlet: OutletLine?
  /// First publication, else the last change the page tells.
  package var published: Timestamp?
  package var kind: PageKind = .article
  package var versions = 1
  package var isHeadlineChanged = false
  /// Where the words of a search stand; empty outside of searches.
  package var snippet: [SnippetPart] = []

  package init(id: Int) { self.id = id }
}

/// A run of a search result's words.
package struct SnippetPart: Sendable, Hashable {
  package var text: String
  /// Whether the search asked for these words.
  package var isMatch: Bool

  package init(_ text: String, isMatch: Bool = false) {
    self.text = text
    self.isMatch = isMatch
  }
}

/// A version of a report, as the list of its versions shows it.
package struct VersionLine: Sendable, Hashable {
  /// From 1, in the order of coming.
  package var number: Int
  /// When the archive took it in.
  package var added: Timestamp?
  package var title: String?
  /// SHA-256 of the page's bytes, in hexadecimal digits.
  package var hash: String
  package var bytes: Int

  package init(
    number: Int, added: Timestamp? = nil, title: String? = nil, hash: String, bytes: Int
  ) {
    self.number = number
    self.added = added
    self.title = title
    self.hash = hash
    self.bytes = bytes
  }
}

/// A report with one of its versions laid open.
package struct ReportModel: Sendable, Hashable {
  package var id: Int
  package var article: Article
  package var outlet: OutletLine?
  /// Where it was found: an address, or the name of a file.
  package var source: String
  /// All versions, the first first.
  package var versions: [VersionLine]
  /// The number of the version that is shown.
  package var shown: Int

  package init(
    id: Int, article: Article, outlet: OutletLine? = nil, source: String,
    versions: [VersionLine], shown: Int
  ) {
    self.id = id
    self.article = article
    self.outlet = outlet
    self.source = source
    self.versions = versions
    self.shown = shown
  }

  var isNewest: Bool { shown == versions.last?.number }
}

/// What the archive holds.
package struct ArchiveCounts: Sendable, Hashable {
  package var reports: Int
  package var versions: Int
  package var outlets: Int
  /// Reports of whose versions at least two bear different headlines.
  package var changedHeadlines: Int

  package init(reports: Int = 0, versions: Int = 0, outlets: Int = 0, changedHeadlines: Int = 0) {
    self.reports = reports
    self.versions = versions
    self.outlets = outlets
    self.changedHeadlines = changedHeadlines
  }
}

/// One page of a long list.
package struct Paged<Item: Sendable & Hashable>: Sendable, Hashable {
  package var items: [Item]
  /// From 1.
  package var page: Int
  package var perPage: Int
  /// How many there are in all.
  package var total: Int

  package init(items: [Item], page: Int, perPage: Int, total: Int) {
    self.items = items
    self.page = page
    self.perPage = perPage
    self.total = total
  }

  var pages: Int { max(1, (total + perPage - 1) / perPage) }
  var first: Int { (page - 1) * perPage + 1 }
  var last: Int { first + items.count - 1 }
}
