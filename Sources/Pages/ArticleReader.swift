package import Records

/// Reads a page into an article: the face of this target.
package enum ArticleReader {
  /// What a page came with, beside its bytes.
  package struct Options: Sendable {
    /// The page's address; resolves relative addresses and is evidence for dates and sections.
    package var url: String?
    /// The charset of the HTTP header, where there was one.
    package var charset: String?
    /// Largest page that is read, in bytes.
    package var maximumBytes = 32 << 20

    package init() {}
  }

  /// An article, and how its page was written.
  package struct Reading: Sendable, Hashable {
    package var article: Article
    /// WHATWG name of the encoding the bytes were in.
    package var encoding: String
  }

  /// Reads HTML bytes as served, or plain text; which of them is told by content.
  package static func read(_ bytes: [UInt8], options: Options = Options()) throws(ReadError)
    -> Article
  {
    try reading(of: bytes, options: options).article
  }

  /// The same, with the encoding.
  package static func reading(of bytes: [UInt8], options: Options = Options()) throws(ReadError)
    -> Reading
  {
    guard bytes.count <= options.maximumBytes else {
      throw .tooLarge(bytes: bytes.count, limit: options.maximumBytes)
    }
    let page = try PageBytes.decode(bytes, charset: options.charset)
    let article =
      switch page.format {
      case .text: TextScrapeReader.read(String(decoding: page.utf8, as: UTF8.self))
      case .html: readHTML(page.utf8, url: options.url)
      }
    return Reading(article: article, encoding: page.encoding)
  }

  private static func readHTML(_ utf8: [UInt8], url: String?) -> Article {
    let tree = HTMLParser.parse(utf8)
    let declared = MetadataReader.declared(in: tree, url: url)
    let content = ContentExtractor.extract(from: tree, declared: declared, url: url)
    var article = Article()
    article.kind = content.kind
    article.lead = content.lead
    article.blocks = content.blocks
    article.images = content.images
    article.videos = content.videos
    article.audios = content.audios
    if let source = content.leadSource { article.provenance["lead"] = source }
    MetadataReader.resolve(declared, content: content, tree: tree, url: url, into: &article)
    return article
  }
}
