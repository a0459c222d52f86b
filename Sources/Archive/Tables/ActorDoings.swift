package import Records

/// Questions about what an actor says and does, over the latest versions of all reports.
extension Archive {
  /// What is told of an actor: of each list the latest `limit` reports' first.
  package func profile(ofActor id: Int, limit: Int) throws(ArchiveError) -> ActorProfile? {
    guard let actor = try actor(id: id) else { return nil }
    let statements = try statements(ofActor: actor.id, limit: limit)
    let deeds = try events(ofActor: actor.id, as: .source, limit: limit)
    let suffered = try events(ofActor: actor.id, as: .target, limit: limit)
    return ActorProfile(
      actor: actor, offices: try offices(ofActor: actor.id, limit: 500),
      statements: statements.items, statementCount: statements.total, deeds: deeds.items,
      deedCount: deeds.total, suffered: suffered.items, sufferedCount: suffered.total,
      companions: try companions(ofActor: actor.id, limit: limit))
  }

  package func statements(ofActor id: Int, limit: Int, offset: Int = 0) throws(ArchiveError)
    -> (items: [ActorStatement], total: Int)
  {
    let tables = """
      appearances p JOIN reports r ON r.latest = p.version
      JOIN statements s ON s.version = p.version AND s.speaker = p.number
      WHERE p.actor IN (\(Archive.group("?1")))
      """
    return try read { connection throws(SQLiteError) in
      let total = try connection.int("SELECT count(*) FROM " + tables, [.int(id)])
      let items = try connection.rows(
        """
        SELECT r.id, x.title, x.published, q.number, i.exact, q.kind, q.act
        FROM (SELECT r.id, r.dated, s.version, s.number, s.kind, s.act FROM \(tables)) q
        JOIN reports r ON r.id = q.id JOIN articles x ON x.version = q.version
        JOIN items i ON i.version = q.version AND i.kind = 'statement' AND i.number = q.number
        ORDER BY q.dated DESC, q.version DESC, q.number LIMIT ?2 OFFSET ?3
        """, [.int(id), .int(limit), .int(offset)]
      ) { row throws(SQLiteError) in
        ActorStatement(
          words: row.text(4), kind: row.text(5), act: row.text(6), source: ActorDoings.source(row),
          number: row.int(3))
      }
      return (items, total)
    }
  }

  package enum Side: String, Sendable, Hashable {
    case source, target
  }

  package func events(ofActor id: Int, as side: Side, limit: Int, offset: Int = 0)
    throws(ArchiveError) -> (items: [ActorEvent], total: Int)
  {
    let found = """
      SELECT DISTINCT r.id, r.dated, y.version, y.event FROM appearances p
      JOIN reports r ON r.latest = p.version
      JOIN parties y ON y.version = p.version AND y.number = p.number AND y.side = ?2
      WHERE p.actor IN (\(Archive.group("?1")))
      """
    return try read { connection throws(SQLiteError) in
      let total = try connection.int(
        "SELECT count(*) FROM (\(found))", [.int(id), .text(side.rawValue)])
      let rows = try connection.rows(
        """
        SELECT r.id, x.title, x.published, e.number, i.exact, e.type, e.status,
          e.statement IS NOT NULL, e.first_day, q.version
        FROM (\(found)) q JOIN reports r ON r.id = q.id JOIN articles x ON x.version = q.version
        JOIN events e ON e.version = q.version AND e.number = q.event
        JOIN items i ON i.version = e.version AND i.kind = 'event' AND i.number = e.number
        ORDER BY q.dated DESC, q.version DESC, e.number LIMIT ?3 OFFSET ?4
        """, [.int(id), .text(side.rawValue), .int(limit), .int(offset)]
      ) { row throws(SQLiteError) in
        (
          ActorEvent(
            type: row.text(5), status: row.optionalText(6), isClaim: row.int(7) == 1,
            words: row.text(4), sources: [], targets: [], firstDay: row.optionalInt(8),
            source: ActorDoings.source(row), number: row.int(3)), row.int(9)
        )
      }
      var items: [ActorEvent] = []
      for (event, version) in rows {
        var event = event
        event.sources = try ActorDoings.parties(version, event.number, .source, connection)
        event.targets = try ActorDoings.parties(version, event.number, .target, connection)
        items.append(event)
      }
      return (items, total)
    }
  }

