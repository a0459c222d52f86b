internal import Records

/// `actors`, `appearances`, `offices` and `actor_decisions`: who the actors of the reports are.
enum ActorTable {
  /// An actor of the archive by what it is found by.
  struct Known: Sendable, Hashable {
    var id: Int
    var name: String
    var kind: String
  }

  /// Those that a version names, as its record was last made.
  static func appearing(in version: Int, _ connection: Connection) throws(SQLiteError) -> [Known] {
    try connection.rows(
      """
      SELECT DISTINCT a.id, a.folded, a.kind FROM appearances p JOIN actors a ON a.id = p.actor
      WHERE p.version = ?1
      """, [.int(version)]
    ) { row throws(SQLiteError) in
      Known(id: row.int(0), name: row.text(1), kind: row.text(2))
    }
  }

  /// Enters an actor of a report's version under the archive's actor that it is.
  ///
  /// - before: those the version named before; one that nothing else names keeps its number.
  static func insert(
    _ actor: Actor, _ row: RecordIndex.Row, report: Int, _ before: [Known],
    _ connection: Connection
  ) throws(SQLiteError) {
    let identity = ActorIdentity(
      kind: actor.kind, name: NameFolding.fold(actor.name), country: actor.country,
      offices: Set(actor.roles.map { NameFolding.fold($0.title) }))
    let known = try best(identity, connection)
    let again = before.first {
      $0.name == identity.name && $0.kind == identity.kind.rawValue
    }
    let isFree = try again.map { actor throws(SQLiteError) in
      try connection.int(
        "SELECT NOT EXISTS (SELECT 1 FROM appearances WHERE actor = ?1)", [.int(actor.id)]) == 1
    }
    let id =
      if known == nil, let again, isFree == true {
        again.id
      } else if let split = try split(known, report: report, connection) { split } else {
        try make(actor, identity, connection)
      }
    try connection.run(
      """
      UPDATE actors SET country = coalesce(country, ?2), sector = coalesce(sector, ?3)
      WHERE id = ?1
      """, [.int(id), .text(optional: actor.country), .text(optional: actor.sector)])
    try connection.run(
      "INSERT INTO appearances (version, number, actor, mentions) VALUES (?1, ?2, ?3, ?4)",
      [.int(row.version), .int(row.number), .int(id), .int(actor.mentions.count)])
    for (index, role) in actor.roles.enumerated() {
      try insert(role, index, row, actor: id, connection)
    }
  }

  private static func insert(
    _ role: Actor.Role, _ index: Int, _ row: RecordIndex.Row, actor: Int, _ connection: Connection
  ) throws(SQLiteError) {
    try connection.run(
      """
      INSERT INTO offices (version, number, role, actor, title, country, organization, standing,
        since, until, start, "end", rule)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)
      """,
      [
        .int(row.version), .int(row.number), .int(index), .int(actor), .text(role.title),
        .text(optional: role.country), .text(optional: role.organization),
        .text(optional: role.standing?.rawValue), .text(optional: role.from),
        .text(optional: role.to), .int(optional: role.evidence?.lowerBound),
        .int(optional: role.evidence?.upperBound), .text(role.rule),
      ])
  }

  private static func make(
    _ actor: Actor, _ identity: ActorIdentity, _ connection: Connection
  ) throws(SQLiteError) -> Int {
    try connection.run(
      "INSERT INTO actors (kind, name, folded, country, sector) VALUES (?1, ?2, ?3, ?4, ?5)",
      [
        .text(actor.kind.rawValue), .text(actor.name), .text(identity.name),
        .text(optional: actor.country), .text(optional: actor.sector),
      ])
    return connection.lastInsertedID
  }

  /// An actor that nothing names any more and the user never decided on.
  static func removeUnused(_ id: Int, _ connection: Connection) throws(SQLiteError) {
    try connection.run(
      """
      DELETE FROM actors WHERE id = ?1 AND joined IS NULL
        AND NOT EXISTS (SELECT 1 FROM appearances WHERE actor = ?1)
        AND NOT EXISTS (SELECT 1 FROM actor_decisions WHERE actor = ?1 OR other = ?1)
        AND NOT EXISTS (SELECT 1 FROM actors b WHERE b.joined = ?1)
      """, [.int(id)])
  }

  // MARK: - Identity

  /// Namesakes looked at; more than any name has.
  private static let mostCandidates = 200

  private static func best(_ identity: ActorIdentity, _ connection: Connection)
    throws(SQLiteError) -> Int?
  {
    // A country is its code, whatever it is called.
    if identity.kind == .country, let country = identity.country {
      return try connection.first(
        "SELECT id FROM actors WHERE kind = 'country' AND country = ?1 ORDER BY id LIMIT 1",
        [.text(country)]
      ) { row throws(SQLiteError) in row.int(0) }
    }
    // Those the user split off are reached by the user's word alone.
    let rows = try connection.rows(
      """
      SELECT id, country FROM actors WHERE folded = ?1 AND kind = ?2
        AND id NOT IN (SELECT other FROM actor_decisions WHERE decision = 'split')
      ORDER BY id LIMIT ?3
      """,
      [.text(identity.name), .text(identity.kind.rawValue), .int(mostCandidates)]
    ) { row throws(SQLiteError) in (row.int(0), row.optionalText(1)) }
    var candidates: [(id: Int, identity: ActorIdentity)] = []
    for (id, country) in rows {
      let offices = try connection.rows(
        "SELECT DISTINCT title FROM offices WHERE actor = ?1", [.int(id)]
      ) { row throws(SQLiteError) in NameFolding.fold(row.text(0)) }
      candidates.append(
        (
          id,
          ActorIdentity(
            kind: identity.kind, name: identity.name, country: country, offices: Set(offices))
        ))
    }
    return identity.best(of: candidates)
  }

  /// The actor that the user split off for this report, where they did.
  private static func split(_ actor: Int?, report: Int, _ connection: Connection)
    throws(SQLiteError) -> Int?
  {
    guard let actor else { return nil }
    return try connection.first(
      """
      SELECT other FROM actor_decisions
      WHERE decision = 'split' AND actor = ?1 AND report = ?2 AND undone IS NULL
      ORDER BY id DESC LIMIT 1
      """, [.int(actor), .int(report)]
    ) { row throws(SQLiteError) in row.int(0) } ?? actor
  }
}
