#if canImport(Glibc)
  import Glibc
  private let read_ = Glibc.read
  private let write_ = Glibc.write
#else
  import Darwin
  private let read_ = Darwin.read
  private let write_ = Darwin.write
#endif

/// Whole reads and writes on the file descriptors of standard input and output, and of files.
enum StandardStreams {
  /// Reads exactly `count` bytes, or `nil` at the end of the input.
  static func read(_ count: Int, from descriptor: Int32 = 0) -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: count)
    var done = 0
    while done < count {
      let got = bytes.withUnsafeMutableBytes { buffer in
        readSome(descriptor, buffer, done)
      }
      guard got > 0 else { return nil }
      done += got
    }
    return bytes
  }

  /// A line without its end, or `nil` at the end of the input.
  static func readNumber() -> Int? {
    var digits: [UInt8] = []
    while let byte = read(1)?.first {
      if byte == 0x0A { return Int(String(decoding: digits, as: UTF8.self)) }
      digits.append(byte)
    }
    return nil
  }

  static func write(_ bytes: [UInt8]) {
    var done = 0
    while done < bytes.count {
      let put = bytes.withUnsafeBytes { writeSome(1, $0, done) }
      guard put > 0 else { return }
      done += put
    }
  }

  /// The bytes of a file; `nil` where it cannot be read.
  static func contents(of path: String) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    let size = lseek(descriptor, 0, SEEK_END)
    guard size >= 0, lseek(descriptor, 0, SEEK_SET) == 0 else { return nil }
    return read(Int(size), from: descriptor)
  }

  /// Processor time of this process so far, which other work on the machine does not change much.
  static func processorSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  private static func readSome(
    _ descriptor: Int32, _ buffer: UnsafeMutableRawBufferPointer, _ offset: Int
  ) -> Int {
    let rest = UnsafeMutableRawBufferPointer(rebasing: buffer[offset...])
    return read_(descriptor, rest.baseAddress, rest.count)
  }

  private static func writeSome(
    _ descriptor: Int32, _ buffer: UnsafeRawBufferPointer, _ offset: Int
  ) -> Int {
    let rest = UnsafeRawBufferPointer(rebasing: buffer[offset...])
    return write_(descriptor, rest.baseAddress, rest.count)
  }
}
