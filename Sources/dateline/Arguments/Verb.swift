/// A verb of the program: what it is called, takes and does.
struct Verb: Sendable {
  struct Example: Sendable {
    let command: String
    let says: String

    init(_ command: String, _ says: String) {
      self.command = command
      self.says = says
    }
  }

  let name: String
  /// One line, lower case, no full stop.
  let summary: String
  /// What stands behind the flags in the usage line ("PAGE..."); empty for nothing.
  var operands = ""
  /// Further sentences for the help.
  var details = ""
  var flags: [Flag] = []
  let examples: [Example]
  let run: @Sendable (Arguments, Console) async throws -> ExitStatus

  var allFlags: [Flag] { flags + [.quiet, .help] }
}

/// How the program ends (product.md, "Habits").
enum ExitStatus: Int32, Sendable {
  case done = 0
  /// Some inputs failed; each was named with its reason, the rest is done.
  case someFailed = 1
  case wrongUsage = 2
}

/// A command line that cannot be carried out as it stands.
struct UsageError: Error, Sendable, Hashable, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}

/// A failure of the whole command: its input cannot be had, its output cannot be written.
struct CommandError: Error, Sendable, Hashable, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}
