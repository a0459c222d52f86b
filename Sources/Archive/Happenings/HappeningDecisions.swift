internal import Happenings
package import Records

/// What the user decided about which mentions are one happening.
package struct HappeningDecision: Sendable, Hashable, Identifiable {
  package enum Kind: String, Sendable, Hashable {
    case joined, apart
  }

  package var id: Int
  package var kind: Kind
  package var made: UnixTime
  /// Words of the first mention, and of one that it was joined with or parted from.
  package var words: [String]
}

/// Why a decision cannot be carried out.
package enum HappeningDecisionError: Error, Sendable, Hashable, CustomStringConvertible {
  case noSuchHappening
  case same
  case notInHappening
  case onlyMention
  case unlike

  package var description: String {
    switch self {
    case .noSuchHappening: "the archive has no such happening"
    case .same: "this is one happening already"
    case .notInHappening: "the happening has no such mention"
    case .onlyMention: "the happening has but this mention"
    case .unlike: "happenings of two types or statuses cannot be one"
    }
  }
}

extension Archive {
  /// Makes two happenings one; the number of the decision.
  package func join(happening: Int, with other: Int, at time: UnixTime) throws -> Int {
    try decide { connection throws(SQLiteError) in
      guard happening != other else { return .failure(.same) }
      let kinds = try connection.rows(
        "SELECT type || '/' || coalesce(status, '') FROM happenings WHERE id IN (?1, ?2)",
        [.int(happening), .int(other)]
      ) { row throws(SQLiteError) in row.text(0) }
      guard kinds.count == 2 else { return .failure(.noSuchHappening) }
      guard kinds[0] == kinds[1] else { return .failure(.unlike) }
      var members = try HappeningDecisions.mentions(of: happening, connection).prefix(1)
      members += try HappeningDecisions.mentions(of: other, connection).prefix(1)
      return .success(
        try HappeningDecisions.insert(.joined, Array(members), time, connection))
    }
  }

  /// Takes a mention out of its happening; the number of the decision.
  package func split(report: Int, event: Int, from happening: Int, at time: UnixTime) throws -> Int
  {
    try decide { connection throws(SQLiteError) in
      var mentions = try HappeningDecisions.mentions(of: happening, connection)
      guard !mentions.isEmpty else { return .failure(.noSuchHappening) }
      guard let place = mentions.firstIndex(where: { $0.report == report && $0.event == event })
      else { return .failure(.notInHappening) }
      guard mentions.count > 1 else { return .failure(.onlyMention) }
      let mention = mentions.remove(at: place)
      return .success(
        try HappeningDecisions.insert(.apart, [mention] + mentions, time, connection))
    }
  }

  /// Takes a decision back.
  package func undo(happeningDecision id: Int, at time: UnixTime) throws(ArchiveError) {
    try access { connection throws(SQLiteError) in
      try connection.transaction { () throws(SQLiteError) in
        try connection.run(
          "UPDATE happening_decisions SET undone = ?2 WHERE id = ?1 AND undone IS NULL",
          [.int(id), .int(time.seconds)])
        try HappeningRefresh.run(
          connection, decided: try HappeningDecisions.types(of: id, connection))
      }
    }
  }

  private func decide(
    _ body: (Connection) throws(SQLiteError) -> Result<Int, HappeningDecisionError>
  ) throws -> Int {
    let result = try access { connection throws(SQLiteError) in
      try connection.transaction { () throws(SQLiteError) -> Result<Int, HappeningDecisionError> in
        let result = try body(connection)
        if case .success(let id) = result {
          try HappeningRefresh.run(
            connection, decided: try HappeningDecisions.types(of: id, connection))
        }
        return result
      }
    }
    return try result.get()
  }

  /// Decisions that stand, the latest first; of one happening those that bind one of its mentions.
  package func happeningDecisions(of happening: Int? = nil, limit: Int) throws(ArchiveError)
    -> [HappeningDecision]
  {
    try read { connection throws(SQLiteError) in
      let members = try happening.map { id throws(SQLiteError) in
        Set(
          try HappeningDecisions.mentions(of: id, connection).map {
            EventMention.ID(report: $0.report, number: $0.event)
          })
      }
      var out: [HappeningDecision] = []
      for decision in try HappeningDecisions.all(connection).reversed() {
        if let members, !decision.mentions.contains(where: { $0.id.map(members.contains) ?? false })
        {
          continue
        }
        out.append(
          HappeningDecision(
            id: decision.id, kind: decision.kind, made: decision.made,
            words: decision.mentions.prefix(2).map(\.words)))
        if out.count == limit { break }
      }
      return out
    }
  }
}

/// `happening_decisions` and `decided_mentions`: mentions are kept by pointers, so that the user's
/// word finds its events again when records are made anew.
enum HappeningDecisions {
  /// Mentions that one is parted from in one decision; no happening that a person splits has more.
  private static let mostMentions = 200

  struct Member {
    var report: Int
    var event: Int
    var type: String
    var version: Int
  }

