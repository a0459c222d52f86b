import Archive
import Records
import Testing

@Suite("Finding a report by what a person types")
struct FindingTests {
  let samples: Samples

  init() throws {
    samples = try Samples()
    try samples.add(Samples.article("One"), url: "https://www.quay.example/2025/one")
    try samples.add(Samples.article("One changed"), url: "https://quay.example/2025/one")
    try samples.add(Samples.article("Two"), url: "https://quay.example/2025/two")
    try samples.add(Samples.article("Three"), name: "/pages/three.html")
  }

  @Test(arguments: [
    ("1", Finding.version(report: 1, version: 2)), ("1.1", .version(report: 1, version: 1)),
    ("1.2", .version(report: 1, version: 2)), ("1.3", .none), ("9", .none), ("-1", .none),
    ("1.", .none), ("1.1.1", .none), ("", .none), ("%", .none),
    ("https://quay.example/2025/one", .version(report: 1, version: 2)),
    ("http://www.quay.example/2025/one#top", .version(report: 1, version: 2)),
    ("quay.example/2025/t", .version(report: 2, version: 3)),
    ("https://www.quay.example/2025/t", .version(report: 2, version: 3)),
    (
      "quay.example",
      .ambiguous(["https://www.quay.example/2025/one", "https://quay.example/2025/two"])
    ),
    ("/pages/three.html", .version(report: 3, version: 4)),
    ("/pages/", .version(report: 3, version: 4)), ("/other/", .none),
  ])
  func finds(text: String, finding: Finding) throws {
    #expect(try samples.archive.find(text) == finding)
  }

  @Test func findsByHash() throws {
    let hash = try #require(try samples.archive.version(id: 1)).info.sha256.hex
    for text in [hash, String(hash.prefix(10)), String(hash.prefix(9)).uppercased()] {
      // Ten digits alone would be a report's number.
      guard Int(text) == nil else { continue }
      #expect(try samples.archive.find(text) == .version(report: 1, version: 1))
    }
  }
}
