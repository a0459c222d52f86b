import Records
import Testing

@testable import Statements

/// Headlines that tell who speaks by a colon alone.
@Suite struct HeadlineTests {
  @Test(arguments: [
    ("\"We will not yield\": minister", "minister", "\"We will not yield\""),
    ("Minister: \"We will not yield\"", "Minister", "\"We will not yield\""),
    ("Minister: we will not yield", "Minister", "we will not yield"),
    ("Ferry sinks off Orre: police", "police", "Ferry sinks off Orre"),
    (
      "We will not yield: foreign minister\n\nThe port is shut.", "foreign minister",
      "We will not yield"
    ),
  ])
  func theColonTellsWhoSpeaks(_ text: String, _ speaker: String, _ content: String) throws {
    let found = try StatementReading.read(text).outer
    #expect(
      found.contains(StatementReading(speaker: speaker, cue: ":", content: content)), "\(found)")
  }

  @Test(arguments: [
    "Port closed: what we know", "The port has three docks: north, south and east",
    "The mayor wants one thing: peace", "The thief had feared one man: the sheriff",
    "He had one enemy: the police.",
  ])
  func otherColonsTellNobody(_ text: String) throws {
    let found = try StatementReading.read(text).all
    #expect(!found.contains { $0.rule == "headline" }, "\(found)")
  }
}
