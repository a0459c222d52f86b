import Archive
import Foundation
import Records
import TestSupport
import Testing

/// Made-up records in an archive.
extension Samples {
  /// Adds a report with a record; its version.
  @discardableResult
  func add(_ article: Article, name: String, _ sketch: (inout RecordSketch) -> Void) throws -> Int {
    guard
      case .newReport(_, let version) = try add(article, name: name, bytes: name)
    else { throw TestError.notAdded }
    try record(article, version: version, sketch)
    return version
  }

  func record(_ article: Article, version: Int, _ sketch: (inout RecordSketch) -> Void) throws {
    let text = ArticleText(article).text
    var record = RecordSketch(text)
    sketch(&record)
    try archive.setItems(
      RecordItems.items(of: record.record, text: text, hash: Digest(of: text)), ofVersion: version)
  }

  enum TestError: Error { case notAdded }

  static let ferry = article(
    "Ferry talks",
    body: "Transport minister Ana Lind of Norland met Pavel Orre in Norby on Tuesday."
      + " She said the crossing would open in May.", published: "2025-03-04")

  static func ferryRecord(_ sketch: inout RecordSketch) {
    let lind = sketch.actor(
      "Ana Lind", country: "NRD", sector: "GOV", offices: ["transport minister"])
    let orre = sketch.actor("Pavel Orre", country: "EST", sector: "GOV")
    let norby = sketch.place(
      "Norby", country: "NR", at: .init(latitude: 60.5, longitude: 5.25), .city)
    sketch.time("May", "2025-05")
    let said = sketch.statement(
      by: lind, sketch.words("She"), cue: "said", "the crossing would open in May")
    sketch.event(
      .consult, "met", source: [sketch.party(lind), sketch.party(orre)], time: "2025-03-04",
      place: norby)
    sketch.event(
      .cooperate, "open", source: [sketch.party(lind)], time: "2025-05", status: .future,
      statement: said)
  }
}

@Suite struct RecordItemsTests {
  @Test func allKindsAreKeptWithTheirNumbers() throws {
    let samples = try Samples()
    let version = try samples.add(Samples.ferry, name: "a", Samples.ferryRecord)
    let items = try samples.archive.items(ofVersion: version)
    let kinds = Dictionary(grouping: items, by: \.kind).mapValues { $0.map(\.number).sorted() }
    let wanted = [
      "actor": [0, 1], "event": [0, 1], "place": [0], "statement": [0], "time": [0],
    ]
    #expect(kinds == wanted)
    let event = try #require(items.first { $0.kind == "event" && $0.number == 1 })
    #expect(event.pointer.exact == "open")
    #expect(event.json.contains("\"statement\":0"))
    #expect(event.json.contains("\"within\":["))
    #expect(try samples.archive.verify().faults.isEmpty)
  }

  @Test(arguments: [
    ("speaker:lind", 1), ("speaker:orre", 0), ("actor:orre", 1), ("actor:EST", 1),
    ("actor:\"ana lind\"", 1), ("actor:ana*", 0), ("actor:nd", 0), ("type:consult", 1),
    ("type:ASSAULT", 0), ("type:assault type:consult", 1), ("place:norby", 1), ("place:NR", 1),
    ("place:or", 0), ("speaker:lind type:consult ferry", 1), ("speaker:lind zebra", 0),
    ("actor:%", 0), ("actor:lind actor:orre", 1), ("actor:lind actor:nobody", 0),
  ])
  func filters(query: String, count: Int) throws {
    let samples = try Samples()
    try samples.add(Samples.ferry, name: "a", Samples.ferryRecord)
    try samples.add(Samples.article("Other"), name: "b") { _ in }
    #expect(try samples.titles(query).count == count)
  }

  @Test func anArticleOfTenThousandItemsIsKept() throws {
    let samples = try Samples()
    let body = String(repeating: "é Ana Lind. ", count: 10_000)
    try samples.add(Samples.article("Many", body: body), name: "a") { sketch in
      let all = (0..<10_000).map { 5 + $0 * 13 }
      for start in all {
        sketch.record.places.append(
          Place(range: start + 3..<start + 11, name: "Ana Lind", rule: "gazetteer"))
      }
    }
    #expect(try samples.titles("place:ana").count == 1)
  }
}
