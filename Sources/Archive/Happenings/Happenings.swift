package import Records

/// Which happenings are asked for; nothing given means all.
package struct HappeningQuery: Sendable, Hashable {
  /// Both must take part.
  package var parties: [PartyFilter] = []
  /// Two, of which one is on each side, or which meet; none or two.
  package var pair: [PartyFilter] = []
  /// Days since 1970-01-01 that the happening must reach into, ends included.
  package var from: Int?
  package var to: Int?
  /// Whether it must lie between the two whole.
  package var isWithin = false
  package var types: [EventType] = []
  package var quads: [EventType.QuadClass] = []
  /// `nil` for whatever status; `.some(nil)` for what is told as a plain fact.
  package var status: Event.Status??
  /// Only those with a place.
  package var isPlaced = false
  /// The place's name, and its country (ISO 3166-1 alpha-2).
  package var place: String?
  package var placeCountry: String?
  /// The latest days first; those without one stay last.
  package var isLatestFirst = false
  package var limit = Int.max
  package var offset = 0

  package init() {}
}

/// A party that is asked for: a country, or an actor with all that are joined to it.
package struct PartyFilter: Sendable, Hashable {
  /// What to call it.
  package var label: String
  package var country: String?
  package var actors: [Int]

  package init(label: String, country: String? = nil, actors: [Int] = []) {
    self.label = label
    self.country = country
    self.actors = actors
  }

  /// A condition on `happening_parties` under that name. Numbers and codes are put in as they are:
  /// none comes from a text.
  func sql(_ table: String) -> String {
    let code = country.map { "'" + $0.filter(\.isLetter) + "'" } ?? "NULL"
    let numbers = actors.map(String.init).joined(separator: ", ")
    return "(\(table).country = \(code) OR \(table).actor IN (\(numbers)))"
  }
}

extension Archive {
  /// What a person's word for a party means: a country's code ("KOR"), an actor's number, or a name,
  /// of which the actor in most reports counts. `nil` where the archive knows none.
  package func party(named text: String) throws(ArchiveError) -> PartyFilter? {
    try read { connection throws(SQLiteError) in
      if let country = Self.code(text) {
        let name = try connection.first(
          "SELECT name FROM actors WHERE kind = 'country' AND country = ?1 ORDER BY id LIMIT 1",
          [.text(country)]
        ) { row throws(SQLiteError) in row.text(0) }
        return PartyFilter(label: name ?? country, country: country)
      }
      let found = try connection.first(
        """
        SELECT b.id, b.kind, b.name, b.country FROM actors a
        JOIN actors b ON b.id = coalesce(a.joined, a.id)
        WHERE a.id = ?1 OR a.folded = ?2 OR ' ' || a.folded LIKE ?3 ESCAPE '\\'
        ORDER BY a.id = ?1 DESC, a.folded = ?2 DESC,
          (SELECT count(*) FROM appearances p WHERE p.actor = a.id) DESC, b.id LIMIT 1
        """,
        [
          .int(optional: Int(text)), .text(NameFolding.fold(text)),
          .text(ActorFilter.pattern(text)),
        ]
      ) { row throws(SQLiteError) in
        (row.int(0), row.text(1), row.text(2), row.optionalText(3))
      }
      guard let found else { return nil }
      if found.1 == Actor.Kind.country.rawValue, let country = found.3 {
        return PartyFilter(label: found.2, country: country)
      }
      let group = try connection.rows(Archive.group("?1"), [.int(found.0)]) {
        row throws(SQLiteError) in row.int(0)
      }
      return PartyFilter(label: found.2, actors: group)
    }
  }

  /// Three capital letters, as ISO 3166-1 alpha-3 and PLOVER have them.
  private static func code(_ text: String) -> String? {
    text.utf8.count == 3 && text.utf8.allSatisfy { (0x41...0x5A).contains($0) } ? text : nil
  }

  /// Happenings in the order of their days, those without one last.
  package func happenings(_ query: HappeningQuery) throws(ArchiveError) -> [HappeningLine] {
    let condition = HappeningCondition(query)
    let order = query.isLatestFirst ? "DESC" : ""
    return try read { connection throws(SQLiteError) in
      var lines = try connection.rows(
        """
        SELECT \(HappeningTable.columns) FROM happenings h WHERE \(condition.sql)
        ORDER BY h.first_day IS NULL, h.first_day \(order), h.last_day \(order), h.guessed, h.id
        LIMIT ?\(condition.values.count + 1) OFFSET ?\(condition.values.count + 2)
        """, condition.values + [.int(query.limit), .int(query.offset)], HappeningTable.line)
      try HappeningTable.addParties(&lines, connection)
      return lines
    }
  }

  /// How many happenings and mentions a query finds, whatever its limit.
  package func countHappenings(_ query: HappeningQuery) throws(ArchiveError)
    -> (happenings: Int, mentions: Int)
  {
    let condition = HappeningCondition(query)
    let counts = try access { connection throws(SQLiteError) in
      try connection.first(
        "SELECT count(*), coalesce(sum(mentions), 0) FROM happenings h WHERE \(condition.sql)",
        condition.values
      ) { row throws(SQLiteError) in [row.int(0), row.int(1)] }
    }
    return (counts?[0] ?? 0, counts?[1] ?? 0)
  }

