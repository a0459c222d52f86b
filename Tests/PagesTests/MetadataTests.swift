import Pages
import Records
import Testing

/// What a page says of itself, and how it is weighed, on small made-up pages.
@Suite struct MetadataTests {
  static func read(_ html: String, url: String? = "https://www.example.org/a/rain") -> Article {
    let tree = HTMLParser.parse(Array(html.utf8))
    let declared = MetadataReader.declared(in: tree, url: url)
    var article = Article()
    MetadataReader.resolve(declared, content: Content(), tree: tree, url: url, into: &article)
    return article
  }

  // MARK: Headline

  static let headlines: [(String, String, String?)] = [
    (
      "<title>Rain floods the valley - Valley Post</title><h1>Rain floods the valley</h1>",
      "Rain floods the valley", nil
    ),
    // The site's name as h1 is no headline.
    (
      """
      <meta property="og:site_name" content="Valley Post">
      <meta property="og:title" content="Rain floods the valley | Valley Post">
      <h1><a href="/">Valley Post</a></h1><h2>Rain floods the valley</h2>
      """, "Rain floods the valley", nil
    ),
    (
      """
      <meta property="og:title" content="Rain floods the valley">
      <h1><span class="kicker">Weather</span> <span>Rain floods the valley</span></h1>
      """, "Rain floods the valley", "Weather"
    ),
    (
      "<h1><span class=overline>Weather</span><span aria-hidden> - </span>Rain floods us all</h1>",
      "Rain floods us all", "Weather"
    ),
    // A word in italics is no kicker.
    ("<h1><i>Rain</i> floods the valley</h1>", "Rain floods the valley", nil),
    ("<title>Rain &amp;amp; hail &amp;quot;soon&amp;quot;</title>", "Rain & hail \"soon\"", nil),
    (
      "<meta property=og:title content='Rain floods the valley'><h1>Storm: Rain floods the valley</h1>",
      "Rain floods the valley", "Storm"
    ),
    // In a breadcrumb stands the wording for search engines.
    (
      """
      <title>Flood: rain, valley</title>
      <meta property="og:title" content="Rain floods the valley">
      <ol><li><h1>Flood: rain, valley</h1></li></ol><h2>Rain floods the valley</h2>
      """, "Rain floods the valley", nil
    ),
    // The printed headline wins over the one for social media.
    (
      """
      <meta property="og:title" content="You won't believe this rain">
      <h1>Rain floods the valley</h1>
      """, "Rain floods the valley", nil
    ),
    (
      """
      <title>Rain floods the valley | Valley Post</title>
      <nav><h1>Menu</h1></nav><h2>Rain floods the valley</h2>
      """, "Rain floods the valley", nil
    ),
  ]

  @Test(arguments: headlines) func findsTheHeadline(html: String, title: String, kicker: String?) {
    let article = Self.read(html)
    #expect(article.title == title)
    #expect(article.kicker == kicker)
  }

  @Test func findsTheKickerAboveTheHeadline() {
    let article = Self.read(
      "<article><p class=eyebrow>Weather</p><h1>Rain floods the valley</h1></article>")
    #expect(article.kicker == "Weather")
    #expect(article.provenance["kicker"] != nil)
  }

  // MARK: JSON-LD

  @Test func takesTheArticleNotItsNeighbours() {
    let article = Self.read(
      """
      <script type="application/ld+json">{"@graph": [
        {"@type": "ItemList", "itemListElement": [{"@type": "NewsArticle",
          "headline": "Snow in June", "author": "Old Author", "datePublished": "2001-01-01"}]},
        {"@type": "NewsArticle", "headline": "Rain floods the valley",
         "author": [{"@id": "#p"}], "datePublished": "2024-05-03T09:20:00+02:00",
         "dateModified": "2024-05-04T10:00:00+02:00", "keywords": ["Rain", "Valley"],
         "publisher": {"@type": "Organization", "name": "Valley Post"}},
        {"@type": "Person", "@id": "#p", "name": "Ana Lind"}]}</script>
      <h1>Rain floods the valley</h1>
      """)
    #expect(article.authors == ["Ana Lind"])
    #expect(article.published?.iso8601 == "2024-05-03T09:20:00+02:00")
    #expect(article.modified?.iso8601 == "2024-05-04T10:00:00+02:00")
    #expect(article.topics == ["Rain", "Valley"])
    #expect(article.publisher == "Valley Post")
    #expect(article.provenance["authors"] == "json-ld")
  }

