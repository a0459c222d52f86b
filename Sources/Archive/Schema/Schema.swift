/// The archive's schema: numbered migrations, never edited once released (docs/archive.md).
enum Schema {
  /// "DLne" in the file's header (https://www.sqlite.org/pragma.html#pragma_application_id).
  static let applicationID = 0x444C_6E65

  /// In order; the schema's version is how many have been carried out.
  static let migrations: [String] = [Migration1.sql, Migration2.sql, Migration3.sql]

  static var version: Int { migrations.count }

  /// What a database file says of itself.
  struct Identity {
    var applicationID: Int
    /// Number of migrations carried out (`user_version`).
    var version: Int
    /// Tables, indexes and the like.
    var objects: Int

    init(of connection: Connection) throws(SQLiteError) {
      applicationID = try connection.int("PRAGMA application_id")
      version = try connection.int("PRAGMA user_version")
      objects = try connection.int("SELECT count(*) FROM sqlite_schema")
    }

    /// A new file, of nobody yet.
    var isEmpty: Bool { applicationID == 0 && version == 0 && objects == 0 }
  }

  /// Carries out what is missing, all in one transaction.
  static func migrate(
    _ connection: Connection, migrations: [String] = Schema.migrations
  ) throws(SQLiteError) {
    guard try connection.int("PRAGMA user_version") < migrations.count else { return }
    try connection.transaction { () throws(SQLiteError) in
      // Another program may have done it while this one waited for the lock.
      let done = try connection.int("PRAGMA user_version")
      guard done < migrations.count else { return }
      for migration in migrations[done...] { try connection.execute(migration) }
      try connection.execute(
        "PRAGMA application_id = \(applicationID); PRAGMA user_version = \(migrations.count)")
    }
  }
}
