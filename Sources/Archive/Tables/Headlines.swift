package import Records

/// Questions about headlines that changed between the versions of a report.
extension Archive {
  /// Reports of whose versions two bear different headlines. Only reports with a second version
  /// are looked at, which the index on (report, number) finds.
  private static let changed = """
    SELECT v.report FROM versions v JOIN articles a ON a.version = v.id
    WHERE v.report IN (SELECT report FROM versions WHERE number = 2)
    GROUP BY v.report HAVING count(DISTINCT coalesce(a.title, '')) > 1
    """

  /// Ids of all reports whose headline changed.
  package func changedHeadlines() throws(ArchiveError) -> Set<Int> {
    let ids = try access { connection throws(SQLiteError) in
      try connection.rows(Archive.changed) { row throws(SQLiteError) in row.int(0) }
    }
    return Set(ids)
  }

  /// Reports whose headline changed, the latest publication first.
  package func reportsWithChangedHeadline(
    limit: Int, offset: Int = 0
  ) throws(ArchiveError) -> [ReportSummary] {
    try access { connection throws(SQLiteError) in
      try connection.rows(
        """
        SELECT \(ReportTable.summaryColumns) FROM \(ReportTable.summaryTables)
        WHERE r.id IN (\(Archive.changed))
        ORDER BY r.dated DESC, r.id DESC LIMIT ?1 OFFSET ?2
        """, [.int(limit), .int(offset)], ReportTable.summary)
    }
  }
}
