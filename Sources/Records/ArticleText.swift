/// The article's text, to which all pointers refer, and the range of each part in it.
///
/// Headline, lead, blocks and captions in reading order, one part a line; a part's own line breaks
/// become spaces, so that a line is a part. Ranges are half-open, in UTF-8 bytes of `text`.
package struct ArticleText: Sendable, Hashable {
  package enum Part: Sendable, Hashable {
    case title
    case lead
    /// A text, subhead, quote or code block, by its index in `Article.blocks`.
    case block(Int)
    /// An item of a list or a row of a table: block index, item index.
    case item(Int, Int)
    /// A caption, by its index in `Article.images`.
    case caption(Int)
  }

  package struct Line: Sendable, Hashable {
    package var part: Part
    package var range: Range<Int>
  }

  package private(set) var text = ""
  package private(set) var lines: [Line] = []

  package init(_ article: Article) {
    if let title = article.title { append(title, .title) }
    if let lead = article.lead { append(lead, .lead) }
    var captioned: Set<Int> = []
    for (index, block) in article.blocks.enumerated() {
      switch block.kind {
      case .image:
        guard let image = block.media, article.images.indices.contains(image) else { continue }
        captioned.insert(image)
        append(article.images[image].caption ?? "", .caption(image))
      case .video, .audio: continue
      case .list, .table:
        for (i, item) in block.items.enumerated() { append(item, .item(index, i)) }
      case .text, .subhead, .quote, .code: append(block.text, .block(index))
      }
    }
    for (index, image) in article.images.enumerated() where !captioned.contains(index) {
      append(image.caption ?? "", .caption(index))
    }
  }

  private mutating func append(_ words: String, _ part: Part) {
    guard !words.isEmpty else { return }
    if !text.isEmpty { text.append("\n") }
    let start = text.utf8.count
    for scalar in words.unicodeScalars {
      switch scalar {
      case "\n", "\r", "\u{2028}", "\u{2029}", "\u{B}", "\u{C}", "\u{85}": text.append(" ")
      default: text.unicodeScalars.append(scalar)
      }
    }
    lines.append(Line(part: part, range: start..<text.utf8.count))
  }
}
