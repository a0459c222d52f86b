import Archive
import Foundation
import Records
import TestSupport

/// Made-up reports for an archive in a folder of its own.
final class Samples {
  let folder: TemporaryFolder
  let archive: Archive

  init() throws {
    folder = try TemporaryFolder()
    archive = try Archive.open(path: folder.url.path + "/archive.sqlite", mode: .write)
  }

  deinit { folder.remove() }

  var path: String { archive.path }

  static let fetched = UnixTime(seconds: 1_750_000_000)

  static func article(
    _ title: String, body: String = "The harbour was closed.", canonical: String? = nil,
    published: String? = nil, language: String? = "en", publisher: String? = nil
  ) -> Article {
    var article = Article()
    article.title = title
    article.blocks = [Block(.text, text: body)]
    article.canonical = canonical
    article.published = published.flatMap(Timestamp.init(iso8601:))
    article.language = language
    article.publisher = publisher
    return article
  }

  @discardableResult
  func add(
    _ article: Article, url: String? = nil, name: String = "/pages/a.html", bytes: String? = nil
  ) throws -> Addition {
    let bytes = Array((bytes ?? "<html>\(article.title ?? "")\(article.blocks)").utf8)
    let identity = PageIdentity(
      name: name, given: url.flatMap(ReportAddress.init), bytes: bytes)
    return try archive.add(
      VersionDraft(
        identity, bytes: bytes, article: article, reader: "test", fetched: Samples.fetched))
  }

  func titles(_ query: String) throws -> [String] {
    try archive.search(SearchQuery(parsing: query)).hits.compactMap(\.report.title)
  }
}
