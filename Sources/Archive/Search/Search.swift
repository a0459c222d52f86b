package import Records

/// One report found.
package struct SearchHit: Sendable, Hashable {
  package var report: ReportSummary
  /// The headline with the words found in it.
  package var title: Snippet
  /// The passage with most of the words; the opening where only filters were given.
  package var snippet: Snippet

  package init(report: ReportSummary, title: Snippet, snippet: Snippet) {
    self.report = report
    self.title = title
    self.snippet = snippet
  }
}

/// Some of the reports found, and how many there are.
package struct SearchPage: Sendable, Hashable {
  package var hits: [SearchHit]
  package var total: Int
  package var offset: Int

  package init(hits: [SearchHit], total: Int, offset: Int) {
    self.hits = hits
    self.total = total
    self.offset = offset
  }
}

extension Archive {
  /// Reports whose latest version fits, the most relevant (or latest) first.
  package func search(_ query: SearchQuery) throws(ArchiveError) -> SearchPage {
    let statement = SearchStatement(query)
    return try read { connection throws(SQLiteError) in
      let total = try connection.int(statement.countSQL, statement.values)
      let hits = try connection.rows(
        statement.sql,
        statement.values + [.int(query.limit), .int(query.offset)], SearchStatement.hit)
      return SearchPage(hits: hits, total: total, offset: query.offset)
    }
  }
}

/// A query as SQL.
struct SearchStatement {
  /// Weights of title, lead, body, captions, authors, topics in bm25.
  static let weights = "10.0, 4.0, 1.0, 2.0, 6.0, 4.0"

  private(set) var values: [Binding] = []
  private var conditions: [String] = []
  private let hasWords: Bool
  private let order: SearchQuery.Order

  init(_ query: SearchQuery) {
    order = query.order
    let words = SearchExpression.included(query)
    hasWords = words != nil
    if let words { add("search_index MATCH ", .text(words)) }
    if let excluded = SearchExpression.excluded(query) {
      add(
        "r.latest NOT IN (SELECT rowid FROM search_index WHERE search_index MATCH ",
        .text(excluded), ")")
    }
    addOutlets(query.outlets)
    addLanguages(query.languages)
    // ISO 8601 dates compare as texts, also with a part of one.
    if let after = query.after { add("a.published >= ", .text(after)) }
    if let before = query.before { add("a.published < ", .text(before)) }
  }

  private mutating func parameter(_ value: Binding) -> String {
    values.append(value)
    return "?\(values.count)"
  }

  private mutating func add(_ before: String, _ value: Binding, _ after: String = "") {
    conditions.append(before + parameter(value) + after)
  }

  private mutating func addOutlets(_ outlets: [String]) {
    guard !outlets.isEmpty else { return }
    let fits = outlets.map { outlet in
      let plain = parameter(.text(outlet.lowercased()))
      let pattern = SearchStatement.escaped(outlet.lowercased())
      let host = parameter(.text("%." + pattern))
      let name = parameter(.text("%" + pattern + "%"))
      return "o.host = \(plain) OR o.host LIKE \(host) ESCAPE '\\'"
        + " OR o.name LIKE \(name) ESCAPE '\\'"
    }
    conditions.append("(" + fits.joined(separator: " OR ") + ")")
  }

  private mutating func addLanguages(_ languages: [String]) {
    guard !languages.isEmpty else { return }
    let fits = languages.map { language in
      let whole = parameter(.text(language))
      let part = parameter(.text(SearchStatement.escaped(language) + "-%"))
      return "lower(a.language) = \(whole) OR a.language LIKE \(part) ESCAPE '\\'"
    }
    conditions.append("(" + fits.joined(separator: " OR ") + ")")
  }

  /// For LIKE, where % and _ stand for others.
  private static func escaped(_ text: String) -> String {
    text.unicodeScalars.reduce(into: "") { out, scalar in
      if "%_\\".unicodeScalars.contains(scalar) { out += "\\" }
      out.unicodeScalars.append(scalar)
    }
  }

  private var source: String {
    ReportTable.summaryTables
      + (hasWords ? " JOIN search_index ON search_index.rowid = r.latest" : "")
      + (conditions.isEmpty ? "" : " WHERE " + conditions.joined(separator: " AND "))
  }

  var countSQL: String { "SELECT count(*) FROM " + source }

  /// Takes `values`, then limit and offset.
  var sql: String {
    let mark = "char(2), char(3)"
    let texts =
      hasWords
      ? "highlight(search_index, 0, \(mark)), snippet(search_index, -1, \(mark), '…', 32)"
      : "coalesce(a.title, ''), substr(coalesce(json_extract(a.json, '$.lead'), a.text), 1, 200)"
    let ranking = "bm25(search_index, \(SearchStatement.weights)), "
    return """
      SELECT \(ReportTable.summaryColumns), \(texts) FROM \(source)
      ORDER BY \(hasWords && order == .relevance ? ranking : "")r.dated DESC, r.id DESC
      LIMIT ?\(values.count + 1) OFFSET ?\(values.count + 2)
      """
  }

  static func hit(_ row: Statement) throws(SQLiteError) -> SearchHit {
    let first = ReportTable.summaryColumnCount
    return SearchHit(
      report: try ReportTable.summary(row), title: Snippet(marked: row.text(first)),
      snippet: Snippet(marked: row.text(first + 1)))
  }
}
