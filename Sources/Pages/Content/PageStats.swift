/// Sums over an outline from which parts of the page are weighed: what every line is worth as
/// running text, and prefix sums, so that any element's share is one subtraction.
struct PageStats {
  /// Bytes of text, of linked text, and worth, of the lines before each place; one longer than the
  /// lines.
  private(set) var textBefore: [Int32] = [0]
  private(set) var linkedBefore: [Int32] = [0]
  private(set) var worthBefore: [Float] = [0]
  /// Bytes of lines that read like paragraphs, and of those with the shorter threshold.
  private var paragraphsBefore: [Int32] = [0]
  private var shortParagraphsBefore: [Int32] = [0]
  /// Worth of each line as running text of the article; 0 for what cannot be.
  private(set) var worth: [Float] = []
  /// Elements that look like furniture and hold less than `largestFurniture` of the text; also
  /// what is below them.
  private(set) var isFurniture: [Bool] = []

  /// An element with more of the page's text than this is no furniture, whatever its name: site
  /// names such as "with-sidebar" stand on wrappers of the whole page.
  static let largestFurniture: Float = 0.4
  /// Longer lines are not searched for furniture's phrases here.
  private static let longestPhraseLine: Int32 = 250
  /// A consent dialog may hold most of what a short page says.
  private static let largestInterstitial: Float = 0.9
  /// Lines of this length, in bytes, are paragraphs.
  static let paragraphLength: Int32 = 120
  /// Behind the names of paywalls, where whole articles stand, shorter ones count too.
  private static let shortParagraph: Int32 = 50
  /// Shorter lines have no worth: labels, names, dates.
  static let shortestLine: Int32 = 30

  init(_ outline: Outline, articleBody: ArticleBodyIndex?) {
    sumText(outline)
    markFurniture(outline)
    worth.reserveCapacity(outline.lines.count)
    worthBefore.reserveCapacity(outline.lines.count + 1)
    var total: Float = 0
    for index in outline.lines.indices {
      var worth = Self.worth(of: outline.lines[index], in: outline)
      if isFurniture[outline.owner(index)] { worth *= 0.1 }
      if worth > 0, outline.lines[index].count <= Self.longestPhraseLine,
        outline.bytes(index).withUnsafeBufferPointer({ FurniturePhrases.table.match($0) }) != nil
      {
        worth *= 0.2
      }
      if worth > 0, let articleBody {
        worth *= articleBody.holds(outline.bytes(index)) ? 3 : 0.5
      }
      self.worth.append(worth)
      total += worth
      worthBefore.append(total)
    }
  }

  func text(_ lines: Range<Int>) -> Int {
    Int(textBefore[lines.upperBound] - textBefore[lines.lowerBound])
  }

  func linked(_ lines: Range<Int>) -> Int {
    Int(linkedBefore[lines.upperBound] - linkedBefore[lines.lowerBound])
  }

  func worth(_ lines: Range<Int>) -> Float {
    worthBefore[lines.upperBound] - worthBefore[lines.lowerBound]
  }

  /// The share of linked text, 0 to 1.
  func linkDensity(_ lines: Range<Int>) -> Float {
    let text = text(lines)
    return text == 0 ? 0 : Float(linked(lines)) / Float(text)
  }

  private mutating func sumText(_ outline: Outline) {
    textBefore.reserveCapacity(outline.lines.count + 1)
    linkedBefore.reserveCapacity(outline.lines.count + 1)
    var text: Int32 = 0
    var linked: Int32 = 0
    var long: Int32 = 0
    var middling: Int32 = 0
    for line in outline.lines {
      text += line.count
      linked += line.linked
      textBefore.append(text)
      linkedBefore.append(linked)
      let isProse = line.linked * 4 < line.count && line.marks > 0
      if isProse, line.count >= Self.paragraphLength { long += line.count }
      if isProse, line.count >= Self.shortParagraph { middling += line.count }
      paragraphsBefore.append(long)
      shortParagraphsBefore.append(middling)
    }
  }

  private mutating func markFurniture(_ outline: Outline) {
    let total = Float(max(1, textBefore[outline.lines.count]))
    isFurniture = [Bool](repeating: false, count: outline.entries.count)
    for index in outline.entries.indices {
      let entry = outline.entries[index]
      if entry.parent >= 0, isFurniture[Int(entry.parent)] {
        isFurniture[index] = true
        continue
      }
      guard looksLikeFurniture(index, in: outline, strict: false) else { continue }
      let share = Float(text(outline.lineRange(index))) / total
      let largest =
        entry.evidence.isDisjoint(with: .interstitial)
        ? Self.largestFurniture : Self.largestInterstitial
      isFurniture[index] = share < largest
    }
  }

  /// By its element, or by its names; weak names count only where the text is not that of
  /// paragraphs. On the whole page (`strict` false) most names are weak, for the article's wrappers
  /// have them too.
  func looksLikeFurniture(_ index: Int, in outline: Outline, strict: Bool) -> Bool {
    let entry = outline.entries[index]
    switch entry.tag {
    case .nav, .aside, .footer, .form, .menu, .dialog, .fieldset: return true
    case .body, .html, .main, .article: return false
    default: break
    }
    if entry.evidence.contains(.articleBody) || entry.evidence.contains(.body) { return false }
    if !entry.evidence.isDisjoint(with: .furniture) {
      if strict, entry.tag != .p { return true }
      if !entry.evidence.isDisjoint(with: .strongFurniture), entry.tag != .p { return true }
      return !readsLikeParagraphs(index, in: outline)
    }
    guard !entry.evidence.isDisjoint(with: .weakFurniture) else { return false }
    let isPaywall = entry.evidence.isDisjoint(with: .weakFurniture.subtracting(.paywall))
    let shortest = isPaywall ? Self.shortParagraph : Self.paragraphLength
    return !readsLikeParagraphs(index, in: outline, shortest: shortest)
  }

  /// Most of the text stands in long lines with stops and few links.
  func readsLikeParagraphs(
    _ index: Int, in outline: Outline, shortest: Int32 = paragraphLength
  ) -> Bool {
    let lines = outline.lineRange(index)
    let before = shortest == Self.paragraphLength ? paragraphsBefore : shortParagraphsBefore
    let long = Int(before[lines.upperBound] - before[lines.lowerBound])
    return long * 10 > text(lines) * 7
  }

  /// What a line is worth as running text: longer text with commas and stops, few links.
  private static func worth(of line: Outline.Line, in outline: Outline) -> Float {
    guard line.count >= shortestLine else { return 0 }
    let linked = Float(line.linked) / Float(line.count)
    guard linked < 0.5 else { return 0 }
    let context = outline.entries[Int(line.owner)].context
    if !context.isDisjoint(with: [.heading, .nav, .form, .caption]) { return 0 }
    // Beyond 400 bytes, where paragraphs may be run together, a byte counts a quarter.
    let length = Float(line.count)
    var worth = 1 + min(length / 100, 4) + max(0, length - 400) / 400
    worth += min(Float(line.marks), 6) * 0.5
    if line.marks == 0 { worth *= 0.5 }
    if context.contains(.list) { worth *= 0.4 }
    if context.contains(.table) { worth *= 0.7 }
    if context.contains(.figure) { worth *= 0.2 }
    if !context.contains(.paragraph) { worth *= 0.8 }
    return worth * (1 - linked)
  }
}
