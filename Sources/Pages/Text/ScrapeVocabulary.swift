/// The words of a page's running text: lines of the article share them, furniture does not.
///
/// Words are cut to their first five letters, which is stem enough for inflected languages;
/// scripts without blanks give pairs of characters.
struct ScrapeVocabulary: Sendable {
  /// Stems of each line, each once.
  private let stems: [[UInt64]]
  /// In how many lines of the core a stem stands.
  private let counts: [UInt64: Int]
  private let core: Range<Int>

  /// Stems looked at in one line, so that a huge line costs no more than a long one.
  private static let longest = 400

  init(_ lines: [ScrapeLine], isProse: [Bool], core: Range<Int>) {
    self.init(stems: lines.map { Self.stems(of: $0.text) }, isProse: isProse, core: core)
  }

  /// The same page's with another core.
  func within(isProse: [Bool], core: Range<Int>) -> ScrapeVocabulary {
    ScrapeVocabulary(stems: stems, isProse: isProse, core: core)
  }

  private init(stems: [[UInt64]], isProse: [Bool], core: Range<Int>) {
    self.core = core
    self.stems = stems
    var counts: [UInt64: Int] = [:]
    for index in core where isProse[index] {
      for stem in stems[index] { counts[stem, default: 0] += 1 }
    }
    self.counts = counts
  }

  /// How many of the line's stems other lines of the core have, and how many it has.
  func shared(_ index: Int) -> (shared: Int, of: Int) {
    let own = core.contains(index) ? 1 : 0
    var shared = 0
    for stem in stems[index] where counts[stem, default: 0] > own { shared += 1 }
    return (shared, stems[index].count)
  }

  /// Share of the shorter line's stems that the other line has.
  func likeness(_ a: Int, _ b: Int) -> Double {
    let least = min(stems[a].count, stems[b].count)
    return least == 0 ? 0 : Double(Set(stems[a]).intersection(stems[b]).count) / Double(least)
  }

  private static func stems(of text: String) -> [UInt64] {
    var found: Set<UInt64> = []
    var hash: UInt64 = 0
    var length = 0
    var previous: UInt32 = 0
    func finish() {
      if length >= 4 { found.insert(hash) }
      length = 0
      hash = 0
    }
    for scalar in text.unicodeScalars {
      let kind = CharacterKind(scalar)
      switch kind {
      case .ideograph, .unspaced:
        finish()
        if previous != 0 { found.insert(UInt64(previous) << 32 | UInt64(scalar.value)) }
        previous = scalar.value
        if found.count >= longest { return Array(found) }
        continue
      case .hangul:
        length += 2
        if length <= 5 { hash = hash &* 1_000_003 &+ UInt64(scalar.value) }
      case .small, .capital, .letter, .digit, .mark:
        length += 1
        if length <= 5 { hash = hash &* 1_000_003 &+ UInt64(lowered(scalar, kind)) }
      default:
        finish()
        if found.count >= longest { return Array(found) }
      }
      previous = 0
    }
    finish()
    return Array(found)
  }

  private static func lowered(_ scalar: Unicode.Scalar, _ kind: CharacterKind) -> UInt32 {
    guard kind == .capital else { return scalar.value }
    if scalar.value < 0x80 { return scalar.value | 0x20 }
    return scalar.properties.lowercaseMapping.unicodeScalars.first?.value ?? scalar.value
  }
}
