/// All verbs, in the order of the flow.
enum Verbs {
  static let all: [Verb] = [
    ReadCommand.verb,
    ParseCommand.verb,
    RecordCommand.verb,
    AddCommand.verb,
    SearchCommand.verb,
    ShowCommand.verb,
    AgendaCommand.verb,
    TimelineCommand.verb,
    RelationsCommand.verb,
    ExportCommand.verb,
    VerifyCommand.verb,
    ServeCommand.verb,
    HelpCommand.verb,
    CompletionsCommand.verb,
  ]
}
