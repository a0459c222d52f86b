import CLanguageID
import Records

/// The language of an article's own words.
enum ScrapeLanguage {
  /// Bytes that are looked at; more does not make the answer surer.
  private static let limit = 20_000

  static func identify(_ article: Article) -> String? {
    var words: [UInt8] = []
    for text in [article.title, article.lead].compactMap({ $0 }) + article.blocks.map(\.text) {
      guard words.count < limit else { break }
      words.append(contentsOf: text.utf8.prefix(limit))
      words.append(0x0A)
    }
    words = UTF8Check.repaired(words)
    var percent: Int32 = 0
    return words.withUnsafeBytes { raw in
      let start = raw.baseAddress?.assumingMemoryBound(to: CChar.self)
      return dateline_identify_language(start, raw.count, &percent).map { String(cString: $0) }
    }
  }
}
