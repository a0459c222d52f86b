internal import Records

extension Archive {
  /// Checks everything that can be checked: the database's own structure, every hash, every
  /// pointer, and that the search index has just the words of the articles.
  ///
  /// Needs an archive opened for writing (`.update`), for SQLite checks an index by a command.
  /// Throws only where the archive cannot be asked at all; damage is a fault and the rest is checked.
  package func verify() throws(ArchiveError) -> Verification {
    try access { connection throws(SQLiteError) in
      var verifier = Verifier(connection: connection)
      return verifier.run()
    }
  }
}

/// One run over an archive.
struct Verifier {
  let connection: Connection
  private var result = Verification()

  init(connection: Connection) { self.connection = connection }

  /// Each check stands alone: what one cannot read, another may.
  mutating func run() -> Verification {
    let checks: [(String, (inout Verifier) throws(SQLiteError) -> Void)] = [
      ("database", { verifier throws(SQLiteError) in try verifier.checkStructure() }),
      ("references", { verifier throws(SQLiteError) in try verifier.checkReferences() }),
      ("pages", { verifier throws(SQLiteError) in try verifier.checkPages() }),
      ("articles", { verifier throws(SQLiteError) in try verifier.checkArticles() }),
      ("reports", { verifier throws(SQLiteError) in try verifier.checkReports() }),
      ("items", { verifier throws(SQLiteError) in try verifier.checkItems() }),
      ("record", { verifier throws(SQLiteError) in try verifier.checkRecordIndex() }),
      ("corrections", { verifier throws(SQLiteError) in try verifier.checkCorrections() }),
      ("happenings", { verifier throws(SQLiteError) in try verifier.checkHappenings() }),
      ("search index", { verifier throws(SQLiteError) in try verifier.checkSearchIndex() }),
    ]
    for (subject, check) in checks {
      do throws(SQLiteError) { try check(&self) } catch { result.fault(subject, error.message) }
    }
    return result
  }

  /// https://www.sqlite.org/pragma.html#pragma_integrity_check
  private mutating func checkStructure() throws(SQLiteError) {
    let lines = try connection.rows("PRAGMA integrity_check") { row throws(SQLiteError) in
      row.text(0)
    }
    for line in lines where line != "ok" { result.fault("database", line) }
  }

  private mutating func checkReferences() throws(SQLiteError) {
    try connection.forEach("PRAGMA foreign_key_check") { row throws(SQLiteError) in
      result.fault(row.text(0), "row \(row.int(1)) refers to a missing row of \(row.text(2))")
    }
  }

  private mutating func checkPages() throws(SQLiteError) {
    try connection.forEach("SELECT id, sha256, size, bytes FROM pages ORDER BY id") {
      row throws(SQLiteError) in
      result.pages += 1
      guard let bytes = Zstandard.decompress(row.blob(3), size: row.int(2)) else {
        return result.fault("page \(row.int(0))", "its bytes cannot be unpacked")
      }
      if Digest(of: bytes).bytes != row.blob(1) {
        result.fault("page \(row.int(0))", "its bytes do not have the hash they were kept under")
      }
    }
  }

  private mutating func checkArticles() throws(SQLiteError) {
    try connection.forEach("SELECT version, text_sha256, text, json FROM articles") {
      row throws(SQLiteError) in
      result.texts += 1
      let subject = "version \(row.int(0))"
      if Digest(of: row.text(2)).bytes != row.blob(1) {
        result.fault(subject, "its text does not have the hash it was kept under")
      }
      if (try? ArticleTable.article(row.text(3))) == nil {
        result.fault(subject, "its article cannot be read")
      }
    }
  }

  private mutating func checkReports() throws(SQLiteError) {
    let rules = [
      (
        "report", "its latest version is not the last one",
        """
        SELECT r.id FROM reports r WHERE r.latest IS NOT
        (SELECT id FROM versions v WHERE v.report = r.id ORDER BY number DESC LIMIT 1)
        """
      ),
      (
        "report", "it has no version",
        "SELECT id FROM reports WHERE id NOT IN (SELECT report FROM versions)"
      ),
      (
        "version", "it has no article",
        "SELECT id FROM versions WHERE id NOT IN (SELECT version FROM articles)"
      ),
      (
        "version", "it has no text to be searched",
        "SELECT version FROM articles WHERE version NOT IN (SELECT version FROM search_texts)"
      ),
      (
        "page", "no version uses it",
        "SELECT id FROM pages WHERE id NOT IN (SELECT page FROM versions)"
      ),
    ]
    for (noun, reason, sql) in rules {
      try connection.forEach(sql) { row throws(SQLiteError) in
        result.fault("\(noun) \(row.int(0))", reason)
      }
    }
  }

