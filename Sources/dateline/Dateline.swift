#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The program: finds the verb, runs it, turns what it throws into a message and an exit status.
@main
struct Dateline {
  static let version = "0.1.0"

  static func main() async {
    // A closed pipe is then an error of write(2), which Console knows what to do with.
    signal(SIGPIPE, SIG_IGN)
    exit(await run(Array(CommandLine.arguments.dropFirst())).rawValue)
  }

  private static func run(_ words: [String]) async -> ExitStatus {
    let console = Console(verb: words.first ?? "")
    do {
      guard let name = words.first else {
        try console.write(Help.program(Verbs.all, version: version))
        return .wrongUsage
      }
      switch name {
      case "-h", "--help":
        try console.write(Help.program(Verbs.all, version: version))
        return .done
      case "-V", "--version":
        try console.write("dateline \(version)\n")
        return .done
      default: return try await run(name, words.dropFirst())
      }
    } catch {
      console.warn("\(error)")
      return error is UsageError ? .wrongUsage : .someFailed
    }
  }

  private static func run(_ name: String, _ words: ArraySlice<String>) async throws -> ExitStatus {
    guard let verb = Verbs.all.first(where: { $0.name == name }) else {
      let near = suggestion(for: name, among: Verbs.all.map(\.name))
      throw UsageError(
        "there is no such verb" + (near.map { "; did you mean \($0)?" } ?? "; dateline --help"))
    }
    let arguments = try Arguments(words, flags: verb.allFlags)
    let console = Console(verb: name, quiet: arguments.has(.quiet))
    if arguments.has(.help) {
      try console.write(Help.verb(verb))
      return .done
    }
    return try await verb.run(arguments, console)
  }
}
