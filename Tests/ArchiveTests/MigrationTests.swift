import Foundation
import Records
import TestSupport
import Testing

@testable import Archive

@Suite("Migrations")
final class MigrationTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  deinit { folder.remove() }

  private var path: String { folder.url.path + "/archive.sqlite" }

  private func fixture(_ name: String) throws -> String {
    try String(
      contentsOf: URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("../Fixtures/archives/" + name), encoding: .utf8)
  }

  /// Every schema there has been, as it was written by the program of its time.
  @Test(arguments: [("schema-1.sql", 2, 0), ("schema-2.sql", 3, 1)])
  func oldArchiveIsReadAndBroughtUpToDate(name: String, pointers: Int, happenings: Int) throws {
    try Connection(path: path, flags: 6).execute(try fixture(name))
    let archive = try Archive.open(path: path, mode: .write)
    #expect(try archive.counts() == Counts(reports: 2, versions: 3, outlets: 1, words: 137))
    let report = try #require(try archive.report(id: 1))
    #expect(report.versions.count == 2)
    #expect(report.article.title == "Harbour reopens after storm")
    #expect(try archive.search(SearchQuery(parsing: "東京")).total == 1)
    #expect(try archive.items(ofVersion: 1).map(\.pointer.exact) == ["Marsel"])
    let result = try archive.verify()
    #expect(result.faults.isEmpty)
    #expect(result.pointers == pointers)
    #expect(try archive.refreshHappenings())
    #expect(try archive.happenings(HappeningQuery()).count == happenings)
    #expect(try archive.verify().faults.isEmpty)
    #expect(
      try Schema.Identity(of: Connection(path: path, flags: 2)).version == Schema.version)
  }

  @Test func migrationsAreCarriedOutInOrderFromWhereTheArchiveIs() throws {
    let connection = try Connection(path: path, flags: 6)
    let migrations = ["CREATE TABLE a (x)", "ALTER TABLE a ADD COLUMN y", "DROP TABLE a"]
    try Schema.migrate(connection, migrations: Array(migrations.prefix(1)))
    try connection.run("INSERT INTO a VALUES (1)")
    try Schema.migrate(connection, migrations: Array(migrations.prefix(2)))
    #expect(try connection.int("SELECT count(y IS NULL) FROM a") == 1)
    #expect(try Schema.Identity(of: connection).version == 2)
    #expect(try Schema.Identity(of: connection).applicationID == Schema.applicationID)
  }

  @Test func failingMigrationLeavesTheArchiveAsItWas() throws {
    let connection = try Connection(path: path, flags: 6)
    try Schema.migrate(connection, migrations: ["CREATE TABLE a (x)"])
    #expect(throws: SQLiteError.self) {
      try Schema.migrate(
        connection, migrations: ["CREATE TABLE a (x)", "CREATE TABLE b (x)", "no SQL"])
    }
    #expect(try Schema.Identity(of: connection).version == 1)
    #expect(try Schema.Identity(of: connection).objects == 1)
  }
}
