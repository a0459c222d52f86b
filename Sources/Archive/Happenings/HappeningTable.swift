internal import Happenings
internal import Records

/// `happenings`, `happening_mentions` and `happening_parties`.
enum HappeningTable {
  /// Takes away happenings, and what became of announcements, which is told anew of all.
  static func delete(_ ids: [Int], _ connection: Connection) throws(SQLiteError) {
    try connection.run(
      """
      UPDATE happenings SET outcome = NULL, answer = NULL, outcome_reason = NULL
      WHERE outcome IS NOT NULL OR answer IS NOT NULL
      """)
    for id in ids {
      try connection.run("DELETE FROM happening_mentions WHERE happening = ?1", [.int(id)])
      try connection.run("DELETE FROM happening_parties WHERE happening = ?1", [.int(id)])
      try connection.run("DELETE FROM happenings WHERE id = ?1", [.int(id)])
    }
  }

  /// Writes those that do not stay under the numbers they had, or new ones; the numbers in the order
  /// given.
  static func insert(
    _ happenings: [Happening], _ numbers: KeptHappenings.Numbers, _ words: KeptWords,
    _ connection: Connection
  ) throws(SQLiteError) -> [Int] {
    var ids: [Int] = []
    for (index, happening) in happenings.enumerated() {
      if let id = numbers.ids[index], let noted = numbers.staying[index] {
        ids.append(id)
        // A new report can make copies of two that were none.
        let outlets = happening.independentOutlets
        if outlets != noted {
          try connection.run(
            "UPDATE happenings SET outlets = ?2 WHERE id = ?1", [.int(id), .int(outlets)])
        }
        continue
      }
      let id = try insert(happening, numbers.ids[index], connection)
      ids.append(id)
      for (ordinal, member) in happening.members.enumerated() {
        guard let kept = words[member.mention.id] else { continue }
        try connection.run(
          """
          INSERT INTO happening_mentions (version, event, happening, ordinal, reason, joined, words)
          VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
          """,
          [
            .int(kept.version), .int(member.mention.id.number), .int(id), .int(ordinal),
            .text(optional: member.reason?.sentence),
            .int(member.reason?.ground == .joined ? 1 : 0), .text(kept.words),
          ])
      }
      for (side, parties) in [("source", happening.sources), ("target", happening.targets)] {
        for (ordinal, party) in parties.enumerated() {
          try insert(party, side, ordinal, of: id, connection)
        }
      }
    }
    return ids
  }

  private static func insert(_ happening: Happening, _ id: Int?, _ connection: Connection)
    throws(SQLiteError) -> Int
  {
    let days = happening.time?.days
    let site = happening.site
    let reported = happening.mentions.compactMap(\.reported).min() ?? 0
    try connection.run(
      """
      INSERT INTO happenings (id, type, mode, status, first_day, last_day, guessed, reported,
        place, country, latitude, longitude, precision, geoname,
        mentions, reports, outlets, claims, score)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19)
      """,
      [
        .int(optional: id), .text(happening.type.rawValue), .text(optional: happening.mode),
        .text(optional: happening.status?.rawValue), .int(optional: days?.lowerBound),
        .int(optional: days.map { $0.upperBound - 1 }),
        .int(happening.time?.isGuessed == true ? 1 : 0), .int(reported),
        .text(optional: site?.name), .text(optional: site?.country),
        site?.point.map { .real($0.latitude) } ?? .null,
        site?.point.map { .real($0.longitude) } ?? .null,
        .text(optional: site?.precision?.rawValue), .int(optional: site?.geonameID),
        .int(happening.members.count), .int(happening.reports),
        .int(happening.independentOutlets), .int(happening.claims), .real(happening.score),
      ])
    return connection.lastInsertedID
  }

  private static func insert(
    _ party: Participant, _ side: String, _ ordinal: Int, of happening: Int,
    _ connection: Connection
  ) throws(SQLiteError) {
    try connection.run(
      """
      INSERT INTO happening_parties (happening, side, ordinal, name, actor, country, sector)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
      """,
      [
        .int(happening), .text(side), .int(ordinal), .text(party.name),
        .int(optional: party.actor), .text(optional: party.country),
        .text(optional: party.sector),
      ])
  }

