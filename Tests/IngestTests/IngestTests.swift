import Archive
import Foundation
import Pages
import Records
import TestSupport
import Testing

@testable import Ingest

@Suite("The flow of adding")
final class IngestTests {
  let folder: TemporaryFolder
  let archive: Archive

  init() throws {
    folder = try TemporaryFolder()
    archive = try Archive.open(path: folder.url.path + "/archive.sqlite", mode: .write)
  }

  deinit { folder.remove() }

  private func page(_ name: String, _ text: String) throws {
    try Data(text.utf8).write(to: folder.url.appendingPathComponent(name))
  }

  private func story(_ title: String) -> String {
    """
    \(title)

    The harbour was closed on Monday after a storm had torn two cranes from the pier, the port said.

    Ships wait off the coast until the channel has been searched by divers, which may take days.
    """
  }

  /// Each source's name and what became of it.
  private func add(jobs: Int = 1, _ sources: [PageSource]? = nil) async throws -> [String] {
    var options = Ingest.Options(reader: "test", fetched: UnixTime(seconds: 1_750_000_000))
    options.jobs = jobs
    options.reading.maximumBytes = 100_000
    var lines: [String] = []
    try await Ingest(into: archive, options: options).run(
      sources ?? PageSource.named([folder.url.path])
    ) { source, outcome in
      let name = source.name.split(separator: "/").last.map(String.init) ?? ""
      switch outcome {
      case .added(.newReport(let report, _)): lines.append("\(name): report \(report)")
      case .added(.newVersion(let report, _, let number)):
        lines.append("\(name): version \(report).\(number)")
      case .added(.unchanged(let report, _)): lines.append("\(name): as \(report)")
      case .failed(let reason): lines.append("\(name): \(reason)")
      }
    }
    return lines
  }

  @Test func addsGoesOnAndSeesChanges() async throws {
    try page("a.txt", story("Storm"))
    try page("b.txt", "")
    try page("c.txt", story("Calm"))
    #expect(
      try await add() == ["a.txt: report 1", "b.txt: the page is empty", "c.txt: report 2"])
    try page("c.txt", story("Calm again"))
    try page("d.txt", story("Fog"))
    #expect(
      try await add() == [
        "a.txt: as 1", "b.txt: the page is empty", "c.txt: version 2.2", "d.txt: report 3",
      ])
    #expect(try archive.version(id: 1)?.info.encoding == "UTF-8")
  }

  @Test func manyCoresDoTheSameInTheSameOrder() async throws {
    for number in 0..<40 { try page("\(100 + number).txt", story("Storm \(number)")) }
    let expected = (0..<40).map { "\(100 + $0).txt: report \($0 + 1)" }
    #expect(try await add(jobs: 4) == expected)
  }

  @Test func failuresAreNamed() async throws {
    try page("big.html", String(repeating: "x", count: 100_001))
    try page("pdf.html", "%PDF-1.7\n1 0 obj")
    try page("bad.html.gz", "no gzip")
    try page("odd.txt", story("Odd"))
    let odd = folder.url.path + "/odd.txt"
    let lines = try await add([
      PageSource(name: "big.html", path: folder.url.path + "/big.html"),
      PageSource(name: "pdf.html", path: folder.url.path + "/pdf.html"),
      PageSource(name: "bad.html.gz", path: folder.url.path + "/bad.html.gz"),
      PageSource(name: "none.html", path: folder.url.path + "/none.html"),
      PageSource(name: "odd.txt", path: odd, url: "javascript:alert(1)"),
      PageSource(name: "odd.txt", path: odd, url: "https://post.example/odd"),
    ])
    #expect(lines[0].contains("100001 bytes, more than the limit of 100000 (--max-bytes"))
    #expect(lines[1].contains("PDF"))
    #expect(lines[2] == "bad.html.gz: the gzip data is damaged or cut off")
    #expect(lines[3] == "none.html: No such file or directory")
    #expect(lines[4] == "odd.txt: its address is no http or https address: javascript:alert(1)")
    #expect(lines[5] == "odd.txt: report 1")
  }
}
