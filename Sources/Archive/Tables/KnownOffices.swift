package import Records

extension Archive {
  /// Offices of persons as the words of reports tell them, in the order of the reports' days. Each is
  /// taken to hold for half a year about its report's day, not beyond a report that calls its holder a
  /// former one. Only full names with a country count, and only what a report itself tells: neither
  /// tables nor what was taken from other reports.
  package func officeHoldings() throws(ArchiveError) -> [OfficeHolding] {
    let rows = try access { connection throws(SQLiteError) in
      try connection.rows(
        """
        SELECT coalesce(a.joined, a.id), a.name, o.title, o.country,
          json_extract(i.json, '$.sector'), o.standing, r.dated, r.id
        FROM offices o JOIN reports r ON r.latest = o.version
          JOIN articles x ON x.version = o.version JOIN actors a ON a.id = o.actor
          JOIN items i ON i.version = o.version AND i.kind = 'actor' AND i.number = o.number
        WHERE o.start IS NOT NULL AND o.country IS NOT NULL AND x.published IS NOT NULL
          AND a.kind = 'person' AND instr(a.name, ' ') > 0
        ORDER BY r.dated, r.id, o.number, o.role
        """
      ) { row throws(SQLiteError) in
        OfficeRow(
          actor: row.int(0), name: row.text(1), title: row.text(2), country: row.text(3),
          sector: row.optionalText(4), standing: row.optionalText(5),
          day: UnixTime(seconds: row.int(6)).day, report: row.int(7))
      }
    }
    return OfficeRow.holdings(rows)
  }
}

private struct OfficeRow: Sendable {
  var actor: Int
  var name: String
  var title: String
  var country: String
  var sector: String?
  var standing: String?
  /// Of the report.
  var day: Int
  var report: Int

  /// Days before and after its report's that an office is taken to be held.
  private static let reach = 183

  private struct Office: Hashable {
    var actor: Int
    var title: String
    var country: String
  }

  private var office: Office {
    Office(actor: actor, title: NameFolding.fold(title), country: country)
  }

  /// Rows come by day.
  static func holdings(_ rows: [OfficeRow]) -> [OfficeHolding] {
    var left: [Office: Int] = [:]
    for row in rows where row.standing == Actor.Role.Standing.former.rawValue {
      left[row.office] = min(left[row.office] ?? .max, row.day)
    }
    return rows.compactMap { row in
      guard row.standing == nil else { return nil }
      var last = row.day + reach
      if let end = left[row.office], end > row.day { last = min(last, end) }
      guard let from = Timestamp(dayNumber: row.day - reach),
        let to = Timestamp(dayNumber: last)
      else { return nil }
      return OfficeHolding(
        name: row.name, country: row.country, title: row.title, sector: row.sector,
        from: from.iso8601, to: to.iso8601, report: row.report)
    }
  }
}
