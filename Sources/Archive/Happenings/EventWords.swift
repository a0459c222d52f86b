internal import Happenings
internal import Records

/// `event_words` and `sketches`: what the merging needs of a report's text, cut once a version, so
/// that texts are not read again whenever happenings are made.
enum EventWords {
  /// Events of a version's record have changed: what was cut for them is cut anew, happenings are
  /// stale.
  ///
  /// - events: numbers; `nil` for all.
  static func forget(_ events: [Int]? = nil, of version: Int, _ connection: Connection)
    throws(SQLiteError)
  {
    if let events {
      guard !events.isEmpty else { return }
      for event in events {
        try connection.run(
          "DELETE FROM event_words WHERE version = ?1 AND event = ?2", [.int(version), .int(event)])
      }
    } else {
      try connection.run("DELETE FROM event_words WHERE version = ?1", [.int(version)])
    }
    try connection.run("UPDATE happening_state SET stale = 1 WHERE stale = 0")
  }

  /// Cuts the words of all events that have none yet; these, which are new or have changed.
  static func complete(_ connection: Connection) throws(SQLiteError) -> Set<EventMention.ID> {
    let events = try connection.rows(
      """
      SELECT e.version, r.id, e.number FROM reports r JOIN events e ON e.version = r.latest
      WHERE NOT EXISTS (SELECT 1 FROM event_words w
        WHERE w.version = e.version AND w.event = e.number)
      ORDER BY e.version
      """
    ) { row throws(SQLiteError) in
      (version: row.int(0), id: EventMention.ID(report: row.int(1), number: row.int(2)))
    }
    for version in Set(events.map(\.version)).sorted() { try cut(version, connection) }
    if !events.isEmpty { try groupCopies(connection) }
    return Set(events.map(\.id))
  }

  /// What the merging takes from each event of a version but its words, so that two states can be
  /// compared.
  static func state(of version: Int, _ connection: Connection) throws(SQLiteError) -> [Int: String]
  {
    let rows = try connection.rows(
      """
      SELECT e.number, printf('%s|%s|%s|%s|%s|%s|%s|%s|%s', e.type, e.mode, e.status, e.statement,
        e.first_day, e.last_day, e.guessed,
        (SELECT printf('%s|%s|%s|%s|%s|%s', p.name, p.country, p.latitude, p.longitude, p.precision,
            p.geoname)
          FROM places p WHERE p.version = e.version AND p.number = e.place),
        (SELECT group_concat(printf('%s|%s|%s|%s|%s', q.side, q.ordinal, q.country, q.sector,
            x.actor), ';')
          FROM parties q LEFT JOIN appearances x ON x.version = q.version AND x.number = q.number
          WHERE q.version = e.version AND q.event = e.number))
      FROM events e WHERE e.version = ?1
      """, [.int(version)]
    ) { row throws(SQLiteError) in (row.int(0), row.text(1)) }
    return Dictionary(rows) { first, _ in first }
  }

  /// Who is who has changed, and so may all that was merged by it.
  static func forgetAll(_ connection: Connection) throws(SQLiteError) {
    try connection.run("UPDATE happening_state SET stale = \(HappeningRefresh.wholly)")
  }

  private static func cut(_ version: Int, _ connection: Connection) throws(SQLiteError) {
    let text = try connection.first(
      "SELECT text FROM articles WHERE version = ?1", [.int(version)]
    ) { row throws(SQLiteError) in row.text(0) }
    guard let text else { return }
    let cutter = TextCutter(text)
    for judged in try ItemTable.judged(version, connection)
    where judged.item.kind == ItemKind.event.rawValue && judged.verdict != .rejected {
      let item = judged.item
      guard let json = JSONValue(text: item.json) else { continue }
      let span = item.pointer.start..<item.pointer.end
      try insert(version, item.number, "event", 0, item.pointer.exact, span, connection)
      if let sentence = json["within"]?.span ?? json["span"]?.span {
        try insert(
          version, item.number, "sentence", 0, cutter.words(sentence), sentence, connection)
      }
      for side in ["source", "target"] {
        guard let parties = json[side], parties != .null else { continue }
        for (ordinal, party) in (parties.array ?? [parties]).enumerated() {
          guard let span = party["span"]?.span else { continue }
          try insert(
            version, item.number, side, ordinal, cutter.words(span), span, connection)
        }
      }
    }
    try connection.run(
      """
      INSERT INTO sketches (version, hashes) VALUES (?1, ?2)
      ON CONFLICT (version) DO NOTHING
      """, [.int(version), .blob(bytes(TextSketch(text)))])
  }

  private static func insert(
    _ version: Int, _ event: Int, _ part: String, _ ordinal: Int, _ words: String,
    _ span: Range<Int>, _ connection: Connection
  ) throws(SQLiteError) {
    try connection.run(
      """
      INSERT INTO event_words (version, event, part, ordinal, words, start, "end")
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
      ON CONFLICT (version, event, part, ordinal) DO NOTHING
      """,
      [
        .int(version), .int(event), .text(part), .int(ordinal), .text(words),
        .int(span.lowerBound), .int(span.upperBound),
      ])
  }

  // MARK: - Copies

  /// Says of each report with events which report's text it nearly is: the first with it.
  private static func groupCopies(_ connection: Connection) throws(SQLiteError) {
    let rows = try connection.rows(
      """
      SELECT r.id, s.version, s.hashes FROM reports r JOIN sketches s ON s.version = r.latest
      ORDER BY r.id
      """
    ) { row throws(SQLiteError) in (row.int(0), row.int(1), sketch(row.blob(2))) }
    for (row, group) in zip(rows, CopyGroups.groups(rows.map(\.2))) {
      try connection.run(
        "UPDATE sketches SET copy = ?2 WHERE version = ?1 AND copy IS NOT ?2",
        [.int(row.1), .int(rows[group].0)])
    }
  }

  /// Four bytes a hash, the lowest first.
  private static func bytes(_ sketch: TextSketch) -> [UInt8] {
    sketch.hashes.flatMap { hash in
      (0..<4).map { UInt8(truncatingIfNeeded: hash >> (8 * UInt32($0))) }
    }
  }

  private static func sketch(_ bytes: [UInt8]) -> TextSketch {
    TextSketch(
      hashes: stride(from: 0, to: bytes.count - bytes.count % 4, by: 4).map { start in
        (0..<4).reduce(0) { $0 | UInt32(bytes[start + $1]) << (8 * UInt32($1)) }
      })
  }
}

/// Cuts words out of a text by Unicode scalars.
private struct TextCutter {
  private let utf8: [UInt8]
  private let offsets: ScalarOffsets

  init(_ text: String) {
    utf8 = Array(text.utf8)
    offsets = ScalarOffsets(text)
  }

  /// White space made plain; empty for a range outside of the text.
  func words(_ span: Range<Int>) -> String {
    let range = offsets.bytes(span).clamped(to: 0..<utf8.count)
    return String(decoding: utf8[range], as: UTF8.self).split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
  }
}
