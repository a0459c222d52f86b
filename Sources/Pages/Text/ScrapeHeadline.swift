/// Finds the headline among a scrape's lines.
///
/// A headline has a heading's mark (the first level before others) or looks like one, stands
/// shortly before the running text, and shares its words; pages often print it twice.
struct ScrapeHeadline {
  let page: ScrapePage

  struct Found: Sendable {
    var index: Int
    var source: String
    /// How sure it is; 5 for a first-level heading that shares no word with the text.
    var score = 0.0
  }

  /// Lines before the core's first paragraph that are looked at: pictures, share bars, bylines and
  /// key points may stand between.
  private static let reach = 60

  func find() -> Found? {
    guard !page.core.isEmpty else { return fallback() }
    var best: (score: Double, index: Int)?
    var scores: [Int: Double] = [:]
    let start = page.core.lowerBound
    let end = min(page.core.upperBound, start + 12)
    for index in max(0, start - Self.reach)..<end {
      guard let score = score(index, before: start) else { continue }
      scores[index] = score
      if score > best?.score ?? Self.threshold { best = (score, index) }
    }
    guard var best else { return fallback() }
    if let other = earlier(than: best.index, scores) ?? shown(below: best.index, scores) {
      best = (best.score, other)
    }
    return Found(index: best.index, source: source(best.index), score: best.score)
  }

  /// The least a headline must have.
  private static let threshold = 1.2
  /// How much better a line must be than one shortly above it.
  private static let lead = 1.3

  /// A standfirst looks like a headline too, and shares more with the text: of two lines without
  /// marks that stand near together the upper is the headline.
  private func earlier(than index: Int, _ scores: [Int: Double]) -> Int? {
    guard page.lines[index].headingLevel == nil, let best = scores[index] else { return nil }
    return (max(0, index - 4)..<index).first { above in
      guard let score = scores[above] else { return false }
      return score >= max(best - Self.lead, Self.threshold) && page.lines[above].shape.width >= 30
    }
  }

  /// A first-level heading made for search engines (or the last crumb of a path), and shortly below
  /// it the headline that readers see, saying the same in other words.
  private func shown(below index: Int, _ scores: [Int: Double]) -> Int? {
    guard page.lines[index].headingLevel == 1 else { return nil }
    return ((index + 1)..<min(index + 9, page.lines.count)).first { below in
      let line = page.lines[below]
      return line.headingLevel == 2 && scores[below] ?? 0 > Self.threshold && !line.isInList
        && line.shape.width >= 30 && page.vocabulary.likeness(index, below) >= 0.4
        && !(index..<below).contains { page.isProse[$0] }
    }
  }

  private func source(_ index: Int) -> String {
    page.lines[index].headingLevel == nil ? page.lines[index].place : "heading mark"
  }

  /// Without running text before it the first heading of the first level is the page's name.
  private func fallback() -> Found? {
    guard let index = page.lines.firstIndex(where: { $0.headingLevel == 1 }) else { return nil }
    return Found(index: index, source: source(index))
  }

  /// `nil` for what cannot be a headline.
  private func score(_ index: Int, before start: Int) -> Double? {
    let line = page.lines[index]
    guard Self.canBeHeadline(line) else { return nil }
    if let phrase = page.phrases[index], phrase.extent <= .label { return nil }
    if LineFacts.isDateLine(line) || LineFacts.isByline(line) { return nil }
    let shares = page.vocabulary.shared(index)
    var score = markScore(line) + shapeScore(line)
    score += 4 * min(Double(shares.shared) / Double(max(shares.of, 3)), 0.75)
    score -= index < start ? Double(start - index) * 0.05 : Double(index - start) * 0.5
    if page.repeats[index].count > 1, shares.shared >= 2, isAlone(index) { score += 0.7 }
    if page.isProse[index] { score -= 4 }
    if line.isItem { score -= 2 }
    if line.headingLevel == nil { score += companyScore(index) }
    return score
  }

  private func shapeScore(_ line: ScrapeLine) -> Double {
    let shape = line.shape
    var score = 0.0
    if shape.width < 22 { score -= 1 }
    if (30...110).contains(shape.width) { score += 0.5 }
    if shape.width > 140 { score -= 1.5 }
    if shape.ending == .stop { score -= 2 }
    if shape.ending == .colon { score -= 2 }
    return score
  }

  /// A line without a mark is known by its neighbours: a headline stands alone, a date or a byline
  /// near below; a picture's texts stand together and end with a credit.
  private func companyScore(_ index: Int) -> Double {
    let line = page.lines[index]
    let next = index + 1 < page.lines.count ? page.lines[index + 1] : nil
    var score = 0.0
    if isAlone(index) { score += 1 }
    if let next, next.blanksBefore == 0, next.text.utf8.starts(with: line.text.utf8) { score -= 1 }
    if CaptionCredit(splitting: line.text).credit != nil { score -= 3 }
    if let next, next.blanksBefore == 0, CaptionCredit(splitting: next.text).credit != nil {
      score -= 2
    }
    let below = (index + 1)..<min(index + 5, page.lines.count)
    if below.contains(where: { LineFacts.isDateLine(page.lines[$0]) }) { score += 0.7 }
    if below.contains(where: { LineFacts.isByline(page.lines[$0]) }) { score += 0.7 }
    return score
  }

  /// Blank lines on both sides.
  private func isAlone(_ index: Int) -> Bool {
    let line = page.lines[index]
    let next = index + 1 < page.lines.count ? page.lines[index + 1] : nil
    return (line.blanksBefore > 0 || line.number == 1) && next?.blanksBefore ?? 1 > 0
  }

  private func markScore(_ line: ScrapeLine) -> Double {
    switch line.headingLevel {
    case 1: 5
    case 2: 2.5
    case 3: 1
    case .some: 0.5
    case nil: page.isMarkdown ? 0 : 0.5
    }
  }

  private static func canBeHeadline(_ line: ScrapeLine) -> Bool {
    let shape = line.shape
    return shape.letters >= 4 && shape.width <= 260 && shape.words >= 2 && line.mark != .row
      && line.mark != .quote && shape.digits <= shape.letters
  }
}
