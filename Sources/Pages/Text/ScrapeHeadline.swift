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
    let start = page.core.lowerBound
    let end = min(page.core.upperBound, start + 12)
    for index in max(0, start - Self.reach)..<end {
      guard let score = score(index, before: start) else { continue }
      if score > best?.score ?? 2 { best = (score, index) }
    }
    guard let best else { return fallback() }
    return Found(index: best.index, source: source(best.index), score: best.score)
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
    var score = markScore(line)
    let share = page.vocabulary.shared(index)
    score += 4 * Double(share.shared) / Double(max(share.of, 3))
    score -= index < start ? Double(start - index) * 0.07 : Double(index - start) * 0.5
    if page.repeats[index].count > 1, share.shared >= 2 { score += 0.7 }
    if line.shape.width < 22 { score -= 1 }
    if line.shape.ending == .stop { score -= 1.5 }
    if line.shape.ending == .colon { score -= 2 }
    if page.isProse[index] { score -= 4 }
    if line.isItem { score -= 2 }
    return score
  }

  private func markScore(_ line: ScrapeLine) -> Double {
    switch line.headingLevel {
    case 1: 5
    case 2: 2.5
    case 3: 1
    case .some: 0.5
    case nil: page.isMarkdown ? 0 : line.blanksBefore > 0 || line.number == 1 ? 1.5 : 0.5
    }
  }

  private static func canBeHeadline(_ line: ScrapeLine) -> Bool {
    let shape = line.shape
    return shape.letters >= 4 && shape.width <= 260 && shape.words >= 2 && line.mark != .row
      && line.mark != .quote && shape.digits <= shape.letters
  }
}
