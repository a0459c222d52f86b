import Records
import Testing

@testable import Statements

/// One construction after the other, in sentences made up for it.
@Suite struct StatementFinderTests {
  struct Example: Sendable, CustomTestStringConvertible {
    var text: String
    var speaker: String?
    var cue: String
    var content: String

    var testDescription: String { text }

    init(_ text: String, _ speaker: String?, _ cue: String, _ content: String) {
      self.text = text
      self.speaker = speaker
      self.cue = cue
      self.content = content
    }
  }

  static let examples = [
    Example(
      "ESTVIK, March 4 (NPA) - The bridge would be closed, the mayor said.", "the mayor", "said",
      "The bridge would be closed"),
    Example(
      "The mayor said that the bridge would be closed.", "The mayor", "said",
      "that the bridge would be closed"),
    Example(
      "“We will rebuild the harbour,” Anna Berg said.", "Anna Berg", "said",
      "“We will rebuild the harbour,”"),
    Example(
      "Officials promised to repair the road.", "Officials", "promised", "to repair the road"),
    Example("The minister denied the allegations.", "The minister", "denied", "the allegations"),
    Example(
      "Union leaders called for an immediate strike.", "Union leaders", "called for",
      "an immediate strike"),
    Example(
      "According to the ministry, prices rose last year.", "the ministry", "According to",
      "prices rose last year"),
    Example(
      "Prices, the ministry said, rose last year.", "the ministry", "said",
      "Prices ... rose last year"),
    Example(
      "The governor was expected to resign.", nil, "was expected", "The governor ... to resign"),
    Example(
      "A poll showed that voters trust the new party.", "A poll", "showed",
      "that voters trust the new party"),
  ]

  @Test(arguments: examples) func reads(_ example: Example) throws {
    let found = try StatementReading.read(example.text).outer
    let wanted = StatementReading(
      speaker: example.speaker, cue: example.cue, content: example.content)
    #expect(found.contains(wanted), "\(found)")
  }

  /// Forms of attribution beyond the plain ones.
  @Test(arguments: [
    Example(
      "Falk went on to say that the sea was rising.", "Falk", "went on to say",
      "that the sea was rising"),
    Example(
      "Berg was shocked that the yard had closed.", "Berg", "was shocked",
      "that the yard had closed"),
    Example(
      "In the eyes of the union, the new contract is unfair.", "the union", "In the eyes of",
      "the new contract is unfair"),
    Example(
      "The chairman tended to brush aside all complaints.", "The chairman", "tended to brush aside",
      "all complaints"),
    Example(
      "His concern is that the pier will fall.", "His", "concern is", "that the pier will fall"),
    Example(
      "Calls by fishermen for a new pier were ignored.", "fishermen", "Calls by fishermen for",
      "a new pier"),
    Example("It was a good plan, which she defended.", "she", "defended", "which"),
    Example(
      "Berg did not say that the bridge was unsafe.", "Berg", "did not say",
      "that the bridge was unsafe"),
    Example(
      "It is believed that the ship sank at dawn.", nil, "is believed", "that the ship sank at dawn"
    ),
    Example(
      "The court ruled that the sale was void.", "The court", "ruled", "that the sale was void"),
  ]) func readsForms(_ example: Example) throws { try reads(example) }

  /// An artefact without its content, and when it was made, are no statements.
  @Test(arguments: [
    "Dahl issued a statement on Friday.", "Berg did not comment.", "Berg was trying to stop her.",
    "Berg was happy and felt hungry.", "Berg will visit the harbour on Monday.",
  ]) func countsNot(_ text: String) throws {
    #expect(try StatementReading.read(text).all.isEmpty)
  }

  /// A deed is no speaker: whose deed it is, is.
  @Test func deedsDoNotSpeak() throws {
    let text = "The visit came amid Norland's attempts to assert its claims in the northern seas."
    let found = try StatementReading.read(text).outer
    #expect(found.allSatisfy { $0.speaker?.contains("attempts") != true }, "\(found)")
  }

