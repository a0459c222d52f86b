import Archive
import Foundation
import Records
import TestSupport
import Testing

/// timeline and relations as a user runs them.
@Suite struct HappeningCommandTests {
  private func withProgram(_ body: (Program, [String]) throws -> Void) throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let program = try Program(in: folder)
    let path = program.path("archive.sqlite")
    let archive = try Archive.open(path: path, mode: .write)
    for report in MeetingReport.some {
      let bytes = Array((report.article.title ?? "").utf8)
      let text = ArticleText(report.article).text
      let draft = try VersionDraft(
        PageIdentity(name: report.article.title ?? "", given: nil, bytes: bytes), bytes: bytes,
        article: report.article, reader: "test", fetched: UnixTime(seconds: 1_741_100_000))
      guard case .newReport(_, let version) = try archive.add(draft) else { continue }
      try archive.setItems(
        RecordItems.items(of: report.record, text: text, hash: Digest(of: text)),
        ofVersion: version)
    }
    try body(program, ["--archive", path])
  }

  @Test func timelineListsHappeningsByDay() throws {
    try withProgram { program, archive in
      let text = try program.run(["timeline"] + archive)
      #expect(text.status == 0)
      #expect(text.output.contains("2025-03-04\n  CONSULT: Lind (NRDGOV), Orre (ESTGOV), Norby\n"))
      #expect(text.output.contains("2 mentions, 2 independent outlets"))
      #expect(text.output.contains("- future"))
      let narrow = [
        "timeline", "NRD", "orre", "--type", "consult", "--status", "fact", "-f", "json",
      ]
      let lines = try program.run(narrow + archive).output.split(separator: "\n")
      #expect(lines.count == 1)
      let json = try JSONReader.read(String(lines[0]))
      #expect(json["mentions"]?.int == 2)
      #expect(json["place"]?["precision"]?.string == "city")
      let csv = try program.run(["timeline", "-f", "csv", "--to", "2025-03-31"] + archive).output
      #expect(csv.split(separator: "\r\n").count == 3)
      #expect(try program.run(["timeline", "zebra"] + archive).status == 1)
      #expect(try program.run(["timeline", "--from", "monday"] + archive).status == 2)
      #expect(try program.run(["timeline", "--type", "PARTY"] + archive).status == 2)
    }
  }

  @Test func relationsCountTwoByMonthOrWeek() throws {
    try withProgram { program, archive in
      let text = try program.run(["relations", "NRD", "Orre"] + archive)
      #expect(text.status == 0)
      #expect(text.output.contains("1 happening in 2 mentions, of 2 happenings of the archive"))
      let csv = try program.run(["relations", "NRD", "EST", "--by", "week", "-f", "csv"] + archive)
      #expect(csv.output.contains("2025-W10,1,2,2,2.5,1,0,0,0,2,0,0,0,2,"))
      let json = try JSONReader.read(
        try program.run(["relations", "NRD", "EST", "-f", "json"] + archive).output)
      #expect(json["periods"]?.array?.first?["time"]?.string == "2025-03")
      let svg = try program.run(["relations", "NRD", "EST", "-f", "svg"] + archive)
      #expect(svg.output.hasPrefix("<svg xmlns=\"http://www.w3.org/2000/svg\""))
      #expect(try program.run(["relations", "NRD"] + archive).status == 2)
      #expect(try program.run(["relations", "NRD", "zebra"] + archive).status == 1)
    }
  }
}
