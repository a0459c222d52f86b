import Exports
import FoundationEssentials

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Standard output and standard error of the program, and what is known of the terminal.
///
/// Results go to `write`, everything said about them to `report` and `warn`.
final class Console: Sendable {
  let isTerminal: Bool
  let errorIsTerminal: Bool
  /// Colour and weight may be used on standard output.
  let isStyled: Bool
  let isQuiet: Bool
  /// The verb, named in messages.
  let verb: String

  init(verb: String, quiet: Bool = false) {
    let environment = ProcessInfo.processInfo.environment
    isTerminal = isatty(1) == 1
    errorIsTerminal = isatty(2) == 1
    isStyled =
      isTerminal && environment["NO_COLOR"].map(\.isEmpty) ?? true && environment["TERM"] != "dumb"
    isQuiet = quiet
    self.verb = verb
  }

  /// Writes results. A closed pipe ends the program quietly, for it is the reader's right to stop
  /// reading; any other failure (a full disk) is an error.
  func write(_ bytes: [UInt8]) throws(CommandError) {
    guard let code = Console.writeAll(bytes, to: 1) else { return }
    if code == EPIPE { exit(0) }
    throw CommandError("standard output: " + Console.reason(code))
  }

  func write(_ text: String) throws(CommandError) { try write(Array(text.utf8)) }

  /// Says what was done; silent with `--quiet`.
  func report(_ message: String) {
    if !isQuiet { say(message) }
  }

  /// Names an input that failed, with the reason.
  func warn(_ message: String) { say("dateline: \(verb): \(message)") }

  private func say(_ message: String) {
    let line = (errorIsTerminal ? "\r\u{1B}[K" : "") + VisibleText.clean(message) + "\n"
    _ = Console.writeAll(Array(line.utf8), to: 2)
  }

  /// Puts a passing line on the terminal's last row; nothing in a pipe.
  func progress(_ line: String) {
    guard errorIsTerminal, !isQuiet else { return }
    _ = Console.writeAll(Array(("\r\u{1B}[K" + VisibleText.clean(line)).utf8), to: 2)
  }

  func endProgress() {
    guard errorIsTerminal, !isQuiet else { return }
    _ = Console.writeAll(Array("\r\u{1B}[K".utf8), to: 2)
  }

  /// `nil`, or the code of the failure.
  private static func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Int32? {
    bytes.withUnsafeBytes { buffer -> Int32? in
      var start = 0
      while start < buffer.count {
        let count = systemWrite(descriptor, buffer[start...])
        if count < 0 {
          if errno == EINTR || errno == EAGAIN { continue }
          return errno
        }
        start += count
      }
      return nil
    }
  }

  private static func systemWrite(_ descriptor: Int32, _ bytes: Slice<UnsafeRawBufferPointer>)
    -> Int
  {
    let rest = UnsafeRawBufferPointer(rebasing: bytes)
    #if canImport(Glibc)
      return Glibc.write(descriptor, rest.baseAddress, rest.count)
    #else
      return Darwin.write(descriptor, rest.baseAddress, rest.count)
    #endif
  }

  static func reason(_ code: Int32) -> String { String(cString: strerror(code)) }
}
