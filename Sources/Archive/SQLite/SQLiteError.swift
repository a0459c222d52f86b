internal import CSQLite

/// A failure that SQLite reports, with what it was asked.
///
/// Codes: <https://www.sqlite.org/rescode.html>.
struct SQLiteError: Error, Sendable, Hashable {
  /// The extended result code.
  var code: Int32
  /// SQLite's own words.
  var message: String
  var sql: String?

  /// The result code without its extension.
  var primaryCode: Int32 { code & 0xFF }
}

extension SQLiteError: CustomStringConvertible {
  var description: String {
    "SQLite error \(code): \(message)" + (sql.map { " in: \($0)" } ?? "")
  }
}

extension SQLiteError {
  /// The database is whole, what is in it is not: as bad as a damaged page.
  static func corrupt(_ what: String) -> SQLiteError {
    SQLiteError(code: SQLITE_CORRUPT, message: what)
  }
}
