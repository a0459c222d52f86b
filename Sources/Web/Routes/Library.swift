package import Archive
import Synchronization

/// The archive as the server's threads use it: a connection of its own for each answer that is
/// being made, opened when there is none to spare.
package final class Library: Sendable {
  package let path: String
  private let idle = Mutex<[Archive]>([])

  /// Opens the first connection, so that what is wrong with the archive is told before the server
  /// listens.
  package init(path: String) throws(ArchiveError) {
    self.path = path
    let first = try Archive.open(path: path, mode: .read)
    idle.withLock { $0.append(first) }
  }

  /// Runs `body` with a connection that nobody else uses meanwhile.
  func read<Value>(_ body: (Archive) throws -> Value) throws -> Value {
    let archive: Archive
    if let spare = idle.withLock({ $0.popLast() }) {
      archive = spare
    } else {
      archive = try Archive.open(path: path, mode: .read)
    }
    defer { idle.withLock { $0.append(archive) } }
    return try body(archive)
  }

  /// Runs `body` with a connection that may change the archive; for the user's word, which is rare.
  func write<Value>(_ body: (Archive) throws -> Value) throws -> Value {
    try body(try Archive.open(path: path, mode: .update))
  }
}
