import Exports
import FoundationEssentials
import Ingest
import Pages
import Records

/// `dateline read PAGE...`: pages to articles.
enum ReadCommand {
  private static let format = Flag.format(["markdown", "json", "jsonl", "text", "html"])

  static let verb = Verb(
    name: "read", summary: "find the article in a page", operands: "PAGE...",
    details: """
      A PAGE is a file of HTML (bytes as served, any encoding) or of plain text, also packed as
      gzip (.gz), or - for standard input; which of the two is told by its content.
      """,
    flags: [format, .manifest, .url, .charset, .maxBytes, .jobs],
    examples: [
      .init("dateline read report.html", "the article as Markdown"),
      .init("dateline read -f json --url https://post.example/a report.html", "all that was found"),
      .init("dateline read -f jsonl --manifest pages.jsonl > articles.jsonl", "many pages"),
    ], run: run)

  /// A page to be read and how its output line is named.
  private struct Input: Sendable {
    var name: String
    var id: String?
    var path: String
    var problem: String?
    var options: ArticleReader.Options
  }

  private struct Outcome: Sendable {
    var input: Input
    var article: Result<Article, CommandError>
  }

  private static func run(_ arguments: Arguments, _ console: Console) async throws -> ExitStatus {
    let inputs = try inputs(arguments)
    let jobs = try arguments.number(.jobs) ?? ProcessInfo.processInfo.activeProcessorCount
    var progress = Progress(console: console, noun: "pages", total: inputs.count)
    var failed = 0
    let form = arguments.format(format)
    let isManifest = arguments.has(.manifest)
    try await orderedMap(inputs, jobs: min(jobs, inputs.count), transform: read) { outcome in
      progress.advance()
      switch outcome.article {
      case .success(let article): try console.write(write(article, outcome.input, form, console))
      case .failure(let error):
        // With a manifest the line of output says it; the exit status stays 0.
        if isManifest, form == "jsonl" {
          try console.write(errorLine(outcome.input, error))
        } else {
          failed += 1
          console.warn("\(outcome.input.name): \(error)")
        }
      }
    }
    progress.finish()
    return failed == 0 || isManifest ? .done : .someFailed
  }

  private static func inputs(_ arguments: Arguments) throws -> [Input] {
    let options = try arguments.readingOptions()
    if let manifest = arguments.value(.manifest) {
      guard arguments.operands.isEmpty else {
        throw UsageError("give pages or --manifest, not both")
      }
      return try Arguments.entries(ofManifest: manifest).map { entry in
        var options = options
        options.url = entry.url ?? options.url
        let path = entry.file ?? ""
        return Input(
          name: entry.id, id: entry.id, path: path,
          problem: entry.problem ?? (entry.file == nil ? "the line names no file" : nil),
          options: options)
      }
    }
    guard !arguments.operands.isEmpty else { throw UsageError("no page is named") }
    return arguments.operands.map { path in
      Input(name: path, id: path, path: path, problem: nil, options: options)
    }
  }

  private static func read(_ input: Input) -> Outcome {
    do {
      if let problem = input.problem { throw CommandError(problem) }
      let limit = input.options.maximumBytes
      let bytes = try Arguments.pageBytes(of: input.path, limit: limit)
      let article = try ArticleReader.read(bytes, options: input.options)
      return Outcome(input: input, article: .success(article))
    } catch {
      return Outcome(input: input, article: .failure(CommandError("\(error)")))
    }
  }

  private static func write(
    _ article: Article, _ input: Input, _ form: String, _ console: Console
  ) -> [UInt8] {
    switch form {
    case "jsonl": ArticleJSONL.line(id: input.id, article)
    case "json": ArticleJSONL.pretty(id: input.id, article)
    case "text": Array(ArticlePlainText.write(article).utf8)
    case "html": Array(ArticleHTML.write(article).utf8)
    default: Array(ArticleMarkdown.write(article, styled: console.isStyled).utf8)
    }
  }

  private static func errorLine(_ input: Input, _ error: CommandError) -> [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    json.member("id", optional: input.id)
    json.member("error", error.description)
    json.endObject()
    json.newline()
    return json.bytes
  }
}
