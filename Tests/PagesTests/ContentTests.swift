import Records
import Testing

@testable import Pages

/// Pages made of a body: `Content` as the extractor finds it.
enum ContentPage {
  static let sentence =
    "The council met on Monday, talked for two hours, and left the bridge as it is."
  static let other =
    "Nobody in the room, said the clerk, had asked for the plan to be read aloud again."
  static let third =
    "A vote is due in May, when the river is low and the old piers can be seen by all."

  static func paragraphs(_ count: Int = 5, from first: Int = 1) -> String {
    (first..<(first + count)).map { "<p>Part \($0) of it. \(sentence) \(other) \(third)</p>" }
      .joined()
  }

  static func article(around part: String) -> String {
    "<article><h1>Council leaves bridge alone</h1>" + paragraphs(3) + part + paragraphs(2, from: 4)
      + "</article>"
  }

  static func content(_ body: String, declared: Declared? = nil) -> Content {
    let tree = HTMLParser.parse(Array("<!DOCTYPE html><html><body>\(body)</body></html>".utf8))
    let declared = declared ?? MetadataReader.declared(in: tree, url: nil)
    return ContentExtractor.extract(from: tree, declared: declared, url: "https://example.org/a")
  }

  /// The words of text, subhead and quote blocks.
  static func lines(_ body: String) -> [String] {
    content(body).blocks.filter { $0.media == nil && $0.items.isEmpty }.map(\.text)
  }
}

@Suite struct ContentTests {
  @Test func findsArticleBetweenFurniture() {
    let lines = ContentPage.lines(
      """
      <nav><a href=/>Home</a><a href=/news>News and more of it</a></nav>
      <header><a href=/>The Daily Bridge, founded in the year of the flood</a></header>
      <main><article><h1>Council leaves bridge alone</h1>\(ContentPage.paragraphs())</article>
      <aside><h2>Most read</h2><p>\(ContentPage.sentence)</p></aside></main>
      <footer><p>The Daily Bridge is printed by the river, on paper, and sold in all the towns.</p></footer>
      """)
    #expect(lines.count == 5)
    #expect(lines.allSatisfy { $0.hasPrefix("Part ") })
  }

