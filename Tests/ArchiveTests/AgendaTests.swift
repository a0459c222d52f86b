import Archive
import Foundation
import Records
import Testing

@Suite struct AgendaTests {
  private func item(_ number: Int, _ value: String, _ words: String, in text: String) throws
    -> RecordItem
  {
    let start = try #require(text.range(of: words)).lowerBound
    let first = text.unicodeScalars.distance(from: text.startIndex, to: start)
    let end = first + words.unicodeScalars.count
    let pointer = try #require(Pointer(to: first..<end, of: text, hash: Digest(of: text)))
    return RecordItem(
      kind: "time", number: number,
      json: #"{"type":"DATE","value":"\#(value)","sentence":[0,\#(text.unicodeScalars.count)]}"#,
      pointer: pointer, rule: "date", rulebook: "1")
  }

  @Test func onlyWhatLiesAfterTheReportInOrder() throws {
    let samples = try Samples()
    let article = Samples.article(
      "Plans", body: "In March or on Tuesday, unlike Sunday.", published: "2025-01-13")
    let addition = try samples.add(article)
    guard case .newReport(let report, let version) = addition else {
      Issue.record("not added")
      return
    }
    let text = ArticleText(article).text
    try samples.archive.setItems(
      [
        item(0, "2025-03", "March", in: text), item(1, "2025-01-14", "Tuesday", in: text),
        item(2, "2025-01-12", "Sunday", in: text), item(3, "2025", "In", in: text),
      ], ofVersion: version)
    let agenda = try samples.archive.agenda()
    #expect(agenda.map(\.value) == ["2025-01-14", "2025-03"])
    #expect(agenda.map(\.report) == [report, report])
    #expect(agenda[0].words == "Tuesday")
    #expect(agenda[0].sentence == "Plans In March or on Tuesday, unlike Sunday.")
    let february = try #require(Timestamp(year: 2025, month: 2, day: 1)).dayNumber
    #expect(try samples.archive.agenda(from: february).map(\.value) == ["2025-03"])
    #expect(try samples.archive.agenda(to: february).map(\.value) == ["2025-01-14"])
  }
}
