internal import Happenings
package import Records

extension Archive {
  /// What happened between two parties, by month or week. Of a deed one must be on each side; of a
  /// meeting or an agreement both take part. Only what is told as fact counts, happenings and their
  /// mentions apart.
  package func relations(_ first: PartyFilter, _ second: PartyFilter, by step: Relations.Step)
    throws(ArchiveError) -> Relations
  {
    try read { connection throws(SQLiteError) in
      let pair = "happenings h WHERE " + PartyFilter.between(first, second)
      let rows = try connection.rows(
        """
        SELECT h.id, h.type, h.first_day, h.last_day, h.mentions, h.score FROM \(pair)
          AND h.status IS NULL ORDER BY h.first_day, h.id
        """
      ) { row throws(SQLiteError) in
        PairHappening(
          id: row.int(0), type: EventType(rawValue: row.text(1)), first: row.optionalInt(2),
          last: row.optionalInt(3), mentions: row.int(4), score: row.real(5))
      }
      var counting = RelationCounting(
        Relations(first: first.label, second: second.label, step: step))
      for row in rows { counting.add(row) }
      counting.relations.leftOut = try connection.int(
        "SELECT count(*) FROM \(pair) AND h.status IS NOT NULL")
      try Self.addWitnesses(&counting, connection)
      try Self.addDenominators(&counting.relations, connection)
      return counting.relations
    }
  }

  /// Who tells the happenings of each period, copies as one.
  private static func addWitnesses(_ counting: inout RelationCounting, _ connection: Connection)
    throws(SQLiteError)
  {
    let agencies = try MentionTable.agencies(connection)
    for index in counting.relations.periods.indices {
      var witnesses: [Witness] = []
      for happening in counting.members[index] {
        witnesses += try connection.rows(
          """
          SELECT r.id, r.outlet, coalesce(s.copy, r.id) FROM happening_mentions m
          JOIN versions v ON v.id = m.version JOIN reports r ON r.id = v.report
          LEFT JOIN sketches s ON s.version = m.version WHERE m.happening = ?1
          """, [.int(happening)]
        ) { row throws(SQLiteError) in
          Witness(
            outlet: row.optionalInt(1), agencies: agencies[row.int(0)] ?? [], copy: row.int(2))
        }
      }
      counting.relations.periods[index].outlets = Witness.independent(witnesses)
    }
  }

  private static func addDenominators(_ relations: inout Relations, _ connection: Connection)
    throws(SQLiteError)
  {
    for index in relations.periods.indices {
      let days = relations.periods[index].days
      relations.periods[index].allHappenings = try connection.int(
        """
        SELECT count(*) FROM happenings
        WHERE status IS NULL AND first_day >= ?1 AND first_day < ?2 AND last_day < ?2
        """, [.int(days.lowerBound), .int(days.upperBound)])
      relations.periods[index].allReports = try connection.int(
        "SELECT count(*) FROM reports WHERE dated >= ?1 AND dated < ?2",
        [.int(days.lowerBound * 86_400), .int(days.upperBound * 86_400)])
    }
  }
}

extension PartyFilter {
  /// A condition on `happenings h`: one is on each side, or they meet or agree.
  static func between(_ first: PartyFilter, _ second: PartyFilter) -> String {
    let mutual = EventType.allCases.filter(\.isMutual).map { "'\($0.rawValue)'" }
      .joined(separator: ", ")
    return """
      EXISTS (SELECT 1 FROM happening_parties p JOIN happening_parties q
        ON q.happening = p.happening AND (q.side <> p.side
          OR h.type IN (\(mutual)) AND q.ordinal <> p.ordinal)
        WHERE p.happening = h.id AND \(first.sql("p")) AND \(second.sql("q")))
      """
  }
}

private struct PairHappening: Sendable {
  var id: Int
  var type: EventType?
  var first: Int?
  var last: Int?
  var mentions: Int
  var score: Double
}

/// Puts happenings into months or weeks.
private struct RelationCounting: Sendable {
  /// Further apart than this, what lies between is not written out.
  private static let mostPeriods = 600

  var relations: Relations
  /// Ids of the happenings of each period.
  var members: [[Int]] = []

  init(_ relations: Relations) { self.relations = relations }

  /// Happenings come in the order of their days.
  mutating func add(_ happening: PairHappening) {
    guard let type = happening.type, let first = happening.first, let last = happening.last,
      let period = relations.step.period(of: first), last < period.days.upperBound
    else {
      relations.undated += 1
      return
    }
    if relations.periods.last?.days != period.days { open(period) }
    let index = relations.periods.count - 1
    let quad = type.quadClass.rawValue - 1
    relations.periods[index].counts[quad].happenings += 1
    relations.periods[index].counts[quad].mentions += happening.mentions
    relations.periods[index].scores += happening.score
    members[index].append(happening.id)
  }

  /// Also the empty ones since the last, so that a chart has no gaps.
  private mutating func open(_ period: (days: Range<Int>, value: String)) {
    while let last = relations.periods.last?.days, last.upperBound < period.days.lowerBound,
      relations.periods.count < Self.mostPeriods,
      let next = relations.step.period(of: last.upperBound)
    {
      append(next)
    }
    append(period)
  }

  private mutating func append(_ period: (days: Range<Int>, value: String)) {
    relations.periods.append(RelationPeriod(value: period.value, days: period.days))
    members.append([])
  }
}
