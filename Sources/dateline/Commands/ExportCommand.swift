import Archive
import Exports
import Records

/// `dateline export`: the archive for other programs.
enum ExportCommand {
  private static let format = Flag.format(["jsonl"])
  private static let allVersions = Flag(
    long: "all-versions", help: "every version of each report, not only the latest")

  static let verb = Verb(
    name: "export", summary: "write the reports of the archive to standard output",
    details: """
      jsonl: one report a line, in the order they were added, with what is known of its page, the
      article's fields as read gives them, and the text that pointers refer to (docs/archive.md).
      """,
    flags: [.archive, format, allVersions],
    examples: [
      .init("dateline export > reports.jsonl", "the latest version of each report"),
      .init("dateline export --all-versions | gzip > versions.jsonl.gz", "everything"),
    ], run: run)

  private static func run(_ arguments: Arguments, _ console: Console) async throws -> ExitStatus {
    guard arguments.operands.isEmpty else {
      throw UsageError("export takes no report; show -f jsonl writes single ones")
    }
    let archive = try arguments.archive(.read)
    let ids = try archive.versionIDs(all: arguments.has(allVersions))
    var progress = Progress(console: console, noun: "reports", total: ids.count)
    var failed = 0
    Interrupt.watch()
    for id in ids where !Interrupt.isRequested {
      switch version(id, of: archive) {
      case .success(let version): try console.write(VersionJSON.line(version))
      case .failure(let error):
        failed += 1
        console.warn("version \(id): \(error)")
      }
      progress.advance()
    }
    progress.finish()
    console.report("\(progress.done - failed) written" + (failed > 0 ? ", \(failed) failed" : ""))
    return failed == 0 && progress.done == ids.count ? .done : .someFailed
  }

  private static func version(_ id: Int, of archive: Archive) -> Result<Version, CommandError> {
    do throws(ArchiveError) {
      guard let version = try archive.version(id: id) else {
        return .failure(CommandError("the archive has lost it; dateline verify tells more"))
      }
      return .success(version)
    } catch {
      return .failure(CommandError(error.description))
    }
  }
}
