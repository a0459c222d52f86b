/// All reports, the newest first, or those that something happened to.
enum ReportsPage {
  struct Model: Sendable, Hashable {
    var reports: Paged<ReportLine>
    /// Only reports whose headline changed between versions.
    var onlyChangedHeadlines = false
  }

  static func view(_ model: Model) -> HTML {
    let title = model.onlyChangedHeadlines ? "Changed headlines" : "Reports"
    return Layout(title: title, place: .reports).page {
      p(.class("eyebrow")) {
        model.onlyChangedHeadlines
          ? "Reports of whose versions two bear different headlines" : "The newest first"
      }
      h1 { title }
      p(.class("meta")) { span(.class("total")) { total(model.reports) } }
      if model.reports.items.isEmpty {
        p { "There are none in the archive." }
      }
      ReportList.byDay(model.reports.items)
      Pager.links(model.reports) { page in
        .page("reports", query: query(model) + [.init("page", String(page))])
      }
    }
  }

  static func total(_ reports: Paged<ReportLine>) -> String {
    guard reports.pages > 1, !reports.items.isEmpty else {
      return Numbers.counted(reports.total, "report", "reports")
    }
    return Numbers.grouped(reports.first) + " to " + Numbers.grouped(reports.last) + " of "
      + Numbers.counted(reports.total, "report", "reports")
  }

  private static func query(_ model: Model) -> [Request.Parameter] {
    model.onlyChangedHeadlines ? [.init("changed", "headline")] : []
  }
}
