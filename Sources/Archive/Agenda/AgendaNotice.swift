internal import Records

/// What a report says of a plan that was changed.
struct AgendaNotice: Sendable {
  var change: AgendaEntry.Change
  /// The words for what was planned.
  var plan: String
  /// TIMEX3 values; the old ones as far as they are told.
  var old: [String]
  var new: String?

  /// In the order they were told: by the report's day, then by the text.
  static func all(_ connection: Connection) throws(SQLiteError) -> [AgendaNotice] {
    try connection.rows(
      """
      SELECT i.json, \(AgendaSQL.sentence),
        substr(a.text, json_extract(i.json, '$.plan[0]') + 1,
          json_extract(i.json, '$.plan[1]') - json_extract(i.json, '$.plan[0]')),
        r.id, a.title, r.address, a.published
      FROM reports r JOIN versions v ON v.id = r.latest JOIN articles a ON a.version = v.id
        JOIN items i ON i.version = v.id
      WHERE i.kind = 'change' AND a.published IS NOT NULL
      ORDER BY substr(a.published, 1, 10), r.id, i.start
      """
    ) { row throws(SQLiteError) in AgendaNotice(row) }.compactMap(\.self)
  }

  private init?(_ row: Statement) {
    guard let json = JSONValue(text: row.text(0)),
      let outcome = json["type"]?.string.flatMap(AgendaEntry.Change.Outcome.init),
      let published = Timestamp(iso8601: row.text(6))
    else { return nil }
    change = AgendaEntry.Change(
      outcome, report: row.int(3), title: row.optionalText(4), address: row.optionalText(5),
      published: published, sentence: SentenceText.tidied(row.text(1)))
    plan = row.text(2)
    old = (json["old"]?.array ?? []).compactMap(\.string)
    new = json["new"]?.string
  }

  init(_ change: AgendaEntry.Change, plan: String, old: [String] = [], new: String? = nil) {
    self.change = change
    self.plan = plan
    self.old = old
    self.new = new
  }
}
