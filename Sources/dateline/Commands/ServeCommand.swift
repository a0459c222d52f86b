import Archive
import FoundationEssentials
import Web

/// `dateline serve`: the reader, on this machine.
enum ServeCommand {
  /// A port that no well-known service has.
  private static let defaultPort = 8642

  /// Between two looks at whether a signal has come: short to a person, nothing to the machine.
  private static let pause = Duration.milliseconds(100)

  private static let port = Flag(
    long: "port", value: "N", help: "the port (else \(defaultPort)); 0 takes a free one")
  private static let listen = Flag(
    long: "listen", value: "ADDRESS",
    help: "the IP address to listen on (else 127.0.0.1, which only this machine reaches)")

  static let verb = Verb(
    name: "serve", summary: "show the archive in a browser",
    details: """
      Prints the address to open and serves until Ctrl-C. Nobody is asked who they are: whoever
      reaches ADDRESS reads the archive.
      """,
    flags: [.archive, port, listen],
    examples: [
      .init("dateline serve", "the reader at http://127.0.0.1:\(defaultPort)/"),
      .init("dateline serve --archive ferry.sqlite --port 0", "another archive, a free port"),
    ], run: run)

  private static func run(_ arguments: Arguments, _ console: Console) async throws -> ExitStatus {
    guard arguments.operands.isEmpty else { throw UsageError("serve takes no operand") }
    let endpoint = try endpoint(arguments)
    let library = try Library(path: path(arguments))
    let reader = Reader(library, isLoopback: endpoint.isLoopback)
    Interrupt.watch()
    let server = try Server(endpoint, handler: reader.answer)
    try console.write(server.url + "\n")
    if !endpoint.isLoopback {
      console.warn("whoever reaches \(endpoint.address) can read this archive")
    }
    console.report("Serving \(library.path); Ctrl-C stops.")
    while !Interrupt.isRequested { try await Task.sleep(for: pause) }
    server.stop()
    return .done
  }

  private static func endpoint(_ arguments: Arguments) throws -> Endpoint {
    do {
      return try Endpoint(
        address: arguments.value(listen) ?? "127.0.0.1",
        port: try arguments.number(port, minimum: 0) ?? defaultPort)
    } catch let error as ServerError {
      throw UsageError(error.description)
    }
  }

  private static func path(_ arguments: Arguments) throws -> String {
    let path = ArchiveLocation.path(
      named: arguments.value(.archive), environment: ProcessInfo.processInfo.environment)
    guard let path else {
      throw UsageError("name the archive with --archive; neither DATELINE_ARCHIVE nor HOME is set")
    }
    return path
  }
}
