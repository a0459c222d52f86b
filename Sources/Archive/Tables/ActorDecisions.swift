internal import Records

/// `actor_decisions`: the user's word on who is who; kept when records are made anew.
enum ActorDecisions {
  static func decide(
    _ kind: ActorDecision.Kind, _ actor: Int, _ other: Int?, _ report: Int?, _ time: UnixTime,
    _ connection: Connection
  ) throws(SQLiteError) -> Result<Int, ActorDecisionError> {
    guard let first = try representative(actor, connection) else { return .failure(.noSuchActor) }
    switch kind {
    case .joined, .apart:
      guard let other, let second = try representative(other, connection) else {
        return .failure(.noSuchActor)
      }
      guard first != second else { return .failure(.same) }
      let id = try insert(kind, first, second, nil, time, connection)
      if kind == .joined { try refreshJoins(connection) }
      return .success(id)
    case .split:
      guard let report, let member = try member(of: first, report: report, connection) else {
        return .failure(.notInReport)
      }
      try connection.run(
        """
        INSERT INTO actors (kind, name, folded, country, sector)
        SELECT kind, name, folded, NULL, NULL FROM actors WHERE id = ?1
        """, [.int(member)])
      let id = try insert(kind, member, connection.lastInsertedID, report, time, connection)
      try RecordIndex.rebuild(report: report, connection)
      return .success(id)
    }
  }

  static func undo(_ id: Int, _ time: UnixTime, _ connection: Connection) throws(SQLiteError) {
    let decision = try connection.first(
      "SELECT decision, report, other FROM actor_decisions WHERE id = ?1 AND undone IS NULL",
      [.int(id)]
    ) { row throws(SQLiteError) in (row.text(0), row.optionalInt(1), row.int(2)) }
    guard let decision else { return }
    try connection.run(
      "UPDATE actor_decisions SET undone = ?2 WHERE id = ?1", [.int(id), .int(time.seconds)])
    if decision.0 == ActorDecision.Kind.joined.rawValue { try refreshJoins(connection) }
    if let report = decision.1 { try RecordIndex.rebuild(report: report, connection) }
  }

  private static func insert(
    _ kind: ActorDecision.Kind, _ actor: Int, _ other: Int, _ report: Int?, _ time: UnixTime,
    _ connection: Connection
  ) throws(SQLiteError) -> Int {
    try connection.run(
      """
      INSERT INTO actor_decisions (decision, actor, other, report, made)
      VALUES (?1, ?2, ?3, ?4, ?5)
      """,
      [
        .text(kind.rawValue), .int(actor), .int(other), .int(optional: report), .int(time.seconds),
      ])
    return connection.lastInsertedID
  }

  private static func representative(_ actor: Int, _ connection: Connection) throws(SQLiteError)
    -> Int?
  {
    try connection.first("SELECT coalesce(joined, id) FROM actors WHERE id = ?1", [.int(actor)]) {
      row throws(SQLiteError) in row.int(0)
    }
  }

  /// Which of the actor's group a report names.
  private static func member(of actor: Int, report: Int, _ connection: Connection)
    throws(SQLiteError) -> Int?
  {
    try connection.first(
      """
      SELECT p.actor FROM versions v JOIN appearances p ON p.version = v.id
      WHERE v.report = ?2 AND p.actor IN (\(Archive.group("?1"))) ORDER BY v.number DESC LIMIT 1
      """, [.int(actor), .int(report)]
    ) { row throws(SQLiteError) in row.int(0) }
  }

  /// `joined` anew from all joins that stand, in their order: each actor points at the first of its
  /// group, so that one step finds it.
  private static func refreshJoins(_ connection: Connection) throws(SQLiteError) {
    let joins = try connection.rows(
      """
      SELECT actor, other FROM actor_decisions
      WHERE decision = 'joined' AND undone IS NULL ORDER BY id
      """
    ) { row throws(SQLiteError) in (row.int(0), row.int(1)) }
    var heads: [Int: Int] = [:]
    for (actor, other) in joins {
      let (first, second) = (heads[actor] ?? actor, heads[other] ?? other)
      guard first != second else { continue }
      for member in heads.keys where heads[member] == second { heads[member] = first }
      heads[second] = first
    }
    try EventWords.forgetAll(connection)
    try connection.run("UPDATE actors SET joined = NULL WHERE joined IS NOT NULL")
    for (member, head) in heads.sorted(by: { $0.key < $1.key }) {
      try connection.run(
        "UPDATE actors SET joined = ?2 WHERE id = ?1", [.int(member), .int(head)])
    }
  }
}