  static func mentions(of happening: Int, _ connection: Connection) throws(SQLiteError) -> [Member]
  {
    try connection.rows(
      """
      SELECT v.report, m.event, h.type, m.version FROM happening_mentions m
      JOIN happenings h ON h.id = m.happening JOIN versions v ON v.id = m.version
      WHERE m.happening = ?1 ORDER BY m.ordinal
      """, [.int(happening)]
    ) { row throws(SQLiteError) in
      Member(report: row.int(0), event: row.int(1), type: row.text(2), version: row.int(3))
    }
  }

  static func insert(
    _ kind: HappeningDecision.Kind, _ members: [Member], _ time: UnixTime,
    _ connection: Connection
  ) throws(SQLiteError) -> Int {
    try connection.run(
      "INSERT INTO happening_decisions (decision, made) VALUES (?1, ?2)",
      [.text(kind.rawValue), .int(time.seconds)])
    let id = connection.lastInsertedID
    for (ordinal, member) in members.prefix(mostMentions).enumerated() {
      try connection.run(
        """
        INSERT INTO decided_mentions (decision, ordinal, report, type, start, "end", text_sha256,
          exact, prefix, suffix)
        SELECT ?1, ?2, ?3, ?4, start, "end", text_sha256, exact, prefix, suffix FROM items
        WHERE version = ?5 AND kind = 'event' AND number = ?6
        """,
        [
          .int(id), .int(ordinal), .int(member.report), .text(member.type), .int(member.version),
          .int(member.event),
        ])
    }
    return id
  }

  /// Types of the events that a decision is about.
  static func types(of decision: Int, _ connection: Connection) throws(SQLiteError)
    -> Set<EventType>
  {
    Set(
      try connection.rows(
        "SELECT DISTINCT type FROM decided_mentions WHERE decision = ?1", [.int(decision)]
      ) { row throws(SQLiteError) in EventType(rawValue: row.text(0)) }.compactMap(\.self))
  }

  struct Decision {
    var id: Int
    var kind: HappeningDecision.Kind
    var made: UnixTime
    var mentions: [(id: EventMention.ID?, words: String)]
  }

  /// Decisions that stand, in the order in which they were made; a mention that is not found again
  /// has no number.
  static func all(_ connection: Connection) throws(SQLiteError) -> [Decision] {
    var out: [Decision] = []
    let rows = try connection.rows(
      """
      SELECT \(PointerColumns.sql("m")), d.id, d.decision, d.made, m.report, m.type, r.latest
      FROM happening_decisions d JOIN decided_mentions m ON m.decision = d.id
      JOIN reports r ON r.id = m.report WHERE d.undone IS NULL ORDER BY d.id, m.ordinal
      """
    ) { row throws(SQLiteError) -> Row? in
      let first = PointerColumns.count
      guard let pointer = PointerColumns.pointer(row),
        let kind = HappeningDecision.Kind(rawValue: row.text(first + 1))
      else { return nil }
      return Row(
        pointer: pointer, decision: row.int(first), kind: kind,
        made: UnixTime(seconds: row.int(first + 2)), report: row.int(first + 3),
        type: row.text(first + 4), version: row.int(first + 5))
    }
    for row in rows.compactMap(\.self) {
      let number = try event(at: row, connection)
      let mention = (
        id: number.map { EventMention.ID(report: row.report, number: $0) },
        words: row.pointer.exact
      )
      if out.last?.id == row.decision {
        out[out.count - 1].mentions.append(mention)
      } else {
        out.append(
          Decision(id: row.decision, kind: row.kind, made: row.made, mentions: [mention]))
      }
    }
    return out
  }

  private struct Row {
    var pointer: Pointer
    var decision: Int
    var kind: HappeningDecision.Kind
    var made: UnixTime
    var report: Int
    var type: String
    var version: Int
  }

  /// The event of that type whose words the pointer finds.
  private static func event(at row: Row, _ connection: Connection) throws(SQLiteError) -> Int? {
    let text = try connection.first(
      "SELECT text, text_sha256 FROM articles WHERE version = ?1", [.int(row.version)]
    ) { row throws(SQLiteError) in (row.text(0), Digest(bytes: row.blob(1))) }
    guard let text, let hash = text.1 else { return nil }
    let range: Range<Int>
    switch row.pointer.resolve(in: text.0, hash: hash) {
    case .inPlace(let found), .moved(let found): range = found
    case .lost: return nil
    }
    return try connection.first(
      """
      SELECT e.number FROM events e JOIN event_words w ON w.version = e.version
        AND w.event = e.number AND w.part = 'event'
      WHERE e.version = ?1 AND e.type = ?2 AND w.start < ?4 AND w."end" > ?3
      ORDER BY w.start = ?3 DESC, e.number LIMIT 1
      """,
      [.int(row.version), .text(row.type), .int(range.lowerBound), .int(range.upperBound)]
    ) { row throws(SQLiteError) in row.int(0) }
  }

  /// For the merging.
  static func standing(_ connection: Connection) throws(SQLiteError) -> [MentionDecision] {
    try all(connection).flatMap { decision -> [MentionDecision] in
      guard let first = decision.mentions.first?.id else { return [] }
      return decision.mentions.dropFirst().compactMap(\.id).map { other in
        decision.kind == .joined ? .joined(first, other) : .apart(first, other)
      }
    }
  }
}
