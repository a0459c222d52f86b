import Foundation
import Records
import TestSupport
import Testing

@testable import Archive

@Suite("Opening archives")
final class OpeningTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  deinit { folder.remove() }

  private func path(_ name: String) -> String { folder.url.path + "/" + name }

  private func write(_ bytes: some Sequence<UInt8>, to name: String) throws -> String {
    try Data(bytes).write(to: URL(fileURLWithPath: path(name)))
    return path(name)
  }

  /// The error, or `nil` where the archive opens.
  private func refusal(_ path: String, _ mode: Archive.Mode = .write) -> ArchiveError? {
    do throws(ArchiveError) {
      _ = try Archive.open(path: path, mode: mode)
      return nil
    } catch {
      return error
    }
  }

  private func execute(_ sql: String, on path: String) throws {
    try Connection(path: path, flags: 6).execute(sql)
  }

  @Test func makesTheFileAndItsFolders() throws {
    let archive = try Archive.open(path: path("x/y/archive.sqlite"), mode: .write)
    #expect(try archive.counts().reports == 0)
    #expect(try archive.verify().faults.isEmpty)
    #expect(refusal(path("x/y/archive.sqlite"), .read) == nil)
  }

  @Test(arguments: [Archive.Mode.read, .update])
  func missingFileIsNotMade(mode: Archive.Mode) throws {
    let path = path("none.sqlite")
    #expect(refusal(path, mode) == .missing(path: path))
    #expect(!FileManager.default.fileExists(atPath: path))
    #expect(refusal(try write([], to: "empty"), mode) == .missing(path: self.path("empty")))
  }

  @Test func foreignFilesAreRefusedAndLeftAlone() throws {
    let text = try write("no database at all, only words ".utf8, to: "notes.txt")
    guard case .foreign = refusal(text) else {
      Issue.record("a text was taken for an archive")
      return
    }
    let other = path("other.sqlite")
    try execute("CREATE TABLE t (x); INSERT INTO t VALUES (1)", on: other)
    let before = try Data(contentsOf: URL(fileURLWithPath: other))
    guard case .foreign = refusal(other) else {
      Issue.record("another program's database was taken for an archive")
      return
    }
    #expect(try Data(contentsOf: URL(fileURLWithPath: other)) == before)
    #expect(!FileManager.default.fileExists(atPath: other + "-wal"))
  }

  @Test func newerSchemaIsRefused() throws {
    let path = path("newer.sqlite")
    _ = try Archive.open(path: path, mode: .write)
    try execute("PRAGMA user_version = 999", on: path)
    for mode in [Archive.Mode.read, .update, .write] {
      #expect(
        refusal(path, mode) == .newer(path: path, version: 999, known: Schema.version))
    }
  }

  @Test func folderIsNoArchive() {
    #expect(
      refusal(folder.url.path)
        == .cannotOpen(path: folder.url.path, reason: "this is a folder"))
    #expect(refusal("") == .cannotOpen(path: "", reason: "this is no file name"))
  }

  @Test func unwritableFolderIsNamed() {
    // Nobody, not even root, makes folders in /proc.
    guard case .cannotOpen(let path, let reason)? = refusal("/proc/dateline/archive.sqlite") else {
      Issue.record("no error")
      return
    }
    #expect(path == "/proc/dateline/archive.sqlite")
    #expect(reason.hasPrefix("its folder cannot be made"))
  }

  /// From which part of the file on the bytes are no longer what they were.
  private func damaged(from part: Double) throws -> String {
    let samples = try Samples()
    for number in 0..<200 {
      try samples.add(Samples.article("Report \(number)"), name: "/\(number)")
    }
    try execute("PRAGMA wal_checkpoint(TRUNCATE)", on: samples.path)
    var bytes = Array(try Data(contentsOf: URL(fileURLWithPath: samples.path)))
    for index in bytes.indices.dropFirst(Int(Double(bytes.count) * part)) { bytes[index] = 0xA5 }
    return try write(bytes, to: "damaged.sqlite")
  }

  @Test func damagedBeyondOpeningIsSaidToBeDamaged() throws {
    guard case .corrupt? = refusal(try damaged(from: 0.02), .read) else {
      Issue.record("no error")
      return
    }
  }

  @Test func damageFurtherBackIsListedByVerify() throws {
    let archive = try Archive.open(path: try damaged(from: 0.8), mode: .update)
    let faults = try archive.verify().faults
    #expect(faults.contains { $0.subject == "database" })
  }

  @Test func fullDiskIsSaidAndNothingIsHalfKept() throws {
    let samples = try Samples()
    try samples.add(Samples.article("Small"), name: "/small")
    try samples.archive.limitPages(to: 60)
    let bytes = (0..<400_000).map { _ in UInt8.random(in: 0...255) }
    let identity = PageIdentity(name: "/large", given: nil, bytes: bytes)
    let draft = try VersionDraft(
      identity, bytes: bytes, article: Samples.article("Large"), reader: "test",
      fetched: Samples.fetched)
    #expect(throws: ArchiveError.diskFull(path: samples.path)) { try samples.archive.add(draft) }
    #expect(try samples.archive.counts().versions == 1)
    try samples.archive.limitPages(to: 100_000)
    #expect(try samples.archive.verify().faults.isEmpty)
    #expect(try samples.archive.add(draft) == .newReport(report: 2, version: 2))
  }

  @Test func readersDoNotWrite() throws {
    let samples = try Samples()
    let reader = try Archive.open(path: samples.path, mode: .read)
    let identity = PageIdentity(name: "/a", given: nil, bytes: [1])
    let draft = try VersionDraft(
      identity, bytes: [1], article: Samples.article("A"), reader: "test",
      fetched: Samples.fetched)
    #expect(throws: ArchiveError.readOnly(path: samples.path)) { try reader.add(draft) }
    try samples.add(Samples.article("B"))
    #expect(try reader.counts().reports == 1)
  }

  @Test func twoWritersAndAReaderWorkSideBySide() async throws {
    let samples = try Samples()
    let path = samples.path
    try await withThrowingTaskGroup(of: Void.self) { group in
      for writer in 0..<2 {
        group.addTask {
          let archive = try Archive.open(path: path, mode: .write)
          for number in 0..<60 {
            // Half of the pages are the same for both.
            let name = number % 2 == 0 ? "/both/\(number)" : "/\(writer)/\(number)"
            let bytes = Array(name.utf8)
            _ = try archive.add(
              VersionDraft(
                PageIdentity(name: name, given: nil, bytes: bytes), bytes: bytes,
                article: Samples.article(name), reader: "test", fetched: Samples.fetched))
          }
        }
      }
      group.addTask {
        let archive = try Archive.open(path: path, mode: .read)
        for _ in 0..<30 { _ = try archive.search(SearchQuery(parsing: "harbour")) }
      }
      try await group.waitForAll()
    }
    #expect(try samples.archive.counts().reports == 90)
    #expect(try samples.archive.verify().faults.isEmpty)
  }

  @Test func newArchiveMayBeMadeByTwoAtOnce() async throws {
    let path = path("fresh.sqlite")
    try await withThrowingTaskGroup(of: Int.self) { group in
      for _ in 0..<4 {
        group.addTask { try Archive.open(path: path, mode: .write).counts().reports }
      }
      for try await count in group { #expect(count == 0) }
    }
  }

  @Test(arguments: [
    ([:], nil), (["HOME": "/home/a"], "/home/a/.local/share/dateline/archive.sqlite"),
    (["HOME": "/home/a", "XDG_DATA_HOME": "/data"], "/data/dateline/archive.sqlite"),
    (["HOME": "/h", "XDG_DATA_HOME": "x"], "/h/.local/share/dateline/archive.sqlite"),
    (["DATELINE_ARCHIVE": "a.sqlite", "XDG_DATA_HOME": "/data"], "a.sqlite"),
  ])
  func location(environment: [String: String], path: String?) {
    #expect(ArchiveLocation.path(named: nil, environment: environment) == path)
    #expect(ArchiveLocation.path(named: "x", environment: environment) == "x")
  }
}

extension Archive {
  /// A small disk (https://www.sqlite.org/pragma.html#pragma_max_page_count).
  fileprivate func limitPages(to count: Int) throws {
    try access { connection throws(SQLiteError) in
      _ = try connection.int("PRAGMA max_page_count = \(count)")
    }
  }
}
