import Archive
import FoundationEssentials
import Ingest
import Language
import Records

/// `dateline record --again`: the records of the archive anew, for rules that have changed.
enum RecordAgain {
  private struct Outcome: Sendable {
    var id: Int
    var items: Result<[RecordItem], CommandError>
  }

  static func run(_ arguments: Arguments, _ console: Console) async throws -> ExitStatus {
    guard arguments.operands.isEmpty else {
      throw UsageError("--again records the archive; name no page beside it")
    }
    var recorder = try Recorder.located(
      PipelinePool.located(arguments.value(.model)), arguments, console)
    let archive = try arguments.archive(.update)
    try recorder.learn(from: archive)
    let ids = try archive.versionIDs(all: true)
    let jobs = try arguments.number(.jobs) ?? ProcessInfo.processInfo.activeProcessorCount
    var progress = Progress(console: console, noun: "versions", total: ids.count)
    var failed = 0
    var items = 0
    try await orderedMap(
      ids, jobs: max(1, min(jobs, ids.count)), isCancelled: { Interrupt.isRequested },
      transform: { [recorder] in Outcome(id: $0, items: record($0, of: archive, recorder)) }
    ) { outcome in
      progress.advance()
      switch outcome.items {
      case .success(let found):
        try archive.setItems(found, ofVersion: outcome.id)
        items += found.count
      case .failure(let error):
        failed += 1
        console.warn("version \(outcome.id): \(error)")
      }
    }
    progress.finish()
    try archive.refreshHappenings()
    console.report("\(progress.done - failed) versions recorded, \(items) items")
    return failed == 0 && progress.done == ids.count ? .done : .someFailed
  }

  private static func record(_ id: Int, of archive: Archive, _ recorder: Recorder)
    -> Result<[RecordItem], CommandError>
  {
    do throws(ArchiveError) {
      guard let version = try archive.version(id: id) else {
        return .failure(CommandError("the archive has lost it; dateline verify tells more"))
      }
      return .success(
        recorder.items(
          of: version.article, text: version.text, hash: version.info.textHash,
          address: version.info.source, report: version.info.report))
    } catch {
      return .failure(CommandError(error.description))
    }
  }
}
