package import Records

/// Items of a kind, and what the user said of them: the share of rejected and corrected ones among
/// the judged is the rules' error rate, as far as the user has looked.
package struct JudgedCount: Sendable, Hashable {
  package var kind: String
  /// Of the latest versions.
  package var items: Int
  package var confirmed: Int
  package var rejected: Int
  package var corrected: Int

  package init(kind: String, items: Int, confirmed: Int, rejected: Int, corrected: Int) {
    self.kind = kind
    self.items = items
    self.confirmed = confirmed
    self.rejected = rejected
    self.corrected = corrected
  }
}

/// Why the user's word cannot be kept.
package enum CorrectionError: Error, Sendable, Hashable, CustomStringConvertible {
  case noSuchItem
  /// What the user wants is no item of that kind.
  case notAnItem

  package var description: String {
    switch self {
    case .noSuchItem: "the archive has no such item; it may have been recorded again"
    case .notAnItem: "the corrected item is not one of its kind"
    }
  }
}

extension Archive {
  /// Keeps the user's word on an item of a version, in the place of an earlier one.
  ///
  /// - json: the item as the user wants it, for `.corrected`.
  package func judge(
    version: Int, kind: String, number: Int, _ verdict: Verdict, json: String? = nil,
    at time: UnixTime
  ) throws -> Correction {
    let result = try access { connection throws(SQLiteError) in
      try connection.transaction { () throws(SQLiteError) -> Result<Correction, CorrectionError> in
        try CorrectionTable.judge(
          version: version, kind: kind, number: number, verdict, json, time, connection)
      }
    }
    return try result.get()
  }

  /// Takes the user's word back; the item is again what the rules say.
  package func withdraw(correction id: Int, at time: UnixTime) throws(ArchiveError) {
    try access { connection throws(SQLiteError) in
      try connection.transaction { () throws(SQLiteError) in
        try connection.run(
          "UPDATE corrections SET withdrawn = ?2 WHERE id = ?1 AND withdrawn IS NULL",
          [.int(id), .int(time.seconds)])
        let report = try connection.int("SELECT report FROM corrections WHERE id = ?1", [.int(id)])
        try RecordIndex.rebuild(report: report, connection)
      }
    }
  }

  /// What the user said and has not taken back, the latest first.
  package func corrections(limit: Int, offset: Int = 0) throws(ArchiveError) -> [Correction] {
    try access { connection throws(SQLiteError) in
      try connection.rows(
        """
        SELECT \(CorrectionTable.columns) FROM corrections c WHERE c.withdrawn IS NULL
        ORDER BY c.id DESC LIMIT ?1 OFFSET ?2
        """, [.int(limit), .int(offset)], CorrectionTable.correction)
    }
  }

  package func correctionCounts() throws(ArchiveError) -> [JudgedCount] {
    try read { connection throws(SQLiteError) in
      var counts = try connection.rows(
        """
        SELECT i.kind, count(*) FROM reports r JOIN items i ON i.version = r.latest
        GROUP BY i.kind ORDER BY i.kind
        """
      ) { row throws(SQLiteError) in
        JudgedCount(
          kind: row.text(0), items: row.int(1), confirmed: 0, rejected: 0, corrected: 0)
      }
      try connection.forEach(
        """
        SELECT kind, verdict, count(*) FROM corrections WHERE withdrawn IS NULL
        GROUP BY kind, verdict
        """
      ) { row throws(SQLiteError) in
        let kind = row.text(0)
        if !counts.contains(where: { $0.kind == kind }) {
          counts.append(
            JudgedCount(kind: kind, items: 0, confirmed: 0, rejected: 0, corrected: 0))
        }
        guard let place = counts.firstIndex(where: { $0.kind == kind }) else { return }
        switch Verdict(rawValue: row.text(1)) {
        case .confirmed: counts[place].confirmed = row.int(2)
        case .rejected: counts[place].rejected = row.int(2)
        case .corrected: counts[place].corrected = row.int(2)
        case nil: break
        }
      }
      return counts
    }
  }
}

