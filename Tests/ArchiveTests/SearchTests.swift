import Archive
import Records
import Testing

@Suite("Full-text search")
struct SearchTests {
  let samples: Samples

  init() throws {
    samples = try Samples()
    var harbour = Samples.article(
      "Harbour closes after storm", body: "Ships wait off Marsel. The mayor spoke of a disaster.",
      published: "2025-01-13T09:20:00+01:00", publisher: "The Quay Post")
    harbour.authors = ["Ada Lind"]
    harbour.images = [Image(caption: "A crane bends over the pier")]
    try samples.add(harbour, url: "https://news.quay.example/harbour")
    try samples.add(
      Samples.article(
        "Bürgermeister besucht den Hafen", body: "Der Sturm ist vorüber.",
        published: "2025-02-01", language: "de-AT", publisher: "Küstenblatt"),
      url: "https://kueste.example/hafen")
    try samples.add(
      Samples.article("東京の港が閉鎖", body: "嵐の後、船が待っている。", language: "ja"),
      url: "https://minato.example/1")
    try samples.add(
      Samples.article("Budget vote", body: "A storm of protest over the harbour tax."),
      name: "/pages/budget.html")
  }

  @Test(arguments: [
    ("harbour", ["Harbour closes after storm", "Budget vote"]),
    ("HARBOUR mayor", ["Harbour closes after storm"]),
    ("title:harbour", ["Harbour closes after storm"]),
    ("\"storm of protest\"", ["Budget vote"]),
    ("\"protest of storm\"", []),
    ("harbour -tax", ["Harbour closes after storm"]),
    ("harbour -\"harbour tax\"", ["Harbour closes after storm"]),
    ("burgermeister", ["Bürgermeister besucht den Hafen"]),
    ("burger*", ["Bürgermeister besucht den Hafen"]),
    ("burger", []),
    ("mayor OR Sturm lang:de", ["Bürgermeister besucht den Hafen"]),
    ("港", ["東京の港が閉鎖"]),
    ("東京の港", ["東京の港が閉鎖"]),
    ("京東", []),
    ("crane", ["Harbour closes after storm"]),
    ("author:lind", ["Harbour closes after storm"]),
    ("author:mayor", []),
    ("storm from:quay.example", ["Harbour closes after storm"]),
    ("from:küsten", ["Bürgermeister besucht den Hafen"]),
    ("from:uay.example", []),
    ("from:%", []),
    ("after:2025-01-13 before:2025-02", ["Harbour closes after storm"]),
    ("after:2025-01-14", ["Bürgermeister besucht den Hafen"]),
    ("before:2025", []),
    ("lang:EN -protest", ["Harbour closes after storm"]),
    ("-storm lang:ja", ["東京の港が閉鎖"]),
  ])
  func finds(query: String, titles: [String]) throws {
    #expect(Set(try samples.titles(query)) == Set(titles))
  }

  @Test(arguments: [
    "\"", "\"\"\"", "*", "a AND", "NEAR(a b", "NOT", "(", "title : x", "{title} : x", "^x", "a + b",
    "-", "--", "-\"", "OR", "OR OR x", "x OR", "'; DROP TABLE reports; --", "a\0b", "\u{2}x\u{3}",
    "title:", "from:", "title:\"", "x\u{301}", "\u{301}", "😀", "a\\", "col:x", "\"a\"*", "*a",
    "‘x’",
  ])
  func hostileQueryIsNoSyntaxError(query: String) throws {
    do throws(SearchQueryError) {
      let query = try SearchQuery(parsing: query)
      #expect(throws: Never.self) { try samples.archive.search(query) }
    } catch {
      #expect(error == .empty)
    }
  }

  @Test func titleOutweighsBody() throws {
    #expect(try samples.titles("harbour").first == "Harbour closes after storm")
  }

  @Test func snippetLightsTheWords() throws {
    let hit = try #require(
      try samples.archive.search(SearchQuery(parsing: "mayor storm")).hits.first)
    let words = hit.title.segments.filter(\.isLit).map(\.text)
    #expect(words == ["storm"])
    #expect(hit.title.text == "Harbour closes after storm")
    #expect(hit.title.lit == [21..<26])
    #expect(hit.snippet.segments.contains { $0.isLit })
  }

  @Test func snippetShowsNoZeroWidthSpaces() throws {
    let hit = try #require(try samples.archive.search(SearchQuery(parsing: "東京")).hits.first)
    #expect(hit.title.text == "東京の港が閉鎖")
    #expect(hit.title.segments.first?.isLit == true)
  }

  @Test func controlCharactersOfAPageMakeNoMarks() throws {
    try samples.add(
      Samples.article("\u{2}not lit\u{3} zebra", body: "x\u{1B}[31m"), name: "/hostile")
    let hit = try #require(try samples.archive.search(SearchQuery(parsing: "zebra")).hits.first)
    #expect(hit.title.segments.filter(\.isLit).map(\.text) == ["zebra"])
  }

  @Test func onlyTheLatestVersionIsSearched() throws {
    let url = "https://news.quay.example/harbour"
    try samples.add(Samples.article("Harbour open again"), url: url)
    #expect(try samples.titles("mayor") == [])
    #expect(try samples.titles("again") == ["Harbour open again"])
  }

  @Test func pagesWithTotal() throws {
    for number in 0..<25 {
      try samples.add(Samples.article("Ferry \(number)"), name: "/ferry/\(number)")
    }
    var query = try SearchQuery(parsing: "ferry")
    query.limit = 10
    query.offset = 20
    let page = try samples.archive.search(query)
    #expect(page.total == 25)
    #expect(page.hits.count == 5)
  }

  @Test func tooManyWordsAreRefused() {
    let words = (0...SearchQueryError.wordLimitForTests).map { "w\($0)" }.joined(separator: " ")
    #expect(throws: SearchQueryError.tooLong(limit: SearchQueryError.wordLimitForTests)) {
      try SearchQuery(parsing: words)
    }
  }

  @Test func asManyWordsAsAllowedCanBeSearched() throws {
    let words = (0..<SearchQueryError.wordLimitForTests).map { "w\($0) -v\($0)" }
      .prefix(SearchQueryError.wordLimitForTests / 2).joined(separator: " ")
    #expect(try samples.titles(words) == [])
  }

  @Test(arguments: ["before:yesterday", "after:2025-1-1", "after:", "before:2025-01-01-01"])
  func whatIsNoDay(query: String) {
    #expect(throws: SearchQueryError.self) { try SearchQuery(parsing: query) }
  }
}

extension SearchQueryError {
  fileprivate static let wordLimitForTests = 64
}
