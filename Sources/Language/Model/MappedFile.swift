#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A file's bytes, mapped into memory read-only.
///
/// Sendable without locks: nothing is ever written. Whoever cuts the file short while it is mapped
/// ends the program (SIGBUS); the installer therefore writes beside it and renames.
final class MappedFile: @unchecked Sendable {
  let bytes: UnsafeRawBufferPointer

  /// Throws the system's words.
  init(path: String) throws(ModelError) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw MappedFile.failure(path) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw MappedFile.failure(path) }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw ModelError(path: path, reason: .unreadable("it is no regular file"))
    }
    let count = Int(status.st_size)
    guard count > 0 else {
      self.bytes = UnsafeRawBufferPointer(start: nil, count: 0)
      return
    }
    guard let start = mmap(nil, count, PROT_READ, MAP_PRIVATE, descriptor, 0), start != MAP_FAILED
    else { throw MappedFile.failure(path) }
    self.bytes = UnsafeRawBufferPointer(start: start, count: count)
  }

  deinit {
    guard let start = bytes.baseAddress else { return }
    munmap(UnsafeMutableRawPointer(mutating: start), bytes.count)
  }

  private static func failure(_ path: String) -> ModelError {
    ModelError(path: path, reason: .unreadable(String(cString: strerror(errno))))
  }
}
