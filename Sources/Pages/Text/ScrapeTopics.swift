/// Topics: the kicker above the headline, lists of tags.
struct ScrapeTopics {
  private(set) var kicker: String?
  private(set) var topics: [String] = []
  private(set) var kickerSource: Int?
  private(set) var tagSource: Int?

  private let page: ScrapePage

  /// Most lines above the headline that are one kicker; a longer column is a menu.
  private static let mostKickers = 3

  init(page: ScrapePage, body: ClosedRange<Int>) {
    self.page = page
    if let headline = page.headline?.index { readKicker(above: headline) }
    if let found = ScrapeTags(page: page, body: body).find() {
      add(found.tags)
      tagSource = found.index
    }
  }

  // MARK: Kicker

  private mutating func readKicker(above headline: Int) {
    var lines: [Int] = []
    var index = headline - 1
    while index >= 0, lines.count <= Self.mostKickers, isKicker(index) {
      if let last = lines.last, page.lines[last].blanksBefore > 0 { break }
      lines.append(index)
      index -= 1
    }
    guard let nearest = lines.first, lines.count <= Self.mostKickers else { return }
    kicker = page.lines[nearest].text
    kickerSource = nearest
    for line in lines.reversed() { add(Self.crumbs(page.lines[line].text)) }
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

  /// The parts of a path ("News / Norland", "Sport | Sailing"), glued ones too.
  private static func crumbs(_ line: String) -> [String] {
    line.split { $0 == "|" || $0 == "»" || $0 == "›" || $0 == "/" || $0 == ">" }
      .flatMap { parts(ofGlued: String($0)) }
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

  /// Without marks and blanks at the ends.
  static func trimmed(_ part: String) -> String {
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
