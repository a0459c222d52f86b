internal import CSQLite

/// A connection to a database file; the only place where one is opened, closed and asked.
///
/// Not `Sendable`: whoever shares one guards it (`Archive` does).
final class Connection {
  private let handle: OpaquePointer
  /// Statements are compiled once: the archive asks few questions many times.
  private var statements: [String: Statement] = [:]

  /// Milliseconds that a statement waits for another writer's transaction. Transactions of the
  /// archive take milliseconds; a minute is for a machine that is short of everything.
  static let busyTimeout: Int32 = 60_000

  init(path: String, flags: Int32) throws(SQLiteError) {
    var handle: OpaquePointer?
    let code = sqlite3_open_v2(path, &handle, flags | SQLITE_OPEN_NOMUTEX, nil)
    guard let handle else { throw SQLiteError(code: code, message: "out of memory") }
    guard code == SQLITE_OK else {
      let error = SQLiteError(
        code: sqlite3_extended_errcode(handle), message: String(cString: sqlite3_errmsg(handle)))
      sqlite3_close_v2(handle)
      throw error
    }
    self.handle = handle
    sqlite3_extended_result_codes(handle, 1)
    sqlite3_busy_timeout(handle, Connection.busyTimeout)
  }

  deinit {
    statements.removeAll()
    sqlite3_close_v2(handle)
  }

  /// Runs statements that give no rows and take no values.
  func execute(_ sql: String) throws(SQLiteError) {
    guard sqlite3_exec(handle, sql, nil, nil, nil) == SQLITE_OK else {
      throw SQLiteError(
        code: sqlite3_extended_errcode(handle), message: String(cString: sqlite3_errmsg(handle)),
        sql: sql)
    }
  }

  /// Runs one statement to its end.
  func run(_ sql: String, _ values: [Binding] = []) throws(SQLiteError) {
    try forEach(sql, values) { _ throws(SQLiteError) in }
  }

  /// All rows, each read by `read`.
  func rows<Value>(
    _ sql: String, _ values: [Binding] = [],
    _ read: (Statement) throws(SQLiteError) -> Value
  ) throws(SQLiteError) -> [Value] {
    var out: [Value] = []
    try forEach(sql, values) { row throws(SQLiteError) in out.append(try read(row)) }
    return out
  }

  /// The first row; `nil` where there is none.
  func first<Value>(
    _ sql: String, _ values: [Binding] = [],
    _ read: (Statement) throws(SQLiteError) -> Value
  ) throws(SQLiteError) -> Value? {
    let statement = try statement(sql)
    defer { statement.reset() }
    try statement.bind(values)
    return try statement.step() ? read(statement) : nil
  }

  /// The first column of the first row as a whole number; 0 where there is none.
  func int(_ sql: String, _ values: [Binding] = []) throws(SQLiteError) -> Int {
    try first(sql, values) { row in row.int(0) } ?? 0
  }

  /// Row after row, without keeping them.
  func forEach(
    _ sql: String, _ values: [Binding] = [],
    _ body: (Statement) throws(SQLiteError) -> Void
  ) throws(SQLiteError) {
    let statement = try statement(sql)
    defer { statement.reset() }
    try statement.bind(values)
    while try statement.step() { try body(statement) }
  }

  var lastInsertedID: Int { Int(sqlite3_last_insert_rowid(handle)) }

  /// All or nothing. The write lock is taken at once (BEGIN IMMEDIATE), so that waiting for another
  /// writer happens here and never half way.
  func transaction<Value>(_ body: () throws(SQLiteError) -> Value) throws(SQLiteError) -> Value {
    try execute("BEGIN IMMEDIATE")
    do throws(SQLiteError) {
      let value = try body()
      try execute("COMMIT")
      return value
    } catch {
      // Some failures (a full disk) have rolled back already; then this is an error of no account.
      try? execute("ROLLBACK")
      throw error
    }
  }

  /// The same state of the archive for several questions.
  func snapshot<Value>(_ body: () throws(SQLiteError) -> Value) throws(SQLiteError) -> Value {
    try execute("BEGIN")
    defer { try? execute("COMMIT") }
    return try body()
  }

  /// Searches are put together, so the number of different statements has no other bound.
  private static let maximumStatements = 256

  /// The compiled statement. A row's reader must not ask the same SQL again.
  private func statement(_ sql: String) throws(SQLiteError) -> Statement {
    if let known = statements[sql] { return known }
    if statements.count >= Connection.maximumStatements { statements.removeAll() }
    let new = try Statement(sql, on: handle)
    statements[sql] = new
    return new
  }
}