  @Test func keepsSubheadsListsQuotesTablesAndCode() {
    let content = ContentPage.content(
      """
      <article><h1>Council leaves bridge alone</h1>\(ContentPage.paragraphs(2))
      <h2>What comes next</h2>\(ContentPage.paragraphs(1, from: 3))
      <ul><li>Plans are due in March, by the end of the month</li><li>Work starts in <b>June</b></li></ul>
      <blockquote><p>We shall not touch it, whatever they say.</p></blockquote>
      <table><tr><th>Year</th><th>Cost</th></tr><tr><td>2024</td><td>3 million</td></tr></table>
      <pre>bridge = open\n  river = low</pre>
      \(ContentPage.paragraphs(1, from: 4))</article>
      """)
    #expect(
      content.blocks.map(\.kind) == [
        .text, .text, .subhead, .text, .list, .quote, .table, .code, .text,
      ])
    #expect(content.blocks[4].items.count == 2)
    #expect(content.blocks[4].items[1] == "Work starts in June")
    #expect(content.blocks[6].items == ["Year\tCost", "2024\t3 million"])
    #expect(content.blocks[7].text == "bridge = open\n  river = low")
  }

  @Test(arguments: [
    "<p><a href=/b>Read more: the bridge of last year and what became of it</a></p>",
    "<p>Read more: <a href=/b>the bridge of last year</a></p>",
    "<div class=related-posts><p>The mill by the river</p><p>The clerk and his dog</p></div>",
    "<div class=newsletter-box><p>Our letter on Friday brings the best of the bridge to you.</p></div>",
    "<p>Sign up for our newsletter, delivered to your inbox every Friday.</p>",
    "<div class=share-bar><span>Share this report on all networks</span></div>",
    "<section class=comments><p>I never liked that bridge, it is too narrow, and so are they.</p></section>",
    "<div class=infobox><h3>The bridge in figures</h3><p>Length: 200 metres. Built 1901.</p></div>",
    "<div class=author-bio><p>Ana Lind has written about bridges since 1990, and lives by one.</p></div>",
    "<p style='display:none'>This line is not shown to anybody who reads the page, we think.</p>",
    "<div class=card><h3><a href=/c>The mill by the river is sold</a></h3><p>It was old.</p></div>",
    "<figure><img src=/b.jpg><figcaption>The bridge at dawn, seen from the mill.</figcaption></figure>",
    "<p>Photo: Ana Lind / AP</p>",
  ])
  func leavesFurnitureOut(_ furniture: String) {
    #expect(
      ContentPage.lines(ContentPage.article(around: furniture))
        == ContentPage.lines(ContentPage.article(around: "")))
  }

  @Test(arguments: [
    "<p>Read more books, said the clerk, and you will know why the bridge stands, and for whom.</p>",
    "<p>He shared the bread with <a href=/x>the mayor</a>, who had brought <a href=/y>the wine</a>.</p>",
    "<p class=paywall>\(ContentPage.sentence) So said the clerk, who had been there.</p>",
    "<p>It stays.</p>",
    "<div><p>The letter, the clerk said, had gone out on Friday, and nobody had answered it.</p></div>",
  ])
  func keepsTextThatLooksLikeFurniture(_ text: String) {
    #expect(ContentPage.lines(ContentPage.article(around: text)).count == 6)
  }

  @Test func dropsHeadlineBylineAndDate() {
    let lines = ContentPage.lines(
      """
      <article><h1>Council leaves bridge alone</h1><div class=byline>By Ana Lind</div>
      <div>4 May 2026, 10:31</div>\(ContentPage.paragraphs(4))<p>msh/ab (AFP)</p></article>
      """)
    #expect(lines.count == 4)
  }

  @Test func takesTextFromBreaks() {
    let lines = ContentPage.lines(
      "<div id=story><h1>Council leaves bridge alone</h1>\(ContentPage.sentence) \(ContentPage.other)"
        + "<br><br>\(ContentPage.third) \(ContentPage.other)<br><br>\(ContentPage.sentence)</div>")
    #expect(lines.count == 3)
  }

  @Test func takesTheArticleOfTheHeadline() {
    let lines = ContentPage.lines(
      """
      <main><article><h1>Council leaves bridge alone</h1>\(ContentPage.paragraphs(3))</article>
      <article><h2>The mill is sold</h2><p>The mill, says its owner, was sold on Friday, and not
      for little. The wheel stays, the roof goes, and the cat moves out in the spring.</p></article></main>
      """)
    #expect(lines.count == 3)
  }

  @Test func survivesDepthAndEmptiness() {
    #expect(ContentPage.content("").blocks.isEmpty)
    let deep = String(repeating: "<div>", count: 100_000) + ContentPage.paragraphs(2)
    #expect(!ContentPage.content(deep).blocks.isEmpty)
  }
}

@Suite struct LeadTests {
  private func lead(_ head: String) -> String? {
    ContentPage.content(
      "<main><header><h1>Council leaves bridge alone</h1>\(head)</header><article>"
        + "\(ContentPage.paragraphs(4))</article></main>"
    ).lead
  }

  @Test(arguments: ["<p class=standfirst>", "<div class=article-lead><p>", "<h2>"])
  func findsLead(_ open: String) {
    #expect(
      lead(open + "The old bridge stays as it is, for now, and the river too.")
        == "The old bridge stays as it is, for now, and the river too.")
  }

  @Test(arguments: [
    "<p class=date>Monday, 4 May 2026, 10 o'clock</p>", "",
    "<nav class=lead><a href=/>All the news of the town and the river</a></nav>",
  ])
  func takesNothingElse(_ head: String) {
    #expect(lead(head) == nil)
  }

  @Test func leavesLeadOutOfBlocks() {
    let content = ContentPage.content(
      "<article><h1>Council leaves bridge alone</h1><p class=intro>The old bridge stays, for now.</p>"
        + "\(ContentPage.paragraphs(4))</article>")
    #expect(content.lead == "The old bridge stays, for now.")
    #expect(content.blocks.count == 4)
  }
}

