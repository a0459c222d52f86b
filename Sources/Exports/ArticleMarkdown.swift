package import Records

/// An article as Markdown (CommonMark), for a terminal or a file.
///
/// `styled` sets headings in bold and lines about the article in dim by ANSI escapes (ECMA-48) in
/// place of the marks. The text itself is the caller's to make safe for a terminal.
package struct ArticleMarkdown {
  private let styled: Bool
  private var out: [String] = []

  package static func write(_ article: Article, styled: Bool = false) -> String {
    var writer = ArticleMarkdown(styled: styled)
    writer.head(article)
    for block in article.blocks { writer.block(block, of: article) }
    writer.unplaced(article)
    return writer.out.joined(separator: "\n\n") + "\n"
  }

  private init(styled: Bool) { self.styled = styled }

  private mutating func head(_ article: Article) {
    if article.kind != .article { out.append(dim("(\(article.kind.sentence))")) }
    if let kicker = article.kicker { out.append(dim(plain(kicker))) }
    if let title = article.title { out.append(heading(title, level: 1)) }
    let line = [
      article.authors.joined(separator: ", "), article.agencies.joined(separator: ", "),
      article.publisher ?? "",
      article.published.map(\.reading) ?? "",
      article.modified.map { "changed " + $0.reading } ?? "",
    ].filter { !$0.isEmpty }.map(plain)
    if !line.isEmpty { out.append(dim(line.joined(separator: " · "))) }
    if let lead = article.lead { out.append(strong(plain(lead))) }
  }

  private mutating func block(_ block: Block, of article: Article) {
    switch block.kind {
    case .text: out.append(plain(block.text))
    case .subhead: out.append(heading(block.text, level: 2))
    case .quote: out.append("> " + plain(block.text))
    case .code: out.append("```\n\(VisibleText.clean(block.text))\n```")
    case .list: out.append(block.items.map { "- " + plain($0) }.joined(separator: "\n"))
    case .table: table(block.items)
    case .image:
      if let index = block.media, article.images.indices.contains(index) {
        image(article.images[index])
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

  /// What no block places stands at the end.
  private mutating func unplaced(_ article: Article) {
    func placed(_ kind: Block.Kind) -> Set<Int> {
      Set(article.blocks.filter { $0.kind == kind }.compactMap(\.media))
    }
    let (images, videos, audios) = (placed(.image), placed(.video), placed(.audio))
    for (i, image) in article.images.enumerated() where !images.contains(i) { self.image(image) }
    for (i, video) in article.videos.enumerated() where !videos.contains(i) {
      recording("Video", video)
    }
    for (i, audio) in article.audios.enumerated() where !audios.contains(i) {
      recording("Audio", audio)
    }
  }

  private mutating func image(_ image: Image) {
    let words = [image.caption, image.credit.map { "Picture: " + $0 }].compactMap { $0 }
    guard !words.isEmpty else { return }
    out.append(dim("[picture] " + plain(words.joined(separator: " · "))))
  }

  private mutating func recording(_ noun: String, _ recording: Recording) {
    let words = [recording.title, recording.duration.map { Recording.reading(seconds: $0) }]
      .compactMap { $0 }
    out.append(dim("[\(noun.lowercased())] " + plain(words.joined(separator: " · "))))
  }

  private mutating func table(_ rows: [String]) {
    let cells = rows.map { row in
      row.split(separator: "\t", omittingEmptySubsequences: false).map { cell in
        plain(String(cell)).replacing("|", with: "\\|")
      }
    }
    guard let first = cells.first else { return }
    var lines = cells.map { "| " + $0.joined(separator: " | ") + " |" }
    lines.insert("|" + String(repeating: " --- |", count: first.count), at: 1)
    out.append(lines.joined(separator: "\n"))
  }

  private func heading(_ text: String, level: Int) -> String {
    let words = plain(text).replacing("\n", with: " ")
    return styled
      ? "\u{1B}[1m\(words)\u{1B}[0m" : String(repeating: "#", count: level) + " " + words
  }

  private func dim(_ text: String) -> String { styled ? "\u{1B}[2m\(text)\u{1B}[0m" : text }

  private func strong(_ text: String) -> String {
    styled ? "\u{1B}[1m\(text)\u{1B}[0m" : "**\(text)**"
  }

  /// Control characters out; line starts that Markdown would take for a mark escaped.
  private func plain(_ text: String) -> String {
    let clean = VisibleText.clean(text)
    guard !styled, let first = clean.unicodeScalars.first, "#>-+*".unicodeScalars.contains(first),
      clean.unicodeScalars.dropFirst().first == " "
    else { return clean }
    return "\\" + clean
  }
}

extension PageKind {
  /// The kind in words, for a reader.
  package var sentence: String {
    switch self {
    case .article: "an article"
    case .index: "no article: a page of links to articles"
    case .gallery: "a gallery: pictures with captions"
    case .stub: "only the opening: the rest is behind a paywall"
    case .shell: "no text: the page is filled by a script"
    case .other: "no article was found on this page"
    }
  }
}

extension Timestamp {
  /// For a reader: "2025-01-13 09:20 +01:00".
  package var reading: String { iso8601.replacing("T", with: " ") }
}

extension Recording {
  /// "3:11", "1:02:45".
  package static func reading(seconds: Int) -> String {
    let minutes = seconds / 60 % 60
    let tail = (seconds % 60 < 10 ? "0" : "") + String(seconds % 60)
    guard seconds >= 3600 else { return "\(minutes):\(tail)" }
    return "\(seconds / 3600):\(minutes < 10 ? "0" : "")\(minutes):\(tail)"
  }
}
