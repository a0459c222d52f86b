/// `dateline completions SHELL`.
enum CompletionsCommand {
  private static let shells = ["bash", "zsh", "fish"]

  static let verb = Verb(
    name: "completions", summary: "print a completion script for a shell",
    operands: shells.joined(separator: "|"),
    examples: [
      .init("eval \"$(dateline completions bash)\"", "complete in this shell"),
      .init("dateline completions fish > ~/.config/fish/completions/dateline.fish", "for good"),
    ]
  ) { arguments, console in
    guard let shell = arguments.operands.first, arguments.operands.count == 1,
      shells.contains(shell)
    else { throw UsageError("name one shell of \(shells.joined(separator: ", "))") }
    try console.write(Completions.script(for: shell, verbs: Verbs.all))
    return .done
  }
}
