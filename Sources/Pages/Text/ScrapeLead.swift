/// Finds the lead: what stands under the headline, apart from the text.
struct ScrapeLead {
  let page: ScrapePage
  let classes: [LineClass]

  struct Found {
    /// One line, or the items of a list of key points.
    var indices: [Int]
  }

  /// Widest lead, in columns, that is taken without something between it and the next paragraph.
  private static let widestUnparted = 420
  private static let widest = 700
  /// Lines below the headline that are looked at.
  private static let reach = 14

  func find() -> Found? {
    guard let first = classes.firstIndex(of: .text) else { return nil }
    if let headline = page.headline?.index, headline < first {
      for index in (headline + 1)..<min(first, headline + Self.reach + 1)
      where isStandfirst(index) { return Found(indices: [index]) }
    }
    if page.lines[first].isItem { return keyPoints(from: first) }
    return isLead(first) ? Found(indices: [first]) : nil
  }

  /// A line that is no paragraph of the text, but says something of it: a sentence without a stop,
  /// with words of the text.
  private func isStandfirst(_ index: Int) -> Bool {
    let line = page.lines[index]
    guard classes[index] == .other || classes[index] == .subhead, !line.isItem,
      line.shape.width >= 40, line.shape.width <= Self.widest, line.shape.words >= 6,
      page.phrases[index] == nil, page.repeats[index].count == 1,
      page.headline.map({ page.vocabulary.likeness($0.index, index) < 0.5 }) ?? true
    else { return false }
    guard line.shape.ending != .colon, page.vocabulary.shared(index).shared >= 2 else {
      return false
    }
    if isAttached(index) || LineFacts.isDateLine(line) || LineFacts.isByline(line) { return false }
    return CaptionCredit(splitting: line.text).credit == nil
  }

  /// Lines without a blank line between are pictures' texts and the like.
  private func isAttached(_ index: Int) -> Bool {
    page.lines[index].blanksBefore == 0
      || (index + 1 < page.lines.count && page.lines[index + 1].blanksBefore == 0
        && !LineFacts.isByline(page.lines[index + 1]))
  }

  /// The first paragraph, if something else stands between it and the next, or it is short.
  private func isLead(_ first: Int) -> Bool {
    let width = page.lines[first].shape.width
    guard width <= Self.widest,
      let next = classes[(first + 1)...].firstIndex(where: { $0 == .text || $0 == .subhead })
    else { return false }
    return next > first + 1 || width <= Self.widestUnparted
  }

  /// A list of sentences before the first paragraph.
  private func keyPoints(from first: Int) -> Found? {
    let end = classes[first...].indices.first { classes[$0] != .text || !page.lines[$0].isItem }
    guard let end, (2...6).contains(end - first),
      classes[end...].prefix(6).contains(.text) || classes[end] == .other
    else { return nil }
    let indices = Array(first..<end)
    return indices.allSatisfy { page.lines[$0].shape.words >= 5 } ? Found(indices: indices) : nil
  }
}
