import Archive
import Foundation
import Records
import TestSupport
import Testing

/// `record --again` and `add` with what the user said in between; needs the installed model and
/// gazetteer.
@Suite struct RecordAgainTests {
  private func story(_ title: String) -> String {
    """
    <!doctype html><html lang=en><head><title>\(title)</title></head><body><article>
    <h1>\(title)</h1><time datetime="2025-03-04">4 March 2025</time>
    <p>A ferry company in Perth ordered two new ships on Monday, its director told reporters there.</p>
    <p>The ships are to be ready next year, and the company will then train sixty more sailors.</p>
    <p>Passengers had waited for more than a year, and many had moved away in the meantime.</p>
    </article></body></html>
    """
  }

  private func places(_ archive: Archive, _ version: Int) throws -> [JudgedItem] {
    try archive.judgedItems(ofVersion: version).filter { $0.item.kind == "place" }
  }

  @Test func aPlaceTheUserCorrectedHoldsInOtherReports() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let program = try Program(in: folder)
    let installed = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent(".build/release").path
    let own = ProcessInfo.processInfo.environment
    let environment = [
      "DATELINE_MODEL": own["DATELINE_MODEL"] ?? installed + "/en_core_web_sm.dateline",
      "DATELINE_GAZETTEER": own["DATELINE_GAZETTEER"] ?? installed + "/gazetteer.dateline",
    ]
    for (number, title) in ["Ferry company orders ships", "Two ships for the strait"].enumerated() {
      try program.write(story(title), to: "\(number).html")
    }
    let path = program.path("archive.sqlite")
    let first = try program.run(
      ["add", "--archive", path, "0.html", "1.html"], environment: environment)
    #expect(first.status == 0, "\(first.errors)")

    let archive = try Archive.open(path: path, mode: .update)
    let item = try #require(try places(archive, 1).first).item
    let read = try #require(JSONValue(text: item.json))
    #expect(read["country"]?.string == "AU")
    let wanted = read.setting("country", .string("GB")).setting("lat", .number(56.4))
      .setting("lon", .number(-3.43)).setting("geonameid", nil)
    _ = try archive.judge(
      version: 1, kind: "place", number: item.number, .corrected, json: wanted.compact,
      at: UnixTime(seconds: 1_760_000_000))

    let again = try program.run(
      ["record", "--again", "--archive", path], environment: environment)
    #expect(again.status == 0, "\(again.errors)")
    let other = try #require(try places(archive, 2).first).item
    #expect(JSONValue(text: other.json)?["country"]?.string == "GB")
    #expect(other.rule == "decision")
  }
}
