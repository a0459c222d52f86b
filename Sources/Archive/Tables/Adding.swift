internal import Records

/// What adding a page did.
package enum Addition: Sendable, Hashable {
  /// The same bytes are there.
  case unchanged(report: Int, version: Int)
  case newReport(report: Int, version: Int)
  /// Other bytes under a known address.
  case newVersion(report: Int, version: Int, number: Int)
}

extension Archive {
  /// The version that holds just these bytes for just this page, where there is one; it then need
  /// not be read at all.
  ///
  /// A page without a given address is known by the address it gives for itself, which the same
  /// bytes gave when they were kept.
  package func version(of page: PageIdentity) throws(ArchiveError) -> Addition? {
    try access { connection throws(SQLiteError) in
      try connection.first(
        """
        SELECT v.report, v.id
        FROM pages p JOIN versions v ON v.page = p.id JOIN reports r ON r.id = v.report
        WHERE p.sha256 = ?1 AND (r.key = ?2 OR (?3 AND v.identified = 'canonical'))
        LIMIT 1
        """,
        [
          .blob(page.sha256.bytes), .text(page.given?.key ?? page.nameKey),
          .int(page.given == nil ? 1 : 0),
        ]
      ) { row throws(SQLiteError) in .unchanged(report: row.int(0), version: row.int(1)) }
    }
  }

  /// Keeps a page: one transaction, whole or not at all. The bytes that are there already for this
  /// report change nothing.
  package func add(_ draft: VersionDraft) throws(ArchiveError) -> Addition {
    try access { connection throws(SQLiteError) -> Addition in
      if let known = try known(draft, connection) { return known }
      return try connection.transaction { () throws(SQLiteError) -> Addition in
        // Another writer may have kept it meanwhile.
        if let known = try self.known(draft, connection) { return known }
        return try self.insert(draft, connection)
      }
    }
  }

  private func known(_ draft: VersionDraft, _ connection: Connection) throws(SQLiteError)
    -> Addition?
  {
    try connection.first(
      """
      SELECT v.report, v.id
      FROM reports r JOIN versions v ON v.report = r.id JOIN pages p ON p.id = v.page
      WHERE r.key = ?1 AND p.sha256 = ?2
      """, [.text(draft.key), .blob(draft.sha256.bytes)]
    ) { row throws(SQLiteError) in .unchanged(report: row.int(0), version: row.int(1)) }
  }

  private func insert(_ draft: VersionDraft, _ connection: Connection) throws(SQLiteError)
    -> Addition
  {
    let outlet = try OutletTable.id(
      host: draft.address?.host, name: draft.article.publisher, connection)
    let page = try PageTable.id(of: draft, connection)
    let known = try ReportTable.id(key: draft.key, connection)
    let report =
      if let known { known } else { try ReportTable.insert(draft, outlet: outlet, connection) }
    let version = try VersionTable.insert(draft, report: report, page: page, connection)
    try ArticleTable.insert(draft, version: version.id, connection)
    try ItemTable.insert(draft.items, version: version.id, connection)
    // Corrections of an earlier version may have words in this one.
    if !draft.items.isEmpty || known != nil {
      try RecordIndex.rebuild(version: version.id, connection)
    }
    try ReportTable.setLatest(draft, report: report, version: version.id, outlet, connection)
    return known == nil
      ? .newReport(report: report, version: version.id)
      : .newVersion(report: report, version: version.id, number: version.number)
  }
}
