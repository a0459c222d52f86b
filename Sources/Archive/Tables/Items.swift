package import Records

/// An item of a version's record as the archive keeps it: what it is, and where its words are.
///
/// The archive knows no kinds; `json` is the business of whoever made the item.
package struct RecordItem: Sendable, Hashable {
  /// 0 for one not yet kept.
  package var id: Int
  /// "statement", "event", "time", ...
  package var kind: String
  package var json: String
  package var pointer: Pointer
  /// The rule that made it, and the version of the rules.
  package var rule: String
  package var rulebook: String

  package init(
    id: Int = 0, kind: String, json: String, pointer: Pointer, rule: String, rulebook: String
  ) {
    self.id = id
    self.kind = kind
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
      }
    }
  }

  /// The items of a version, in the order of the text.
  package func items(ofVersion version: Int) throws(ArchiveError) -> [RecordItem] {
    try access { connection throws(SQLiteError) in
      try connection.rows(
        """
        SELECT \(PointerColumns.sql("i")), i.id, i.kind, i.json, i.rule, i.rulebook
        FROM items i WHERE i.version = ?1 ORDER BY i.start, i.id
        """, [.int(version)]
      ) { row throws(SQLiteError) in
        guard let pointer = PointerColumns.pointer(row) else {
          throw .corrupt("item \(row.int(PointerColumns.count)) is malformed")
        }
        let first = PointerColumns.count
        return RecordItem(
          id: row.int(first), kind: row.text(first + 1), json: row.text(first + 2),
          pointer: pointer, rule: row.text(first + 3), rulebook: row.text(first + 4))
      }
    }
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
          start, "end", text_sha256, exact, prefix, suffix)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
        """,
        [
          .int(version), .text(item.kind), .text(item.json), .text(item.rule),
          .text(item.rulebook),
        ] + PointerColumns.bindings(item.pointer))
    }
  }
}
