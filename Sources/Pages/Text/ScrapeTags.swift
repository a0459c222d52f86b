/// Finds the list of tags that pages print below (or above) their text.
///
/// A label tells it ("Topics:", "More about"), or that the lines are short, alike, and made of
/// words of the text.
struct ScrapeTags {
  let page: ScrapePage
  let body: ClosedRange<Int>

  struct Found {
    var tags: [String]
    var index: Int
  }

  /// Most tags of a list; lines below the text and above it that are looked at.
  private static let most = 16
  private static let reach = (below: 40, above: 40)
  /// Least share of a list's words that are words of the text, where no label tells it.
  private static let leastShare = 0.5

  func find() -> Found? {
    let below = (body.upperBound + 1)..<min(page.lines.count, body.upperBound + Self.reach.below)
    if let found = find(in: below) { return found }
    let top = min(page.headline?.index ?? body.lowerBound, body.lowerBound)
    return labelled(in: max(0, top - Self.reach.above)..<body.lowerBound)
      ?? labelled(in: body.lowerBound..<(body.upperBound + 1))
  }

  private func find(in range: Range<Int>) -> Found? {
    if let found = labelled(in: range) { return found }
    var index = range.lowerBound
    while index < range.upperBound {
      let group = group(from: index)
      let tags = tags(of: group)
      if (2...Self.most).contains(tags.count), share(group) >= Self.leastShare {
        return Found(tags: tags, index: index)
      }
      index += max(group.count, 1)
    }
    return nil
  }

  // MARK: With a label

  private func labelled(in range: Range<Int>) -> Found? {
    for index in range where isLabel(index) {
      let inLine = tagsInLine(index)
      if !inLine.isEmpty { return Found(tags: inLine, index: index) }
      let group = group(from: index + 1)
      let isSure = page.phrases[index]?.kind == .tags
      guard !group.isEmpty, isSure || share(group) >= Self.leastShare else { continue }
      let tags = tags(of: group)
      if !tags.isEmpty, tags.count <= Self.most { return Found(tags: tags, index: index) }
    }
    return nil
  }

  private func isLabel(_ index: Int) -> Bool {
    guard let phrase = page.phrases[index], page.lines[index].shape.words <= 10 else {
      return false
    }
    switch phrase.kind {
    case .tags: return phrase.extent <= .start
    case .more: return phrase.extent == .whole
    default: return false
    }
  }

  /// "Topics: ferries, trade".
  private func tagsInLine(_ index: Int) -> [String] {
    let text = page.lines[index].text
    guard page.phrases[index]?.kind == .tags,
      let colon = text.firstIndex(where: { $0 == ":" || $0 == "：" })
    else { return [] }
    let rest = text[text.index(after: colon)...]
    return rest.split { $0 == "," || $0 == ";" || $0 == "|" || $0 == "、" || $0 == "•" }
      .map { ScrapeTopics.trimmed(String($0)) }.filter { !$0.isEmpty && $0.count <= 50 }
  }

  // MARK: Groups of lines

  /// Short lines of one look that follow each other.
  private func group(from start: Int) -> Range<Int> {
    var end = start
    while end < page.lines.count, end < start + Self.most + 2, isTag(end, like: start) { end += 1 }
    return start..<end
  }

  private func isTag(_ index: Int, like first: Int) -> Bool {
    let line = page.lines[index]
    if index > first {
      let mark = page.lines[first].mark
      if line.mark != mark || line.blanksBefore >= 3 { return false }
    }
    let isList = line.shape.glued > 0 || !line.parts.isEmpty
    return line.headingLevel != 1 && line.shape.width <= (isList ? 200 : 48)
      && line.shape.words <= (isList ? 30 : 6) && line.shape.letters >= 2
      && !line.shape.endsSentence && line.mark != .rule && line.shape.ending != .colon
      && (page.phrases[index].map { $0.extent > .label } ?? true) && !LineFacts.isDateLine(line)
      && !LineFacts.hasClock(line)
  }

  private func tags(of group: Range<Int>) -> [String] {
    group.flatMap { index -> [String] in
      let line = page.lines[index]
      let parts = line.parts.isEmpty ? ScrapeTopics.parts(ofGlued: line.text) : line.parts
      return parts.map { ScrapeTopics.trimmed(Self.withoutCount($0)) }.filter { !$0.isEmpty }
    }
  }

  private func share(_ group: Range<Int>) -> Double {
    var shared = 0
    var all = 0
    for index in group {
      let words = page.vocabulary.shared(index)
      shared += words.shared
      all += words.of
    }
    return all == 0 ? 0 : Double(shared) / Double(all)
  }

  /// "Harbours 1220" is a tag with the number of its reports.
  private static func withoutCount(_ tag: String) -> String {
    let words = tag.split(separator: " ")
    guard words.count > 1, let last = words.last,
      last.utf8.allSatisfy({ $0.isDigit || $0 == 0x28 || $0 == 0x29 }),
      last.utf8.count != 4 || !(last.hasPrefix("19") || last.hasPrefix("20"))
    else { return tag }
    return words.dropLast().joined(separator: " ")
  }
}
