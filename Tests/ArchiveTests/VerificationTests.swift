import Records
import Testing

@testable import Archive

@Suite("Verification")
struct VerificationTests {
  let samples: Samples

  init() throws {
    samples = try Samples()
    try samples.add(Samples.article("Harbour closes"), url: "https://quay.example/a")
    try samples.add(Samples.article("Harbour reopens"), url: "https://quay.example/a")
    let text = try #require(try samples.archive.version(id: 1)).text
    let pointer = try #require(
      Pointer(to: 0..<7, of: text, hash: Digest(of: text)))
    let item = RecordItem(
      kind: "actor", json: "{}", pointer: pointer, rule: "made-up", rulebook: "1")
    var second = item
    second.number = 1
    try samples.archive.setItems([item, second], ofVersion: 1)
  }

  @Test func soundArchiveHasNoFault() throws {
    let result = try samples.archive.verify()
    #expect(result.faults.isEmpty)
    #expect((result.pages, result.texts, result.pointers) == (2, 2, 2))
  }

  @Test func itemsAreReplacedAndComeBack() throws {
    let items = try samples.archive.items(ofVersion: 1)
    #expect(items.map(\.pointer.exact) == ["Harbour", "Harbour"])
    try samples.archive.setItems([], ofVersion: 1)
    #expect(try samples.archive.items(ofVersion: 1).isEmpty)
  }

  /// Each way of damaging the archive, and who notices.
  @Test(arguments: [
    ("INSERT INTO statements VALUES (1, 7, NULL, 'direct', 'speech')", "version 1"),
    ("UPDATE pages SET bytes = zeroblob(20) WHERE id = 1", "page 1"),
    ("UPDATE pages SET sha256 = zeroblob(32) WHERE id = 2", "page 2"),
    ("UPDATE pages SET size = 1000000000000 WHERE id = 2", "page 2"),
    ("UPDATE articles SET text = text || '!' WHERE version = 2", "version 2"),
    ("UPDATE articles SET json = '[' WHERE version = 1", "version 1"),
    ("UPDATE reports SET latest = 1", "report 1"),
    ("UPDATE reports SET latest = 77", "reports"),
    ("UPDATE items SET start = start + 1 WHERE id = 1", "item 1"),
    ("UPDATE items SET text_sha256 = zeroblob(32) WHERE id = 2", "item 2"),
    ("UPDATE search_texts SET body = 'other' WHERE version = 1", "search index"),
    ("DELETE FROM search_texts WHERE version = 1", "version 1"),
    ("INSERT INTO search_index (rowid, title) VALUES (99, 'ghost')", "search index"),
    ("INSERT INTO pages (sha256, size, bytes) VALUES (zeroblob(32), 0, x'')", "page 3"),
    (
      """
      INSERT INTO corrections (report, kind, verdict, start, "end", exact, prefix, suffix,
        text_sha256, made) VALUES (1, 'actor', 'rejected', 0, 1, 'H', '', '', zeroblob(32), 0)
      """, "correction 1"
    ),
  ])
  func damageIsFound(sql: String, subject: String) throws {
    try Connection(path: samples.path, flags: 2).execute(sql)
    #expect(try samples.archive.verify().faults.map(\.subject).contains(subject))
  }
}
