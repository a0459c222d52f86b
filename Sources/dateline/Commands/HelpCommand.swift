/// `dateline help [VERB]`.
enum HelpCommand {
  private static let format = Flag.format(["text", "markdown"])

  static let verb = Verb(
    name: "help", summary: "explain a verb, or list them all", operands: "[VERB]",
    flags: [format],
    examples: [.init("dateline help read", "the flags of read, with examples")]
  ) { arguments, console in
    if arguments.format(format) == "markdown" {
      try console.write(Help.markdown(Verbs.all))
      return .done
    }
    guard let name = arguments.operands.first else {
      try console.write(Help.program(Verbs.all, version: Dateline.version))
      return .done
    }
    guard let verb = Verbs.all.first(where: { $0.name == name }) else {
      throw UsageError("there is no verb \"\(name)\"")
    }
    try console.write(Help.verb(verb))
    return .done
  }
}
