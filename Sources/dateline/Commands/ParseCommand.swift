import Exports
import FoundationEssentials
import Ingest
import Language
import Records

/// `dateline parse TEXT|FILE|-`: text to tokens, relations and names.
enum ParseCommand {
  private static let format = Flag.format(["tree", "conllu", "jsonl"])
  private static let model = Flag(
    long: "model", value: "FILE",
    help: "the language model (else DATELINE_MODEL, else beside the program, else the data folder)")
  private static let manifest = Flag(
    long: "manifest", value: "FILE",
    help:
      "JSON Lines of {\"id\", \"text\"} or {\"id\", \"file\"}, one text a line; - is standard input"
  )
  private static let checkModel = Flag(
    long: "check-model", help: "say whether the language model is whole, and parse nothing")

  static let verb = Verb(
    name: "parse", summary: "take English text apart: words, relations, names",
    operands: "TEXT|FILE|-",
    details: """
      An operand that names a file is read, - is standard input, anything else is the text itself.
      A text is taken as it stands, white space included.
      """,
    flags: [format, manifest, model, checkModel, .jobs],
    examples: [
      .init("dateline parse 'The ministers met in Oslo.'", "a tree"),
      .init("dateline parse -f conllu speech.txt", "CoNLL-U"),
      .init("dateline parse -f jsonl --manifest texts.jsonl > parses.jsonl", "many texts"),
    ], run: run)

  private static func run(_ arguments: Arguments, _ console: Console) async throws -> ExitStatus {
    let path = try ModelLocation.find(
      given: arguments.value(model), environment: ProcessInfo.processInfo.environment,
      program: ModelLocation.runningProgram)
    let language = try LanguageModel(path: path)
    if arguments.has(checkModel) {
      try console.write("\(path): \(language.name), whole\n")
      return .done
    }
    Interrupt.watch()
    let jobs = try arguments.number(.jobs) ?? ProcessInfo.processInfo.activeProcessorCount
    let writer = ParseWriter(
      form: arguments.format(format), labels: language.labels, isStyled: console.isStyled)
    let run = ParseRun(
      pool: PipelinePool(model: language), writer: writer, console: console, jobs: jobs)
    if let path = arguments.value(manifest) {
      guard arguments.operands.isEmpty else {
        throw UsageError("give texts or --manifest, not both")
      }
      return try await run.manifest(path)
    }
    guard !arguments.operands.isEmpty else { throw UsageError("no text is given") }
    return try await run.operands(arguments.operands)
  }
}
