import Archive
import Foundation
import Records
import Testing
import Web

/// The routes and what every answer carries, without a socket.
@Suite struct ReaderTests {
  @Test func everyPageIsProtected() throws {
    let sample = try SampleArchive([.ferryTalks])
    defer { sample.remove() }
    for target in ["/", "/report/1", "/nothing", "/%", "/static/x/style.css"] {
      let response = try sample.get(target)
      let policy = try #require(response.header("Content-Security-Policy"))
      #expect(policy.hasPrefix("default-src 'none'; style-src 'self'; script-src 'self'; "))
      #expect(policy.contains("frame-ancestors 'none'"))
      #expect(response.header("X-Content-Type-Options") == "nosniff")
      #expect(response.header("Referrer-Policy") == "no-referrer")
      #expect(response.header("Cross-Origin-Resource-Policy") == "same-origin")
    }
  }

  @Test(arguments: [
    ("/", 200), ("/reports", 200), ("/reports?changed=headline", 200), ("/outlets", 200),
    ("/outlet/1", 200), ("/search", 200), ("/search?q=ferry", 200), ("/help", 200),
    ("/report/1", 200), ("/report/1/version/1", 200), ("/favicon.ico", 200),
    ("/search?q=after:yesterday", 400), ("/%zz", 400), ("/../../etc/passwd", 400),
    ("/%2e%2e/%2e%2e/etc/passwd", 400),
    ("/report/2", 404), ("/report/1/version/2", 404), ("/report/0", 404), ("/report/1/", 404),
    ("/report/1.5", 404), ("/report/-1", 404), ("/report/99999999999999999999", 404),
    ("/report", 404), ("/outlet/7", 404), ("/outlet/x", 404), ("/reports?page=2", 404),
    ("/reports?page=0", 404), ("/reports?page=x", 404), ("/search?q=ferry&page=9", 404),
    ("/search?q=ferry&page=999999999", 404), ("/static/x/passwd", 404),
    ("/static/..%2f..%2fetc/passwd", 404), ("//", 404), ("/index.html", 404), ("/.env", 404),
  ])
  func statuses(target: String, status: Int) throws {
    let sample = try SampleArchive([.ferryTalks])
    defer { sample.remove() }
    #expect(try sample.get(target).status == status)
  }

  @Test func otherMethodsAndHostsAreRefused() throws {
    let sample = try SampleArchive([.ferryTalks])
    defer { sample.remove() }
    let put = try sample.get("/", method: "PUT")
    #expect(put.status == 405)
    #expect(put.header("Allow") == "GET, HEAD")
    #expect(try sample.get("/report/1/version/1/judge").header("Allow") == "POST")
    let rebound = try sample.get("/report/1", host: "evil.example")
    #expect(rebound.status == 421)
    #expect(!rebound.text.contains("ferry"))
  }

  @Test func staticFilesAreKeptByCaches() throws {
    let sample = try SampleArchive()
    defer { sample.remove() }
    let page = try sample.page("/")
    let start = try #require(page.range(of: "/static/"))
    let address = String(page[start.lowerBound...].prefix { $0 != "\"" })
    let first = try sample.get(address)
    #expect(first.header("Content-Type") == "text/css; charset=utf-8")
    #expect(first.header("Cache-Control") == "public, max-age=31536000, immutable")
    let tag = try #require(first.header("ETag"))
    let second = try sample.get(address, headers: ["If-None-Match": "\"other\", W/" + tag])
    #expect(second.status == 304)
    #expect(second.body.isEmpty)
    #expect(try sample.get(address, headers: ["If-None-Match": "\"other\""]).status == 200)
  }

  @Test func emptyArchiveSaysHowToAdd() throws {
    let sample = try SampleArchive()
    defer { sample.remove() }
    let page = try sample.page("/")
    #expect(page.contains("dateline add --archive "))
    #expect(page.contains("archive.sqlite"))
  }

  @Test func countsLinkToWhatTheyCount() throws {
    let sample = try SampleArchive([.ferryTalks])
    defer { sample.remove() }
    var changed = Article.ferryTalks
    changed.title = "Ferry talks put off"
    try sample.add(changed, name: "page-0.html", bytes: "changed")
    let page = try sample.page("/")
    #expect(page.contains("<a href=\"/reports\"><b>1</b> <span>report</span></a>"))
    #expect(
      page.contains("<a href=\"/reports?changed=headline\"><b>1</b> <span>headline changed</span>"))
    let list = try sample.page("/reports?changed=headline")
    #expect(list.contains("2 versions, headline changed"))
    #expect(list.contains("Ferry talks put off"))
  }

  @Test func searchMarksTheWords() throws {
    let sample = try SampleArchive([.ferryTalks])
    defer { sample.remove() }
    let page = try sample.page("/search?q=winter")
    #expect(page.contains("<mark>winter</mark>"))
    #expect(page.contains("1 report with <b><bdi>winter</bdi></b>"))
    let none = try sample.page("/search?q=%3Cscript%3Ezebra")
    #expect(none.contains("No report has <b><bdi>&lt;script&gt;zebra</bdi></b>"))
    #expect(none.contains("value=\"&lt;script&gt;zebra\""))
  }

  @Test func listsHavePages() throws {
    let articles = (0..<45).map { index in
      var article = Article.ferryTalks
      article.title = "Report number \(index)"
      article.canonical = "https://post.example/\(index)"
      return article
    }
    let sample = try SampleArchive(articles)
    defer { sample.remove() }
    let first = try sample.page("/reports")
    #expect(first.contains("1 to 40 of 45 reports"))
    #expect(first.contains("rel=\"next\" href=\"/reports?page=2\""))
    let second = try sample.page("/reports?page=2")
    #expect(second.contains("41 to 45 of 45 reports"))
    #expect(second.contains("rel=\"prev\" href=\"/reports?page=1\""))
    #expect(try sample.page("/search?q=number&page=3").contains("Page 3 of 3"))
  }

  @Test func aBrokenArchiveIsToldOnThisMachineOnly() throws {
    let sample = try SampleArchive([.ferryTalks])
    defer { sample.remove() }
    let path = sample.path
    let elsewhere = Reader(try Library(path: path), isLoopback: false)
    #expect(truncate(path, 5000) == 0)
    let here = try sample.get("/report/1")
    #expect(here.status == 500)
    #expect(here.text.contains("archive.sqlite"))
    let request = try Request(method: "GET", target: "/report/1", headers: ["Host": "reader"])
    let there = elsewhere.answer(.success(request))
    #expect(there.status == 500)
    #expect(!there.text.contains("archive.sqlite"))
  }

  @Test func daysAreNotSplitByZones() throws {
    let articles = [(23, 0), (1, 600), (2, -600), (22, 0)].map { hour, offset in
      var article = Article.ferryTalks
      article.canonical = "https://post.example/\(hour)"
      article.published = Timestamp(
        year: 2025, month: 3, day: offset > 0 ? 5 : 4,
        time: .init(hour: hour, minute: 0, offset: offset))
      return article
    }
    let sample = try SampleArchive(articles)
    defer { sample.remove() }
    let days = try sample.page("/reports").components(separatedBy: "<h2><time").count - 1
    #expect(days == 2)
  }
}
