import Exports
import Records
import TestSupport
import Testing

@testable import Archive

/// Announced events that later reports tell as held, called off or put off, without a word on the
/// change of a plan.
@Suite struct AgendaOutcomeTests {
  private let samples: Samples

  init() throws { samples = try Samples() }

  /// A report of one event between two ministers.
  private func add(
    _ name: String, _ published: String, _ sentence: String, word: String, day: String? = nil,
    says words: String? = nil, type: EventType = .consult, mode: String? = nil,
    status: Event.Status? = nil
  ) throws {
    let article = Samples.article(name, body: sentence, published: published)
    guard
      case .newReport(_, let version) = try samples.add(
        article, url: "https://post.example/\(name)")
    else { return }
    var sketch = RecordSketch(ArticleText(article).text)
    let parties = [("Lind", "NRD"), ("Orre", "EST")].map { name, country in
      let actor = sketch.actor(name, country: country, sector: "GOV")
      return sketch.party(actor)
    }
    sketch.event(
      type, word, source: [parties[0]], target: [parties[1]], time: day, status: status)
    sketch.record.events[0].mode = mode
    if let words, let day { sketch.time(words, day) }
    try samples.archive.setItems(
      RecordItems.items(of: sketch.record, text: sketch.text, hash: Digest(of: sketch.text)),
      ofVersion: version)
  }

  private func announce() throws {
    try add(
      "plan", "2025-03-04", "Lind will meet Orre on 18 March in Norby.", word: "meet",
      day: "2025-03-18", says: "18 March", status: .future)
  }

  private func agenda() throws -> [AgendaEntry] {
    try samples.archive.refreshHappenings()
    return try samples.archive.agenda()
  }

  /// "value status was", then what is told by which report.
  private func told() throws -> [String] {
    try agenda().map { entry in
      ["\(entry.value) \(entry.status.rawValue) \(entry.was ?? "-")"]
        + entry.changes.map { "\($0.outcome.rawValue) \($0.report)" }
    }.map { $0.joined(separator: ", ") }
  }

  @Test func heldWithTheReportThatTellsIt() throws {
    try announce()
    try add(
      "after", "2025-03-19", "Lind had a talk with Orre, and both were content.", word: "talk",
      day: "2025-03-18")
    #expect(try told() == ["2025-03-18 held -, held 2"])
    let change = try #require(try agenda().first?.changes.first)
    #expect(change.sentence == "Lind had a talk with Orre, and both were content.")
    #expect(change.address == "https://post.example/after")
    #expect(change.reason?.contains("NRD-EST") == true)
  }

  @Test func calendarTellsItWithTheNextSequence() throws {
    try announce()
    let before = ICalendar.write(try agenda())
    #expect(before.contains("SEQUENCE:0\r\n"))
    try add(
      "off", "2025-03-10", "Orre gave a bow; Lind refused to see Orre.", word: "refused",
      day: "2025-03-10", type: .reject, mode: "meet")
    #expect(try told() == ["2025-03-18 cancelled -, cancelled 2"])
    let after = ICalendar.write(try agenda())
    #expect(after.contains("SEQUENCE:1\r\n"))
    #expect(after.contains("STATUS:CANCELLED\r\n"))
    #expect(after.contains("SUMMARY:(cancelled) Lind will meet"))
    func uid(_ text: String) -> Substring? {
      text.split(separator: "\r\n").first { $0.hasPrefix("UID:") }
    }
    #expect(uid(before) == uid(after))
  }

  @Test func putOffToADayIsOneEntryAndIsFollowedFromThere() throws {
    try announce()
    try add(
      "later", "2025-03-10", "The talk was delayed: Lind will meet Orre on 25 March instead.",
      word: "meet", day: "2025-03-25", says: "25 March", status: .future)
    #expect(try told() == ["2025-03-25 moved 2025-03-18, postponed 2"])
    try add(
      "after", "2025-03-26", "Lind and Orre had their talk at last.", word: "talk",
      day: "2025-03-25")
    #expect(try told() == ["2025-03-25 held 2025-03-18, postponed 2, held 3"])
  }

  @Test func whatAReportSaysOfThePlanIsFollowedToo() throws {
    try announce()
    try add(
      "later", "2025-03-10", "Lind will meet Orre on 25 March, moved from 18 March.", word: "meet",
      day: "2025-03-25", says: "25 March", status: .future)
    var version = 0
    if case .newReport(_, let added) = try samples.add(
      Samples.article(
        "word", body: "The meeting in Norby on 18 March was moved to 25 March.",
        published: "2025-03-09"), url: "https://post.example/word")
    {
      version = added
    }
    let text = ArticleText(
      Samples.article("word", body: "The meeting in Norby on 18 March was moved to 25 March.")
    ).text
    var sketch = RecordSketch(text)
    sketch.time("18 March", "2025-03-18")
    sketch.time("25 March", "2025-03-25")
    sketch.record.changes.append(
      PlanChange(
        .postponed, range: sketch.words("moved"), plan: sketch.words("The meeting in Norby"),
        old: ["2025-03-18"], new: "2025-03-25", rule: "test"))
    try samples.archive.setItems(
      RecordItems.items(of: sketch.record, text: text, hash: Digest(of: text)), ofVersion: version)
    let first = try #require(try agenda().first { $0.report == 1 })
    #expect(first.status == .moved)
    #expect(first.changes.map(\.report) == [3])
  }

  @Test func anotherEventChangesNothing() throws {
    try announce()
    try add(
      "else", "2025-03-12", "Lind had a talk with Orre on the phone.", word: "talk",
      day: "2025-03-11")
    #expect(try told() == ["2025-03-18 planned -"])
  }
}
