import Records
import Testing

@testable import Events

/// What is read from sentences made up for it.
@Suite struct EventFinderTests {
  private let examples: EventExamples

  init() throws { examples = try EventExamples() }

  @Test(arguments: [
    ("Russia attacked Georgia.", "ASSAULT Russia > Georgia"),
    ("Georgia was attacked by Russia.", "ASSAULT Russia > Georgia"),
    ("Norway imposed sanctions on Iran.", "SANCTION/discontinue Norway > Iran"),
    ("Sanctions were imposed on Iran by Norway.", "SANCTION/discontinue Norway > Iran"),
    ("Kenya accused Uganda of sending spies.", "ACCUSE/allege Kenya > Uganda"),
    ("Japan carried out an airstrike against Chile.", "ASSAULT/aerial Japan > Chile"),
    ("Peru agreed to send food to Chile.", "AGREE Peru > Chile"),
    ("Norway sent food to Chile.", "AID Norway > Chile"),
    ("Peru suspended aid to Chile.", "SANCTION/discontinue Peru > Chile"),
    ("Turkey threatened to attack Greece.", "THREATEN/violence Turkey > Greece"),
    ("Finland rejected a Russian proposal.", "REJECT Finland > Russian"),
    ("France and Spain held talks.", "CONSULT France + Spain > "),
    ("France held talks with Spain.", "CONSULT France + Spain > "),
    ("Brazil called on Peru to release the hostages.", "REQUEST/yield Brazil > Peru"),
    ("Iran tested a ballistic missile.", "MOBILIZE/weapons Iran > "),
    ("Japan lifted sanctions on Cuba.", "RETREAT/access Japan > Cuba"),
  ])
  func readsDeeds(_ text: String, _ expected: String) {
    #expect(examples.short(text) == [expected])
  }

  @Test(arguments: [
    ("Russia will attack Georgia.", Event.Status.future),
    ("Russia did not attack Georgia.", .negation),
    ("Russia could attack Georgia.", .hypothetical),
  ])
  func tellsPlainFactsFromOthers(_ text: String, _ status: Event.Status) {
    #expect(examples.events(text).map(\.status) == [status])
  }

  @Test(arguments: [
    "If Russia attacks Georgia, prices rise.",
    "The striker shot at goal as Chelsea attacked in the second half of the cup final.",
    "Shares attacked new highs on Monday.",
    "A storm hit the coast of Florida.",
    "The minister signed the book.",
    "He had supper and went to bed.",
    "",
  ])
  func findsNoneWhereNothingWasDone(_ text: String) {
    #expect(examples.short(text) == [])
  }

  @Test func oneDeedToldTwiceIsOneEvent() {
    let events = examples.events(
      "Russia invaded Georgia on Friday. The minister spoke after Russia's invasion of Georgia.")
    #expect(events.count == 1)
    #expect(events.first?.mentions.count == 1)
  }

  @Test func whatIsToldHasTheReportsDayForAGuess() throws {
    let event = try #require(examples.events("Russia attacked Georgia.").first)
    #expect(event.time == "2025-03-04")
    #expect(event.isTimeGuessed)
    let future = try #require(examples.events("Peru will send food to Chile.").first)
    #expect(future.time == nil)
  }

  @Test func hostileTextsAreQuick() {
    let text = String(repeating: "Russia said that ", count: 3_000) + "Russia attacked Georgia."
    _ = examples.events(text)
  }
}
