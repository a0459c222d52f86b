/// All verbs, in the order of the flow.
enum Verbs {
  static let all: [Verb] = [
    ReadCommand.verb,
    ServeCommand.verb,
    HelpCommand.verb,
    CompletionsCommand.verb,
  ]
}
