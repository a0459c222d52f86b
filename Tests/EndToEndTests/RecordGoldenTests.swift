import Foundation
import TestSupport
import Testing

/// Whole reports, recorded and compared with the sheet that was reviewed once.
///
/// `make goldens` writes them (`DATELINE_GOLDENS=write`); a missing one fails.
@Suite struct RecordGoldenTests {
  private static let house = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../..").standardizedFileURL
  private static let folder = house.appendingPathComponent("Tests/Fixtures/records")

  static let reports: [String] =
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
    .filter { !$0.hasPrefix(".") }.sorted()

  @Test func hasReports() { #expect(Self.reports.count >= 4) }

  @Test(arguments: reports)
  func recordsAsReviewed(_ report: String) throws {
    let sheet = try Self.sheet(report)
    let golden = Self.folder.appendingPathComponent(report).appendingPathComponent("record.txt")
    if ProcessInfo.processInfo.environment["DATELINE_GOLDENS"] == "write" {
      try Data(sheet.utf8).write(to: golden)
    }
    let reviewed = try #require(
      try? String(contentsOf: golden, encoding: .utf8), "no golden file; make goldens writes it")
    #expect(sheet == reviewed)
  }

  /// The README shows what the program really prints.
  @Test func theReadmeShowsARealRecord() throws {
    let readme = try String(
      contentsOf: Self.house.appendingPathComponent("README.md"), encoding: .utf8)
    let golden = try String(
      contentsOf: Self.folder.appendingPathComponent("patrols/record.txt"), encoding: .utf8)
    let shown = golden.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? "" : "    " + $0 }.joined(separator: "\n")
    #expect(readme.contains(shown.trimmingCharacters(in: .newlines)))
  }

  private static func sheet(_ report: String) throws -> String {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let given = ProcessInfo.processInfo.environment
    let release = house.appendingPathComponent(".build/release").path
    let outcome = try Program(in: folder).run(
      [
        "record", "--quiet", "--published", "2025-03-04",
        Self.folder.appendingPathComponent(report).appendingPathComponent("report.txt").path,
      ],
      environment: [
        "DATELINE_MODEL": given["DATELINE_MODEL"] ?? release + "/en_core_web_sm.dateline",
        "DATELINE_GAZETTEER": given["DATELINE_GAZETTEER"] ?? release + "/gazetteer.dateline",
      ])
    try #require(outcome.status == 0, "\(outcome.errors)")
    return outcome.output
  }
}
