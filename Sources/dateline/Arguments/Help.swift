/// The help texts, made from the verbs' own values.
enum Help {
  static func program(_ verbs: [Verb], version: String) -> String {
    let width = verbs.map(\.name.count).max() ?? 0
    let list = verbs.map { verb in
      "  " + verb.name.padded(to: width + 2) + verb.summary
    }
    return """
      Dateline \(version): turns news reports into a record that can be checked.

      Usage: dateline VERB [FLAGS] [...]

      \(list.joined(separator: "\n"))

      dateline VERB --help says more of a verb, with examples.
      Results go to standard output, everything else to standard error. - is standard input.
      Exit status: 0 done, 1 some inputs failed (each is named), 2 wrong usage.

      """
  }

  static func verb(_ verb: Verb) -> String {
    var out = "dateline \(verb.name): \(verb.summary)\n\nUsage: \(usage(verb))\n"
    if !verb.details.isEmpty { out += "\n\(verb.details)\n" }
    let names = verb.allFlags.map(flagNames)
    let width = (names.map(\.count).max() ?? 0) + 2
    out += "\nFlags:\n"
    for (flag, name) in zip(verb.allFlags, names) {
      out += "  " + name.padded(to: width) + flag.help + "\n"
    }
    out += "\nExamples:\n"
    for example in verb.examples { out += "  \(example.command)\n      \(example.says)\n" }
    return out
  }

  static func usage(_ verb: Verb) -> String {
    ["dateline \(verb.name)", "[FLAGS]", verb.operands].filter { !$0.isEmpty }
      .joined(separator: " ")
  }

  /// The manual page of all verbs, `docs/commands.md`.
  static func markdown(_ verbs: [Verb]) -> String {
    var out = "# Commands\n\nMade by `dateline help --format markdown`.\n"
    for verb in verbs {
      out += "\n## dateline \(verb.name)\n\n"
      out += verb.summary.prefix(1).uppercased() + verb.summary.dropFirst() + ".\n\n"
      out += "    \(usage(verb))\n"
      if !verb.details.isEmpty { out += "\n\(verb.details)\n" }
      out += "\n| flag | meaning |\n| --- | --- |\n"
      for flag in verb.allFlags {
        out += "| `\(flagNames(flag))` | \(flag.help.replacing("|", with: "\\|")) |\n"
      }
      out += "\n"
      for example in verb.examples { out += "- `\(example.command)`: \(example.says)\n" }
    }
    return out
  }

  private static func flagNames(_ flag: Flag) -> String {
    let short = flag.short.map { "-\($0), " } ?? ""
    return short + "--" + flag.long + (flag.value.map { " " + $0 } ?? "")
  }
}

extension String {
  func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }
}
