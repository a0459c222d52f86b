import Extraction
import Language
import Records
import Testing

/// Sentences made up for it, of a report of Monday, 3 March 2025.
@Suite struct PlanChangeTests {
  private let pipeline: Pipeline

  init() throws { pipeline = Pipeline(model: try InstalledModel.load()) }

  /// "outcome plan | old > new".
  private func changes(_ text: String) -> [String] {
    let day = Timestamp(year: 2025, month: 3, day: 3)
    let utf8 = Array(text.utf8)
    return RecordExtractor.record(pipeline.parse(text), published: day, gazetteer: nil).changes.map
    { change in
      let plan = String(decoding: utf8[change.plan], as: UTF8.self)
      let dates = change.old.joined(separator: " ") + " > " + (change.new ?? "")
      return "\(change.outcome.rawValue) \(plan) | \(dates)"
    }
  }

  @Test(arguments: [
    ("The meeting was cancelled.", "cancelled The meeting |  > "),
    ("The ministers called off the talks.", "cancelled the talks |  > "),
    (
      "The harbour fair on 18 March has been postponed to 25 March.",
      "postponed The harbour fair on 18 March | 2025-03-18 > 2025-03-25"
    ),
    (
      "The union put off the strike until 2 May.", "postponed the strike |  > 2025-05-02"
    ),
    (
      "The summit will not take place on 18 March.", "cancelled The summit | 2025-03-18 > "
    ),
    (
      "The board decided to postpone the vote until 20 March.",
      "postponed the vote |  > 2025-03-20"
    ),
    (
      "They regretted the cancellation of the concert.", "cancelled the concert |  > "
    ),
    (
      "The hearing was moved from 18 March to 25 March.",
      "postponed The hearing | 2025-03-18 > 2025-03-25"
    ),
    (
      "The council brought forward the vote to 10 March.",
      "advanced the vote |  > 2025-03-10"
    ),
  ])
  func tells(_ text: String, _ expected: String) {
    #expect(changes(text) == [expected])
  }

  @Test(arguments: [
    "The meeting was not cancelled.",
    "The meeting could be cancelled.",
    "The ministers threatened to call off the talks.",
    "If the strike is called off, ferries will sail on 18 March.",
    "They want to postpone the vote.",
    "The meeting will take place on 18 March.",
    "He moved the table to the window.",
    "It was cancelled.",
    "",
  ])
  func leavesTheRest(_ text: String) {
    #expect(changes(text) == [])
  }
}
