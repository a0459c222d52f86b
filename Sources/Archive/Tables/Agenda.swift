package import Records

extension Archive {
  /// Dates named by the latest version of a report that lie after the report's day, in the order of
  /// the calendar; the more exact first where they begin on the same day. The same date in the same
  /// sentence counts once.
  ///
  /// - from, to: days that the dates must reach into, ends included; days since 1970-01-01.
  package func agenda(from: Int? = nil, to: Int? = nil) throws(ArchiveError) -> [AgendaEntry] {
    let entries = try access { connection throws(SQLiteError) in
      try connection.rows(
        """
        SELECT json_extract(i.json, '$.value'), i.start, i."end", i.exact,
          json_extract(i.json, '$.sentence[0]'), json_extract(i.json, '$.sentence[1]'),
          r.id, r.key, a.title, r.address, a.published, v.number, v.fetched, a.text
        FROM reports r JOIN versions v ON v.id = r.latest JOIN articles a ON a.version = v.id
        JOIN items i ON i.version = v.id
        WHERE i.kind = 'time' AND json_extract(i.json, '$.type') IN ('DATE', 'TIME')
          AND a.published IS NOT NULL AND json_extract(i.json, '$.value') >= substr(a.published, 1, 4)
        ORDER BY r.id, i.start
        """
      ) { row throws(SQLiteError) in AgendaRow(row) }
    }
    var seen: Set<AgendaKey> = []
    return entries.compactMap(\.entry).filter { entry in
      let isWanted =
        entry.period.days.upperBound > (from ?? .min)
        && entry.period.days.lowerBound <= (to ?? .max)
      return isWanted && seen.insert(AgendaKey(entry)).inserted
    }.sorted { a, b in
      (a.period.days.lowerBound, a.period.days.count, a.report)
        < (b.period.days.lowerBound, b.period.days.count, b.report)
    }
  }
}

/// What makes an entry of the agenda the same as another.
private struct AgendaKey: Hashable {
  let report: Int
  let value: String
  let sentence: String

  init(_ entry: AgendaEntry) {
    report = entry.report
    value = entry.value
    sentence = entry.sentence
  }
}

/// A row of the question above; `entry` is `nil` for a date that is no later than its report.
private struct AgendaRow: Sendable {
  let entry: AgendaEntry?

  init(_ row: Statement) {
    let value = row.text(0)
    guard let period = TimePeriod(value: value),
      let published = Timestamp(iso8601: row.text(10)),
      period.days.lowerBound > published.dayNumber
    else {
      entry = nil
      return
    }
    let start = row.optionalInt(4) ?? row.int(1)
    let end = row.optionalInt(5) ?? row.int(2)
    entry = AgendaEntry(
      period: period, value: value, words: row.text(3),
      sentence: Self.cut(row.text(13), start, end), report: row.int(6), key: row.text(7),
      title: row.optionalText(8), address: row.optionalText(9), published: published,
      version: row.int(11), fetched: UnixTime(seconds: row.int(12)))
  }

  /// Scalars of a text, white space made plain.
  private static func cut(_ text: String, _ start: Int, _ end: Int) -> String {
    let scalars = text.unicodeScalars
    guard start >= 0, start <= end,
      let first = scalars.index(scalars.startIndex, offsetBy: start, limitedBy: scalars.endIndex),
      let last = scalars.index(first, offsetBy: end - start, limitedBy: scalars.endIndex)
    else { return "" }
    return String(scalars[first..<last]).split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
  }
}
