internal import CSQLite

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Opening an archive's file: made, recognised or refused, never changed before it is known to be
/// an archive.
enum ArchiveFile {
  static func open(_ path: String, mode: Archive.Mode) throws(ArchiveError) -> Connection {
    try check(path, mode: mode)
    let connection = try connect(path, mode: mode)
    let identity = try asking(path) { () throws(SQLiteError) in try Schema.Identity(of: connection)
    }
    try refuse(identity, path: path, mode: mode)
    try asking(path) { () throws(SQLiteError) in
      try connection.execute("PRAGMA foreign_keys = ON; PRAGMA synchronous = NORMAL")
      if mode != .read { try startWriteAheadLog(connection) }
      try Schema.migrate(connection)
      if mode == .read { try connection.execute("PRAGMA query_only = ON") }
    }
    return connection
  }

  private static func asking<Value>(
    _ path: String, _ body: () throws(SQLiteError) -> Value
  ) throws(ArchiveError) -> Value {
    do throws(SQLiteError) { return try body() } catch { throw ArchiveError(error, path: path) }
  }

  // MARK: - The file

  private static func check(_ path: String, mode: Archive.Mode) throws(ArchiveError) {
    guard !path.isEmpty, !path.utf8.contains(0) else {
      throw .cannotOpen(path: path, reason: "this is no file name")
    }
    var status = stat()
    guard stat(path, &status) == 0 else {
      guard errno == ENOENT else { throw .cannotOpen(path: path, reason: reason(errno)) }
      guard mode == .write else { throw .missing(path: path) }
      return try makeFolder(of: path)
    }
    if status.st_mode & S_IFMT == S_IFDIR {
      throw .cannotOpen(path: path, reason: "this is a folder")
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw .cannotOpen(path: path, reason: "this is no regular file")
    }
  }

  /// Makes the folder the archive will stand in, with those above it.
  private static func makeFolder(of path: String) throws(ArchiveError) {
    let parts = path.split(separator: "/", omittingEmptySubsequences: true).dropLast()
    var folder = path.hasPrefix("/") ? "" : "."
    for part in parts {
      folder += "/" + part
      guard mkdir(folder, 0o777) != 0, errno != EEXIST else { continue }
      let code = errno
      // Some file systems answer with another error for a folder that is there.
      guard access(folder, F_OK) != 0 else { continue }
      throw .cannotOpen(path: path, reason: "its folder cannot be made: " + reason(code))
    }
  }

  private static func reason(_ code: Int32) -> String { String(cString: strerror(code)) }

  // MARK: - The connection

  private static func connect(_ path: String, mode: Archive.Mode) throws(ArchiveError) -> Connection
  {
    // A leading colon would mean a database in memory.
    let file = path.hasPrefix(":") ? "./" + path : path
    let flags = mode == .write ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE : SQLITE_OPEN_READWRITE
    do throws(SQLiteError) {
      return try harden(try Connection(path: file, flags: flags))
    } catch {
      guard mode == .read, error.primaryCode == SQLITE_CANTOPEN, !hasLog(file) else {
        throw ArchiveError(error, path: path)
      }
    }
    // A medium that cannot be written has no room for the log's index either
    // (https://www.sqlite.org/wal.html, "Read-Only Databases").
    return try asking(path) { () throws(SQLiteError) in
      try harden(
        try Connection(
          path: "file:" + percentEncoded(file) + "?immutable=1",
          flags: SQLITE_OPEN_READONLY | SQLITE_OPEN_URI))
    }
  }

  /// Takes the file for possibly hostile (https://www.sqlite.org/security.html) and touches it once.
  private static func harden(_ connection: Connection) throws(SQLiteError) -> Connection {
    try connection.execute("PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON")
    _ = try connection.int("SELECT count(*) FROM sqlite_schema")
    return connection
  }

  /// Whether there is a write-ahead log with something in it.
  private static func hasLog(_ path: String) -> Bool {
    var status = stat()
    return stat(path + "-wal", &status) == 0 && status.st_size > 0
  }

  private static func percentEncoded(_ path: String) -> String {
    path.utf8.reduce(into: "") { out, byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "/"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."),
        UInt8(ascii: "-"), UInt8(ascii: "_"):
        out.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let hex = String(byte, radix: 16)
        out += (hex.utf8.count == 1 ? "%0" : "%") + hex
      }
    }
  }

  /// Two programs that open a new archive at once may both want to turn the log on; SQLite then
  /// says "busy" without waiting.
  private static func startWriteAheadLog(_ connection: Connection) throws(SQLiteError) {
    for attempt in 1... {
      do throws(SQLiteError) {
        return try connection.run("PRAGMA journal_mode = WAL")
      } catch {
        guard error.primaryCode == SQLITE_BUSY, attempt < 500 else { throw error }
        usleep(20_000)
      }
    }
  }

  // MARK: - Refusal

  private static func refuse(_ identity: Schema.Identity, path: String, mode: Archive.Mode)
    throws(ArchiveError)
  {
    if identity.isEmpty {
      guard mode == .write else { throw .missing(path: path) }
      return
    }
    guard identity.applicationID == Schema.applicationID else {
      throw .foreign(path: path, reason: "it is a database of another program")
    }
    guard identity.version <= Schema.version else {
      throw .newer(path: path, version: identity.version, known: Schema.version)
    }
  }
}
