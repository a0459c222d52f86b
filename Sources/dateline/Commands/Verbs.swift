/// All verbs, in the order of the flow.
enum Verbs {
  static let all: [Verb] = [
    ReadCommand.verb,
    HelpCommand.verb,
    CompletionsCommand.verb,
  ]
}
