internal import Records

/// `pages`: the bytes as fetched, each once, compressed, named by their hash.
enum PageTable {
  static func id(of draft: VersionDraft, _ connection: Connection) throws(SQLiteError) -> Int {
    let known = try connection.first(
      "SELECT id FROM pages WHERE sha256 = ?1", [.blob(draft.sha256.bytes)]
    ) { row throws(SQLiteError) in row.int(0) }
    if let known { return known }
    try connection.run(
      "INSERT INTO pages (sha256, size, bytes) VALUES (?1, ?2, ?3)",
      [.blob(draft.sha256.bytes), .int(draft.size), .blob(draft.frame)])
    return connection.lastInsertedID
  }
}

extension Archive {
  /// The bytes of a version's page as they were fetched; `nil` where there is no such version or
  /// its frame is damaged.
  package func bytes(ofVersion id: Int) throws(ArchiveError) -> [UInt8]? {
    try access { connection throws(SQLiteError) in
      try connection.first(
        "SELECT p.bytes, p.size FROM versions v JOIN pages p ON p.id = v.page WHERE v.id = ?1",
        [.int(id)]
      ) { row throws(SQLiteError) in Zstandard.decompress(row.blob(0), size: row.int(1)) } ?? nil
    }
  }
}
