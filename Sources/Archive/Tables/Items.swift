package import Records

/// An item of a version's record as the archive keeps it: what it is, and where its words are.
package struct RecordItem: Sendable, Hashable {
  /// 0 for one not yet kept.
  package var id: Int
  /// "statement", "event", "time", ... (`ItemKind`).
  package var kind: String
  /// Its place among the items of its kind, by which other items of the record refer to it.
  package var number: Int
  /// As `Records` writes it; spans count Unicode scalars of the text.
  package var json: String
  package var pointer: Pointer
  /// The rule that made it, and the version of the rules.
  package var rule: String
  package var rulebook: String

  /// The rule of items that the rules no longer find and the user's word keeps.
  package static let userRule = "user"

  package init(
    id: Int = 0, kind: String, number: Int = 0, json: String, pointer: Pointer, rule: String,
    rulebook: String
  ) {
    self.id = id
    self.kind = kind
    self.number = number
    self.json = json
    self.pointer = pointer
    self.rule = rule
    self.rulebook = rulebook
  }
}

extension Archive {
  /// Puts the items of a version in the place of those it had. What users said of them stays, for
  /// corrections are a layer of their own.
  package func setItems(_ items: [RecordItem], ofVersion version: Int) throws(ArchiveError) {
    try access { connection throws(SQLiteError) in
      try connection.transaction { () throws(SQLiteError) in
        try connection.run("DELETE FROM items WHERE version = ?1", [.int(version)])
        try ItemTable.insert(items, version: version, connection)
        try RecordIndex.rebuild(version: version, connection)
      }
    }
  }

  /// The items of a version as the rules made them, in the order of the text.
  package func items(ofVersion version: Int) throws(ArchiveError) -> [RecordItem] {
    try access { connection throws(SQLiteError) in try ItemTable.items(version, connection) }
  }

  /// The items of a version with what the user said of them, in the order of the text.
  package func judgedItems(ofVersion version: Int) throws(ArchiveError) -> [JudgedItem] {
    try read { connection throws(SQLiteError) in try ItemTable.judged(version, connection) }
  }
}

/// `items`: what a version's record holds, each with its pointer.
enum ItemTable {
  static func insert(_ items: [RecordItem], version: Int, _ connection: Connection)
    throws(SQLiteError)
  {
    for item in items {
      try connection.run(
        """
        INSERT INTO items (version, kind, json, rule, rulebook,
          start, "end", text_sha256, exact, prefix, suffix, number)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)
        """,
        [
          .int(version), .text(item.kind), .text(item.json), .text(item.rule),
          .text(item.rulebook),
        ] + PointerColumns.bindings(item.pointer) + [.int(item.number)])
    }
  }

  static func items(_ version: Int, _ connection: Connection) throws(SQLiteError) -> [RecordItem] {
    try connection.rows(
      "SELECT \(columns) FROM items i WHERE i.version = ?1 ORDER BY i.start, i.id",
      [.int(version)], item)
  }

  static func item(_ id: Int, _ connection: Connection) throws(SQLiteError) -> RecordItem? {
    try connection.first("SELECT \(columns) FROM items i WHERE i.id = ?1", [.int(id)], item)
  }

  /// With the user's corrections of the report.
  static func judged(_ version: Int, _ connection: Connection) throws(SQLiteError) -> [JudgedItem] {
    let items = try items(version, connection)
    let corrections = try CorrectionTable.standing(ofVersion: version, connection)
    guard !corrections.isEmpty else { return items.map(JudgedItem.init) }
    let judging = try connection.first(
      "SELECT text, text_sha256 FROM articles WHERE version = ?1", [.int(version)]
    ) { row throws(SQLiteError) in
      Digest(bytes: row.blob(1)).map { Judging(text: row.text(0), hash: $0) }
    }
    guard let judging, let judging else { return items.map(JudgedItem.init) }
    return judging.judge(items, corrections)
  }

  private static let columns =
    PointerColumns.sql("i") + ", i.id, i.kind, i.number, i.json, i.rule, i.rulebook"

  private static func item(_ row: Statement) throws(SQLiteError) -> RecordItem {
    let first = PointerColumns.count
    guard let pointer = PointerColumns.pointer(row) else {
      throw .corrupt("item \(row.int(first)) is malformed")
    }
    return RecordItem(
      id: row.int(first), kind: row.text(first + 1), number: row.int(first + 2),
      json: row.text(first + 3), pointer: pointer, rule: row.text(first + 4),
      rulebook: row.text(first + 5))
  }
}
