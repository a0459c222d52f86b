import Records
import TestSupport
import Testing

@testable import Archive

/// Plans that later reports say were moved or called off.
@Suite struct AgendaFollowingTests {
  private let samples: Samples

  init() throws { samples = try Samples() }

  /// Adds a report of one sentence with its dates, and what it says of a plan.
  @discardableResult
  private func add(
    _ name: String, _ published: String, _ sentence: String, dates: [String: String] = [:],
    change: (PlanChange.Outcome, plan: String, old: [String], new: String?)? = nil
  ) throws -> Int {
    let article = Samples.article(name, body: sentence, published: published)
    let addition = try samples.add(article, url: "https://post.example/\(name)")
    let version: Int
    switch addition {
    case .newReport(_, let added): version = added
    case .newVersion(_, let added, _): version = added
    case .unchanged(_, let known): version = known
    }
    var sketch = RecordSketch(ArticleText(article).text)
    for (words, value) in dates.sorted(by: { $0.key < $1.key }) { sketch.time(words, value) }
    if let change {
      sketch.record.changes.append(
        PlanChange(
          change.0, range: sketch.words(change.plan), plan: sketch.words(change.plan),
          old: change.old, new: change.new, rule: "test"))
    }
    let text = sketch.text
    try samples.archive.setItems(
      RecordItems.items(of: sketch.record, text: text, hash: Digest(of: text)), ofVersion: version)
    return version
  }

  /// "value status was changes".
  private func agenda() throws -> [String] {
    try samples.archive.agenda().map { entry in
      "\(entry.value) \(entry.status.rawValue) \(entry.was ?? "-") \(entry.changes.count)"
    }
  }

  private func announce() throws {
    try add(
      "plans", "2025-03-04", "A second meeting of the ministers is set for 18 March in Norby.",
      dates: ["18 March": "2025-03-18"])
  }

  @Test func cancelledByALaterReportWithItsDate() throws {
    try announce()
    try add(
      "off", "2025-03-10", "The meeting on 18 March was called off.",
      dates: ["18 March": "2025-03-18"],
      change: (.cancelled, "The meeting on 18 March", ["2025-03-18"], nil))
    #expect(try agenda() == ["2025-03-18 cancelled - 1"])
    let change = try #require(try samples.archive.agenda().first?.changes.first)
    #expect(change.sentence == "The meeting on 18 March was called off.")
    #expect(change.address == "https://post.example/off")
  }

  @Test func movedTheNewDateIsTheSameEntry() throws {
    try announce()
    try add(
      "later", "2025-03-10", "The ministers' meeting was postponed from 18 March to 25 March.",
      dates: ["18 March": "2025-03-18", "25 March": "2025-03-25"],
      change: (.postponed, "The ministers' meeting", ["2025-03-18"], "2025-03-25"))
    #expect(try agenda() == ["2025-03-25 moved 2025-03-18 1"])
    #expect(try samples.archive.agenda().first?.sentence.hasPrefix("A second meeting") == true)
  }

  @Test func withoutADateMostOfItsWordsAreNeeded() throws {
    try announce()
    try add(
      "off", "2025-03-10", "The meeting of the ministers in Norby was put off.",
      change: (.postponed, "The meeting of the ministers in Norby", [], nil))
    try add(
      "other", "2025-03-11", "The meeting of the chess club was called off.",
      change: (.cancelled, "The meeting of the chess club", [], nil))
    #expect(try agenda() == ["2025-03-18 postponed - 1"])
  }

  @Test func whatCouldMeanTwoDatesMeansNone() throws {
    try announce()
    try add(
      "more", "2025-03-05", "The ministers plan a further meeting on 2 April.",
      dates: ["2 April": "2025-04-02"])
    try add(
      "off", "2025-03-10", "The ministers' meeting was called off.",
      change: (.cancelled, "The ministers' meeting", [], nil))
    #expect(try agenda() == ["2025-03-18 planned - 0", "2025-04-02 planned - 0"])
  }

  @Test func anEarlierReportChangesNothing() throws {
    try add(
      "off", "2025-03-01", "The meeting on 18 March was called off.",
      change: (.cancelled, "The meeting on 18 March", ["2025-03-18"], nil))
    try announce()
    #expect(try agenda() == ["2025-03-18 planned - 0"])
  }

  @Test func aNewVersionOfTheReportTakesItsPlanBack() throws {
    try announce()
    try add(
      "plans", "2025-03-04", "The second meeting of the ministers will not be held on 18 March.",
      dates: ["18 March": "2025-03-18"],
      change: (.cancelled, "The second meeting of the ministers", ["2025-03-18"], nil))
    #expect(try agenda() == ["2025-03-18 cancelled - 1"])
  }

  @Test func whatANewVersionNoLongerSaysIsNoLongerListed() throws {
    try announce()
    try add("plans", "2025-03-04", "The ministers went home.")
    #expect(try agenda() == [])
  }

  @Test func theNoticeAloneTellsBothDates() throws {
    try add(
      "later", "2025-03-10", "The fair was moved from 18 March to 25 March.",
      dates: ["18 March": "2025-03-18", "25 March": "2025-03-25"],
      change: (.postponed, "The fair", ["2025-03-18"], "2025-03-25"))
    #expect(try agenda() == ["2025-03-25 moved 2025-03-18 1"])
  }

  @Test(arguments: [
    ("\u{201D} He will come.", "He will come."),
    ("\u{201C}He will come.", "He will come."),
    ("\u{201C}He will come,\u{201D} she said.", "\u{201C}He will come,\u{201D} she said."),
    ("\" He will come.", "He will come."),
    ("\"He will come.\"", "\"He will come.\""),
    ("He will come. \u{201C}", "He will come."),
    ("He will\n come.\"", "He will come."),
    ("\"", ""), ("", ""),
  ])
  func marksOfOtherSentencesAreLeftOut(_ sentence: String, _ expected: String) {
    #expect(SentenceText.tidied(sentence) == expected)
  }
}
