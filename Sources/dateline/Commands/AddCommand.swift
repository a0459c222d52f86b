import Archive
import FoundationEssentials
import Ingest
import Language
import Pages
import Records

/// `dateline add SOURCE...`: pages into the archive.
enum AddCommand {
  private static let noRecord = Flag(
    long: "no-record",
    help: "make no record, which takes most of the time (`record --again` makes it later)")

  static let verb = Verb(
    name: "add", summary: "read and record pages and keep them in the archive",
    operands: "SOURCE...",
    details: """
      A SOURCE is a file, a folder (all .html, .htm, .xhtml and .txt below it, also with .gz) or -
      for standard input. A page that is in the archive already changes nothing; a changed page
      becomes a new version of its report, which is known by the address given, else by the address
      the page gives for itself, else by the file's path. Each page is kept whole or not at all: a
      run that was cut off is taken up by the same command. The record is made of pages in English;
      where the language model is not installed, pages are kept without it.
      """,
    flags: [
      .archive, .manifest, noRecord, .model, .gazetteer, .url, .charset, .maxBytes, .jobs,
    ],
    examples: [
      .init("dateline add Samples", "all pages in a folder"),
      .init("dateline add --url https://post.example/a report.html", "one page, with its address"),
      .init("dateline add --manifest pages.jsonl", "many pages with their addresses"),
      .init("dateline add --no-record Samples", "the pages first, their record later"),
    ], run: run)

  /// What became of the sources.
  private struct Tally {
    var added = 0
    var versions = 0
    var unchanged = 0
    var failed = 0

    mutating func count(_ addition: Addition) {
      switch addition {
      case .newReport: added += 1
      case .newVersion: versions += 1
      case .unchanged: unchanged += 1
      }
    }

    var sentence: String {
      "\(added) added, \(versions) new \(versions == 1 ? "version" : "versions"), "
        + "\(unchanged) unchanged, \(failed) failed"
    }
  }

  private static func run(_ arguments: Arguments, _ console: Console) async throws -> ExitStatus {
    let sources = try sources(arguments)
    var options = try options(arguments)
    options.recorder = try recorder(arguments, console)
    let archive = try arguments.archive(.write)
    try options.recorder?.learn(from: archive)
    var tally = Tally()
    var progress = Progress(console: console, noun: "pages", total: sources.count)
    Interrupt.watch()
    do {
      try await Ingest(into: archive, options: options).run(
        sources, isCancelled: { Interrupt.isRequested }
      ) { source, outcome in
        progress.advance()
        switch outcome {
        case .added(let addition): tally.count(addition)
        case .failed(let reason):
          tally.failed += 1
          console.warn("\(source.name): \(reason)")
        }
      }
    } catch {
      progress.finish()
      console.report(tally.sentence)
      throw error
    }
    progress.finish()
    try archive.refreshHappenings()
    console.report(tally.sentence)
    guard progress.done == sources.count else {
      console.warn("stopped; the same command goes on with the rest")
      return .someFailed
    }
    return tally.failed == 0 ? .done : .someFailed
  }

  /// A model that was named must be there; without the usual one the pages are kept all the same,
  /// for they may be gone tomorrow, and the record can be made at any time.
  private static func recorder(_ arguments: Arguments, _ console: Console) throws -> Recorder? {
    guard !arguments.has(noRecord) else { return nil }
    let pipelines: PipelinePool
    do throws(ModelError) {
      pipelines = try PipelinePool.located(arguments.value(.model))
    } catch {
      guard case .missing = error.reason, arguments.value(.model) == nil else { throw error }
      console.warn(
        "\(error); pages are kept without their record (`dateline record --again` makes it later)")
      return nil
    }
    return try Recorder.located(pipelines, arguments, console)
  }

  private static func options(_ arguments: Arguments) throws -> Ingest.Options {
    var options = Ingest.Options(
      reader: "dateline " + Dateline.version,
      fetched: UnixTime(seconds: Int(Date().timeIntervalSince1970)))
    options.jobs =
      try arguments.number(.jobs) ?? ProcessInfo.processInfo.activeProcessorCount
    options.reading.charset = arguments.value(.charset)
    if let limit = try arguments.number(.maxBytes) { options.reading.maximumBytes = limit }
    return options
  }

  private static func sources(_ arguments: Arguments) throws -> [PageSource] {
    let url = arguments.value(.url)
    if let url, ReportAddress(url) == nil {
      throw UsageError("--url takes an http or https address, not \"\(url)\"")
    }
    if let manifest = arguments.value(.manifest) {
      guard arguments.operands.isEmpty, url == nil else {
        throw UsageError("--manifest names the pages and their addresses; give nothing beside it")
      }
      return try entries(manifest)
    }
    guard !arguments.operands.isEmpty else { throw UsageError("no source is named") }
    let sources = PageSource.named(arguments.operands, url: url)
    guard url == nil || sources.count == 1 else {
      throw UsageError("--url is the address of one page; \(sources.count) are named")
    }
    return sources
  }

  private static func entries(_ path: String) throws -> [PageSource] {
    do throws(FileError) {
      let limit = Manifest.maximumBytes
      let bytes =
        path == "-"
        ? try FileBytes.readStandardInput(limit: limit) : try FileBytes.read(path, limit: limit)
      let folder = path == "-" ? "" : path.deletingLastComponent
      return PageSource.entries(Manifest.entries(bytes), folder: folder)
    } catch {
      throw CommandError("\(path): \(error)")
    }
  }
}

extension String {
  /// The folder of a path; empty for a bare name.
  fileprivate var deletingLastComponent: String {
    guard let slash = lastIndex(of: "/") else { return "" }
    return slash == startIndex ? "/" : String(self[..<slash])
  }
}
