internal import CSQLite

/// A compiled statement: bound, stepped, its current row read, reset.
///
/// Belongs to one `Connection` and is used by nobody else.
final class Statement {
  private let handle: OpaquePointer
  let sql: String

  /// Tells SQLite to copy what is bound (SQLITE_TRANSIENT, a macro that Swift does not import).
  private static let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

  init(_ sql: String, on connection: OpaquePointer) throws(SQLiteError) {
    self.sql = sql
    var handle: OpaquePointer?
    let code = sqlite3_prepare_v3(
      connection, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &handle, nil)
    guard code == SQLITE_OK, let handle else {
      throw SQLiteError(
        code: sqlite3_extended_errcode(connection),
        message: String(cString: sqlite3_errmsg(connection)), sql: sql)
    }
    self.handle = handle
  }

  deinit { sqlite3_finalize(handle) }

  /// Binds `?1`, `?2`, ... in order; what is not given is null.
  func bind(_ values: [Binding]) throws(SQLiteError) {
    sqlite3_clear_bindings(handle)
    for (index, value) in values.enumerated() {
      let code = bind(value, at: Int32(index + 1))
      guard code == SQLITE_OK else { throw failure(code) }
    }
  }

  private func bind(_ value: Binding, at index: Int32) -> Int32 {
    switch value {
    case .null: return sqlite3_bind_null(handle, index)
    case .int(let value): return sqlite3_bind_int64(handle, index, Int64(value))
    case .real(let value): return sqlite3_bind_double(handle, index, value)
    case .text(var text):
      return text.withUTF8 { utf8 in
        // An empty string's buffer may have no address, which SQLite would take for null.
        guard let start = utf8.baseAddress else {
          return sqlite3_bind_text(handle, index, "", 0, nil)
        }
        return sqlite3_bind_text64(
          handle, index, UnsafeRawPointer(start).assumingMemoryBound(to: CChar.self),
          UInt64(utf8.count), Statement.transient, UInt8(SQLITE_UTF8))
      }
    case .blob(let bytes):
      return bytes.withUnsafeBytes { buffer in
        guard let start = buffer.baseAddress else { return sqlite3_bind_zeroblob(handle, index, 0) }
        return sqlite3_bind_blob64(
          handle, index, start, UInt64(buffer.count), Statement.transient)
      }
    }
  }

  /// Goes on to the next row; `false` at the end.
  func step() throws(SQLiteError) -> Bool {
    let code = sqlite3_step(handle)
    switch code {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    default: throw failure(code)
    }
  }

  func reset() { sqlite3_reset(handle) }

  private func failure(_ code: Int32) -> SQLiteError {
    let connection = sqlite3_db_handle(handle)
    return SQLiteError(
      code: connection.map(sqlite3_extended_errcode) ?? code,
      message: String(cString: sqlite3_errmsg(connection)), sql: sql)
  }
}

/// The columns of the current row, by their place in the SELECT.
extension Statement {
  func isNull(_ column: Int32) -> Bool { sqlite3_column_type(handle, column) == SQLITE_NULL }

  func int(_ column: Int32) -> Int { Int(sqlite3_column_int64(handle, column)) }

  func real(_ column: Int32) -> Double { sqlite3_column_double(handle, column) }

  func optionalInt(_ column: Int32) -> Int? { isNull(column) ? nil : int(column) }

  func text(_ column: Int32) -> String {
    guard let start = sqlite3_column_text(handle, column) else { return "" }
    let count = Int(sqlite3_column_bytes(handle, column))
    return String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  }

  func optionalText(_ column: Int32) -> String? { isNull(column) ? nil : text(column) }

  func blob(_ column: Int32) -> [UInt8] {
    guard let start = sqlite3_column_blob(handle, column) else { return [] }
    let count = Int(sqlite3_column_bytes(handle, column))
    return Array(UnsafeRawBufferPointer(start: start, count: count))
  }
}
