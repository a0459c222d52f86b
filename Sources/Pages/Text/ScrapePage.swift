/// A scrape's lines, and what the page as a whole says about them.
struct ScrapePage: Sendable {
  let lines: [ScrapeLine]
  /// The furniture's words found in each line.
  let phrases: [FurniturePhrases.Match?]
  /// Paragraphs of running text.
  let isProse: [Bool]
  /// The densest stretch of running text: the article's middle at least.
  let core: Range<Int>
  let vocabulary: ScrapeVocabulary
  /// How often each line's words stand on the page, and which time this is.
  let repeats: [Repeat]

  struct Repeat: Sendable {
    var count = 1
    var index = 0
  }

  /// Headings have marks, so that a line without one is none.
  let isMarkdown: Bool

  init(_ text: String) {
    lines = ScrapeLine.lines(of: text)
    let table = FurniturePhrases.table
    phrases = lines.map { table.match($0.text) }
    isProse = zip(lines, phrases).map { Self.isProse($0, $1) }
    core = Self.core(lines, isProse)
    vocabulary = ScrapeVocabulary(lines, isProse: isProse, core: core)
    repeats = Self.repeats(lines)
    isMarkdown = lines.contains { $0.headingLevel != nil }
  }

  /// Narrowest paragraph of running text, in columns. Measured on scrapes of news pages in 20
  /// languages: under 60 hardly any line with a full stop is a menu's, over it few are not text.
  static let narrowestProse = 60

  private static func isProse(_ line: ScrapeLine, _ phrase: FurniturePhrases.Match?) -> Bool {
    let shape = line.shape
    if let phrase, phrase.extent != .inside { return false }
    guard line.headingLevel == nil, line.mark != .row, shape.separators < 4 else { return false }
    if shape.width >= 160, shape.words >= 16 { return true }
    return shape.width >= narrowestProse && shape.words >= 8
      && (shape.endsSentence || shape.ending == .colon)
  }

  /// What a line that is no running text takes off, and what a paragraph adds at most.
  private static let gapCost = 70
  private static let mostGain = 400

  /// The stretch with the largest sum (Kadane), paragraphs counting their width.
  private static func core(_ lines: [ScrapeLine], _ isProse: [Bool]) -> Range<Int> {
    var best = 0
    var bestRange = 0..<0
    var sum = 0
    var start = 0
    for index in lines.indices {
      if sum <= 0 {
        sum = 0
        start = index
      }
      sum += isProse[index] ? min(lines[index].shape.width, mostGain) : -gapCost
      if sum > best {
        best = sum
        bestRange = start..<(index + 1)
      }
    }
    return bestRange
  }

  private static func repeats(_ lines: [ScrapeLine]) -> [Repeat] {
    var counts: [String: Int] = [:]
    var repeats = lines.map { line -> Repeat in
      counts[line.text, default: 0] += 1
      return Repeat(count: 1, index: counts[line.text, default: 1] - 1)
    }
    for index in lines.indices { repeats[index].count = counts[lines[index].text] ?? 1 }
    return repeats
  }
}
