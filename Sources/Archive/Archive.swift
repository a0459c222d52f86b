internal import Synchronization

/// The archive: reports with their versions in one SQLite file, searchable, checkable.
///
/// The face of this target. One value is one connection; it may be used from any thread, one use at
/// a time. Many readers and one writer work side by side on connections of their own (WAL). The
/// questions and the writes stand with their tables, in `Tables/` and `Search/`.
package final class Archive: Sendable {
  package enum Mode: Sendable, Hashable {
    /// The file must be there; nothing is changed but an older schema brought up to date.
    case read
    /// The file must be there; it may be changed.
    case update
    /// Made where it is missing, with its folder.
    case write
  }

  package let path: String
  private let connection: Mutex<Connection>

  /// Opens the archive at `path`; its schema is brought up to date, anything but an archive is
  /// refused and left as it is.
  package static func open(path: String, mode: Mode) throws(ArchiveError) -> Archive {
    Archive(path: path, connection: try ArchiveFile.open(path, mode: mode))
  }

  private init(path: String, connection: sending Connection) {
    self.path = path
    self.connection = Mutex(connection)
  }

  /// Runs `body` with the connection to itself.
  func access<Value: Sendable>(
    _ body: (Connection) throws(SQLiteError) -> Value
  ) throws(ArchiveError) -> Value {
    do throws(SQLiteError) {
      return try connection.withLock { connection throws(SQLiteError) in try body(connection) }
    } catch {
      throw ArchiveError(error, path: path)
    }
  }

  /// The same for questions that belong together: all see one state of the archive.
  func read<Value: Sendable>(
    _ body: (Connection) throws(SQLiteError) -> Value
  ) throws(ArchiveError) -> Value {
    try access { connection throws(SQLiteError) in
      try connection.snapshot { () throws(SQLiteError) in try body(connection) }
    }
  }
}
