import Records

/// Puts the article together out of lines whose classes are known.
struct ScrapeAssembly {
  let page: ScrapePage
  let headline: ScrapeHeadline.Found?
  private(set) var classes: [LineClass]
  private var out = Article()
  /// Lines that a field was read from, so that no other reads them again.
  private var taken: Set<Int> = []

  init(page: ScrapePage, classes: [LineClass]) {
    self.page = page
    self.classes = classes
    headline = page.headline
  }

  mutating func article() -> Article {
    readTitle()
    readBlocks()
    readHeader()
    let language = ScrapeLanguage.identify(out)
    out.language = language
    if language != nil { out.provenance["language"] = "text" }
    out.kind = kind
    return out
  }

  private var lines: [ScrapeLine] { page.lines }

  // MARK: Headline

  private mutating func readTitle() {
    guard let headline else { return }
    let split = ScrapeTitle(
      lines[headline.index].text, hasMark: lines[headline.index].headingLevel != nil)
    out.title = split.title
    out.provenance["title"] = headline.source
    if let kicker = split.kicker { setKicker(kicker, from: headline.source) }
    taken.insert(headline.index)
    classes[headline.index] = .other
    for index in lines.indices
    where lines[index].text == lines[headline.index].text && classes[index] != .caption {
      classes[index] = .other
    }
  }

  private mutating func setKicker(_ kicker: String, from source: String) {
    out.kicker = kicker
    out.provenance["kicker"] = source
    addTopics(ScrapeTopics.parts(ofGlued: kicker), from: source)
  }

  private mutating func addTopics(_ topics: [String], from source: String) {
    for topic in topics where !out.topics.contains(topic) { out.topics.append(topic) }
    if !out.topics.isEmpty, out.provenance["topics"] == nil { out.provenance["topics"] = source }
  }

  // MARK: Blocks

  private mutating func readBlocks() {
    let media = ScrapeMedia(page: page, classes: classes)
    let lead = leadIndex
    if let lead {
      out.lead = lines[lead].text
      out.provenance["lead"] = lines[lead].place
    }
    for index in lines.indices {
      if let video = media.videos[index] {
        out.videos.append(video)
        out.blocks.append(Block(.video, media: out.videos.count - 1))
      }
      switch classes[index] {
      case .text where index != lead: appendText(lines[index])
      case .subhead: out.blocks.append(Block(.subhead, text: lines[index].text))
      case .caption:
        guard let image = media.images[index] else { continue }
        out.images.append(image)
        out.blocks.append(Block(.image, media: out.images.count - 1))
      default: break
      }
    }
  }

  private mutating func appendText(_ line: ScrapeLine) {
    switch line.mark {
    case .bullet, .number: appendItem(line.text, to: .list)
    case .row: appendItem(line.text, to: .table)
    case .quote: out.blocks.append(Block(.quote, text: line.text))
    default: out.blocks.append(Block(.text, text: line.text))
    }
  }

  private mutating func appendItem(_ item: String, to kind: Block.Kind) {
    if let last = out.blocks.indices.last, out.blocks[last].kind == kind {
      out.blocks[last].items.append(item)
    } else {
      out.blocks.append(Block(kind, items: [item]))
    }
  }

  /// The first paragraph, if the page sets it apart: something else stands between it and the
  /// next paragraph, or it is short.
  private var leadIndex: Int? {
    guard let first = classes.firstIndex(of: .text), !lines[first].isItem,
      let next = classes[(first + 1)...].firstIndex(where: { $0 == .text || $0 == .subhead })
    else { return nil }
    guard lines[first].shape.width <= 700 else { return nil }
    return next > first + 1 || lines[first].shape.width <= 260 ? first : nil
  }

  // MARK: Round the text

  private mutating func readHeader() {
    let first = classes.firstIndex(of: .text) ?? 0
    let last = classes.lastIndex { $0 == .text } ?? 0
    let dates = ScrapeDates(
      page: page, classes: classes, headline: headline?.index, body: first...max(first, last))
    if let published = dates.published {
      out.published = published.timestamp
      out.provenance["published"] = published.source
    }
    if let modified = dates.modified {
      out.modified = modified.timestamp
      out.provenance["modified"] = modified.source
    }
  }

  /// An article has running text; a page of links has lines.
  private var kind: PageKind {
    let width = lines.indices.reduce(0) { $0 + (classes[$1] == .text ? lines[$1].shape.width : 0) }
    if width >= 250 { return .article }
    if out.images.count >= 3 { return .gallery }
    return lines.count >= 40 ? .index : width > 0 ? .article : .other
  }
}
