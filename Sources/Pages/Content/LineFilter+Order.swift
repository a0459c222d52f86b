/// What is decided of a line by its place among the others.
extension LineFilter {
  /// A filter that keeps less of the root's running text has failed.
  private static let leastKept = 0.35

  /// If names and places took most of the running text away, they were wrong here: what reads like
  /// paragraphs comes back.
  mutating func restoreText(_ lines: Range<Int>) {
    var all = 0
    var kept = 0
    for line in lines where isProse(line) {
      all += Int(outline.lines[line].count)
      if verdicts[line].isKept { kept += Int(outline.lines[line].count) }
    }
    guard Double(kept) < Self.leastKept * Double(all) else { return }
    for line in lines where [.media, .furniture].contains(verdicts[line]) && isProse(line) {
      verdicts[line] = .text
    }
  }

  private func isProse(_ line: Int) -> Bool {
    let size = outline.lines[line]
    let context = outline.entries[Int(size.owner)].context
    return size.count >= 60 && size.linked * 4 < size.count && size.marks > 0
      && context.isDisjoint(with: [.nav, .footer, .aside, .form, .heading, .caption])
  }

  /// What stands above the headline goes, and short lines between it and the first paragraph.
  mutating func dropHead(_ lines: Range<Int>) {
    for line in lines.lowerBound..<max(lines.lowerBound, headEnd(lines))
    where verdicts[line].isKept { verdicts[line] = .headline }
    for line in lines.lowerBound..<max(lines.lowerBound, main.span.lowerBound)
    where verdicts[line] == .text && outline.lines[line].count < 100 {
      let bytes = outline.bytes(line)
      if !LineText.endsAsSentence(bytes), !main.isMember(outline, line) { verdicts[line] = .head }
    }
  }

  /// The headline's line, if it stands in the root and hardly any text before it.
  private func headEnd(_ lines: Range<Int>) -> Int {
    guard let headline, outline.isInside(headline, root) else { return lines.lowerBound }
    let first = min(outline.lineRange(headline).lowerBound, lines.upperBound)
    let before = lines.lowerBound..<max(lines.lowerBound, first)
    return stats.worth(before) < 0.2 * stats.worth(lines) ? first : lines.lowerBound
  }

  /// A list in which every item has a link, behind the last paragraph or under no text of its own.
  mutating func dropLinkLists(_ lines: Range<Int>) {
    var line = lines.lowerBound
    while line < lines.upperBound {
      guard let list = list(of: line) else {
        line += 1
        continue
      }
      let items = outline.lineRange(list).clamped(to: lines)
      let next = max(items.upperBound, line + 1)
      let linked = items.count { outline.lines[$0].linked * 3 >= outline.lines[$0].count }
      let isTail = items.lowerBound >= main.span.upperBound
      if items.count >= 2, linked == items.count, isTail || stats.linkDensity(items) > 0.5 {
        for item in items where verdicts[item].isKept { verdicts[item] = .links }
      }
      line = next
    }
  }

  private func list(of line: Int) -> Int? {
    let owner = outline.owner(line)
    guard outline.entries[owner].context.contains(.list) else { return nil }
    return outline.ancestor(.ul, of: owner, within: root + 1)
      ?? outline.ancestor(.ol, of: owner, within: root + 1)
  }

  /// Behind the last paragraph, what stands apart from it goes; and so do names and codes of the
  /// makers at the very end.
  mutating func dropTail(_ lines: Range<Int>) {
    for line in max(lines.lowerBound, main.span.upperBound)..<lines.upperBound
    where verdicts[line].isKept && !outline.isInside(outline.owner(line), main.lastContainer) {
      verdicts[line] = .tail
    }
    var looked = 0
    for line in lines.reversed() where verdicts[line].isKept {
      guard verdicts[line] == .text, looked < 3, isSignature(line) else { break }
      verdicts[line] = .signature
      looked += 1
    }
  }

  /// A name or code in a line of its own: "msh/ab (AFP, Reuters)", "Ana Lind".
  private func isSignature(_ line: Int) -> Bool {
    let bytes = outline.bytes(line)
    if bytes.first == 0x28, bytes.last == 0x29, bytes.count < 60 { return true }
    guard bytes.count < 100,
      outline.entries[outline.owner(line)].context.isDisjoint(with: [.list, .table, .quote, .pre])
    else { return false }
    return LineText.wordCount(bytes) <= 8 && !LineText.endsAsSentence(bytes)
      && bytes.last != 0x3A
  }

  /// A line that was there before: another form of it for another width of the screen, or a
  /// sentence of the text set large.
  mutating func dropDuplicates(_ lines: Range<Int>) {
    var seen: Set<[UInt8]> = []
    for line in lines where verdicts[line].isKept && outline.lines[line].count >= 40 {
      if !seen.insert(LineText.key(outline.bytes(line))).inserted { verdicts[line] = .duplicate }
    }
  }

  /// A subhead without text behind it heads something that was dropped.
  mutating func dropEmptySubheads(_ lines: Range<Int>) {
    var hasText = false
    for line in lines.reversed() {
      if verdicts[line] == .text { hasText = true }
      if verdicts[line] == .subhead {
        if !hasText { verdicts[line] = .emptySubhead }
        hasText = false
      } else if outline.entries[outline.owner(line)].context.contains(.heading) {
        // A dropped heading takes none of the text behind it.
        hasText = false
      }
    }
  }
}
