/// The results of a search, with the words that were found.
enum SearchPage {
  struct Model: Sendable, Hashable {
    var query: String
    var results: Paged<ReportLine>
    /// What is wrong with the query, in words; then there are no results.
    var problem: String?
  }

  static func view(_ model: Model) -> HTML {
    Layout(title: title(model), query: model.query).page {
      h1 { "Search" }
      if model.query.isEmpty {
        SearchHelp.filters
      } else {
        summary(model)
        ReportList.list(model.results.items, dated: true)
        Pager.links(model.results) { page in
          .page("search", query: [.init("q", model.query), .init("page", String(page))])
        }
        if model.results.items.isEmpty { SearchHelp.filters }
      }
    }
  }

  private static func title(_ model: Model) -> String {
    model.query.isEmpty ? "Search" : model.query + " - Search"
  }

  private static func summary(_ model: Model) -> HTML {
    p(.class("result"), Attribute("role", "status")) {
      if let problem = model.problem {
        problem
      } else if model.results.total == 0 {
        "No report has "
        b { bdi { model.query } }
      } else {
        ReportsPage.total(model.results) + " with "
        b { bdi { model.query } }
      }
    }
  }
}
