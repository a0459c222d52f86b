package import Records

/// A page ready to be kept: all that can be worked out without the archive, so that many cores can
/// prepare what one writer stores.
package struct VersionDraft: Sendable, Hashable {
  /// What the report is known by: its address without what does not matter, or its name.
  let key: String
  let address: ReportAddress?
  let identified: Identification
  let name: String
  let sha256: Digest
  let size: Int
  /// The page's bytes as a Zstandard frame.
  let frame: [UInt8]
  let encoding: String?
  let reader: String
  let fetched: UnixTime
  let json: String
  let words: Int
  let columns: SearchColumns
  /// The record's items, kept in the same transaction.
  package var items: [RecordItem] = []
  package let article: Article
  package let text: String
  package let textHash: Digest

  /// `identity` comes from what the user said and, where that is nothing, the page decides;
  /// `reader` is the name and version of the program that read the page.
  ///
  /// - Throws: `.tooLarge` where memory does not suffice to compress the page.
  package init(
    _ identity: PageIdentity, bytes: [UInt8], article: Article, encoding: String? = nil,
    reader: String, fetched: UnixTime
  ) throws(ArchiveError) {
    guard let frame = Zstandard.compress(bytes) else { throw .tooLarge(bytes: bytes.count) }
    let resolved = identity.resolved(with: article)
    address = resolved.address
    identified = resolved.identified
    key = resolved.address?.key ?? identity.nameKey
    name = identity.name
    sha256 = identity.sha256
    size = bytes.count
    self.frame = frame
    self.encoding = encoding
    self.reader = reader
    self.fetched = fetched
    self.article = article
    var writer = JSONWriter()
    article.write(to: &writer)
    json = String(decoding: writer.bytes, as: UTF8.self)
    text = ArticleText(article).text
    textHash = Digest(of: text)
    words = SearchText.wordCount(text)
    columns = SearchColumns(article)
  }
}

/// What is known of a page before it is read: enough to find it where it has been kept already.
package struct PageIdentity: Sendable, Hashable {
  /// The file's path, or what else the input is called.
  package let name: String
  /// The address the user gave.
  package let given: ReportAddress?
  package let sha256: Digest
  /// Whether the name tells this input from others; standard input's does not.
  package let isNamed: Bool

  package init(name: String, isNamed: Bool = true, given: ReportAddress?, bytes: [UInt8]) {
    self.name = name
    self.isNamed = isNamed
    self.given = given
    sha256 = Digest(of: bytes)
  }

  /// Never the same as an address's key.
  var nameKey: String { isNamed ? "name:" + name : "sha256:" + sha256.hex }

  /// The address given, else the page's own, unless that is only its site's front door: pages
  /// that all point there would pass for versions of one another.
  func resolved(with article: Article) -> (address: ReportAddress?, identified: Identification) {
    if let given { return (given, .given) }
    if let canonical = article.canonical.flatMap(ReportAddress.init),
      !canonical.isSiteRoot || article.kind == .index
    {
      return (canonical, .canonical)
    }
    return (nil, .name)
  }
}
