/// A scrape's lines, and what the page as a whole says about them.
struct ScrapePage: Sendable {
  let lines: [ScrapeLine]
  /// The furniture's words found in each line.
  let phrases: [FurniturePhrases.Match?]
  /// Paragraphs of running text.
  let isProse: [Bool]
  /// The densest stretch of running text below a headline: the article's middle at least.
  private(set) var core: Range<Int>
  private(set) var vocabulary: ScrapeVocabulary
  private(set) var headline: ScrapeHeadline.Found?
  /// How often each line's words stand on the page, and which time this is.
  let repeats: [Repeat]

  var kinds: [LineKind] { zip(lines, isProse).map { LineKind($0, isProse: $1) } }

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
    repeats = Self.repeats(lines)
    isMarkdown = lines.contains { $0.headingLevel != nil }
    let stretches = Self.stretches(lines, isProse)
    core = stretches.first?.range ?? 0..<0
    vocabulary = ScrapeVocabulary(lines, isProse: isProse, core: core)
    headline = ScrapeHeadline(page: self).find()
    chooseCore(among: stretches)
  }

  /// A footer may hold more text than a short report: the stretch that stands below a headline
  /// that shares its words is the article's.
  private mutating func chooseCore(among stretches: [Stretch]) {
    var best = (score: 0.0, core: core, vocabulary: vocabulary, headline: headline)
    for (index, stretch) in stretches.enumerated() {
      if index > 0 {
        core = stretch.range
        vocabulary = vocabulary.within(isProse: isProse, core: core)
        headline = ScrapeHeadline(page: self).find()
      }
      let score = Double(min(stretch.gain, 1500)) / 300 + (headline?.score ?? 0)
      if index == 0 || score > best.score { best = (score, core, vocabulary, headline) }
    }
    (core, vocabulary, headline) = (best.core, best.vocabulary, best.headline)
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

  struct Stretch {
    var range: Range<Int>
    var gain: Int
  }

  /// The stretches with the largest sums, paragraphs counting their width, the best first: the
  /// best of all, then the best of what is left on both sides of it, and so on.
  private static func stretches(_ lines: [ScrapeLine], _ isProse: [Bool]) -> [Stretch] {
    var found: [Stretch] = []
    var left = [0..<lines.count]
    while let range = left.popLast(), found.count < 6 {
      let best = stretch(lines, isProse, within: range)
      guard best.gain > 0 else { continue }
      found.append(best)
      left.insert(range.lowerBound..<best.range.lowerBound, at: 0)
      left.insert(best.range.upperBound..<range.upperBound, at: 0)
    }
    return found.sorted { $0.gain > $1.gain }
  }

  /// The stretch with the largest sum (Kadane).
  private static func stretch(
    _ lines: [ScrapeLine], _ isProse: [Bool], within range: Range<Int>
  ) -> Stretch {
    var best = Stretch(range: range.lowerBound..<range.lowerBound, gain: 0)
    var sum = 0
    var start = range.lowerBound
    for index in range {
      if sum <= 0 {
        sum = 0
        start = index
      }
      sum += isProse[index] ? min(lines[index].shape.width, mostGain) : -gapCost
      if sum > best.gain { best = Stretch(range: start..<(index + 1), gain: sum) }
    }
    return best
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
