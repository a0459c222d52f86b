package import Archive
package import Records

// What the views show, as plain values: routes fill them from the archive, tests by hand.

/// A report as a list shows it.
package struct ReportLine: Sendable, Hashable {
  package var report: ReportSummary
  /// Whether two of its versions bear different headlines.
  package var isHeadlineChanged = false
  /// The headline with the words of a search in it; `nil` outside of searches.
  package var headline: Snippet?
  /// Where the words of a search stand; `nil` outside of searches.
  package var passage: Snippet?

  package init(_ report: ReportSummary) { self.report = report }
}

/// An outlet and how many reports of it the archive holds.
package struct OutletLine: Sendable, Hashable {
  package var outlet: Outlet
  package var reports: Int

  package init(_ outlet: Outlet, reports: Int) {
    self.outlet = outlet
    self.reports = reports
  }
}

/// A report with one of its versions laid open.
package struct ReportModel: Sendable, Hashable {
  package var version: Version
  /// All versions, oldest first.
  package var versions: [VersionInfo]
  package var record: RecordModel
  /// What forms of the page carry; `nil` where the archive is shown only.
  package var formToken: String?

  package init(
    version: Version, versions: [VersionInfo], record: RecordModel = RecordModel(),
    formToken: String? = nil
  ) {
    self.version = version
    self.versions = versions
    self.record = record
    self.formToken = formToken
  }

  var article: Article { version.article }
  var shown: VersionInfo { version.info }
  var isNewest: Bool { shown.number == versions.last?.number }
  var address: Address { .page("report", String(shown.report)) }

  func address(of version: VersionInfo) -> Address {
    .page("report", String(version.report), "version", String(version.number))
  }

  /// Where a form of a version goes.
  func address(of version: VersionInfo, _ action: String) -> Address {
    .page("report", String(version.report), "version", String(version.number), action)
  }
}

/// What the archive holds.
package struct Holdings: Sendable, Hashable {
  package var reports: Int
  package var outlets: Int
  /// Reports of whose versions two bear different headlines.
  package var changedHeadlines: Int

  package init(reports: Int = 0, outlets: Int = 0, changedHeadlines: Int = 0) {
    self.reports = reports
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
