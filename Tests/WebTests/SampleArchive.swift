import Foundation
import Archive
import Records
import TestSupport
import Testing
import Web

/// An archive of made-up reports in a fresh folder, and the reader over it.
struct SampleArchive {
  let folder: TemporaryFolder
  let path: String
  let reader: Reader

  init(_ articles: [Article] = []) throws {
    folder = try TemporaryFolder()
    path = folder.url.appendingPathComponent("archive.sqlite").path
    // Closed before the reader opens it, so that all is in the file itself.
    do {
      let archive = try Archive.open(path: path, mode: .write)
      for (index, article) in articles.enumerated() {
        try SampleArchive.add(article, "page-\(index).html", "page \(index)", to: archive)
      }
    }
    reader = Reader(try Library(path: path))
  }

  /// Adds a version of the report of that name.
  func add(_ article: Article, name: String, bytes: String) throws {
    try SampleArchive.add(article, name, bytes, to: try Archive.open(path: path, mode: .write))
  }

  private static func add(
    _ article: Article, _ name: String, _ bytes: String, to archive: Archive
  ) throws {
    let bytes = Array(bytes.utf8)
    let identity = PageIdentity(name: name, given: nil, bytes: bytes)
    let draft = try VersionDraft(
      identity, bytes: bytes, article: article, reader: "test",
      fetched: UnixTime(seconds: 1_741_100_000))
    _ = try archive.add(draft)
  }

  /// Writes the record of a version, as if rules had made it.
  func record(version: Int = 1, _ sketch: (inout RecordSketch) -> Void) throws {
    let archive = try Archive.open(path: path, mode: .update)
    let text = try #require(try archive.version(id: version)).text
    var record = RecordSketch(text)
    sketch(&record)
    try archive.setItems(
      RecordItems.items(of: record.record, text: text, hash: Digest(of: text)), ofVersion: version)
  }

  /// What a browser would get that sends a form of the report's page, with its token.
  func post(
    _ target: String, _ fields: [(String, String)], token: String? = nil,
    headers: [String: String] = ["Sec-Fetch-Site": "same-origin", "Origin": "null"],
    from page: String = "/report/1"
  ) throws -> Response {
    var pairs = fields
    if let token {
      pairs.append(("token", token))
    } else {
      let mark = "name=\"token\" value=\""
      let shown = try self.page(page)
      let start = try #require(shown.range(of: mark)).upperBound
      pairs.append(("token", String(shown[start...].prefix { $0 != "\"" })))
    }
    let form = try pairs.map { name, value in
      name + "="
        + (try #require(value.addingPercentEncoding(withAllowedCharacters: .alphanumerics)))
    }.joined(separator: "&")
    let all = headers.merging([
      "Host": "localhost:8642", "Content-Type": "application/x-www-form-urlencoded",
    ]) { mine, _ in mine }
    do {
      let request = try Request(
        method: "POST", target: target, headers: all, hasBody: true, form: Array(form.utf8))
      return reader.answer(.success(request))
    } catch {
      return reader.answer(.failure(RequestFailure(status: error.status)))
    }
  }

  func remove() { folder.remove() }

  /// What a browser on this machine would get.
  func get(
    _ target: String, method: String = "GET", host: String = "localhost:8642",
    headers: [String: String] = [:]
  ) throws -> Response {
    let headers = headers.merging(["Host": host]) { mine, _ in mine }
    do {
      let request = try Request(method: method, target: target, headers: headers)
      return reader.answer(.success(request))
    } catch {
      return reader.answer(.failure(RequestFailure(status: error.status)))
    }
  }

  func page(_ target: String) throws -> String { try get(target).text }
}

extension Response {
  var text: String { String(decoding: body, as: UTF8.self) }
}

extension Article {
  /// A made-up report on ferry talks.
  static var ferryTalks: Article {
    var article = Article()
    article.title = "Ministers agree to reopen ferry talks"
    article.kicker = "Politics"
    article.topics = ["Politics", "Northern Sea"]
    article.authors = ["Mira Solvik", "Tomas Rehn"]
    article.agencies = ["NPA"]
    article.published = Timestamp(
      year: 2025, month: 3, day: 4, time: .init(hour: 9, minute: 20, offset: 60))
    article.lead = "Two ministers met in Norby on Tuesday."
    article.images = [
      Image(url: "https://img.post.example/quay.jpg", caption: "The quay", credit: "Ida Berg")
    ]
    article.videos = [
      Recording(title: "Why it closed", url: "https://post.example/v/1", duration: 134)
    ]
    article.audios = [Recording(title: "The harbour at night", duration: 62)]
    article.blocks = [
      Block(.text, text: "“We will not wait another winter,” Lind said."),
      Block(.subhead, text: "What was agreed"),
      Block(.image, media: 0),
      Block(.list, items: ["A timetable", "A second meeting"]),
      Block(.table, items: ["Year\tPassengers", "1998\t41,000"]),
      Block(.quote, text: "Nobody has asked the islanders."),
      Block(.code, text: "NRB 0600"),
      Block(.video, media: 0),
    ]
    article.canonical = "https://post.example/2025/03/04/ferry"
    article.publisher = "The Harbour Post"
    article.language = "en"
    article.provenance = ["title": "h1", "published": "json-ld", "x-later": "somewhere"]
    return article
  }
}
