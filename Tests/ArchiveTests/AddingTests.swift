import Archive
import Records
import Testing

@Suite("Adding pages")
struct AddingTests {
  let samples: Samples

  init() throws { samples = try Samples() }

  @Test func keepsWhatWasRead() throws {
    let article = Samples.article(
      "Harbour closes", published: "2025-01-13T09:20:00+01:00", publisher: "The Quay Post")
    try samples.add(article, url: "https://www.quay.example/a?utm_source=mail#top", bytes: "<p>x")
    let report = try #require(try samples.archive.report(id: 1))
    #expect(report.article == article)
    #expect(report.summary.address == "https://www.quay.example/a?utm_source=mail")
    #expect(report.summary.outlet?.host == "quay.example")
    #expect(report.summary.outlet?.name == "The Quay Post")
    #expect(report.latest.text == "Harbour closes\nThe harbour was closed.")
    #expect(report.summary.words == 6)
    #expect(report.versions.count == 1)
    #expect(report.versions[0].fetched == Samples.fetched)
    #expect(try samples.archive.bytes(ofVersion: 1) == Array("<p>x".utf8))
  }

  @Test func samePageAgainChangesNothing() throws {
    let article = Samples.article("Harbour closes")
    let first = try samples.add(article, url: "https://quay.example/a")
    #expect(first == .newReport(report: 1, version: 1))
    for same in ["https://quay.example/a", "http://www.QUAY.example:80/a#x"] {
      #expect(try samples.add(article, url: same) == .unchanged(report: 1, version: 1))
    }
    #expect(try samples.archive.counts() == Counts(reports: 1, versions: 1, outlets: 1, words: 6))
  }

  @Test func changedPageBecomesVersionAndOldBytesStayKnown() throws {
    let url = "https://quay.example/a"
    let old = Samples.article("Harbour closes")
    try samples.add(old, url: url)
    let new = Samples.article("Harbour reopens")
    #expect(try samples.add(new, url: url) == .newVersion(report: 1, version: 2, number: 2))
    #expect(try samples.add(old, url: url) == .unchanged(report: 1, version: 1))
    let report = try #require(try samples.archive.report(id: 1))
    #expect(report.article.title == "Harbour reopens")
    #expect(report.versions.map(\.title) == ["Harbour closes", "Harbour reopens"])
    #expect(try samples.archive.version(id: 1)?.article.title == "Harbour closes")
  }

  @Test func givenAddressGoesBeforeCanonicalBeforeName() throws {
    let article = Samples.article("A", canonical: "https://quay.example/canonical")
    try samples.add(article, url: "https://quay.example/given", bytes: "1")
    try samples.add(article, bytes: "2")
    try samples.add(Samples.article("B"), name: "/pages/b.html", bytes: "3")
    let reports = try samples.archive.latestReports(limit: 10)
    #expect(
      Set(reports.map(\.address)) == [
        "https://quay.example/given", "https://quay.example/canonical", nil,
      ])
    #expect(Set(reports.map(\.latest.identified)) == [.given, .canonical, .name])
  }

  @Test func canonicalOfTheFrontDoorIsNoIdentity() throws {
    for name in ["/a", "/b"] {
      let article = Samples.article("Page " + name, canonical: "https://quay.example/")
      guard case .newReport = try samples.add(article, name: name) else {
        Issue.record("\(name) became a version of another page")
        return
      }
    }
    var front = Samples.article("Front", canonical: "https://quay.example/")
    front.kind = .index
    try samples.add(front, name: "/c")
    #expect(try samples.archive.find("https://quay.example") == .version(report: 3, version: 3))
  }

  @Test func knownPageIsFoundBeforeReading() throws {
    let bytes = Array("<p>x".utf8)
    let article = Samples.article("A", canonical: "https://quay.example/a")
    try samples.add(article, name: "/pages/a.html", bytes: "<p>x")
    func known(_ name: String, url: String? = nil) throws -> Bool {
      let identity = PageIdentity(
        name: name, given: url.flatMap(ReportAddress.init), bytes: bytes)
      return try samples.archive.version(of: identity) != nil
    }
    #expect(try known("/pages/copy.html"))
    #expect(try known("/pages/a.html", url: "https://quay.example/a"))
    #expect(try !known("/pages/a.html", url: "https://quay.example/b"))
  }

  @Test func sameBytesUnderTwoAddressesAreTwoReportsAndOnePage() throws {
    let article = Samples.article("Wire copy")
    try samples.add(article, url: "https://one.example/a", bytes: "same")
    try samples.add(article, url: "https://two.example/a", bytes: "same")
    #expect(try samples.archive.counts().reports == 2)
    #expect(try samples.archive.outlets().map(\.reports) == [1, 1])
    #expect(try samples.archive.verify().faults.isEmpty)
  }

  @Test func latestReportsGoByPublicationAndDoNotTrustTheFuture() throws {
    for (title, day) in [
      ("old", "2024-05-01"), ("new", "2025-05-01"), ("undated", nil), ("bogus", "2099-01-01"),
    ] {
      try samples.add(Samples.article(title, published: day), name: "/" + title)
    }
    let titles = try samples.archive.latestReports(limit: 10).map(\.title)
    #expect(titles == ["bogus", "new", "old", "undated"])
    let pages = try (0..<5).map { offset in
      try samples.archive.latestReports(limit: 1, offset: offset).map(\.title)
    }
    #expect(pages == [["bogus"], ["new"], ["old"], ["undated"], []])
    #expect(
      try samples.archive.latestReports(limit: 2, offset: 2).map(\.title) == ["old", "undated"])
  }

  @Test(arguments: ["", "ftp://a.example/", "a.example", "https://", "https://a b/", "http:///x"])
  func whatIsNoWebAddress(text: String) { #expect(ReportAddress(text) == nil) }

  @Test(arguments: [
    ("https://www.a.example", "//a.example/"),
    (" HTTP://A.example:80/x/?b=1&utm_medium=mail&fbclid=2#c ", "//a.example/x/?b=1"),
    ("https://user@a.example:8080/?q", "//a.example:8080/?q"),
    ("https://www.example/", "//www.example/"),
  ])
  func keyOfAddress(text: String, key: String) { #expect(ReportAddress(text)?.key == key) }
}