  package func happening(id: Int) throws(ArchiveError) -> HappeningLine? {
    try read { connection throws(SQLiteError) in
      var lines = try connection.rows(
        "SELECT \(HappeningTable.columns) FROM happenings h WHERE h.id = ?1", [.int(id)],
        HappeningTable.line)
      try HappeningTable.addParties(&lines, connection)
      return lines.first
    }
  }

  /// Announcements of which a happening tells what became.
  package func announcements(answeredBy id: Int) throws(ArchiveError) -> [HappeningLine] {
    try read { connection throws(SQLiteError) in
      var lines = try connection.rows(
        "SELECT \(HappeningTable.columns) FROM happenings h WHERE h.answer = ?1 ORDER BY h.id",
        [.int(id)], HappeningTable.line)
      try HappeningTable.addParties(&lines, connection)
      return lines
    }
  }

  /// The happening of an event of a version's record.
  package func happenings(ofVersion version: Int) throws(ArchiveError) -> [Int: Int] {
    let pairs = try access { connection throws(SQLiteError) in
      try connection.rows(
        "SELECT event, happening FROM happening_mentions WHERE version = ?1", [.int(version)]
      ) { row throws(SQLiteError) in (row.int(0), row.int(1)) }
    }
    return Dictionary(pairs) { first, _ in first }
  }

  /// The mentions of a happening, in the order in which they were merged.
  package func mentions(ofHappening id: Int) throws(ArchiveError) -> [HappeningMention] {
    try access { connection throws(SQLiteError) in
      try connection.rows(
        """
        SELECT v.report, m.event, m.version, a.title, coalesce(o.name, o.host), a.published,
          m.words, coalesce(w.words, ''), m.reason, m.joined, e.statement
        FROM happening_mentions m JOIN versions v ON v.id = m.version
        JOIN reports r ON r.id = v.report JOIN articles a ON a.version = m.version
        LEFT JOIN outlets o ON o.id = r.outlet
        LEFT JOIN events e ON e.version = m.version AND e.number = m.event
        LEFT JOIN event_words w ON w.version = m.version AND w.event = m.event
          AND w.part = 'sentence' AND w.ordinal = 0
        WHERE m.happening = ?1 ORDER BY m.ordinal
        """, [.int(id)]
      ) { row throws(SQLiteError) in
        HappeningMention(
          report: row.int(0), event: row.int(1), version: row.int(2), title: row.optionalText(3),
          outlet: row.optionalText(4), published: row.optionalText(5), words: row.text(6),
          sentence: row.text(7), reason: row.optionalText(8), isJoined: row.int(9) != 0,
          isClaim: !row.isNull(10))
      }
    }
  }

  /// Happenings that might be the same as one, and are not: of its type, of overlapping days, with
  /// a party in common.
  package func happenings(near id: Int, limit: Int) throws(ArchiveError) -> [HappeningLine] {
    try read { connection throws(SQLiteError) in
      var lines = try connection.rows(
        """
        SELECT \(HappeningTable.columns) FROM happenings g
        JOIN happenings h ON h.type = g.type AND h.id <> g.id AND h.status IS g.status
          AND h.first_day <= g.last_day + 1 AND h.last_day >= g.first_day - 1
        WHERE g.id = ?1 AND h.last_day - h.first_day <= 31 AND EXISTS (
          SELECT 1 FROM happening_parties p JOIN happening_parties q
            ON q.country = p.country OR q.actor = p.actor
          WHERE p.happening = g.id AND q.happening = h.id)
        ORDER BY h.mentions DESC, h.id LIMIT ?2
        """, [.int(id), .int(limit)], HappeningTable.line)
      try HappeningTable.addParties(&lines, connection)
      return lines
    }
  }
}

/// Conditions on `happenings h`.
struct HappeningCondition {
  private(set) var values: [Binding] = []
  private(set) var sql = "1"

  init(_ query: HappeningQuery) {
    for (index, party) in query.parties.enumerated() {
      let table = "p\(index)"
      add(
        "EXISTS (SELECT 1 FROM happening_parties \(table) WHERE \(table).happening = h.id AND "
          + party.sql(table) + ")")
    }
    if query.pair.count == 2 { add(PartyFilter.between(query.pair[0], query.pair[1])) }
    let (first, last) =
      query.isWithin ? ("h.first_day", "h.last_day") : ("h.last_day", "h.first_day")
    if let from = query.from { add("\(first) >= ", .int(from)) }
    if let to = query.to { add("\(last) <= ", .int(to)) }
    let types =
      query.types
      + query.quads.flatMap { quad in EventType.allCases.filter { $0.quadClass == quad } }
    if !types.isEmpty {
      add("h.type IN (" + types.map { "'\($0.rawValue)'" }.joined(separator: ", ") + ")")
    }
    switch query.status {
    case .some(.some(let status)): add("h.status = ", .text(status.rawValue))
    case .some(nil): add("h.status IS NULL")
    case nil: break
    }
    if query.isPlaced { add("h.place IS NOT NULL") }
    if let place = query.place { add("h.place = ", .text(place)) }
    if let country = query.placeCountry { add("h.country = ", .text(country)) }
  }

  private mutating func add(_ condition: String, _ value: Binding? = nil) {
    sql += " AND " + condition
    if let value {
      values.append(value)
      sql += "?\(values.count)"
    }
  }
}
