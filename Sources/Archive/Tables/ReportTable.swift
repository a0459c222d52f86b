internal import Records

/// `reports`: one page of one outlet under one address.
enum ReportTable {
  static func id(key: String, _ connection: Connection) throws(SQLiteError) -> Int? {
    try connection.first("SELECT id FROM reports WHERE key = ?1", [.text(key)]) {
      row throws(SQLiteError) in row.int(0)
    }
  }

  static func insert(_ draft: VersionDraft, outlet: Int?, _ connection: Connection)
    throws(SQLiteError) -> Int
  {
    try connection.run(
      "INSERT INTO reports (key, address, name, outlet, dated) VALUES (?1, ?2, ?3, ?4, ?5)",
      [
        .text(draft.key), .text(optional: draft.address?.address), .text(draft.name),
        .int(optional: outlet), .int(draft.fetched.seconds),
      ])
    return connection.lastInsertedID
  }

  static func setLatest(
    _ draft: VersionDraft, report: Int, version: Int, _ outlet: Int?, _ connection: Connection
  ) throws(SQLiteError) {
    try connection.run(
      """
      UPDATE reports SET latest = ?2, dated = coalesce(?3, dated), outlet = coalesce(?4, outlet)
      WHERE id = ?1
      """,
      [.int(report), .int(version), .int(optional: credibleDate(draft)), .int(optional: outlet)])
  }

  /// The publication's moment for the order of lists; none where a page dates itself more than two
  /// days ahead of its fetching, for it would stand on top for as long.
  private static func credibleDate(_ draft: VersionDraft) -> Int? {
    guard let published = draft.article.published.map(UnixTime.init) else { return nil }
    return published.seconds <= draft.fetched.seconds + 2 * 86_400 ? published.seconds : nil
  }

  /// Columns and tables of a `ReportSummary`.
  static let summaryColumns = """
    \(VersionTable.infoColumns), r.address, r.name, o.id, o.host, o.name,
    (SELECT count(*) FROM versions w WHERE w.report = r.id), a.json, a.words
    """
  static let summaryTables = """
    reports r JOIN versions v ON v.id = r.latest JOIN pages p ON p.id = v.page
    JOIN articles a ON a.version = v.id LEFT JOIN outlets o ON o.id = r.outlet
    """
  static let summaryColumnCount = VersionTable.infoColumnCount + 8

  /// Reports, of one outlet where one is given; those with a date first. Two questions, so that the index on the date gives
  /// the order and nothing has to be sorted.
  static func latest(
    ofOutlet outlet: Int?, limit: Int, offset: Int, _ connection: Connection
  ) throws(SQLiteError) -> [ReportSummary] {
    let values = outlet.map { [Binding.int($0)] } ?? []
    func some(_ isDated: Bool, _ limit: Int, _ offset: Int) throws(SQLiteError) -> [ReportSummary] {
      try connection.rows(
        """
        SELECT \(summaryColumns) FROM \(summaryTables)
        WHERE \(outlet == nil ? "" : "r.outlet = ?3 AND ") a.published IS \(isDated ? "NOT NULL" : "NULL")
        ORDER BY r.dated DESC, r.id DESC LIMIT ?1 OFFSET ?2
        """, [.int(limit), .int(offset)] + values, summary)
    }
    let dated = try some(true, limit, offset)
    guard dated.count < limit else { return dated }
    // All that have a date come before; how many there are tells where to go on.
    let before = try connection.int(
      """
      SELECT count(*) FROM reports r JOIN articles a ON a.version = r.latest
      WHERE \(outlet == nil ? "" : "r.outlet = ?1 AND ") a.published IS NOT NULL
      """, values)
    return dated + (try some(false, limit - dated.count, max(0, offset - before)))
  }

  /// The summary of the report whose latest version this is.
  static func summary(ofVersion id: Int, _ connection: Connection) throws(SQLiteError)
    -> ReportSummary?
  {
    try connection.first(
      "SELECT \(summaryColumns) FROM \(summaryTables) WHERE v.id = ?1", [.int(id)], summary)
  }

  /// Reads `summaryColumns`.
  static func summary(_ row: Statement) throws(SQLiteError) -> ReportSummary {
    let first = VersionTable.infoColumnCount
    let info = try VersionTable.info(row)
    return ReportSummary(
      id: info.report, address: row.optionalText(first), name: row.text(first + 1),
      outlet: outlet(row, from: first + 2), versionCount: row.int(first + 5), latest: info,
      article: try ArticleTable.article(row.text(first + 6)), words: row.int(first + 7))
  }

  /// Reads an outlet's id, host and name; `nil` where the id is null.
  static func outlet(_ row: Statement, from first: Int32) -> Outlet? {
    row.optionalInt(first).map { id in
      Outlet(id: id, host: row.optionalText(first + 1), name: row.optionalText(first + 2))
    }
  }
}
