/// A flag of the command line: one small value that parsing, help, completions and the manual are
/// all made from (the manner of ripgrep's `flags/defs.rs`).
struct Flag: Sendable {
  /// Without the dashes.
  let long: String
  var short: Character?
  /// The name of its value in the help; `nil` for a switch.
  var value: String?
  /// What the value may be, where that is a short list.
  var choices: [String] = []
  /// One sentence, no full stop.
  let help: String
  /// May be given more than once.
  var repeats = false

  static let help = Flag(long: "help", short: "h", help: "show this help")
  static let quiet = Flag(long: "quiet", short: "q", help: "no progress, no summary; errors only")
  static let archive = Flag(
    long: "archive", value: "PATH",
    help: "the archive's file (else DATELINE_ARCHIVE, else the XDG data folder)")
  static let manifest = Flag(
    long: "manifest", value: "FILE",
    help: "JSON Lines of {\"id\", \"file\", \"url\"}, one page a line; - is standard input")
  static let model = Flag(
    long: "model", value: "FILE",
    help: "the language model (else DATELINE_MODEL, else beside the program, else the data folder)")
  static let gazetteer = Flag(
    long: "gazetteer", value: "FILE",
    help:
      "the gazetteer (else DATELINE_GAZETTEER, else beside the program, else the data folder)")
  static let jobs = Flag(
    long: "jobs", short: "j", value: "N", help: "documents at a time (else one a core)")
  static let url = Flag(long: "url", value: "ADDRESS", help: "the page's address")
  static let charset = Flag(
    long: "charset", value: "NAME", help: "the charset the server named, where it did")
  static let maxBytes = Flag(
    long: "max-bytes", value: "N", help: "largest page that is read (else 33554432, 32 MiB)")

  /// `--format`, with the verb's own formats; the first is the default.
  static func format(_ choices: [String]) -> Flag {
    Flag(
      long: "format", short: "f", value: "FORMAT", choices: choices,
      help: "\(choices.joined(separator: ", ")); the first is the default")
  }
}
