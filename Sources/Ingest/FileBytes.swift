#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Why a file cannot be had.
package enum FileError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The system's own words.
  case system(String)
  case isFolder
  case tooLarge(bytes: Int, limit: Int)

  package var description: String {
    switch self {
    case .system(let reason): reason
    case .isFolder: "this is a folder"
    case .tooLarge(let bytes, let limit):
      "it has \(bytes) bytes, more than the limit of \(limit) (--max-bytes sets it)"
    }
  }
}

/// The bytes of files and of standard input, never more than a limit.
package enum FileBytes {
  package static func read(_ path: String, limit: Int) throws(FileError) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .system(reason(errno)) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .system(reason(errno)) }
    guard status.st_mode & S_IFMT != S_IFDIR else { throw .isFolder }
    let size = status.st_mode & S_IFMT == S_IFREG ? Int(status.st_size) : 0
    guard size <= limit else { throw .tooLarge(bytes: size, limit: limit) }
    return try readAll(descriptor, expecting: size, limit: limit)
  }

  /// A page's own bytes, also of a file packed as gzip (".gz"); the limit holds for both.
  package static func readPage(_ path: String, limit: Int) throws -> [UInt8] {
    let bytes = try read(path, limit: limit)
    return path.lowercased().hasSuffix(".gz") ? try Inflate.gzip(bytes, limit: limit) : bytes
  }

  package static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  package static func readStandardInput(limit: Int) throws(FileError) -> [UInt8] {
    try readAll(0, expecting: 0, limit: limit)
  }

  /// One allocation where the size is known; a pipe or a growing file takes more.
  private static func readAll(_ descriptor: Int32, expecting size: Int, limit: Int)
    throws(FileError) -> [UInt8]
  {
    var bytes: [UInt8] = []
    var chunk = max(size + 1, 1 << 16)
    while true {
      let before = bytes.count
      let more = [UInt8](unsafeUninitializedCapacity: chunk) { buffer, count in
        count = fill(descriptor, UnsafeMutableRawBufferPointer(buffer))
      }
      let failure = more.isEmpty ? errno : 0
      if before == 0 { bytes = more } else { bytes.append(contentsOf: more) }
      guard bytes.count <= limit else { throw .tooLarge(bytes: bytes.count, limit: limit) }
      if more.count < chunk {
        if more.isEmpty, failure != 0 { throw .system(reason(failure)) }
        return bytes
      }
      chunk = min(max(bytes.count, 1 << 16), 1 << 24)
    }
  }

  /// Reads until the buffer is full or the file ends; sets `errno` to the failure, or to 0.
  private static func fill(_ descriptor: Int32, _ buffer: UnsafeMutableRawBufferPointer) -> Int {
    var count = 0
    errno = 0
    while count < buffer.count {
      let got = systemRead(descriptor, UnsafeMutableRawBufferPointer(rebasing: buffer[count...]))
      if got < 0, errno == EINTR { continue }
      if got <= 0 { break }
      count += got
    }
    return count
  }

  private static func systemRead(_ descriptor: Int32, _ buffer: UnsafeMutableRawBufferPointer)
    -> Int
  {
    #if canImport(Glibc)
      return Glibc.read(descriptor, buffer.baseAddress, buffer.count)
    #else
      return Darwin.read(descriptor, buffer.baseAddress, buffer.count)
    #endif
  }

  private static func reason(_ code: Int32) -> String { String(cString: strerror(code)) }
}