  /// Actors that take part in the same events, those in most events first.
  package func companions(ofActor id: Int, limit: Int) throws(ArchiveError) -> [Companion] {
    try access { connection throws(SQLiteError) in
      try connection.rows(
        """
        SELECT b.id, b.name, count(DISTINCT y.version || '.' || y.event) AS n
        FROM appearances p JOIN reports r ON r.latest = p.version
        JOIN parties y ON y.version = p.version AND y.number = p.number
        JOIN parties z ON z.version = y.version AND z.event = y.event
        JOIN appearances q ON q.version = z.version AND q.number = z.number
        JOIN actors a ON a.id = q.actor JOIN actors b ON b.id = coalesce(a.joined, a.id)
        WHERE p.actor IN (\(Archive.group("?1"))) AND b.id <> ?1
        GROUP BY b.id ORDER BY n DESC, b.folded LIMIT ?2
        """, [.int(id), .int(limit)]
      ) { row throws(SQLiteError) in
        Companion(actor: row.int(0), name: row.text(1), events: row.int(2))
      }
    }
  }

  /// Namesakes of an actor of the same kind that are others, the user's decisions left out.
  package func namesakes(ofActor id: Int, limit: Int) throws(ArchiveError) -> [ArchiveActor] {
    try access { connection throws(SQLiteError) in
      try connection.rows(
        """
        SELECT b.id, b.kind, b.name, b.country, b.sector,
          (SELECT count(DISTINCT r.id) FROM appearances p JOIN reports r ON r.latest = p.version
           WHERE p.actor = b.id)
        FROM actors a JOIN actors b ON b.folded = a.folded AND b.kind = a.kind AND b.id <> a.id
        WHERE a.id = ?1 AND b.joined IS NULL
          AND EXISTS (SELECT 1 FROM appearances WHERE actor = b.id) AND NOT EXISTS (
            SELECT 1 FROM actor_decisions d WHERE d.undone IS NULL
              AND ((d.actor = a.id AND d.other = b.id) OR (d.actor = b.id AND d.other = a.id)))
        ORDER BY b.id LIMIT ?2
        """, [.int(id), .int(limit)]
      ) { row throws(SQLiteError) in
        ArchiveActor(
          id: row.int(0), kind: row.text(1), name: row.text(2), country: row.optionalText(3),
          sector: row.optionalText(4), reports: row.int(5))
      }
    }
  }
}

/// Pieces that the questions about actors share.
enum ActorDoings {
  /// Reads report, headline and day from the row's beginning.
  static func source(_ row: Statement) -> ItemSource {
    ItemSource(report: row.int(0), title: row.optionalText(1), published: row.optionalText(2))
  }

  /// Names of an event's parties; a party that is no actor is its country's code, or "not named".
  static func parties(
    _ version: Int, _ event: Int, _ side: Archive.Side, _ connection: Connection
  ) throws(SQLiteError) -> [String] {
    try connection.rows(
      """
      SELECT coalesce(b.name, y.country || coalesce(y.sector, ''), 'not named') FROM parties y
      LEFT JOIN appearances p ON p.version = y.version AND p.number = y.number
      LEFT JOIN actors a ON a.id = p.actor LEFT JOIN actors b ON b.id = coalesce(a.joined, a.id)
      WHERE y.version = ?1 AND y.event = ?2 AND y.side = ?3 ORDER BY y.ordinal LIMIT 20
      """, [.int(version), .int(event), .text(side.rawValue)]
    ) { row throws(SQLiteError) in row.text(0) }
  }
}
