/// Topics: the kicker above the headline, lists of tags.
struct ScrapeTopics {
  private(set) var kicker: String?
  private(set) var topics: [String] = []
  private(set) var kickerSource: Int?
  private(set) var tagSource: Int?

  private let page: ScrapePage

  /// Most lines above the headline that are one kicker; most tags of a list.
  private static let mostKickers = 3
  private static let mostTags = 16

  init(page: ScrapePage, body: ClosedRange<Int>) {
    self.page = page
    if let headline = page.headline?.index { readKicker(above: headline) }
    readTags(body)
  }

  // MARK: Kicker

  private mutating func readKicker(above headline: Int) {
    var lines: [Int] = []
    var index = headline - 1
    while index >= 0, lines.count < Self.mostKickers, isKicker(index) {
      if let last = lines.last, page.lines[last].blanksBefore > 0 { break }
      lines.append(index)
      index -= 1
    }
    guard let nearest = lines.first else { return }
    kicker = page.lines[nearest].text
    kickerSource = nearest
    for line in lines.reversed() { add(Self.parts(ofGlued: page.lines[line].text)) }
  }

  private func isKicker(_ index: Int) -> Bool {
    let line = page.lines[index]
    let shape = line.shape
    return !line.isItem && !line.isInList && shape.width <= 44 && (1...4).contains(shape.words)
      && shape.letters >= 3 && shape.digits * 2 <= shape.letters && !shape.endsSentence
      && page.phrases[index] == nil && !LineFacts.isDateLine(line)
      && !PersonNames.isAnnounced(line.text) && line.mark != .rule
      && page.repeats[index].count <= 4
  }

  // MARK: Tags

  private mutating func readTags(_ body: ClosedRange<Int>) {
    let start = max(0, min(page.headline?.index ?? body.lowerBound, body.lowerBound) - 40)
    for index in start..<min(page.lines.count, body.upperBound + 60) {
      guard let phrase = page.phrases[index], phrase.kind == .tags, phrase.extent <= .label else {
        continue
      }
      let found = tags(labelledBy: index)
      guard !found.isEmpty else { continue }
      add(found)
      tagSource = index
      return
    }
  }

  /// "Topics: ferries, trade" or a label with the tags in the lines below.
  private func tags(labelledBy index: Int) -> [String] {
    let text = page.lines[index].text
    if let colon = text.firstIndex(of: ":") ?? text.firstIndex(of: "：") {
      let rest = text[text.index(after: colon)...]
      let parts = rest.split { $0 == "," || $0 == ";" || $0 == "|" || $0 == "、" }
      let tags = parts.map { Self.trimmed(String($0)) }.filter { !$0.isEmpty && $0.count <= 50 }
      if !tags.isEmpty { return Array(tags.prefix(Self.mostTags)) }
    }
    var tags: [String] = []
    for next in (index + 1)..<min(index + 1 + Self.mostTags, page.lines.count) {
      guard isTag(next, first: index + 1) else { break }
      let tag = Self.withoutCount(page.lines[next].text)
      tags += Self.parts(ofGlued: tag)
    }
    return tags
  }

  private func isTag(_ index: Int, first: Int) -> Bool {
    let line = page.lines[index]
    if index > first, line.isItem != page.lines[first].isItem || line.blanksBefore >= 3 {
      return false
    }
    return line.headingLevel == nil && line.shape.width <= 48 && line.shape.words <= 6
      && line.shape.letters >= 2 && !line.shape.endsSentence && line.mark != .rule
      && (page.phrases[index].map { $0.extent > .label } ?? true) && !LineFacts.isDateLine(line)
  }

  /// "Harbours 1220" is a tag with the number of its reports.
  private static func withoutCount(_ tag: String) -> String {
    let words = tag.split(separator: " ")
    guard words.count > 1, let last = words.last,
      last.utf8.allSatisfy({ $0.isDigit || $0 == 0x28 || $0 == 0x29 }),
      last.count != 4
        || !last.hasPrefix("20")
    else { return tag }
    return words.dropLast().joined(separator: " ")
  }

  private mutating func add(_ found: [String]) {
    for topic in found where !topics.contains(topic) { topics.append(topic) }
  }

  /// "PoliticsJapan" is "Politics" and "Japan": a capital behind a small letter begins a topic.
  /// Names with a capital within ("McDonald", "iPhone") stay whole.
  static func parts(ofGlued line: String) -> [String] {
    var parts: [String] = []
    var part = ""
    var previous: CharacterKind = .other
    for scalar in line.unicodeScalars {
      let kind = CharacterKind(scalar)
      if kind == .capital, previous == .small, part.unicodeScalars.count >= 3, !isPrefix(part) {
        parts.append(part)
        part = ""
      }
      part.unicodeScalars.append(scalar)
      previous = kind
    }
    parts.append(part)
    return parts.map(trimmed).filter { !$0.isEmpty }
  }

  /// Beginnings of names and brands that go on with a capital.
  private static func isPrefix(_ part: String) -> Bool {
    guard let word = part.split(whereSeparator: { $0 == " " || $0 == "-" }).last else {
      return false
    }
    return prefixes.contains(String(word))
  }

  private static let prefixes: Set<String> = [
    "Mac", "Fitz", "Van", "You", "Tik", "Linked", "Whats", "Face", "Play", "Snap", "Black", "Bay",
    "Pay", "Micro", "Soft", "Open", "Deep", "Nord", "Volks",
  ]

  private static func trimmed(_ part: String) -> String {
    var scalars = Substring(part).unicodeScalars
    while let last = scalars.last, last == " " || ":|/·•,-–>›»".unicodeScalars.contains(last) {
      scalars.removeLast()
    }
    while let first = scalars.first, first == " " || "|/·•,-–>›»#".unicodeScalars.contains(first) {
      scalars.removeFirst()
    }
    return String(scalars)
  }
}
