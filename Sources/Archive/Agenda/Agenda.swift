package import Records

extension Archive {
  /// Dates named by reports that lie after the report's day, in the order of the calendar; the
  /// more exact first where they begin on the same day. The same date in the same sentence counts
  /// once. What later reports say of a plan is told with it: moved, postponed, cancelled, held; in
  /// so many words (`AgendaNotice`), or by an event that is what was announced (`AgendaOutcome`),
  /// as the happenings were last made.
  ///
  /// Dates that only an earlier version of a report names are left out, unless the plan was
  /// changed since: then the calendars that took them have to be told.
  ///
  /// - from, to: days that the dates must reach into, ends included; days since 1970-01-01.
  package func agenda(from: Int? = nil, to: Int? = nil) throws(ArchiveError) -> [AgendaEntry] {
    let (rows, notices, outcomes) = try read { connection throws(SQLiteError) in
      (
        try AgendaRow.all(connection), try AgendaNotice.all(connection),
        try AgendaOutcome.all(connection)
      )
    }
    var planned: [AgendaRow] = []
    var seen: [AgendaKey: Int] = [:]
    for row in rows {
      let key = AgendaKey(row.entry)
      if let index = seen[key] {
        planned[index] = row
      } else {
        seen[key] = planned.count
        planned.append(row)
      }
    }
    var followed = AgendaFollowing.apply(notices, to: planned.map(\.entry))
    AgendaHistory(outcomes, planned).tell(&followed)
    return zip(followed, planned).compactMap { entry, row -> AgendaEntry? in
      guard let entry, row.isLatest || !entry.changes.isEmpty else { return nil }
      let isWanted =
        entry.period.days.upperBound > (from ?? .min)
        && entry.period.days.lowerBound <= (to ?? .max)
      return isWanted ? entry : nil
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

/// A date that lies after its report's day, in one version of the report.
struct AgendaRow: Sendable {
  var entry: AgendaEntry
  var isLatest: Bool
  /// The sentence that the date stands in.
  var place: SentenceID
  /// The days that the report itself names.
  var days: Range<Int>

  /// A sentence of a version, by its first scalar.
  struct SentenceID: Sendable, Hashable {
    var version: Int
    var start: Int
  }

  /// In the order of the reports, their versions and the text.
  ///
  /// Values and days are written so that what is later stands behind in the order of their letters
  /// ("2025-W11", "2025-04", "2025-SP" behind "2025-03-04"), so most are left out before they are read.
  ///
  /// The user's word on a date counts: a rejected one is left out, a corrected one is what they say.
  static func all(_ connection: Connection) throws(SQLiteError) -> [AgendaRow] {
    let judged = try judgedDates(connection)
    return try connection.rows(
      """
      SELECT json_extract(i.json, '$.value'), i.exact, \(AgendaSQL.sentence), r.id, r.key, a.title,
        r.address, a.published, v.number, v.fetched, v.id = r.latest, i.id, v.id,
        coalesce(json_extract(i.json, '$.sentence[0]'), -1)
      FROM items i JOIN versions v ON v.id = i.version JOIN reports r ON r.id = v.report
        JOIN articles a ON a.version = v.id
      WHERE i.kind = 'time' AND json_extract(i.json, '$.type') IN ('DATE', 'TIME')
        AND a.published IS NOT NULL
        AND (json_extract(i.json, '$.value') > substr(a.published, 1, 10)
          OR r.id IN (\(judgedReports)))
      ORDER BY r.id, v.number, i.start
      """
    ) { row throws(SQLiteError) in AgendaRow(row, judged) }.compactMap(\.self)
  }

  private static let judgedReports =
    "SELECT report FROM corrections WHERE kind = 'time' AND withdrawn IS NULL"

  /// Dates that the user judged, by their items' ids.
  private static func judgedDates(_ connection: Connection) throws(SQLiteError)
    -> [Int: JudgedItem]
  {
    let versions = try connection.rows(
      "SELECT id FROM versions WHERE report IN (\(judgedReports))"
    ) { row throws(SQLiteError) in row.int(0) }
    var judged: [Int: JudgedItem] = [:]
    for version in versions {
      for item in try ItemTable.judged(version, connection)
      where item.item.kind == ItemKind.time.rawValue && item.verdict != nil {
        judged[item.item.id] = item
      }
    }
    return judged
  }

  private init?(_ row: Statement, _ judged: [Int: JudgedItem]) {
    let said = judged[row.int(11)]
    let wanted = said.flatMap { JSONValue(text: $0.item.json) }?["value"]?.string
    let value = wanted ?? row.text(0)
    guard said?.verdict != .rejected, let period = TimePeriod(value: value),
      let published = Timestamp(iso8601: row.text(7)),
      period.days.lowerBound > published.dayNumber
    else { return nil }
    entry = AgendaEntry(
      period: period, value: value, words: row.text(1),
      sentence: SentenceText.tidied(row.text(2)), report: row.int(3), key: row.text(4),
      title: row.optionalText(5), address: row.optionalText(6), published: published,
      version: row.int(8), fetched: UnixTime(seconds: row.int(9)))
    isLatest = row.int(10) != 0
    place = SentenceID(version: row.int(12), start: row.int(13))
    days = period.days
  }
}

enum AgendaSQL {
  /// The sentence that an item says it stands in, else the item's own words; SQLite counts the
  /// characters of a text as Unicode scalars, like the spans.
  static let sentence = """
    CASE WHEN json_extract(i.json, '$.sentence[1]') > json_extract(i.json, '$.sentence[0]')
      THEN substr(a.text, json_extract(i.json, '$.sentence[0]') + 1,
        json_extract(i.json, '$.sentence[1]') - json_extract(i.json, '$.sentence[0]'))
      ELSE i.exact END
    """
}