@Suite struct PictureTests {
  private func images(_ picture: String) -> [Image] {
    ContentPage.content(
      "<article><h1>Council leaves bridge alone</h1>\(ContentPage.paragraphs(2))\(picture)"
        + "\(ContentPage.paragraphs(2))</article>"
    ).images
  }

  @Test func readsFigure() throws {
    let image = try #require(
      images(
        """
        <figure><img src=/small.jpg srcset="/small.jpg 320w, /large.jpg 1280w" alt="A bridge">
        <figcaption>The bridge at dawn. <span class=credit>Ana Lind/AP</span></figcaption></figure>
        """
      ).first)
    #expect(image.url == "https://example.org/large.jpg")
    #expect(image.caption == "The bridge at dawn.")
    #expect(image.credit == "Ana Lind/AP")
    #expect(image.alt == "A bridge")
  }

  @Test func readsCaptionWithoutFigure() throws {
    let image = try #require(
      images(
        "<div class=img-box><img data-src=/b.jpg src=data:x><p>The bridge at dawn. Foto: dpa</p></div>"
      ).first)
    #expect(image.url == "https://example.org/b.jpg")
    #expect(image.caption == "The bridge at dawn.")
    #expect(image.credit == "dpa")
  }

  @Test(arguments: [
    "<img src=/pixel.gif width=1 height=1>", "<img class=author-photo src=/a.jpg>",
    "<aside><img src=/b.jpg></aside>",
  ])
  func leavesOtherPicturesOut(_ picture: String) {
    #expect(images(picture).isEmpty)
  }

  @Test func findsPlayers() {
    let content = ContentPage.content(
      "<article><h1>Council leaves bridge alone</h1>\(ContentPage.paragraphs(2))"
        + "<video src=/v.mp4 poster=/v.jpg title='The bridge opens'></video><audio src=/a.mp3></audio>"
        + "\(ContentPage.paragraphs(2))</article>")
    #expect(
      content.videos
        == [
          Recording(
            title: "The bridge opens", url: "https://example.org/v.mp4",
            poster: "https://example.org/v.jpg")
        ])
    #expect(content.audios == [Recording(url: "https://example.org/a.mp3")])
  }
}

@Suite struct PageKindTests {
  @Test func tellsKinds() {
    let teasers = (0..<60).map {
      "<div><h3><a href=/\($0)>The mill by the river is sold to owner \($0)</a></h3></div>"
    }.joined()
    #expect(ContentPage.content(teasers).kind == .index)
    #expect(ContentPage.content("<div id=app></div>").kind == .shell)
    #expect(ContentPage.content("<article>\(ContentPage.paragraphs(8))</article>").kind == .article)
    var declared = Declared()
    declared.isFree = false
    #expect(
      ContentPage.content("<article>\(ContentPage.paragraphs(1))</article>", declared: declared)
        .kind
        == .stub)
  }
}

@Suite struct HostileContentTests {
  /// Names that say furniture, boxes and teasers, nested or repeated beyond reason: each page is to
  /// take time in proportion to its length, which the time limit stands for.
  @Test(
    .timeLimit(.minutes(1)),
    arguments: [
      ("<div class=share>", "", 5_000), ("<ul><li>item one, and two. ", "", 2_000),
      ("<div class=gallery><h3><a href=x>title of it</a></h3>", "<img src=x>", 1_000),
      ("text, and more of it. <br><br>", "", 2_000),
    ])
  func takesLinearTime(_ part: String, _ end: String, _ count: Int) {
    let page = String(repeating: part, count: count) + ContentPage.paragraphs(2) + end
    #expect(ContentPage.content(page).root != nil)
  }
}
