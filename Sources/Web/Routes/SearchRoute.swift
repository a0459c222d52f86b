import Archive
import Records

/// A search.
enum SearchRoute {
  /// As long as the field takes; a longer query is the work of no person.
  private static let longestQuery = 400

  static func search(_ visit: Route<Library>.Visit) throws -> Response? {
    guard let page = visit.page else { return nil }
    let typed = visit.request.parameter("q") ?? ""
    let text = String(typed.prefix(longestQuery)).trimmed
    guard !text.isEmpty else { return .page(SearchPage.view(model(text, page: 1))) }
    var query: SearchQuery
    do {
      query = try SearchQuery(parsing: text)
    } catch {
      var model = model(text, page: 1)
      model.problem = "This search cannot be carried out: \(error)."
      return .page(SearchPage.view(model), status: 400)
    }
    query.limit = ListLength.search
    query.offset = (page - 1) * ListLength.search
    return try results(visit.context, text, query, page: page)
  }

  private static func results(
    _ library: Library, _ text: String, _ query: SearchQuery, page: Int
  ) throws -> Response? {
    try library.read { archive in
      let found = try archive.search(query)
      guard page == 1 || !found.hits.isEmpty else { return nil }
      let changed = try archive.changedHeadlines()
      let lines = found.hits.map { hit in
        var line = ReportLine(hit.report)
        line.isHeadlineChanged = changed.contains(hit.report.id)
        line.headline = hit.title
        line.passage = hit.snippet
        return line
      }
      return .page(SearchPage.view(model(text, lines, page: page, total: found.total)))
    }
  }

  private static func model(
    _ text: String, _ lines: [ReportLine] = [], page: Int, total: Int = 0
  ) -> SearchPage.Model {
    SearchPage.Model(
      query: text,
      results: Paged(items: lines, page: page, perPage: ListLength.search, total: total))
  }
}

extension String {
  /// Without blanks at its ends.
  fileprivate var trimmed: String {
    let body = drop { $0.isWhitespace }
    let end = body.lastIndex { !$0.isWhitespace }
    return end.map { String(body[...$0]) } ?? ""
  }
}
