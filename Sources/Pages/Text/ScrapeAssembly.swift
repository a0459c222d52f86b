import Records

/// Puts the article together out of lines whose classes are known.
struct ScrapeAssembly {
  let page: ScrapePage
  let headline: ScrapeHeadline.Found?
  private(set) var classes: [LineClass]
  private var out = Article()
  /// Lines that a field was read from.
  private var taken: Set<Int> = []

  init(page: ScrapePage, classes: [LineClass]) {
    self.page = page
    self.classes = classes
    headline = page.headline
  }

  mutating func article() -> Article {
    readTitle()
    readMakers()
    readDates()
    readTopics()
    readBlocks()
    readLanguage()
    out.kind = kind
    return out
  }

  private var lines: [ScrapeLine] { page.lines }

  // MARK: Headline

  private mutating func readTitle() {
    guard let headline else { return }
    let line = lines[headline.index]
    let split = ScrapeTitle(line)
    out.title = split.title
    out.provenance["title"] = headline.source
    if let kicker = split.kicker { setKicker(kicker, from: headline.source) }
    classes[headline.index] = .other
    for index in lines.indices where lines[index].text == line.text && classes[index] != .caption {
      classes[index] = .other
    }
  }

  private mutating func setKicker(_ kicker: String, from source: String) {
    out.kicker = ScrapeTopics.parts(ofGlued: kicker).joined(separator: " / ")
    out.provenance["kicker"] = source
    addTopics(ScrapeTopics.parts(ofGlued: kicker), from: source)
  }

  private mutating func addTopics(_ topics: [String], from source: String) {
    for topic in topics where !out.topics.contains(topic) { out.topics.append(topic) }
    if !out.topics.isEmpty, out.provenance["topics"] == nil { out.provenance["topics"] = source }
  }

  // MARK: Blocks

  private mutating func readBlocks() {
    readLead()
    if let body {
      classes = ScrapePictures(page: page, body: body, taken: taken).completed(classes)
    }
    let media = ScrapeMedia(page: page, classes: classes)
    for index in lines.indices {
      if let video = media.videos[index] {
        out.videos.append(video)
        out.blocks.append(Block(.video, media: out.videos.count - 1))
      }
      switch classes[index] {
      case .text: appendText(lines[index])
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

  /// The lead's lines are no blocks.
  private mutating func readLead() {
    guard let lead = ScrapeLead(page: page, classes: classes).find(), let first = lead.indices.first
    else { return }
    out.lead = lead.indices.map { lines[$0].text }.joined(separator: " ")
    out.provenance["lead"] = lines[first].place
    for index in lead.indices { classes[index] = .other }
    taken.formUnion(lead.indices)
  }

  // MARK: Round the text

  /// From the first paragraph to the last.
  private var body: ClosedRange<Int>? {
    guard let first = classes.firstIndex(of: .text), let last = classes.lastIndex(of: .text) else {
      return nil
    }
    return first...last
  }

  private mutating func readMakers() {
    guard let body else { return }
    let makers = ScrapeMakers(page: page, classes: classes, body: body)
    out.authors = makers.authors
    out.agencies = makers.agencies
    if let source = makers.source { out.provenance["authors"] = lines[source].place }
    if let source = makers.agencySource { out.provenance["agencies"] = lines[source].place }
    for index in makers.lines { classes[index] = .other }
    taken.formUnion(makers.lines)
  }

  private mutating func readDates() {
    guard let body else { return }
    let dates = ScrapeDates(page: page, classes: classes, body: body)
    if let published = dates.published {
      out.published = published.timestamp
      out.provenance["published"] = lines[published.index].place
    }
    if let modified = dates.modified {
      out.modified = modified.timestamp
      out.provenance["modified"] = lines[modified.index].place
    }
    for index in dates.lines where classes[index] == .subhead { classes[index] = .other }
  }

  private mutating func readTopics() {
    guard let body else { return }
    let topics = ScrapeTopics(page: page, body: body)
    if out.kicker == nil, let kicker = topics.kicker, let source = topics.kickerSource {
      out.kicker = ScrapeTopics.parts(ofGlued: kicker).joined(separator: " / ")
      out.provenance["kicker"] = lines[source].place
    }
    if let tags = topics.tagSource { classes[tags] = .other }
    let source = topics.tagSource ?? topics.kickerSource
    addTopics(topics.topics, from: source.map { lines[$0].place } ?? "")
  }

  private mutating func readLanguage() {
    guard let language = ScrapeLanguage.identify(out) else { return }
    out.language = language
    out.provenance["language"] = "text"
  }

  /// An article has running text; a page of links has lines.
  private var kind: PageKind {
    let width = lines.indices.reduce(0) { $0 + (classes[$1] == .text ? lines[$1].shape.width : 0) }
    if width >= 250 { return .article }
    if out.images.count >= 3 { return .gallery }
    return lines.count >= 40 ? .index : width > 0 ? .article : .other
  }
}
