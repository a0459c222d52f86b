import Exports
import FoundationEssentials
import Ingest
import Language
import Pages
import Records

/// `dateline record PAGE...`: pages, or texts, to records.
enum RecordCommand {
  private static let format = Flag.format(["sheet", "json", "jsonl"])
  private static let manifest = Flag(
    long: "manifest", value: "FILE",
    help:
      "JSON Lines of {\"id\", \"text\" or \"file\", \"published\", \"url\"}; - is standard input")
  private static let published = Flag(
    long: "published", value: "DAY", help: "the day of publication, where the page does not say it")

  private static let again = Flag(
    long: "again", help: "record all of the archive anew, every version of each report")

  static let verb = Verb(
    name: "record", summary: "find who said and did what, when and where, each with its words",
    operands: "PAGE...",
    details: """
      A PAGE is a file of HTML or plain text, also packed as gzip (.gz), or - for standard input.
      Spans count Unicode scalars of the article's text; where a page was read, the JSON forms carry
      that text. With --url, or a manifest's "url", the outlet's country helps to place names.
      """,
    flags: [
      format, manifest, published, again, .archive, .model, .gazetteer, .url, .charset, .maxBytes,
      .jobs,
    ],
    examples: [
      .init("dateline record report.html", "a sheet to read"),
      .init("dateline record -f json --published 2025-01-13 report.txt", "all that was found"),
      .init("dateline record -f jsonl --manifest texts.jsonl > records.jsonl", "many texts"),
      .init("dateline record --again", "the archive, after the rules have changed"),
    ], run: run)

  /// A page or text to be recorded and how its output line is named.
  private struct Input: Sendable {
    var name: String
    var path: String?
    var text: String?
    var published: Timestamp?
    var problem: String?
    var options = ArticleReader.Options()
  }

  private struct Recorded: Sendable {
    var text: String
    var record: Record
  }

  private struct Outcome: Sendable {
    var input: Input
    var result: Result<Recorded, CommandError>
  }

  private static func run(_ arguments: Arguments, _ console: Console) async throws -> ExitStatus {
    if arguments.has(again) { return try await RecordAgain.run(arguments, console) }
    let inputs = try inputs(arguments)
    Interrupt.watch()
    let jobs = try arguments.number(.jobs) ?? ProcessInfo.processInfo.activeProcessorCount
    var progress = Progress(console: console, noun: "pages", total: inputs.count)
    var failed = 0
    let form = arguments.format(format)
    let isManifest = arguments.has(manifest)
    let recorder = try Recorder.located(
      PipelinePool.located(arguments.value(.model)), arguments, console)
    try await orderedMap(
      inputs, jobs: min(jobs, inputs.count), isCancelled: { Interrupt.isRequested },
      transform: { record($0, recorder) }
    ) { outcome in
      progress.advance()
      switch outcome.result {
      case .success(let recorded):
        try console.write(write(recorded, outcome.input, form, console))
      case .failure(let error) where isManifest && form == "jsonl":
        try console.write(errorLine(outcome.input, error))
      case .failure(let error):
        failed += 1
        console.warn("\(outcome.input.name): \(error)")
      }
    }
    progress.finish()
    return failed == 0 || isManifest ? .done : .someFailed
  }

  private static func inputs(_ arguments: Arguments) throws -> [Input] {
    let options = try arguments.readingOptions()
    let published = try day(arguments.value(published))
    if let path = arguments.value(manifest) {
      guard arguments.operands.isEmpty else {
        throw UsageError("give pages or --manifest, not both")
      }
      return try Arguments.entries(ofManifest: path).map { input($0, options, published) }
    }
    guard !arguments.operands.isEmpty else { throw UsageError("no page is named") }
    return arguments.operands.map {
      Input(name: $0, path: $0, published: published, options: options)
    }
  }

  private static func day(_ text: String?) throws -> Timestamp? {
    guard let text else { return nil }
    guard let stamp = Timestamp(leading: text) else {
      throw UsageError("--published takes a day as YYYY-MM-DD, not \(text)")
    }
    return stamp
  }

  private static func input(
    _ entry: ManifestEntry, _ options: ArticleReader.Options, _ published: Timestamp?
  ) -> Input {
    var options = options
    options.url = entry.url ?? options.url
    return Input(
      name: entry.id, path: entry.file, text: entry.text,
      published: entry.published.flatMap(Timestamp.init(leading:)) ?? published,
      problem: entry.problem, options: options)
  }

  private static func record(_ input: Input, _ recorder: Recorder) -> Outcome {
    do {
      return Outcome(input: input, result: .success(try recorded(input, recorder)))
    } catch {
      return Outcome(input: input, result: .failure(CommandError("\(error)")))
    }
  }

  private static func recorded(_ input: Input, _ recorder: Recorder) throws -> Recorded {
    if let problem = input.problem { throw CommandError(problem) }
    let address = input.options.url
    if let text = input.text {
      return Recorded(
        text: text, record: recorder.record(text, published: input.published, address: address))
    }
    let path = input.path ?? ""
    let limit = input.options.maximumBytes
    let bytes = try Arguments.pageBytes(of: path, limit: limit)
    let article = try ArticleReader.read(bytes, options: input.options)
    let text = ArticleText(article).text
    let day = ReportDay(of: article, text: text)
    var made = Recorded(
      text: text,
      record: recorder.record(
        text, published: input.published ?? day?.day, article: article, address: address))
    if input.published == nil {
      made.record.day?.place = (day?.field).flatMap { article.provenance[$0] }
    }
    return made
  }

  private static func write(
    _ recorded: Recorded, _ input: Input, _ form: String, _ console: Console
  ) -> [UInt8] {
    let isPage = input.text == nil
    switch form {
    case "jsonl":
      return RecordJSONL.line(
        id: input.name, recorded.record, text: recorded.text, withText: isPage)
    case "json":
      return RecordJSONL.pretty(
        id: input.name, recorded.record, text: recorded.text, withText: isPage)
    default:
      let sheet = RecordSheet.write(
        recorded.record, text: recorded.text, styled: console.isStyled)
      return Array(sheet.utf8)
    }
  }

  private static func errorLine(_ input: Input, _ error: CommandError) -> [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    json.member("id", input.name)
    json.member("error", error.description)
    json.endObject()
    json.newline()
    return json.bytes
  }
}
