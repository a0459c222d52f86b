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
      let versions = try connection.rows(
        statement.versionSQL, statement.values + [.int(query.limit), .int(query.offset)]
      ) { row throws(SQLiteError) in row.int(0) }
      let passages = try connection.rows(
        statement.passageSQL, statement.passageValues(versions)
      ) { row throws(SQLiteError) in (row.int(0), row.text(1), row.text(2)) }
      let byVersion = Dictionary(passages.map { ($0.0, $0) }) { first, _ in first }
      var hits: [SearchHit] = []
      for version in versions {
        guard let passage = byVersion[version],
          let report = try ReportTable.summary(ofVersion: version, connection)
        else { continue }
        hits.append(
          SearchHit(
            report: report, title: Snippet(marked: passage.1),
            snippet: Snippet(marked: passage.2)))
      }
      return SearchPage(hits: hits, total: total, offset: query.offset)
    }
  }
}
