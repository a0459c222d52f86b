import Pages
import Records
import Testing

/// When a page was published, what it is about and in which language, on small made-up pages.
@Suite struct MetadataDateTests {
  private let read = { (html: String) in MetadataTests.read(html) }

  static let dates: [(String, String?)] = [
    (
      "<meta property='article:published_time' content='2024-05-03T09:20:00+02:00'>",
      "2024-05-03T09:20:00+02:00"
    ),
    (
      "<h1>Rain floods us</h1><p>3 May 2024</p><p>Since 1 January 2020 it rained.</p>", "2024-05-03"
    ),
    (
      "<h1>Rain floods us</h1><time datetime='2024-05-03T09:20Z'>May 3</time>",
      "2024-05-03T09:20:00Z"
    ),
    (
      "<h1>Rain floods us</h1><p>Updated 5 May 2024. First published 3 May 2024</p>", "2024-05-03"
    ),
    // By the headline before "date", which may be that of the page's making.
    ("<meta name=date content=2024-06-01><h1>Rain floods us</h1><p>3 May 2024</p>", "2024-05-03"),
    ("<meta name=date content=2024-06-01><h1>Rain floods us</h1>", "2024-06-01"),
    ("<h1>Rain floods us</h1><footer>© 2024, 3 May 2024</footer>", nil),
    ("<h1>Rain floods us</h1><aside><time datetime=2024-05-03>x</time></aside>", nil),
    // No page of the web is that old.
    ("<meta property='article:published_time' content='1970-01-01'><h1>Rain</h1>", nil),
  ]

  @Test(arguments: dates) func findsThePublication(html: String, expected: String?) {
    #expect(read("<html lang=en>" + html).published?.iso8601 == expected)
  }

  @Test func readsTheAddress() {
    let html = "<h1>Rain floods us</h1>"
    func day(_ url: String) -> String? {
      MetadataTests.read(html, url: url).published?.iso8601
    }
    #expect(day("https://example.org/2024/05/03/rain") == "2024-05-03")
    #expect(day("https://example.org/news/2024-05-03-rain") == "2024-05-03")
    #expect(day("https://example.org/news/20240503/rain") == "2024-05-03")
    #expect(day("https://example.org/item-99924050312") == nil)
    // When a page was archived is not when it was published.
    #expect(
      day("https://archive.example/web/20200101000000/http://example.org/2014/05/03/x")
        == "2014-05-03")
  }

  @Test func keepsTheChange() {
    let article = read(
      """
      <meta property="article:published_time" content="2024-05-03T09:20:00Z">
      <meta property="article:modified_time" content="2024-05-04T09:20:00Z">
      """)
    #expect(article.published?.day == 3)
    #expect(article.modified?.day == 4)
  }

  static let topics: [(String, [String])] = [
    ("<meta name=keywords content='Rain, Valley, News'>", ["Rain", "Valley"]),
    (
      "<meta name=keywords content='Subject: Rain, Page Type: Article, 8f507083-bac4-423a-9015'>",
      ["Rain"]
    ),
    ("<meta name=keywords content='topic/rain, topic/valley'>", ["rain", "valley"]),
    (
      "<h1>Rain</h1><ul class=tags><li><a href=/t/1>Rain</a><li><a href=/t/2>Hail</a></ul>",
      ["Rain", "Hail"]
    ),
    ("<h1>Rain</h1><nav class=tags><a href=/t/1>Sport</a></nav>", []),
    ("<meta property='article:section' content='Weather'>", ["Weather"]),
  ]

  @Test(arguments: topics) func choosesTopics(html: String, expected: [String]) {
    #expect(read(html).topics == expected)
  }

  @Test func believesTheTextBeforeAWrongDeclaration() {
    let german = String(
      repeating: "Der Regen hat das ganze Tal überflutet, und niemand weiß, wann er aufhört. ",
      count: 10)
    let article = read("<html lang=en><p>" + german + "</p>")
    #expect(article.language == "de")
    #expect(article.provenance["language"] == "text")
    #expect(read("<html lang=de_AT><p>" + german + "</p>").language == "de-AT")
    #expect(read("<html lang=fr>").language == "fr")
  }

  @Test func completesTheAddress() {
    #expect(read("<link rel=canonical href='/a/b'>").canonical == "https://www.example.org/a/b")
    #expect(read("<link rel=canonical href='javascript:x'>").canonical == nil)
  }
}
