/// Finds the lead: the opening that a page sets apart from the text, between the headline and the
/// first paragraph.
///
/// Evidence: class words ("lead", "standfirst", "chapo"), a heading right behind the headline, bold
/// type, and likeness to what the page declares as its description.
struct LeadFinder {
  struct Lead {
    var lines: [Int]
    var source: String
  }

  let outline: Outline
  let stats: PageStats
  let filter: LineFilter
  let declared: Declared

  /// Lines behind the headline that are searched, and the longest lead in bytes.
  private static let farthestLine = 150
  private static let longestLead: Int32 = 1500
  /// Lines between headline and subtitle: kicker, date, makers.
  private static let farthestSubtitle = 12
  private static let shortestLead: Int32 = 25

  func find() -> Lead? {
    let zone = zone()
    guard !zone.isEmpty else { return nil }
    let descriptions = declared.descriptions.map { LineText.key($0.value.utf8) }.filter {
      $0.count > 20
    }
    if let line = zone.first(where: { isPossible($0) && isMarked($0) }) {
      return Lead(lines: together(line, in: zone), source: "class")
    }
    for line in zone where isPossible(line) && matches(line, descriptions) {
      return Lead(lines: [line], source: "description")
    }
    if let line = zone.first(where: { isPossible($0) && isSubtitle($0) }) {
      return Lead(lines: [line], source: "heading")
    }
    if let line = aloneBeforeText(zone) { return Lead(lines: [line], source: "position") }
    if let first = zone.first(where: { filter.verdicts[$0] == .text && isPossible($0) }),
      isBold(first), !filter.isMainLook(first) || hasPlainText(after: first)
    {
      return Lead(lines: [first], source: "bold")
    }
    return nil
  }

  /// From the headline to the first main paragraph, that one included.
  private func zone() -> Range<Int> {
    let root = outline.lineRange(filter.root)
    var start = root.lowerBound
    if let headline = filter.headline {
      let lines = outline.lineRange(headline)
      if lines.upperBound <= root.upperBound { start = lines.upperBound }
    }
    let first = root.first { line in
      line >= start && filter.verdicts[line] == .text && filter.isMainLook(line)
        && stats.worth[line] > 0
    }
    let end = min((first ?? root.lowerBound) + 1, start + Self.farthestLine, outline.lines.count)
    return start < end ? start..<end : 0..<0
  }

  private func isPossible(_ line: Int) -> Bool {
    let entry = outline.entries[outline.owner(line)]
    let size = outline.lines[line]
    guard size.count >= Self.shortestLead, size.count <= Self.longestLead,
      size.linked * 2 < size.count, isProse(line),
      entry.context.isDisjoint(with: [.nav, .figure, .form, .footer, .caption])
    else { return false }
    if outline.lineRange(filter.root).contains(line) {
      return [.text, .subhead, .emptySubhead, .short, .head, .tail].contains(filter.verdicts[line])
    }
    return !isFurniture(line) && !filter.isTitle(LineText.key(outline.bytes(line)))
  }

  /// Words, not a date or a row of names and numbers.
  private func isProse(_ line: Int) -> Bool {
    let bytes = outline.bytes(line)
    let digits = bytes.reduce(0) { $0 + ($1.isDigit ? 1 : 0) }
    return digits * 5 < bytes.count
      && LineText.wordCount(bytes) >= (bytes.first ?? 0 >= 0xE3 ? 1 : 4)
  }

  /// Furniture by an element that does not hold the article too. Names of teasers count for
  /// nothing here: leads are called so.
  private func isFurniture(_ line: Int) -> Bool {
    var at = outline.owner(line)
    while at > 0, !outline.isInside(filter.root, at) {
      let entry = outline.entries[at]
      switch entry.tag {
      case .nav, .aside, .footer, .form, .button, .menu, .dialog: return true
      default: break
      }
      let evidence = entry.evidence.subtracting([.author, .tags])
      if !evidence.isDisjoint(with: .furniture) { return true }
      if evidence.contains(.related), stats.linkDensity(outline.lineRange(at)) > 0.5 { return true }
      at = Int(entry.parent)
    }
    return false
  }

  /// The line's element, or a small one round it, is called a lead.
  private func isMarked(_ line: Int) -> Bool { markedElement(line) != nil }

  private func markedElement(_ line: Int) -> Int? {
    var at = outline.owner(line)
    var found: Int?
    for _ in 0..<4 where at > 0 {
      let entry = outline.entries[at]
      if at == filter.root || stats.text(outline.lineRange(at)) > Int(Self.longestLead) { break }
      if entry.evidence.contains(.lead), !entry.evidence.contains(.caption) { found = at }
      at = Int(entry.parent)
    }
    return found
  }

  private func together(_ line: Int, in zone: Range<Int>) -> [Int] {
    guard let element = markedElement(line) else { return [line] }
    let lines = outline.lineRange(element)
    return lines.filter { $0 >= line && (isPossible($0) || $0 == line) }
  }

  /// A heading right behind the headline.
  private func isSubtitle(_ line: Int) -> Bool {
    guard let headline = filter.headline,
      outline.entries[outline.owner(line)].context.contains(.heading)
    else { return false }
    let between = outline.lineRange(headline).upperBound..<line
    return between.count <= Self.farthestSubtitle && outline.lines[line].count >= 40
      && !between.contains { filter.verdicts[$0] == .text && stats.worth[$0] > 0 }
  }

  private func matches(_ line: Int, _ descriptions: [[UInt8]]) -> Bool {
    let key = LineText.key(outline.bytes(line))
    guard key.count >= 20 else { return false }
    return descriptions.contains { description in
      // A place may stand before the words that both share.
      let start = key.firstRange(of: description.prefix(16))?.lowerBound ?? 0
      let rest = key[start...]
      let shared = zip(rest, description).prefix { $0 == $1 }.count
      return shared * 10 >= max(rest.count, description.count) * 7
        || shared == description.count && shared * 10 >= key.count * 5
    }
  }

  /// The only sentences between headline and text that are not part of its run.
  private func aloneBeforeText(_ zone: Range<Int>) -> Int? {
    guard filter.headline != nil else { return nil }
    let sentences = zone.dropLast().filter { line in
      isPossible(line) && outline.lines[line].count >= 50 && !filter.isMainLook(line)
        && LineText.endsAsSentence(outline.bytes(line))
        && outline.entries[outline.owner(line)].context.isDisjoint(with: [.list, .table, .quote])
        && !filter.pictures.isCaption[line]
    }
    return sentences.count == 1 ? sentences[0] : nil
  }

  private func isBold(_ line: Int) -> Bool {
    let size = outline.lines[line]
    return size.strong * 10 >= size.count * 9 && size.count >= 60
  }

  private func hasPlainText(after line: Int) -> Bool {
    let rest = (line + 1)..<max(line + 1, min(line + 6, outline.lineRange(filter.root).upperBound))
    return rest.contains { filter.verdicts[$0] == .text && !isBold($0) && stats.worth[$0] > 1 }
  }
}
