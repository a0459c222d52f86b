import Foundation
import Records
import TestSupport
import Testing

@Suite struct ReadCommandTests {
  private let page = """
    <!doctype html><html lang=en><head><title>Ferry returns - The Post</title></head><body>
    <nav><a href=/>Home</a></nav><article><h1>Ferry returns</h1>
    <p>The ferry between the two towns will sail again from Monday, the port said on Friday.</p>
    <p>Tickets cost the same as before, and the first ship leaves at six in the morning.</p>
    <p>Passengers had waited for more than a year, and many had moved away in the meantime.</p>
    </article></body></html>
    """

  private func withProgram(_ body: (Program) throws -> Void) throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    try body(try Program(in: folder))
  }

  @Test func printsJSONForAFileAndForStandardInput() throws {
    try withProgram { program in
      try program.write(page, to: "a.html")
      let file = try program.run(["read", "-f", "json", "a.html"])
      let input = try program.run(["read", "-f", "json", "-"], input: Data(page.utf8))
      #expect(file.status == 0 && input.status == 0)
      let article = try JSONReader.read(file.output)
      #expect(article["title"]?.string == "Ferry returns")
      #expect(article["body"]?.array?.isEmpty == false)
      let same = try JSONReader.read(input.output)
      #expect(same["body"] == article["body"])
    }
  }

  /// As `add` takes them.
  @Test func packedPagesAreUnpacked() throws {
    try withProgram { program in
      let packed = Process()
      packed.executableURL = URL(fileURLWithPath: "/usr/bin/env")
      try program.write(page, to: "a.html")
      packed.arguments = ["gzip", program.path("a.html")]
      try packed.run()
      packed.waitUntilExit()
      let outcome = try program.run(["read", "-f", "json", "a.html.gz"])
      #expect(try JSONReader.read(outcome.output)["title"]?.string == "Ferry returns")
      try program.write("no gzip", to: "b.html.gz")
      let damaged = try program.run(["read", "-f", "json", "b.html.gz"])
      #expect(damaged.status == 1 && damaged.errors.contains("b.html.gz: "))
    }
  }

  @Test func badInputsAreNamedAndTheRestIsDone() throws {
    try withProgram { program in
      try program.write(page, to: "good.html")
      try program.write("", to: "empty.html")
      try program.write("%PDF-1.7\n%\u{e2}\n1 0 obj", to: "paper.html")
      let outcome = try program.run(
        ["read", "-f", "jsonl", "missing.html", "empty.html", "paper.html", ".", "good.html"])
      #expect(outcome.status == 1)
      #expect(outcome.output.split(separator: "\n").count == 1)
      for name in ["missing.html", "empty.html", "paper.html", "."] {
        #expect(outcome.errors.contains("dateline: read: \(name): "))
      }
    }
  }

  @Test func aManifestLineThatFailsIsALineOfOutput() throws {
    try withProgram { program in
      try program.write(page, to: "good.html")
      let lines = [
        #"{"id": "1", "file": "\#(program.path("good.html"))", "url": "https://post.example/a"}"#,
        #"{"id": "2", "file": "\#(program.path("missing.html"))"}"#, "not json", "",
      ]
      try program.write(lines.joined(separator: "\n"), to: "m.jsonl")
      let outcome = try program.run(["read", "--format", "jsonl", "--manifest", "m.jsonl"])
      #expect(outcome.status == 0)
      let answers = try outcome.output.split(separator: "\n").map {
        try JSONReader.read(String($0))
      }
      #expect(answers.map { $0["id"]?.string } == ["1", "2", "line 3"])
      #expect(answers.map { $0["error"] == nil } == [true, false, false])
    }
  }

  @Test func aLargePageIsRefusedByItsSize() throws {
    try withProgram { program in
      try program.write(page, to: "a.html")
      let outcome = try program.run(["read", "--max-bytes", "100", "a.html"])
      #expect(outcome.status == 1)
      #expect(outcome.errors.contains("limit of 100 (--max-bytes sets it)"))
    }
  }

  @Test func oneJobOrManyGiveTheSameBytes() throws {
    try withProgram { program in
      var names: [String] = []
      for i in 0..<20 {
        names.append("p\(i).html")
        try program.write(page.replacingOccurrences(of: "Monday", with: "day \(i)"), to: names[i])
      }
      let one = try program.run(["read", "-f", "jsonl", "--jobs", "1"] + names)
      let many = try program.run(["read", "-f", "jsonl", "--jobs", "8"] + names)
      #expect(one.output == many.output)
      #expect(one.output.split(separator: "\n").count == 20)
    }
  }

  @Test func hostileWordsReachNeitherTerminalNorPage() throws {
    try withProgram { program in
      let hostile = page.replacingOccurrences(
        of: "Ferry returns</h1>",
        with: "Ferry&#27;[31m &lt;script&gt;alert(1)&lt;/script&gt; returns</h1>")
      try program.write(hostile, to: "a.html")
      for form in ["markdown", "text", "html", "jsonl"] {
        let outcome = try program.run(["read", "-f", form, "a.html"])
        #expect(outcome.status == 0)
        #expect(!outcome.output.unicodeScalars.contains("\u{1B}"))
        if form == "html" { #expect(!outcome.output.contains("<script")) }
      }
    }
  }

  @Test(arguments: [
    [], ["nonsense"], ["read"], ["read", "--format", "pdf", "x"], ["read", "--nope"],
  ])
  func wrongUsageEndsWithTwo(arguments: [String]) throws {
    try withProgram { program in
      let status = try program.run(arguments).status
      #expect(status == 2)
    }
  }
}