  @Test func savesWhatBrokenDataHolds() {
    let article = Self.read(
      """
      <script type="application/ld+json">{"@type": "NewsArticle",
      "headline": "He said "rain" twice", "datePublished": "2024-05-03",
      "author": [{"name": </script>
      """)
    #expect(article.title == "He said \"rain\" twice")
    #expect(article.published?.iso8601 == "2024-05-03")
  }

  // MARK: Authors

  static let bylines: [(String, [String])] = [
    ("<p class=byline>By Ana Lind and Bo Berg</p>", ["Ana Lind", "Bo Berg"]),
    ("<p class=byline>Von Ana Lind, Bo Berg und Cem Can</p>", ["Ana Lind", "Bo Berg", "Cem Can"]),
    ("<p class=author>Par Ana Lind | Publié le 3 mai 2024</p>", ["Ana Lind"]),
    ("<p class=author>Text: Ana Lind, Reporterin</p>", ["Ana Lind"]),
    ("<p class=author>ANA LIND Senior Political Correspondent</p>", ["ANA LIND"]),
    ("<p class=author>Текст: Анна Линд</p>", ["Анна Линд"]),
    ("<p class=author>Por Ana Lind y Bo Berg</p>", ["Ana Lind", "Bo Berg"]),
    ("<p>By Ana Lind</p>", ["Ana Lind"]),
    (
      "<div class=byline><span>Ana Maria Lind</span> <span>Bo Carl Berg</span></div>",
      ["Ana Maria Lind", "Bo Carl Berg"]
    ),
    ("<p>By the river stands a house that nobody owns any more, they say.</p>", []),
    (
      "<p class=byline>Written by <a rel=author href=/author/al>Ana Lind</a>, 3 min</p>",
      ["Ana Lind"]
    ),
    ("<div class=comment><span class=author>Bo Berg</span></div>", []),
    ("<figure><span class=bildautor>Cem Can</span></figure>", []),
  ]

  @Test(arguments: bylines) func readsBylines(html: String, names: [String]) {
    let article = Self.read("<article><h1>Rain floods the valley</h1>" + html + "</article>")
    #expect(article.authors == names)
  }

  @Test func prefersPeopleToHouses() {
    let article = Self.read(
      """
      <meta property="og:site_name" content="Valley Post"><meta name=author content="Valley Post">
      <h1>Rain floods the valley</h1><p class=byline>By Ana Lind</p>
      """)
    #expect(article.authors == ["Ana Lind"])
  }

  @Test func keepsTheHouseWhereItIsAllThereIs() {
    let article = Self.read(
      """
      <meta property="og:site_name" content="Valley Post"><meta name=author content="Valley Post">
      <meta property="article:author" content="https://social.example/valleypost">
      <h1>Rain floods the valley</h1>
      """)
    #expect(article.authors == ["Valley Post"])
  }

  @Test func setsAgenciesApart() {
    let article = Self.read(
      "<meta name=author content='dpa/AFP'><h1>Rain floods the valley</h1>")
    #expect(article.authors.isEmpty)
    #expect(article.agencies == ["dpa", "AFP"])
  }

  @Test func namesAnAgencyOnce() {
    let article = Self.read(
      """
      <meta name=author content="The Associated Press"><h1>Rain floods the valley</h1>
      <p class=byline>By Associated Press</p>
      """)
    #expect(article.agencies == ["The Associated Press"])
    #expect(Agencies.canonical("The Associated Press") == "AP")
    #expect(Agencies.canonical("Ana Lind, AP") == nil)
  }
}
