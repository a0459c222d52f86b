internal import CSQLite

/// What went wrong with an archive, with what a person needs to act.
package enum ArchiveError: Error, Sendable, Hashable {
  /// There is no file of that name.
  case missing(path: String)
  /// The file, or the folder it would be in, cannot be opened or made.
  case cannotOpen(path: String, reason: String)
  /// A file of somebody else: no database, or another program's.
  case foreign(path: String, reason: String)
  /// Made by a later Dateline, in a form this one does not know.
  case newer(path: String, version: Int, known: Int)
  /// Cannot be written: the file, its folder or its disk is read-only.
  case readOnly(path: String)
  case diskFull(path: String)
  /// Another program held the archive for longer than a minute.
  case busy(path: String)
  case corrupt(path: String, detail: String)
  /// Any other failure of SQLite.
  case failed(path: String, detail: String)
  /// A page too large to keep.
  case tooLarge(bytes: Int)
}

extension ArchiveError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .missing(let path):
      "\(path): there is no archive here yet; `dateline add` makes one"
    case .cannotOpen(let path, let reason): "\(path): the archive cannot be opened: \(reason)"
    case .foreign(let path, let reason): "\(path): this is no archive of Dateline: \(reason)"
    case .newer(let path, let version, let known):
      "\(path): the archive was written by a newer Dateline (schema \(version), this program knows"
        + " \(known)); nothing was changed"
    case .readOnly(let path): "\(path): the archive cannot be written"
    case .diskFull(let path):
      "\(path): the disk is full; what was added before is kept, the same command goes on later"
    case .busy(let path): "\(path): another program keeps the archive locked"
    case .corrupt(let path, let detail):
      "\(path): the archive is damaged (\(detail)); `dateline verify` tells more"
    case .failed(let path, let detail): "\(path): \(detail)"
    case .tooLarge(let bytes): "a page of \(bytes) bytes is too large to be kept"
    }
  }

  /// Whether every further input would fail alike.
  package var endsRun: Bool {
    if case .tooLarge = self { return false }
    return true
  }
}

extension ArchiveError {
  /// What a failure of SQLite means for the archive at `path`.
  init(_ error: SQLiteError, path: String) {
    switch error.primaryCode {
    case SQLITE_NOTADB: self = .foreign(path: path, reason: "the file is no SQLite database")
    case SQLITE_CORRUPT: self = .corrupt(path: path, detail: error.message)
    case SQLITE_FULL: self = .diskFull(path: path)
    case SQLITE_READONLY: self = .readOnly(path: path)
    case SQLITE_BUSY, SQLITE_LOCKED: self = .busy(path: path)
    case SQLITE_CANTOPEN, SQLITE_PERM, SQLITE_AUTH:
      self = .cannotOpen(path: path, reason: error.message)
    case SQLITE_TOOBIG: self = .failed(path: path, detail: "a text or page is too large to be kept")
    default: self = .failed(path: path, detail: error.description)
    }
  }
}
