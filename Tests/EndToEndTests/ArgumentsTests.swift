import Testing

@testable import dateline

@Suite struct ArgumentsTests {
  private let flags = [
    Flag(long: "format", short: "f", value: "F", choices: ["a", "b"], help: ""),
    Flag(long: "jobs", short: "j", value: "N", help: ""),
    Flag(long: "quiet", short: "q", help: ""),
    Flag(long: "all", short: "a", help: ""),
    Flag(long: "rule", value: "R", help: "", repeats: true),
  ]

  @Test(arguments: [
    ["--format", "b", "x"], ["--format=b", "x"], ["-f", "b", "x"], ["-fb", "x"], ["x", "-qfb"],
    ["-f=b", "x"],
  ])
  func valuesInAllForms(words: [String]) throws {
    let arguments = try Arguments(words, flags: flags)
    #expect(arguments.value(flags[0]) == "b")
    #expect(arguments.operands == ["x"])
  }

  @Test func dashesThatAreNoFlags() throws {
    let arguments = try Arguments(["-", "--", "-q", "--format"], flags: flags)
    #expect(arguments.operands == ["-", "-q", "--format"])
    #expect(!arguments.has(flags[2]))
  }

  @Test func switchesMayBeJoined() throws {
    let arguments = try Arguments(["-qa"], flags: flags)
    #expect(arguments.has(flags[2]) && arguments.has(flags[3]))
  }

  @Test func repeatedValuesAreKept() throws {
    let arguments = try Arguments(["--rule", "a", "--rule=b"], flags: flags)
    #expect(arguments.values(flags[4]) == ["a", "b"])
  }

  @Test(arguments: [
    (["--formt", "a"], "no such flag: --formt; did you mean --format?"),
    (["--format"], "--format needs a value"),
    (["-f"], "-f needs a value"),
    (["--format", "c"], "--format is one of a, b, not \"c\""),
    (["--quiet=yes"], "--quiet takes no value"),
    (["-x"], "no such flag: -x"),
    (["-fa", "-fb"], "--format is given twice"),
  ])
  func wrongUsageIsExplained(words: [String], message: String) {
    #expect(throws: UsageError(message)) { try Arguments(words, flags: flags) }
  }

  @Test func numbersAreChecked() throws {
    #expect(try Arguments(["-j", "4"], flags: flags).number(flags[1]) == 4)
    #expect(throws: UsageError.self) {
      try Arguments(["-j", "0"], flags: flags).number(flags[1])
    }
    #expect(throws: UsageError.self) {
      try Arguments(["-j", "many"], flags: flags).number(flags[1])
    }
  }

  @Test(arguments: Verbs.all.map(\.name))
  func everyVerbIsExplainedAndCompleted(name: String) throws {
    let verb = try #require(Verbs.all.first { $0.name == name })
    #expect(!verb.examples.isEmpty)
    let help = Help.verb(verb)
    for flag in verb.flags {
      #expect(help.contains("--" + flag.long))
      #expect(Completions.script(for: "bash", verbs: Verbs.all).contains("--" + flag.long))
      #expect(Completions.script(for: "zsh", verbs: Verbs.all).contains("--" + flag.long))
      #expect(Completions.script(for: "fish", verbs: Verbs.all).contains("-l " + flag.long))
    }
  }
}
