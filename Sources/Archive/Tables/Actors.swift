package import Records

/// Two of one name that the archive keeps apart, for their countries or offices disagree or are
/// not known.
package struct DoubtfulPair: Sendable, Hashable {
  package var first: ArchiveActor
  package var second: ArchiveActor
}

/// What the user decided about who is who.
package struct ActorDecision: Sendable, Hashable, Identifiable {
  package enum Kind: String, Sendable, Hashable {
    case joined, split, apart
  }

  package var id: Int
  package var kind: Kind
  package var actor: Int
  package var actorName: String
  package var other: Int
  package var otherName: String
  package var report: Int?
  package var made: UnixTime
}

/// Why a decision cannot be carried out.
package enum ActorDecisionError: Error, Sendable, Hashable, CustomStringConvertible {
  case noSuchActor
  case same
  case notInReport

  package var description: String {
    switch self {
    case .noSuchActor: "the archive has no such actor"
    case .same: "this is one actor already"
    case .notInReport: "the report does not name that actor"
    }
  }
}

extension Archive {
  /// Actors, those in most reports first; with `name` only those with a word of their name that
  /// begins so, or of that country's code.
  package func actors(name: String? = nil, kind: String? = nil, limit: Int, offset: Int = 0)
    throws(ArchiveError) -> (actors: [ArchiveActor], total: Int)
  {
    let filter = ActorFilter(name: name, kind: kind)
    return try read { connection throws(SQLiteError) in
      let total = try connection.int(
        """
        SELECT count(DISTINCT coalesce(a.joined, a.id)) FROM actors a
        JOIN appearances p ON p.actor = a.id JOIN reports r ON r.latest = p.version
        WHERE \(filter.sql)
        """, filter.values)
      let actors = try connection.rows(
        """
        SELECT b.id, b.kind, b.name, b.country, b.sector, count(DISTINCT r.id) AS n
        FROM actors a JOIN appearances p ON p.actor = a.id JOIN reports r ON r.latest = p.version
        JOIN actors b ON b.id = coalesce(a.joined, a.id)
        WHERE \(filter.sql) GROUP BY b.id ORDER BY n DESC, b.folded, b.id
        LIMIT ?\(filter.values.count + 1) OFFSET ?\(filter.values.count + 2)
        """, filter.values + [.int(limit), .int(offset)], Archive.actor)
      return (actors, total)
    }
  }

  /// An actor; of one that was joined to another, that other.
  package func actor(id: Int) throws(ArchiveError) -> ArchiveActor? {
    try access { connection throws(SQLiteError) in try Archive.actor(id, connection) }
  }

  private static func actor(_ id: Int, _ connection: Connection) throws(SQLiteError)
    -> ArchiveActor?
  {
    try connection.first(
      """
      SELECT b.id, b.kind, b.name, b.country, b.sector,
        (SELECT count(DISTINCT r.id) FROM appearances p JOIN reports r ON r.latest = p.version
         WHERE p.actor IN (\(Archive.group("b.id"))))
      FROM actors a JOIN actors b ON b.id = coalesce(a.joined, a.id) WHERE a.id = ?1
      """, [.int(id)], actor)
  }

  private static func actor(_ row: Statement) throws(SQLiteError) -> ArchiveActor {
    ArchiveActor(
      id: row.int(0), kind: row.text(1), name: row.text(2), country: row.optionalText(3),
      sector: row.optionalText(4), reports: row.int(5))
  }

  /// The ids of an actor and of those joined to it.
  static func group(_ id: String) -> String {
    "SELECT \(id) UNION ALL SELECT id FROM actors WHERE joined = \(id)"
  }

  /// The archive's actors of a version's record, by their numbers there.
  package func actors(ofVersion version: Int) throws(ArchiveError) -> [Int: Int] {
    let pairs = try access { connection throws(SQLiteError) in
      try connection.rows(
        """
        SELECT p.number, coalesce(a.joined, a.id) FROM appearances p
        JOIN actors a ON a.id = p.actor WHERE p.version = ?1
        """, [.int(version)]
      ) { row throws(SQLiteError) in (row.int(0), row.int(1)) }
    }
    return Dictionary(pairs) { first, _ in first }
  }

  /// Offices that reports give an actor, in the order of the reports' days.
  package func offices(ofActor id: Int, limit: Int) throws(ArchiveError) -> [OfficeEvidence] {
    try access { connection throws(SQLiteError) in
      try connection.rows(
        """
        SELECT r.id, x.title, x.published, o.number, o.title, o.country, o.organization,
          o.standing, o.since, o.until, o.rule
        FROM offices o JOIN reports r ON r.latest = o.version JOIN articles x ON x.version = r.latest
        WHERE o.actor IN (\(Archive.group("?1"))) AND o.rule <> 'known'
        ORDER BY x.published IS NULL, x.published, r.id, o.number, o.role LIMIT ?2
        """, [.int(id), .int(limit)]
      ) { row throws(SQLiteError) in
        OfficeEvidence(
          role: Actor.Role(
            title: row.text(4), country: row.optionalText(5), organization: row.optionalText(6),
            standing: row.optionalText(7).flatMap(Actor.Role.Standing.init),
            from: row.optionalText(8), to: row.optionalText(9), rule: row.text(10)),
          source: ActorDoings.source(row), number: row.int(3))
      }
    }
  }