  /// What is said within a quotation stays in it.
  @Test func staysWithinItsQuotation() throws {
    let found = try StatementReading.read("“He told me that we were free to go,” Falk said.").all
    #expect(
      found.filter { $0.inside != nil }.allSatisfy { $0.content.allSatisfy { $0.upperBound < 42 } })
  }

  /// What layout attributes.
  @Test(arguments: [
    Example("“The ferry is our road.” — Anna Berg", "Anna Berg", "—", "“The ferry is our road.”"),
    Example(
      "\"The ferry is our road.\"\n\n- Anna Berg, fisher.\n\nThe ferry left at noon.", "Anna Berg",
      "-", "\"The ferry is our road.\""),
    Example(
      "“The ferry is our road.”\u{a0}―\u{a0}Anna Berg\n“We wait for hours.” ― Carl Dahl\n",
      "Carl Dahl",
      "―", "“We wait for hours.”"),
    Example(
      "“Prices rose in every port last year.” [Harbour Post]\n\nThe rest is known.", "Harbour Post",
      "[Harbour Post]", "“Prices rose in every port last year.”"),
    Example(
      "BERG: We will go to the harbour. Nobody stays here.\nDAHL: Why?\nBERG: It is late. We go now.",
      "BERG", ":", "We will go to the harbour. Nobody stays here"),
    Example(
      "What it costs - More from Carl Dahl: “The bridge has cost twice what was planned.”",
      "Carl Dahl", ":", "“The bridge has cost twice what was planned.”"),
    Example(
      "Mayor Anna Berg (Labour): \"We have waited long enough for this bridge.\"",
      "Mayor Anna Berg (Labour", "):", "\"We have waited long enough for this bridge.\""),
  ]) func readsLayout(_ example: Example) throws { try reads(example) }

  /// Verbs that no list has, beside a quotation; marks that close with the opening sign.
  @Test(arguments: [
    Example(
      "“Go back to your boat!” barked the harbour master.", "the harbour master", "barked",
      "“Go back to your boat!”"),
    Example(
      "“It is rather late,“ said Anna Berg, a teacher.", "Anna Berg, a teacher", "said",
      "“It is rather late,“"),
    Example("“We are certainly not,” she answered.", "she", "answered", "“We are certainly not,”"),
    Example(
      "“We have closed the gates for good,” the letter read.", "the letter", "read",
      "“We have closed the gates for good,”"),
  ]) func readsBesideQuotations(_ example: Example) throws { try reads(example) }

  /// A heading or caption without a full stop stands in the way of the next line's subject.
  @Test(arguments: [
    "The council's latest vote coincided with a visit of Minister Eva Falk to Estvik\nDahl said that he and Berg had agreed on \"the need for a second bridge.\"",
    "Harbour work goes on, a week before the vote\nEstvik's Dahl said that the pier was safe.",
  ]) func keepsSpeakersInTheirLine(_ text: String) throws {
    let speakers = try StatementReading.read(text).outer.filter { $0.cue == "said" }.map(\.speaker)
    #expect(speakers == ["Dahl"] || speakers == ["Estvik's Dahl"], "\(speakers)")
  }

  /// A dash behind a quotation is no signature where the sentence goes on.
  @Test func takesNoInsertionForSignature() throws {
    let text = "The sign said “Closed” — Anna Berg had painted it herself that morning."
    #expect(try !StatementReading.read(text).all.contains { $0.rule == "signed" })
  }

  @Test func leavesNoConjunctionAtTheEnd() throws {
    let text = "He said that the bridge was closed and left the room, but promised a new one soon."
    for item in try StatementReading.read(text).outer {
      #expect(!item.content.hasSuffix(" and") && !item.content.hasSuffix(" but"), "\(item)")
    }
  }

  /// Deeds alone are no statements.
  @Test(arguments: [
    "The soldiers crossed the river on Monday.", "Two trains collided near the station.",
    "He wore a blue coat and carried a bag.",
  ])
  func findsNothing(_ text: String) throws {
    #expect(try StatementReading.read(text).all.isEmpty)
  }

  @Test func joinsWhatGoesOn() throws {
    let text = "“It was a long night,” the captain said. “We saw no other ship.”"
    let found = try StatementReading.read(text).outer
    #expect(
      found.map(\.content) == ["“It was a long night,” ... “We saw no other ship.”"], "\(found)")
  }

  @Test func aQuotationAloneInItsParagraphGoesOnWithTheOneBefore() throws {
    let quoted =
      "“It was a long night,” the captain said.\n\n“At dawn we turned back to the harbour.”\n\nRain fell."
    let outer = try StatementReading.read(quoted).outer
    #expect(
      outer.map(\.content).contains { $0.hasSuffix("“At dawn we turned back to the harbour.”") })
    let unquoted =
      "The captain spoke of the night.\n\n“At dawn we turned back to the harbour.”\n\nRain fell."
    #expect(try StatementReading.read(unquoted).outer.allSatisfy { !$0.content.contains("dawn") })
  }

  @Test func joinsParagraphsOfOneQuotation() throws {
    let text =
      "“It was a long night,” the captain said. “We saw no other ship.\n\n“At dawn we turned back to the harbour.”"
    let found = try StatementReading.read(text).outer
    #expect(found.count == 1 && found[0].content.hasSuffix("harbour.”"), "\(found)")
  }

  @Test func marksWhatStandsInAnother() throws {
    let text = "The senator said that the minister had promised to resign."
    let found = try StatementReading.read(text).all
    #expect(found.filter { $0.inside == nil }.count == 1)
    #expect(found.contains { $0.inside != nil && $0.rule == "infinitive" })
  }

  @Test func tellsKinds() throws {
    func kind(_ text: String) throws -> Attribution.Kind? {
      try StatementReading.read(text).all.first { $0.inside == nil }?.kind
    }
    #expect(try kind("“We will rebuild the harbour,” Anna Berg said.") == .direct)
    #expect(try kind("Anna Berg said they would “rebuild the harbour” soon.") == .mixed)
    #expect(try kind("Anna Berg said they would rebuild the harbour.") == .indirect)
  }

  @Test func worksWithoutWeights() throws {
    for example in Self.examples.prefix(5) {
      let found = try StatementReading.read(example.text, .ruled).outer
      #expect(found.contains { $0.content == example.content }, "\(found)")
    }
  }
}
