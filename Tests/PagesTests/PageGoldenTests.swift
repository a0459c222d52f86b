import Foundation
import Records
import Testing

@testable import Pages

/// Whole pages with a trait each, read and compared with the article that was reviewed once.
///
/// `make goldens` writes them (`DATELINE_GOLDENS=write`); a missing one fails.
@Suite struct PageGoldenTests {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../Fixtures/pages").standardizedFileURL

  static let traits: [String] =
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
    .filter { !$0.hasPrefix(".") }.sorted()

  @Test func hasPages() { #expect(Self.traits.count >= 6) }

  @Test(arguments: traits)
  func readsAsReviewed(_ trait: String) throws {
    let folder = Self.folder.appendingPathComponent(trait)
    let page = try Data(contentsOf: folder.appendingPathComponent("page.html"))
    var options = ArticleReader.Options()
    options.url = "https://example.org/\(trait).html"
    var json = JSONWriter(pretty: true)
    try ArticleReader.read([UInt8](page), options: options).write(to: &json)
    json.newline()
    let golden = folder.appendingPathComponent("article.json")
    if ProcessInfo.processInfo.environment["DATELINE_GOLDENS"] == "write" {
      try Data(json.bytes).write(to: golden)
    }
    let reviewed = try #require(
      try? Data(contentsOf: golden), "no golden file; make goldens writes it")
    #expect(
      String(decoding: json.bytes, as: UTF8.self) == String(decoding: reviewed, as: UTF8.self))
  }
}