  static func insertOutcomes(
    _ happenings: [Happening], _ ids: [Int], _ connection: Connection
  ) throws(SQLiteError) {
    for (happening, id) in zip(happenings, ids) {
      guard let outcome = happening.outcome else { continue }
      try connection.run(
        "UPDATE happenings SET outcome = ?2, answer = ?3, outcome_reason = ?4 WHERE id = ?1",
        [
          .int(id), .text(outcome.kind.rawValue), .int(ids[outcome.happening]),
          .text(outcome.reason),
        ])
    }
  }

  // MARK: - Reading

  static let columns = """
    h.id, h.type, h.mode, h.status, h.first_day, h.last_day, h.guessed, h.reported,
    h.place, h.country, h.latitude, h.longitude, h.precision,
    h.mentions, h.reports, h.outlets, h.claims, h.score, h.outcome, h.answer, h.outcome_reason
    """

  /// Reads `columns`; parties are not among them.
  static func line(_ row: Statement) throws(SQLiteError) -> HappeningLine {
    guard let type = EventType(rawValue: row.text(1)) else {
      throw .corrupt("happening \(row.int(0)) is malformed")
    }
    var line = HappeningLine(
      id: row.int(0), type: type, reported: row.int(7), mentions: row.int(13),
      reports: row.int(14), outlets: row.int(15), claims: row.int(16), score: row.real(17))
    line.mode = row.optionalText(2)
    line.status = row.optionalText(3).flatMap(Event.Status.init)
    if let first = row.optionalInt(4), let last = row.optionalInt(5), first <= last,
      let time = EventTime(days: first..<last + 1)
    {
      line.days = time.days
      line.value = time.value
    }
    line.isDayGuessed = row.int(6) != 0
    if let name = row.optionalText(8) {
      let isKnown = !row.isNull(10) && !row.isNull(11)
      line.spot = HappeningLine.Spot(
        name: name, country: row.optionalText(9),
        point: isKnown ? Place.Point(latitude: row.real(10), longitude: row.real(11)) : nil,
        precision: row.optionalText(12).flatMap(Place.Precision.init))
    }
    if let kind = row.optionalText(18), let answer = row.optionalInt(19) {
      line.outcome = HappeningLine.Outcome(kind: kind, answer: answer, reason: row.text(20))
    }
    return line
  }

  /// Adds the words of the first mention to lines that have none yet.
  private static func addWords(_ line: inout HappeningLine, _ connection: Connection)
    throws(SQLiteError)
  {
    let found = try connection.first(
      """
      SELECT m.words, w.words FROM happening_mentions m
      LEFT JOIN event_words w ON w.version = m.version AND w.event = m.event
        AND w.part = 'sentence' AND w.ordinal = 0
      WHERE m.happening = ?1 ORDER BY m.ordinal LIMIT 1
      """, [.int(line.id)]
    ) { row throws(SQLiteError) in (row.text(0), row.optionalText(1) ?? "") }
    if let found { (line.words, line.sentence) = found }
  }

  /// Adds the parties and the words to lines that have none yet.
  static func addParties(_ lines: inout [HappeningLine], _ connection: Connection)
    throws(SQLiteError)
  {
    for index in lines.indices {
      try addWords(&lines[index], connection)
      try connection.forEach(
        """
        SELECT side, name, actor, country, sector FROM happening_parties
        WHERE happening = ?1 ORDER BY side, ordinal
        """, [.int(lines[index].id)]
      ) { row throws(SQLiteError) in
        let party = HappeningLine.Party(
          name: row.text(1), actor: row.optionalInt(2), country: row.optionalText(3),
          sector: row.optionalText(4))
        if row.text(0) == "source" {
          lines[index].sources.append(party)
        } else {
          lines[index].targets.append(party)
        }
      }
    }
  }
}
