import Archive
import Exports

/// `dateline verify`: is the archive what it was?
enum VerifyCommand {
  static let verb = Verb(
    name: "verify", summary: "check every page, text, pointer and index of the archive",
    details: """
      Each fault is a line of standard output; the exit status is 1 where there is one. Checked are
      the database's own structure and references, the SHA-256 of every page and text, that every
      pointer's words stand at their place, and the search index against the texts.
      """,
    flags: [.archive],
    examples: [.init("dateline verify", "nothing to see where all is well")], run: run)

  private static func run(_ arguments: Arguments, _ console: Console) async throws -> ExitStatus {
    guard arguments.operands.isEmpty else { throw UsageError("verify takes no report") }
    let result = try arguments.archive(.update).verify()
    for fault in result.faults { try console.write(VisibleText.clean(fault.description) + "\n") }
    console.report(
      "checked \(result.pages) pages, \(result.texts) texts, \(result.pointers) pointers and the"
        + " search index: " + (result.faults.isEmpty ? "no fault" : "\(result.faults.count) faults")
    )
    return result.faults.isEmpty ? .done : .someFailed
  }
}
