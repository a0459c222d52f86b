#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A manifest's entries, read line by line as they are asked for, so that a manifest of any size
/// takes the memory of its longest line.
package final class ManifestLines: Sequence, IteratorProtocol {
  private let descriptor: Int32
  private let isOwned: Bool
  private var buffer: [UInt8] = []
  private var start = 0
  private var searched = 0
  private var number = 0
  private var isAtEnd = false

  /// `-` is standard input.
  package init(path: String) throws(FileError) {
    isOwned = path != "-"
    descriptor = isOwned ? open(path, O_RDONLY | O_CLOEXEC) : 0
    guard descriptor >= 0 else { throw .system(String(cString: strerror(errno))) }
  }

  deinit {
    if isOwned { close(descriptor) }
  }

  package func next() -> ManifestEntry? {
    while let line = line() {
      number += 1
      if let entry = Manifest.entry(line, number: number) { return entry }
    }
    return nil
  }

  private func line() -> [UInt8]? {
    while true {
      if let end = buffer[searched...].firstIndex(of: 0x0A) {
        defer {
          start = end + 1
          searched = start
        }
        return Array(buffer[start..<end])
      }
      searched = buffer.count
      if isAtEnd {
        guard start < buffer.count else { return nil }
        defer { start = buffer.count }
        return Array(buffer[start...])
      }
      fill()
    }
  }

  private func fill() {
    buffer.removeSubrange(..<start)
    searched -= start
    start = 0
    let more = [UInt8](unsafeUninitializedCapacity: 1 << 16) { bytes, count in
      var got = -1
      repeat {
        got = read(descriptor, bytes.baseAddress, bytes.count)
      } while got < 0 && errno == EINTR
      count = Swift.max(got, 0)
    }
    isAtEnd = more.isEmpty
    buffer += more
  }
}
