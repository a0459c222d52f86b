package import Records

/// `versions`: each time a page was found changed.
enum VersionTable {
  static func insert(
    _ draft: VersionDraft, report: Int, page: Int, _ connection: Connection
  ) throws(SQLiteError) -> (id: Int, number: Int) {
    let number = try connection.int(
      "SELECT coalesce(max(number), 0) + 1 FROM versions WHERE report = ?1", [.int(report)])
    try connection.run(
      """
      INSERT INTO versions (report, number, page, fetched, source, identified, encoding, reader)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
      """,
      [
        .int(report), .int(number), .int(page), .int(draft.fetched.seconds), .text(draft.name),
        .text(draft.identified.rawValue), .text(optional: draft.encoding), .text(draft.reader),
      ])
    return (connection.lastInsertedID, number)
  }

  /// Columns of a `VersionInfo`, of `versions v`, `pages p` and `articles a`.
  static let infoColumns = """
    v.id, v.report, v.number, v.fetched, v.source, v.identified, p.sha256, p.size, v.encoding,
    v.reader, a.title, a.text_sha256
    """
  static let infoColumnCount: Int32 = 12

  /// Reads `infoColumns`; throws where the archive holds what no program of ours has written.
  static func info(_ row: Statement) throws(SQLiteError) -> VersionInfo {
    guard let identified = Identification(rawValue: row.text(5)),
      let sha256 = Digest(bytes: row.blob(6)), let textHash = Digest(bytes: row.blob(11))
    else { throw .corrupt("version \(row.int(0)) is malformed") }
    return VersionInfo(
      id: row.int(0), report: row.int(1), number: row.int(2),
      fetched: UnixTime(seconds: row.int(3)), source: row.text(4), identified: identified,
      sha256: sha256, size: row.int(7), encoding: row.optionalText(8), reader: row.text(9),
      title: row.optionalText(10), textHash: textHash)
  }

  /// A version whole.
  static func version(_ id: Int, _ connection: Connection) throws(SQLiteError) -> Version? {
    try connection.first(
      """
      SELECT \(infoColumns), a.json, a.text, r.address, o.id, o.host, o.name
      FROM versions v JOIN pages p ON p.id = v.page JOIN articles a ON a.version = v.id
      JOIN reports r ON r.id = v.report LEFT JOIN outlets o ON o.id = r.outlet
      WHERE v.id = ?1
      """, [.int(id)]
    ) { row throws(SQLiteError) in
      let first = infoColumnCount
      return Version(
        info: try info(row), address: row.optionalText(first + 2),
        outlet: ReportTable.outlet(row, from: first + 3),
        article: try ArticleTable.article(row.text(first)), text: row.text(first + 1))
    }
  }
}

extension Archive {
  package func version(id: Int) throws(ArchiveError) -> Version? {
    try access { connection throws(SQLiteError) in try VersionTable.version(id, connection) }
  }
}
