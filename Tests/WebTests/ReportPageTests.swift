import Foundation
import Records
import Testing
import Web

/// The report page: what it shows, and what it never lets through.
@Suite struct ReportPageTests {
  private func page(_ article: Article) throws -> String {
    let sample = try SampleArchive([article])
    defer { sample.remove() }
    return try sample.page("/report/1")
  }

  @Test(arguments: [
    "<p class=\"eyebrow\">Politics</p>", "<h1>Ministers agree to reopen ferry talks</h1>",
    "<bdi>Mira Solvik</bdi> and <bdi>Tomas Rehn</bdi>", "agency: <bdi>NPA</bdi>",
    "<time datetime=\"2025-03-04T09:20:00+01:00\">4 March 2025, 09:20</time>",
    "<p class=\"caption\">The quay</p>", "Photo: <bdi>Ida Berg</bdi>",
    "picture at img.post.example",
    "Video, 2 min 14 s", "video at post.example", "<p class=\"caption\">The harbour at night</p>",
    "Sound, 1 min 2 s · at the outlet",
    "<h2 id=\"b2\" data-step>What was agreed</h2>", "<li>A second meeting</li>",
    "<td>1998</td><td>41,000</td>", "<p>Nobody has asked the islanders.</p>",
    "<article class=\"article\" lang=\"en\" dir=\"ltr\">",
    "<dt>Headline</dt><dd><span title=\"h1\">the page&#39;s main heading</span>",
    "<dt>First published</dt><dd><span title=\"json-ld\">JSON-LD</span>",
    "<dt>x-later</dt><dd><code>somewhere</code>",
    "href=\"/search?q=topic%3A%22Northern%20Sea%22\"", "<dt>Language</dt><dd>English</dd>",
    "rel=\"noreferrer noopener external\"",
  ])
  func shows(part: String) throws {
    #expect(try page(.ferryTalks).contains(part))
  }

  @Test func hasOneHeadingAndLandmarks() throws {
    let page = try page(.ferryTalks)
    #expect(page.components(separatedBy: "<h1").count == 2)
    for landmark in ["<header", "<nav", "<main", "<aside", "<footer"] {
      #expect(page.contains(landmark))
    }
  }

  @Test func hostileWordsStayWords() throws {
    let attack = "</p><script>alert(1)</script><img src=x onerror=alert(2)>\u{1B}[31m\u{0}"
    var article = Article()
    article.title = attack
    article.kicker = attack
    article.lead = attack
    article.authors = [attack]
    article.agencies = [attack]
    article.topics = [attack]
    article.publisher = attack
    article.language = "\"><script>"
    article.canonical = "javascript:alert(1)"
    article.images = [Image(url: "javascript:alert(1)", caption: attack, credit: attack)]
    article.videos = [Recording(title: attack, url: "data:text/html,<script>", duration: -1)]
    article.blocks = [
      Block(.text, text: attack), Block(.list, items: [attack]), Block(.table, items: [attack]),
      Block(.image, media: 0), Block(.image, media: 9), Block(.video, media: -1),
    ]
    article.provenance = ["title": attack, attack: attack]
    let page = try page(article)
    #expect(page.components(separatedBy: "<script").count == 2)  // our own, in the head
    #expect(!page.contains("<img"))
    #expect(!page.contains("href=\"javascript:"))
    #expect(!page.contains("href=\"data:"))
    #expect(!page.contains("\u{1B}") && !page.contains("\u{0}"))
    #expect(page.contains("&lt;script&gt;alert(1)"))
  }

  @Test(arguments: PageKind.allCases)
  func kindsAreSaidInWords(kind: PageKind) throws {
    var article = Article()
    article.kind = kind
    let page = try page(article)
    #expect(page.contains("<p class=\"notice\"") == (kind != .article))
  }

  @Test func rightToLeft() throws {
    var article = Article()
    article.title = "استئناف محادثات العبّارة"
    article.language = "ar"
    let page = try page(article)
    #expect(page.contains("<article class=\"article\" lang=\"ar\" dir=\"rtl\">"))
  }

  @Test func topicsLeadToTheirReports() throws {
    let sample = try SampleArchive([.ferryTalks])
    defer { sample.remove() }
    let found = try sample.page("/search?q=topic%3A%22Northern%20Sea%22")
    #expect(found.contains("1 report with"))
  }

  @Test func olderVersionsAreSaidToBeOld() throws {
    let sample = try SampleArchive([.ferryTalks])
    defer { sample.remove() }
    var changed = Article.ferryTalks
    changed.title = "Ferry talks put off"
    try sample.add(changed, name: "page-0.html", bytes: "changed")
    let newest = try sample.page("/report/1")
    #expect(newest.contains("<del><bdi>Ministers agree to reopen ferry talks</bdi></del>"))
    #expect(newest.contains("<ins><bdi>Ferry talks put off</bdi></ins>"))
    #expect(!newest.contains("not the newest"))
    let old = try sample.page("/report/1/version/1")
    #expect(old.contains("This is version 1 of 2, not the newest."))
    #expect(old.contains("<h1>Ministers agree to reopen ferry talks</h1>"))
  }
}