  // MARK: - Who is who

  /// Pairs of one name and kind that are two in the archive and that the user has not decided on.
  package func doubtfulActors(limit: Int, offset: Int = 0) throws(ArchiveError) -> [DoubtfulPair] {
    let columns = ["a", "b"].map { name in
      """
      \(name).id, \(name).kind, \(name).name, \(name).country, \(name).sector,
      (SELECT count(DISTINCT r.id) FROM appearances p JOIN reports r ON r.latest = p.version
       WHERE p.actor = \(name).id)
      """
    }
    return try access { connection throws(SQLiteError) in
      try connection.rows(
        """
        SELECT \(columns.joined(separator: ", "))
        FROM actors a JOIN actors b ON b.folded = a.folded AND b.kind = a.kind AND b.id > a.id
        WHERE a.joined IS NULL AND b.joined IS NULL
          AND EXISTS (SELECT 1 FROM appearances WHERE actor = a.id)
          AND EXISTS (SELECT 1 FROM appearances WHERE actor = b.id) AND NOT EXISTS (
          SELECT 1 FROM actor_decisions d WHERE d.undone IS NULL
            AND ((d.actor = a.id AND d.other = b.id) OR (d.actor = b.id AND d.other = a.id)))
        ORDER BY a.folded, a.id, b.id LIMIT ?1 OFFSET ?2
        """, [.int(limit), .int(offset)]
      ) { row throws(SQLiteError) in
        let pair = [Int32(0), 6].map { first in
          ArchiveActor(
            id: row.int(first), kind: row.text(first + 1), name: row.text(first + 2),
            country: row.optionalText(first + 3), sector: row.optionalText(first + 4),
            reports: row.int(first + 5))
        }
        return DoubtfulPair(first: pair[0], second: pair[1])
      }
    }
  }

  /// Makes two actors one: `other` and all joined to it are `actor` from now on.
  package func join(actor: Int, other: Int, at time: UnixTime) throws -> Int {
    try decide(.joined, actor: actor, other: other, report: nil, at: time)
  }

  /// Says that two actors of one name are two, so that they are doubtful no more.
  package func keepApart(actor: Int, other: Int, at time: UnixTime) throws -> Int {
    try decide(.apart, actor: actor, other: other, report: nil, at: time)
  }

  /// Says that who bears the actor's name in a report is somebody else: a new actor.
  package func split(actor: Int, report: Int, at time: UnixTime) throws -> Int {
    try decide(.split, actor: actor, other: nil, report: report, at: time)
  }

  private func decide(
    _ kind: ActorDecision.Kind, actor: Int, other: Int?, report: Int?, at time: UnixTime
  ) throws -> Int {
    let result = try access { connection throws(SQLiteError) in
      try connection.transaction { () throws(SQLiteError) -> Result<Int, ActorDecisionError> in
        try ActorDecisions.decide(kind, actor, other, report, time, connection)
      }
    }
    return try result.get()
  }

  /// Takes a decision back: what it joined is two again, what it split is one.
  package func undo(decision id: Int, at time: UnixTime) throws(ArchiveError) {
    try access { connection throws(SQLiteError) in
      try connection.transaction { () throws(SQLiteError) in
        try ActorDecisions.undo(id, time, connection)
      }
    }
  }

  /// Decisions that stand, on one actor or on all; the latest first.
  package func actorDecisions(of actor: Int? = nil, limit: Int) throws(ArchiveError)
    -> [ActorDecision]
  {
    try access { connection throws(SQLiteError) in
      try connection.rows(
        """
        SELECT d.id, d.decision, d.actor, a.name, d.other, b.name, d.report, d.made
        FROM actor_decisions d JOIN actors a ON a.id = d.actor JOIN actors b ON b.id = d.other
        WHERE d.undone IS NULL AND (?1 IS NULL OR d.actor = ?1 OR d.other = ?1)
        ORDER BY d.id DESC LIMIT ?2
        """, [.int(optional: actor), .int(limit)]
      ) { row throws(SQLiteError) in
        ActorDecision(
          id: row.int(0), kind: ActorDecision.Kind(rawValue: row.text(1)) ?? .apart,
          actor: row.int(2), actorName: row.text(3), other: row.int(4), otherName: row.text(5),
          report: row.optionalInt(6), made: UnixTime(seconds: row.int(7)))
      }
    }
  }
}

/// Conditions on `actors a`.
struct ActorFilter {
  private(set) var values: [Binding] = []
  private(set) var sql = "1"

  init(name: String?, kind: String?) {
    if let name, !name.isEmpty {
      values.append(.text(ActorFilter.pattern(name)))
      values.append(.text(name.uppercased()))
      sql += " AND (' ' || a.folded LIKE ?1 ESCAPE '\\' OR a.country = ?2)"
    }
    if let kind {
      values.append(.text(kind))
      sql += " AND a.kind = ?\(values.count)"
    }
  }

  /// For LIKE on a folded name with a blank before it: words that begin so.
  static func pattern(_ name: String) -> String {
    let escaped = NameFolding.fold(name).unicodeScalars.reduce(into: "") { out, scalar in
      if "%_\\".unicodeScalars.contains(scalar) { out += "\\" }
      out.unicodeScalars.append(scalar)
    }
    return "% " + escaped + "%"
  }
}
