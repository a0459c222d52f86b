/// Decides line by line what of the root belongs to the article.
struct LineFilter {
  /// What becomes of a line, and why it goes.
  enum Verdict: UInt8 {
    case text, subhead
    /// Names the makers; kept apart for authors and agencies.
    case signature
    case outside, furniture, media, links, phrase, headline, dateline, head, short, emptySubhead
    case duplicate, tail

    var isKept: Bool { self == .text || self == .subhead }
  }

  let outline: Outline
  let stats: PageStats
  let root: Int
  /// The headline's entry and words.
  let headline: Int?
  let title: [UInt8]
  /// Keys of the declared titles and authors.
  private let titles: [[UInt8]]
  private let authors: [[UInt8]]
  let main: MainRun
  let pictures: PictureRegions

  var verdicts: [Verdict]
  /// Entries of the root that are furniture, judged within the root.
  let isFurniture: [Bool]
  private let isMediaBox: [Bool]

  init(
    outline: Outline, stats: PageStats, root: Int, headline: Int?, declared: Declared
  ) {
    self.outline = outline
    self.stats = stats
    self.root = root
    self.headline = headline
    title = LineText.key((headline.map { outline.text(of: $0) } ?? "").utf8)
    titles = declared.titles.map { LineText.key($0.value.utf8) }.filter { $0.count >= 10 }
    authors = declared.authors.map { LineText.key($0.value.utf8) }.filter { $0.count >= 4 }
    main = MainRun(outline: outline, stats: stats, root: root, headline: headline)
    var finder = FurnitureFinder(outline: outline, stats: stats, root: root, main: main)
    finder.run()
    isFurniture = finder.isFurniture
    isMediaBox = finder.isMediaBox
    pictures = PictureRegions(
      outline: outline, stats: stats, from: min(root, headline ?? root),
      to: Int(outline.entries[root].end), main: main)
    verdicts = [Verdict](repeating: .outside, count: outline.lines.count)
  }

  mutating func run() {
    let lines = outline.lineRange(root)
    for line in lines { verdicts[line] = judge(line) }
    restoreText(lines)
    dropHead(lines)
    dropLinkLists(lines)
    dropTail(lines)
    dropDuplicates(lines)
    dropEmptySubheads(lines)
  }

  func isMainLook(_ line: Int) -> Bool {
    main.looks.contains(outline.entries[outline.owner(line)].look)
  }

  /// The words are those of the headline, shown or declared.
  func isTitle(_ words: [UInt8]) -> Bool { words == title || titles.contains(words) }

  private func judge(_ line: Int) -> Verdict {
    let owner = outline.owner(line)
    let entry = outline.entries[owner]
    if isFurniture[owner] { return .furniture }
    if isMedia(line, entry) { return .media }
    if !entry.context.isDisjoint(with: [.nav, .form]) { return .furniture }
    let words = LineText.key(outline.bytes(line))
    if words.isEmpty { return .short }
    if isTitle(words) { return .headline }
    if words.count < 100, authors.contains(words) { return .signature }
    if isLinks(line) { return .links }
    if let verdict = phrase(line) { return verdict }
    if isHidden(line, owner) { return .furniture }
    if entry.context.contains(.heading) {
      return outline.lines[line].count < 300 ? .subhead : .text
    }
    if isDateline(line, entry) { return .dateline }
    if isShort(line, entry) { return .short }
    return .text
  }

  private func isMedia(_ line: Int, _ entry: Outline.Entry) -> Bool {
    if pictures.isCaption[line] || isMediaBox[Int(outline.lines[line].owner)] { return true }
    if !entry.context.isDisjoint(with: [.figure, .caption]) {
      return !entry.context.contains(.quote)
    }
    if !entry.evidence.isDisjoint(with: [.caption, .credit]), !isMainLook(line) { return true }
    guard outline.lines[line].count < 300 else { return false }
    var up = Int(entry.parent)
    for _ in 0..<2 where up > root {
      if outline.entries[up].evidence.contains(.caption), stats.text(outline.lineRange(up)) < 700 {
        return true
      }
      up = Int(outline.entries[up].parent)
    }
    return isLoneCredit(line)
  }

  /// "Photo: AFP" in a line of its own.
  private func isLoneCredit(_ line: Int) -> Bool {
    let size = outline.lines[line]
    guard size.count < 160, size.marks <= 2 else { return false }
    let split = CaptionCredit(splitting: outline.string(line))
    if split.caption == nil { return split.credit != nil && size.count < 80 }
    return split.credit != nil && !isMainLook(line)
      && !outline.entries[Int(size.owner)].context.contains(.paragraph)
  }

  private func isLinks(_ index: Int) -> Bool {
    let line = outline.lines[index]
    guard line.count > 0 else { return true }
    let density = Double(line.linked) / Double(line.count)
    let context = outline.entries[Int(line.owner)].context
    if context.contains(.heading) { return density > 0.8 && !context.contains(.paragraph) }
    if density > 0.9 { return true }
    if isMainLook(index) {
      return density > 0.8 && line.count - line.linked < 20 && line.marks == 0
    }
    return density > 0.6 && line.count < 250
  }

  private func phrase(_ index: Int) -> Verdict? {
    let line = outline.lines[index]
    guard line.count <= 600 else { return nil }
    let found = outline.bytes(index).withUnsafeBufferPointer { FurniturePhrases.table.match($0) }
    guard let found else { return nil }
    if found.kind == .signature { return line.count < 250 ? .signature : nil }
    let longest: Int32
    switch found.extent {
    case .whole: return .phrase
    case .label: longest = line.linked > 0 ? 600 : 120
    case .start: longest = 250
    case .inside: longest = isMainLook(index) && line.linked == 0 ? 160 : 350
    }
    return line.count < longest ? .phrase : nil
  }

  /// For screen readers alone.
  private func isHidden(_ line: Int, _ owner: Int) -> Bool {
    guard outline.lines[line].count < 160 else { return false }
    let parent = Int(outline.entries[owner].parent)
    return outline.entries[owner].evidence.contains(.hidden)
      || parent > root && outline.entries[parent].evidence.contains(.hidden)
        && stats.text(outline.lineRange(parent)) < 300
  }

  private func isDateline(_ line: Int, _ entry: Outline.Entry) -> Bool {
    guard outline.lines[line].count < 150, !isMainLook(line) else { return false }
    if entry.evidence.contains(.byline) || entry.context.contains(.time) { return true }
    var up = Int(entry.parent)
    for _ in 0..<2 where up > root {
      if outline.entries[up].evidence.contains(.byline), stats.text(outline.lineRange(up)) < 300 {
        return true
      }
      up = Int(outline.entries[up].parent)
    }
    // The name and day under an embedded post: "— Ana Lind (@analind) May 6, 2025".
    let bytes = outline.bytes(line)
    return entry.context.contains(.quote) && bytes.first == 0xE2 && bytes.contains(0x40)
  }

  private func isShort(_ line: Int, _ entry: Outline.Entry) -> Bool {
    outline.lines[line].count < 25 && !isMainLook(line)
      && entry.context.isDisjoint(with: [.paragraph, .list, .table, .pre])
  }
}
