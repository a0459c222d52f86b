package import Records

/// How much there is.
package struct Counts: Sendable, Hashable {
  package var reports: Int
  package var versions: Int
  package var outlets: Int
  /// Words of the latest versions.
  package var words: Int

  package init(reports: Int, versions: Int, outlets: Int, words: Int) {
    self.reports = reports
    self.versions = versions
    self.outlets = outlets
    self.words = words
  }
}

/// Questions about reports.
extension Archive {
  /// Reports, the latest publication first; those without a date after them, the last added first.
  package func latestReports(limit: Int, offset: Int = 0) throws(ArchiveError) -> [ReportSummary] {
    try read { connection throws(SQLiteError) in
      try ReportTable.latest(ofOutlet: nil, limit: limit, offset: offset, connection)
    }
  }

  /// Reports of one outlet, in the same order.
  package func latestReports(ofOutlet id: Int, limit: Int, offset: Int = 0) throws(ArchiveError)
    -> [ReportSummary]
  {
    try read { connection throws(SQLiteError) in
      try ReportTable.latest(ofOutlet: id, limit: limit, offset: offset, connection)
    }
  }

  /// A report with its latest version and the list of all.
  package func report(id: Int) throws(ArchiveError) -> Report? {
    try read { connection throws(SQLiteError) in
      let summary = try connection.first(
        "SELECT \(ReportTable.summaryColumns) FROM \(ReportTable.summaryTables) WHERE r.id = ?1",
        [.int(id)], ReportTable.summary)
      guard let summary, let latest = try VersionTable.version(summary.latest.id, connection)
      else { return nil }
      let versions = try connection.rows(
        """
        SELECT \(VersionTable.infoColumns)
        FROM versions v JOIN pages p ON p.id = v.page JOIN articles a ON a.version = v.id
        WHERE v.report = ?1 ORDER BY v.number
        """, [.int(id)], VersionTable.info)
      return Report(summary: summary, latest: latest, versions: versions)
    }
  }

  package func counts() throws(ArchiveError) -> Counts {
    try read { connection throws(SQLiteError) in
      Counts(
        reports: try connection.int("SELECT count(*) FROM reports"),
        versions: try connection.int("SELECT count(*) FROM versions"),
        outlets: try connection.int(
          "SELECT count(DISTINCT outlet) FROM reports WHERE outlet IS NOT NULL"),
        words: try connection.int(
          "SELECT sum(a.words) FROM reports r JOIN articles a ON a.version = r.latest"))
    }
  }

  /// Ids of the latest version of every report, or of every version, in the order of adding.
  package func versionIDs(all: Bool) throws(ArchiveError) -> [Int] {
    try access { connection throws(SQLiteError) in
      try connection.rows(
        all
          ? "SELECT id FROM versions ORDER BY report, number"
          : "SELECT latest FROM reports WHERE latest IS NOT NULL ORDER BY id"
      ) { row throws(SQLiteError) in row.int(0) }
    }
  }
}
