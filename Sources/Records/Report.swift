/// Who publishes: named by the host of its addresses, or by what its pages call it.
package struct Outlet: Sendable, Hashable, Identifiable {
  package var id: Int
  /// Without "www."; `nil` where its reports have no address.
  package var host: String?
  package var name: String?

  package init(id: Int, host: String? = nil, name: String? = nil) {
    self.id = id
    self.host = host
    self.name = name
  }

  /// What to call it in a line.
  package var title: String { name ?? host ?? "?" }
}

/// One page of one outlet under one address, as the archive keeps it, in short: what a list shows.
package struct ReportSummary: Sendable, Hashable, Identifiable {
  package var id: Int
  /// `nil` where neither the user nor the page gave one.
  package var address: String?
  /// What the input was called when it was first added.
  package var name: String
  package var outlet: Outlet?
  package var versionCount: Int
  /// The latest version, without its text.
  package var latest: VersionInfo
  package var kind: PageKind
  package var title: String?
  package var kicker: String?
  package var lead: String?
  package var authors: [String]
  package var agencies: [String]
  package var published: Timestamp?
  package var language: String?
  /// Words of headline, lead, blocks and captions.
  package var words: Int

  package init(
    id: Int, address: String?, name: String, outlet: Outlet?, versionCount: Int,
    latest: VersionInfo, article: Article, words: Int
  ) {
    self.id = id
    self.address = address
    self.name = name
    self.outlet = outlet
    self.versionCount = versionCount
    self.latest = latest
    self.words = words
    kind = article.kind
    title = article.title
    kicker = article.kicker
    lead = article.lead
    authors = article.authors
    agencies = article.agencies
    published = article.published
    language = article.language
  }
}

/// A page as it was fetched, without its text: one line in the list of a report's versions.
package struct VersionInfo: Sendable, Hashable, Identifiable {
  package var id: Int
  package var report: Int
  /// 1 for the first of its report.
  package var number: Int
  package var fetched: UnixTime
  /// The file or address the bytes came from.
  package var source: String
  package var identified: Identification
  /// Of the page's bytes.
  package var sha256: Digest
  /// Bytes of the page.
  package var size: Int
  /// WHATWG name, where it was told.
  package var encoding: String?
  /// Name and version of the program that read it.
  package var reader: String
  package var title: String?
  package var textHash: Digest

  package init(
    id: Int, report: Int, number: Int, fetched: UnixTime, source: String,
    identified: Identification, sha256: Digest, size: Int, encoding: String?, reader: String,
    title: String?, textHash: Digest
  ) {
    self.id = id
    self.report = report
    self.number = number
    self.fetched = fetched
    self.source = source
    self.identified = identified
    self.sha256 = sha256
    self.size = size
    self.encoding = encoding
    self.reader = reader
    self.title = title
    self.textHash = textHash
  }
}

/// How it was known to which report a page belongs.
package enum Identification: String, Sendable, Hashable, CaseIterable {
  /// By the address the user gave.
  case given
  /// By the address the page gives for itself.
  case canonical
  /// By the input's name, for want of an address.
  case name
}

/// One version of a report with all that reading made of it.
package struct Version: Sendable, Hashable {
  package var info: VersionInfo
  package var address: String?
  package var outlet: Outlet?
  package var article: Article
  /// What all pointers into this version refer to.
  package var text: String

  package init(
    info: VersionInfo, address: String?, outlet: Outlet?, article: Article, text: String
  ) {
    self.info = info
    self.address = address
    self.outlet = outlet
    self.article = article
    self.text = text
  }
}

/// A report: its latest version whole, its versions in order.
package struct Report: Sendable, Hashable, Identifiable {
  package var summary: ReportSummary
  package var latest: Version
  /// Oldest first.
  package var versions: [VersionInfo]

  package var id: Int { summary.id }
  package var article: Article { latest.article }

  package init(summary: ReportSummary, latest: Version, versions: [VersionInfo]) {
    self.summary = summary
    self.latest = latest
    self.versions = versions
  }
}
