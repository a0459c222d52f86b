package import Records

/// An article as a page of its own: made from the blocks, never from the site's markup; no script,
/// no style, nothing loaded from anywhere. Addresses stand as text or as links to http and https.
package struct ArticleHTML {
  private var out = ""

  package static func write(_ article: Article) -> String {
    var page = ArticleHTML()
    page.head(article)
    page.lede(article)
    for block in article.blocks { page.block(block, of: article) }
    page.out += "</article>\n</body>\n</html>\n"
    return page.out
  }

  /// Text as HTML text or attribute value: the five characters with a meaning, controls out.
  package static func escape(_ text: String) -> String {
    var out = ""
    for scalar in VisibleText.clean(text).unicodeScalars {
      switch scalar {
      case "&": out += "&amp;"
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      case "\"": out += "&quot;"
      case "'": out += "&#39;"
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }

  private mutating func head(_ article: Article) {
    let language = article.language.map { " lang=\"\(ArticleHTML.escape($0))\"" } ?? ""
    out += "<!doctype html>\n<html\(language)>\n<head>\n<meta charset=\"utf-8\">\n"
    out += "<title>\(ArticleHTML.escape(article.title ?? "Untitled"))</title>\n</head>\n<body>\n"
    out += "<article>\n"
  }

  private mutating func lede(_ article: Article) {
    if article.kind != .article { element("p", article.kind.sentence) }
    if let kicker = article.kicker { element("p", kicker) }
    if let title = article.title { element("h1", title) }
    let people = (article.authors + article.agencies).joined(separator: ", ")
    if !people.isEmpty { element("address", people) }
    if let published = article.published {
      out += "<p><time datetime=\"\(published.iso8601)\">\(published.reading)</time></p>\n"
    }
    if let lead = article.lead {
      out += "<p><strong>\(ArticleHTML.escape(lead))</strong></p>\n"
    }
  }

  private mutating func block(_ block: Block, of article: Article) {
    switch block.kind {
    case .text: element("p", block.text)
    case .subhead: element("h2", block.text)
    case .quote: out += "<blockquote><p>\(ArticleHTML.escape(block.text))</p></blockquote>\n"
    case .code: out += "<pre><code>\(ArticleHTML.escape(block.text))</code></pre>\n"
    case .list:
      out += "<ul>\n"
      for item in block.items { element("li", item) }
      out += "</ul>\n"
    case .table: table(block.items)
    case .image:
      if let index = block.media, article.images.indices.contains(index) {
        figure(article.images[index])
      }
    case .video:
      if let index = block.media, article.videos.indices.contains(index) {
        recording("Video", article.videos[index])
      }
    case .audio:
      if let index = block.media, article.audios.indices.contains(index) {
        recording("Audio", article.audios[index])
      }
    }
  }

  private mutating func figure(_ image: Image) {
    out += "<figure>\n"
    if let url = image.url, url.hasPrefix("https://") || url.hasPrefix("http://") {
      out += "<a href=\"\(ArticleHTML.escape(url))\" rel=\"noreferrer noopener\">"
      out += ArticleHTML.escape(image.alt ?? "Picture") + "</a>\n"
    }
    let words = [image.caption, image.credit.map { "Picture: " + $0 }].compactMap { $0 }
    if !words.isEmpty { element("figcaption", words.joined(separator: " · ")) }
    out += "</figure>\n"
  }

  private mutating func recording(_ noun: String, _ recording: Recording) {
    let length = recording.duration.map { Recording.reading(seconds: $0) }
    element("p", [noun, recording.title, length].compactMap { $0 }.joined(separator: " · "))
  }

  private mutating func table(_ rows: [String]) {
    out += "<table>\n"
    for row in rows {
      out += "<tr>"
      for cell in row.split(separator: "\t", omittingEmptySubsequences: false) {
        out += "<td>\(ArticleHTML.escape(String(cell)))</td>"
      }
      out += "</tr>\n"
    }
    out += "</table>\n"
  }

  private mutating func element(_ name: String, _ text: String) {
    out += "<\(name)>\(ArticleHTML.escape(text))</\(name)>\n"
  }
}