/// `corrections`: the user's word, never rewritten by the rules.
enum CorrectionTable {
  static let columns =
    PointerColumns.sql("c")
      + """
      , c.id, c.report, c.kind, c.verdict, c.json, c.judged, c.rule, c.rulebook, c.made, c.withdrawn
      """

  static func correction(_ row: Statement) throws(SQLiteError) -> Correction {
    let first = PointerColumns.count
    guard let pointer = PointerColumns.pointer(row),
      let verdict = Verdict(rawValue: row.text(first + 3))
    else { throw .corrupt("correction \(row.int(first)) is malformed") }
    return Correction(
      id: row.int(first), report: row.int(first + 1), kind: row.text(first + 2), verdict: verdict,
      json: row.optionalText(first + 4), judged: row.optionalText(first + 5), pointer: pointer,
      rule: row.optionalText(first + 6), rulebook: row.optionalText(first + 7),
      made: UnixTime(seconds: row.int(first + 8)),
      withdrawn: row.optionalInt(first + 9).map { UnixTime(seconds: $0) })
  }

  /// What stands of what was said of a version's report.
  static func standing(ofVersion version: Int, _ connection: Connection) throws(SQLiteError)
    -> [Correction]
  {
    try connection.rows(
      """
      SELECT \(columns) FROM versions v JOIN corrections c ON c.report = v.report
      WHERE v.id = ?1 AND c.withdrawn IS NULL ORDER BY c.id
      """, [.int(version)], correction)
  }

  static func judge(
    version: Int, kind: String, number: Int, _ verdict: Verdict, _ json: String?, _ time: UnixTime,
    _ connection: Connection
  ) throws(SQLiteError) -> Result<Correction, CorrectionError> {
    let items = try ItemTable.judged(version, connection)
    guard
      let found = items.first(where: { $0.item.kind == kind && $0.item.number == number }),
      let report = try connection.first(
        "SELECT report FROM versions WHERE id = ?1", [.int(version)],
        { row throws(SQLiteError) in row.int(0) })
    else { return .failure(.noSuchItem) }
    let names = RecordIndex.actorNames(items.map(\.item))
    let read = try original(found, connection)
    guard verdict != .corrected || json.map({ RecordIndex.isItem($0, kind: kind) }) ?? false,
      let judged = JSONValue(text: read)
    else { return .failure(.notAnItem) }
    let wanted = verdict == .corrected ? json.flatMap(JSONValue.init(text:)) : nil
    var correction = Correction(
      report: report, kind: kind, verdict: verdict,
      json: wanted.map { ItemKind(kind).naming($0, names).compact },
      judged: ItemKind(kind).naming(judged, names).compact, pointer: found.item.pointer,
      rule: found.item.rule, rulebook: found.item.rulebook, made: time)
    if let earlier = found.correction {
      try connection.run(
        "UPDATE corrections SET withdrawn = ?2 WHERE id = ?1", [.int(earlier), .int(time.seconds)])
    }
    try insert(correction, connection)
    correction.id = connection.lastInsertedID
    try RecordIndex.rebuild(report: report, connection)
    return .success(correction)
  }

  /// The item as the rules made it, also where the user has corrected it before.
  private static func original(_ found: JudgedItem, _ connection: Connection) throws(SQLiteError)
    -> String
  {
    try ItemTable.item(found.item.id, connection)?.json ?? found.item.json
  }

  private static func insert(_ correction: Correction, _ connection: Connection)
    throws(SQLiteError)
  {
    try connection.run(
      """
      INSERT INTO corrections (report, kind, verdict, json, judged, rule, rulebook, made,
        start, "end", text_sha256, exact, prefix, suffix)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)
      """,
      [
        .int(correction.report), .text(correction.kind), .text(correction.verdict.rawValue),
        .text(optional: correction.json), .text(optional: correction.judged),
        .text(optional: correction.rule), .text(optional: correction.rulebook),
        .int(correction.made.seconds),
      ] + PointerColumns.bindings(correction.pointer))
  }
}
