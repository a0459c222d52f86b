import Archive
import Foundation
import Records
import TestSupport
import Testing

/// add, search, show, export and verify as a user runs them.
@Suite struct ArchiveCommandTests {
  private func withProgram(_ body: (Program) throws -> Void) throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    try body(try Program(in: folder))
  }

  /// A scrape; its text is read by the same rules whatever becomes of the reading of HTML.
  private func story(_ title: String, _ sentence: String = "Ships wait off the coast.") -> String {
    """
    \(title)

    By Ada Lind

    13 January 2025

    The harbour of Marsel was closed on Monday after a storm had torn two cranes from the pier. \
    \(sentence) The channel has to be searched by divers first, which may take several days.

    "Nobody was hurt, and that is what counts," the mayor said on Monday evening. The harbour is to \
    open again within the week, she added, if the divers find nothing in the channel.

    The port has been closed by storms three times in ten years, and each time it took about a week \
    until the first ship could sail. Its owner said that the cranes would be replaced in spring.
    """
  }

  @Test func keepsFindsShowsExportsAndVerifies() throws {
    try withProgram { program in
      try program.write(story("Storm closes harbour for days"), to: "storm.txt")
      try program.write(story("Fog closes airport for days", "Planes wait."), to: "fog.txt")
      let add = try program.run(["add", "storm.txt", "fog.txt"])
      #expect(add.status == 0)
      #expect(add.output.isEmpty)
      #expect(add.errors.hasSuffix("2 added, 0 new versions, 0 unchanged, 0 failed\n"))
      #expect(FileManager.default.fileExists(atPath: program.path(".local/share/dateline")))

      let search = try program.run(["search", "storm planes OR ships"])
      #expect(search.status == 0)
      #expect(search.output.contains("Storm closes harbour for days"))
      #expect(!search.output.contains("\u{1B}"))
      let hit = try JSONReader.read(try program.run(["search", "-f", "jsonl", "planes"]).output)
      #expect(hit["title"]?.string == "Fog closes airport for days")

      let show = try program.run(["show", "1"])
      #expect(show.output.hasPrefix("# Storm closes harbour for days"))
      #expect(show.output.contains("- Found in: "))
      let shown = try JSONReader.read(try program.run(["show", "-f", "json", "2.1"]).output)
      #expect(shown["title"]?.string == "Fog closes airport for days")
      #expect(shown["version"]?.int == 1)

      let export = try program.run(["export"])
      let lines = try export.output.split(separator: "\n").map { try JSONReader.read(String($0)) }
      #expect(lines.map { $0["id"]?.string } == ["1.1", "2.1"])
      #expect(lines[0]["text"]?.string?.hasPrefix("Storm closes harbour for days\n") == true)
      #expect(try program.run(["verify"]).status == 0)
    }
  }

  @Test func secondRunChangesNothingAndChangesBecomeVersions() throws {
    try withProgram { program in
      try program.write(story("Storm closes harbour for days"), to: "a.txt")
      let url = ["add", "--url", "https://post.example/storm"]
      _ = try program.run(url + ["a.txt"])
      let again = try program.run(
        url + ["-"], input: Data(story("Storm closes harbour for days").utf8))
      #expect(again.errors.hasSuffix("0 added, 0 new versions, 1 unchanged, 0 failed\n"))
      let changed = try program.run(
        url + ["-"], input: Data(story("Harbour reopens after storm").utf8))
      #expect(changed.errors.hasSuffix("0 added, 1 new version, 0 unchanged, 0 failed\n"))
      let versions = try program.run(["show", "-f", "versions", "post.example/"]).output
      #expect(versions.split(separator: "\n").count == 2)
      #expect(versions.contains("Harbour reopens after storm"))
      let all = try program.run(["export", "--all-versions"]).output
      #expect(all.split(separator: "\n").count == 2)
      #expect(try program.run(["export"]).output.split(separator: "\n").count == 1)
    }
  }

  @Test func badInputsAreNamedAndTheRestIsKept() throws {
    try withProgram { program in
      try program.write(story("Storm closes harbour for days"), to: "good.txt")
      try program.write("", to: "empty.html")
      try program.write([UInt8]("\u{89}PNG\r\n".utf8.dropFirst()) + [0x1A, 0x0A], to: "x.html")
      try program.write([0xFF, 0xD8, 0xFF, 0xE0, 0, 0x10, 0x4A, 0x46, 0x49, 0x46], to: "p.html")
      try program.write([0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 1, 2, 3], to: "z.html")
      try program.write(String(repeating: "<p>word ", count: 5000), to: "large.html")
      try FileManager.default.createDirectory(
        atPath: program.path("void"), withIntermediateDirectories: true)
      let names = ["missing.html", "empty.html", "p.html", "z.html", "large.html", "void"]
      let outcome = try program.run(["add", "--max-bytes", "30000"] + names + ["good.txt"])
      #expect(outcome.status == 1)
      for name in names { #expect(outcome.errors.contains("dateline: add: \(name): ")) }
      #expect(outcome.errors.contains("more than the limit of 30000 (--max-bytes sets it)"))
      #expect(outcome.errors.hasSuffix("1 added, 0 new versions, 0 unchanged, 6 failed\n"))
    }
  }

  @Test func archivesThatAreNoneAreRefused() throws {
    try withProgram { program in
      try program.write("words", to: "notes.sqlite")
      try program.write(story("Storm"), to: "a.txt")
      for (arguments, message) in [
        (["add", "--archive", "notes.sqlite", "a.txt"], "this is no archive of Dateline"),
        (["search", "--archive", "none.sqlite", "a"], "there is no archive here yet"),
        (["verify", "--archive", "."], "this is a folder"),
        (["add", "--archive", "/proc/x/a.sqlite", "a.txt"], "its folder cannot be made"),
      ] {
        let outcome = try program.run(arguments)
        #expect(outcome.status == 1)
        #expect(outcome.errors.contains(message), "\(outcome.errors)")
      }
      #expect(try String(contentsOfFile: program.path("notes.sqlite"), encoding: .utf8) == "words")
    }
  }

  @Test(arguments: [
    ["add"], ["add", "--url", "ftp://a.example/", "a"],
    ["add", "--url", "https://a.example/", "a", "b"],
    ["add", "--manifest", "m", "a"], ["show"], ["search"], ["search", "?!"],
    ["search", "before:soon"], ["export", "1"], ["verify", "1"], ["search", "-n", "0", "a"],
  ])
  func wrongUsageIsStatusTwo(arguments: [String]) throws {
    try withProgram { program in
      let outcome = try program.run(arguments)
      #expect(outcome.status == 2)
    }
  }

  @Test func hostileTextReachesNoTerminal() throws {
    try withProgram { program in
      let title = "Storm \u{1B}]0;owned\u{7}\u{9B}31m closes \u{202E}harbour"
      try program.write(story(title), to: "\u{1B}[2J.txt")
      var said = try program.run(["add", "\u{1B}[2J.txt", "\u{1B}[3J.txt"]).errors
      for arguments in [
        ["show", "1"], ["show", "-f", "versions", "1"], ["show", "-f", "text", "1"],
        ["show", "-f", "html", "1"], ["search", "storm"], ["search", "-f", "json", "storm"],
        ["show", "-f", "json", "1"], ["export"], ["show", "\u{1B}[31m"], ["search", "\u{1B}a"],
      ] {
        let outcome = try program.run(arguments)
        said += outcome.output + outcome.errors
      }
      let unsafe = said.unicodeScalars.filter { scalar in
        (scalar.value < 0x20 && scalar != "\n") || (0x7F...0x9F).contains(scalar.value)
      }
      #expect(unsafe.isEmpty)
    }
  }

  /// Pages may be gone tomorrow; a record can be made at any time.
  @Test func withoutALanguageModelPagesAreKeptAndTheReasonIsSaid() throws {
    try withProgram { program in
      try program.write(story("Storm closes harbour for days"), to: "storm.txt")
      let place = ["DATELINE_MODEL": program.path("nowhere")]
      let named = try program.run(["add", "storm.txt"], environment: place)
      #expect(named.status != 0)
      #expect(named.errors.contains("nowhere"))
      #expect(try program.run(["add", "--model", "none", "storm.txt"]).status != 0)
      let without = try program.run(["add", "--no-record", "storm.txt"], environment: place)
      #expect(without.status == 0)
      #expect(without.errors == "1 added, 0 new versions, 0 unchanged, 0 failed\n")
    }
  }

  @Test func killedAtAnyMomentTheArchiveIsWholeAndTheSameCommandGoesOn() throws {
    try withProgram { program in
      let count = 400
      for number in 0..<count {
        try program.write(story("Storm \(number) closes harbour"), to: "\(1000 + number).txt")
      }
      let path = program.path("archive.sqlite")
      func reports() throws -> Int {
        guard FileManager.default.fileExists(atPath: path) else { return 0 }
        // The file is there before its schema is.
        return (try? Archive.open(path: path, mode: .read).counts().reports) ?? 0
      }
      let command = ["add", "--no-record", "--archive", path, "."]
      var kept = 0
      var kills = 0
      for share in [0, 20, 60, 120, 250] {
        kills += try program.kill(command) { try reports() >= share } ? 1 : 0
        let now = try reports()
        #expect(now >= kept)
        kept = now
        guard now > 0 else { continue }
        #expect(try program.run(["verify", "--archive", path]).status == 0)
      }
      #expect(kills >= 3)
      let last = try program.run(command)
      #expect(last.status == 0)
      #expect(
        last.errors.hasSuffix(
          "\(count - kept) added, 0 new versions, \(kept) unchanged, 0 failed\n"))
      #expect(try program.run(["verify", "--archive", path]).status == 0)
    }
  }

  @Test func twoAddsAtOnceKeepEverythingOnce() throws {
    try withProgram { program in
      for number in 0..<60 {
        try program.write(story("Storm \(number) closes harbour"), to: "\(100 + number).txt")
      }
      let outcomes = Outcomes()
      DispatchQueue.concurrentPerform(iterations: 2) { _ in
        outcomes.append(
          Result { try program.run(["add", "--no-record", "--archive", "a.sqlite", "."]) })
      }
      let all = try outcomes.all.map { try $0.get() }
      #expect(all.map(\.status) == [0, 0], "\(all.map(\.errors))")
      let archive = try Archive.open(path: program.path("a.sqlite"), mode: .update)
      #expect(try archive.counts().versions == 60)
      #expect(try archive.verify().faults.isEmpty)
    }
  }
}

/// What several threads came to.
private final class Outcomes: @unchecked Sendable {
  // Guarded by the lock.
  private var results: [Result<Program.Outcome, any Error>] = []
  private let lock = NSLock()

  var all: [Result<Program.Outcome, any Error>] { lock.withLock { results } }

  func append(_ result: Result<Program.Outcome, any Error>) {
    lock.withLock { results.append(result) }
  }
}
