/// Finds what within the article's element is furniture all the same: boxes, teasers, other
/// articles, bars, by element, by name and by structure.
struct FurnitureFinder {
  let outline: Outline
  let stats: PageStats
  let root: Int
  let main: MainRun

  /// By entry; what is below furniture is furniture.
  private(set) var isFurniture: [Bool]
  /// By entry: below a player, slide show or foreign part, whose words are not the article's but
  /// whose pictures may be.
  private(set) var isMediaBox: [Bool]

  /// Furniture of more than this share of the root's text is none.
  private static let largestShare = 0.3
  /// Largest teaser: heading, a few lines, a date; in bytes.
  private static let largestTeaser = 800
  /// Elements searched for a picture in a player or slide show.
  private static let farthestPicture = 200
  /// A teaser up to this size may look like the article's paragraphs.
  private static let shortTeaser = 250

  init(outline: Outline, stats: PageStats, root: Int, main: MainRun) {
    self.outline = outline
    self.stats = stats
    self.root = root
    self.main = main
    isFurniture = [Bool](repeating: false, count: outline.entries.count)
    isMediaBox = isFurniture
  }

  mutating func run() {
    let total = stats.text(outline.lineRange(root))
    let most = Int(Double(total) * Self.largestShare)
    let articlesHoldMain = isMainInNestedArticles()
    for index in (root + 1)..<max(root + 1, Int(outline.entries[root].end)) {
      let entry = outline.entries[index]
      isMediaBox[index] = isMediaBox[Int(entry.parent)]
      if isFurniture[Int(entry.parent)] {
        isFurniture[index] = true
      } else if !isMediaBox[index], looksLikeMediaBox(index) {
        isMediaBox[index] = stats.text(outline.lineRange(index)) < most
      } else if looksLikeFurniture(index)
        || entry.tag == .article && !articlesHoldMain && index > root
      {
        isFurniture[index] = stats.text(outline.lineRange(index)) < most
      }
    }
    markTeasers(most: most)
  }

  private func looksLikeFurniture(_ index: Int) -> Bool {
    let entry = outline.entries[index]
    if entry.evidence.contains(.unseen) { return true }
    switch entry.tag {
    case .nav, .aside, .footer, .form, .menu, .dialog, .fieldset: return true
    case .h1, .h2, .h3, .h4, .h5, .h6:
      return !entry.evidence.isDisjoint(with: [.comments, .newsletter, .advert, .unseen, .overlay])
    default: break
    }
    if main.looks.contains(entry.look) { return false }
    if !entry.evidence.isDisjoint(with: .factbox) { return true }
    return stats.looksLikeFurniture(index, in: outline, strict: true)
  }

  /// A player, a slide show or a foreign part without paragraphs of its own.
  private func looksLikeMediaBox(_ index: Int) -> Bool {
    let entry = outline.entries[index]
    guard !entry.evidence.isDisjoint(with: [.media, .embed]), entry.tag != .figure,
      entry.evidence.isDisjoint(with: .furniture), !main.looks.contains(entry.look)
    else { return false }
    return !stats.readsLikeParagraphs(index, in: outline)
      || entry.evidence.contains(.media) && holdsPicture(index)
  }

  private func holdsPicture(_ index: Int) -> Bool {
    let end = min(Int(outline.entries[index].end), index + Self.farthestPicture)
    for inner in index..<end where outline.entries[inner].tag == .img {
      return true
    }
    return false
  }

  /// Most of the main lines stand in `article` elements below the root.
  private func isMainInNestedArticles() -> Bool {
    var inside = 0
    var all = 0
    for line in main.span where stats.worth[line] > 0 {
      all += 1
      if let article = outline.ancestor(.article, of: outline.owner(line), within: root + 1),
        article > root
      {
        inside += 1
      }
    }
    return inside * 2 > all
  }

  /// A heading that is a link leads to another report; the small element round it is its teaser.
  private mutating func markTeasers(most: Int) {
    for line in outline.lineRange(root) {
      let owner = outline.owner(line)
      let size = outline.lines[line]
      guard outline.entries[owner].context.contains(.heading), size.links > 0,
        size.linked * 2 >= size.count, !isFurniture[owner]
      else { continue }
      if let teaser = teaser(round: owner, most: min(most, Self.largestTeaser)) {
        for index in teaser..<Int(outline.entries[teaser].end) { isFurniture[index] = true }
      }
    }
  }

  private func teaser(round owner: Int, most: Int) -> Int? {
    var found: Int?
    var at = owner
    for _ in 0..<Outline.farthestAncestor where at > root {
      let lines = outline.lineRange(at)
      if stats.text(lines) > most { break }
      if stats.text(lines) > Self.shortTeaser, lines.contains(where: { isMainText($0) }) { break }
      found = at
      at = Int(outline.entries[at].parent)
    }
    return found
  }

  private func isMainText(_ line: Int) -> Bool {
    stats.worth[line] > 0.5 && main.looks.contains(outline.entries[outline.owner(line)].look)
  }
}