  /// The tables made from the items name items that are there.
  private mutating func checkRecordIndex() throws(SQLiteError) {
    let tables = [
      ("appearances", "number", ItemKind.actor), ("offices", "number", .actor),
      ("statements", "number", .statement), ("events", "number", .event),
      ("parties", "event", .event), ("places", "number", .place),
    ]
    for (table, number, kind) in tables {
      try connection.forEach(
        """
        SELECT DISTINCT t.version FROM \(table) t WHERE NOT EXISTS (
          SELECT 1 FROM items i
          WHERE i.version = t.version AND i.kind = ?1 AND i.number = t.\(number))
        """, [.text(kind.rawValue)]
      ) { row throws(SQLiteError) in
        result.fault("version \(row.int(0))", "\(table) has a row without its \(kind.rawValue)")
      }
    }
  }

  private mutating func checkItems() throws(SQLiteError) {
    try connection.forEach(
      """
      SELECT \(PointerColumns.sql("i")), i.id, a.text, a.text_sha256
      FROM items i JOIN articles a ON a.version = i.version ORDER BY i.version
      """
    ) { row throws(SQLiteError) in check(row, "item") }
  }

  /// A correction points into the version it was made on, which is known by its text's hash.
  private mutating func checkCorrections() throws(SQLiteError) {
    try connection.forEach(
      """
      SELECT \(PointerColumns.sql("c")), c.id, a.text, a.text_sha256
      FROM corrections c LEFT JOIN articles a ON a.version =
        (SELECT v.id FROM versions v JOIN articles b ON b.version = v.id
         WHERE v.report = c.report AND b.text_sha256 = c.text_sha256 LIMIT 1)
      """
    ) { row throws(SQLiteError) in check(row, "correction") }
  }

  /// Every event is in a happening, unless the record has changed since they were made; each says
  /// how many mentions it has; and the user's decisions point to words that are there.
  private mutating func checkHappenings() throws(SQLiteError) {
    let questions = [
      (
        "event of version", "no happening has it",
        """
        SELECT e.version FROM reports r JOIN events e ON e.version = r.latest, happening_state s
        WHERE s.stale = 0 AND NOT EXISTS (
          SELECT 1 FROM happening_mentions m WHERE m.version = e.version AND m.event = e.number)
        """
      ),
      (
        "happening", "it does not have as many mentions as it says",
        """
        SELECT h.id FROM happenings h WHERE h.mentions <>
          (SELECT count(*) FROM happening_mentions m WHERE m.happening = h.id)
        """
      ),
    ]
    for (noun, reason, sql) in questions {
      try connection.forEach(sql) { row throws(SQLiteError) in
        result.fault("\(noun) \(row.int(0))", reason)
      }
    }
    try connection.forEach(
      """
      SELECT \(PointerColumns.sql("d")), d.decision, a.text, a.text_sha256
      FROM decided_mentions d LEFT JOIN articles a ON a.version =
        (SELECT v.id FROM versions v JOIN articles b ON b.version = v.id
         WHERE v.report = d.report AND b.text_sha256 = d.text_sha256 LIMIT 1)
      """
    ) { row throws(SQLiteError) in check(row, "decision on a happening") }
  }

  private mutating func check(_ row: Statement, _ noun: String) {
    result.pointers += 1
    let first = PointerColumns.count
    let subject = "\(noun) \(row.int(first))"
    guard let pointer = PointerColumns.pointer(row), let hash = Digest(bytes: row.blob(first + 2))
    else { return result.fault(subject, "the text it points into is not there") }
    switch pointer.resolve(in: row.text(first + 1), hash: hash) {
    case .inPlace: break
    case .moved: result.fault(subject, "it points into another text than its version's")
    case .lost(let loss):
      result.fault(subject, "its words are not at their place (\(loss.rawValue))")
    }
  }

  /// https://www.sqlite.org/fts5.html#the_integrity_check_command; rank 1 compares with the texts.
  private mutating func checkSearchIndex() throws(SQLiteError) {
    try connection.run(
      "INSERT INTO search_index (search_index, rank) VALUES ('integrity-check', 1)")
  }
}
