import Archive
import Records

extension Route.Visit {
  /// The `page` parameter, from 1; `nil` where it is none.
  var page: Int? {
    guard let text = request.parameter("page") else { return 1 }
    return Numbers.read(text)
  }
}

/// How many reports a page of a list shows.
enum ListLength {
  static let reports = 40
  static let search = 20
  static let front = 30
  static let frontOutlets = 15
}

extension [ReportLine] {
  /// Summaries with what the archive knows of their versions' headlines.
  init(_ reports: [ReportSummary], changed: Set<Int>) {
    self = reports.map { report in
      var line = ReportLine(report)
      line.isHeadlineChanged = changed.contains(report.id)
      return line
    }
  }
}

/// The front page.
enum FrontRoute {
  static func front(_ visit: Route<Library>.Visit) throws -> HTML {
    try visit.context.read { archive in
      let counts = try archive.counts()
      let changed = try archive.changedHeadlines()
      let outlets = try archive.outlets().prefix(ListLength.frontOutlets)
      return FrontPage.view(
        FrontPage.Model(
          holdings: Holdings(
            reports: counts.reports, outlets: counts.outlets, changedHeadlines: changed.count),
          newest: .init(
            try archive.latestReports(limit: ListLength.front), changed: changed),
          outlets: outlets.map { OutletLine($0.outlet, reports: $0.reports) },
          archive: visit.context.path))
    }
  }
}

/// All reports, or those whose headline changed.
enum ReportsRoute {
  static func all(_ visit: Route<Library>.Visit) throws -> Response? {
    guard let page = visit.page else { return nil }
    let onlyChanged = visit.request.parameter("changed") == "headline"
    return try visit.context.read { archive in
      let changed = try archive.changedHeadlines()
      let (limit, offset) = (ListLength.reports, (page - 1) * ListLength.reports)
      let reports =
        onlyChanged
        ? try archive.reportsWithChangedHeadline(limit: limit, offset: offset)
        : try archive.latestReports(limit: limit, offset: offset)
      guard page == 1 || !reports.isEmpty else { return nil }
      let total = onlyChanged ? changed.count : try archive.counts().reports
      let list = Paged(
        items: [ReportLine](reports, changed: changed), page: page, perPage: limit, total: total)
      return .page(
        ReportsPage.view(.init(reports: list, onlyChangedHeadlines: onlyChanged)))
    }
  }
}

/// The outlets, and the reports of one.
enum OutletRoute {
  static func all(_ visit: Route<Library>.Visit) throws -> HTML {
    let outlets = try visit.context.read { archive in try archive.outlets() }
    return OutletsPage.view(outlets.map { OutletLine($0.outlet, reports: $0.reports) })
  }

  static func one(_ visit: Route<Library>.Visit) throws -> Response? {
    guard let id = visit.numbers.first, let page = visit.page else { return nil }
    return try visit.context.read { archive in
      guard let outlet = try archive.outlets().first(where: { $0.outlet.id == id }) else {
        return nil
      }
      let offset = (page - 1) * ListLength.reports
      let reports = try archive.latestReports(
        ofOutlet: id, limit: ListLength.reports, offset: offset)
      guard page == 1 || !reports.isEmpty else { return nil }
      let list = Paged(
        items: [ReportLine](reports, changed: try archive.changedHeadlines()), page: page,
        perPage: ListLength.reports, total: outlet.reports)
      return .page(OutletsPage.view(of: outlet.outlet, list))
    }
  }
}
