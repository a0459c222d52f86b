import Foundation
import TestSupport
import Testing

@testable import Ingest

@Suite("Pages in folders")
final class FolderWalkTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  deinit { folder.remove() }

  private var root: String { folder.url.path }

  private func make(_ names: String...) throws {
    for name in names {
      let url = folder.url.appendingPathComponent(name)
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data("x".utf8).write(to: url)
    }
  }

  private func link(_ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: root + "/" + name, withDestinationPath: target)
  }

  /// Names below the folder; a problem behind an exclamation mark.
  private func found() -> [String] {
    PageSource.named([root]).map { source in
      String(source.name.dropFirst(root.count + 1)) + (source.problem.map { "!" + $0 } ?? "")
    }
  }

  @Test func findsPagesInOrderOfNames() throws {
    try make(
      "b.html", "a.HTM", "c/z.txt", "c/a.html.gz", "d.xhtml", "image.png", "x.gz", "B.txt",
      ".hidden.html", ".git/a.html")
    #expect(found() == ["B.txt", "a.HTM", "b.html", "c/a.html.gz", "c/z.txt", "d.xhtml"])
  }

  @Test func circlesOfLinksEnd() throws {
    try make("a/b/page.html")
    try link("a/b/up", to: "../..")
    try link("a/self", to: ".")
    try link("again", to: "a")
    #expect(found() == ["a/b/page.html"])
  }

  @Test func linkToNowhereIsNamedIfItIsAPage() throws {
    try make("a.html")
    try link("gone.html", to: "nowhere")
    try link("gone", to: "nowhere")
    #expect(found() == ["a.html", "gone.html!No such file or directory"])
  }

  @Test func folderWithoutPagesIsAProblem() throws {
    try make("image.png")
    let sources = PageSource.named([root])
    #expect(sources.map(\.name) == [root])
    #expect(sources[0].problem?.hasPrefix("no page is in this folder") == true)
  }

  @Test func deepFoldersAreWalked() throws {
    let deep = Array(repeating: "d", count: 300).joined(separator: "/")
    try make(deep + "/page.html")
    #expect(found() == [deep + "/page.html"])
  }

  @Test func manifestNamesCountFromItsFolder() {
    let entries = Manifest.entries(
      Array(
        """
        {"id": "1", "file": "a.html", "url": "https://a.example/"}
        {"id": "2", "file": "/x/b.html"}
        {"id": "3"}
        nonsense
        """.utf8))
    let sources = PageSource.entries(entries, folder: "/pages")
    #expect(sources.map(\.path) == ["/pages/a.html", "/x/b.html", nil, nil])
    #expect(sources[0].url == "https://a.example/")
    #expect(sources.map { $0.problem != nil } == [false, false, true, true])
  }
}
