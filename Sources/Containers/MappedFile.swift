#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A file's bytes, mapped into memory read-only.
///
/// Sendable without locks: nothing is ever written. Whoever cuts the file short while it is mapped
/// ends the program (SIGBUS); the installers therefore write beside it and rename.
package final class MappedFile: @unchecked Sendable {
  package let bytes: UnsafeRawBufferPointer

  /// Throws the system's words.
  package init(path: String) throws(ContainerFault) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw MappedFile.failure() }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw MappedFile.failure() }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw .unreadable("it is no regular file")
    }
    let count = Int(status.st_size)
    guard count > 0 else {
      self.bytes = UnsafeRawBufferPointer(start: nil, count: 0)
      return
    }
    guard let start = mmap(nil, count, PROT_READ, MAP_PRIVATE, descriptor, 0), start != MAP_FAILED
    else { throw MappedFile.failure() }
    self.bytes = UnsafeRawBufferPointer(start: start, count: count)
  }

  deinit {
    guard let start = bytes.baseAddress else { return }
    munmap(UnsafeMutableRawPointer(mutating: start), bytes.count)
  }

  private static func failure() -> ContainerFault { .unreadable(String(cString: strerror(errno))) }

  /// Writes beside the file and renames, so that no reader ever sees half of it.
  package static func write(_ bytes: [UInt8], to path: String) throws(ContainerFault) {
    let temporary = path + ".new"
    guard let stream = fopen(temporary, "w") else { throw failure() }
    let written = fwrite(bytes, 1, bytes.count, stream)
    guard fclose(stream) == 0, written == bytes.count, rename(temporary, path) == 0 else {
      throw failure()
    }
  }
}
