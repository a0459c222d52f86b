internal import CTables
internal import Lexicons

/// What each trait counts for a name being a place's, and for a place being the one meant
/// (places-weights.tsv).
struct PlaceWeights: Sendable {
  /// By `MentionTrait`.
  var mention: [Double]
  /// By `CandidateTrait`.
  var candidate: [Double]

  /// The table's; traits it does not name count nothing.
  static let learned: PlaceWeights = {
    var weights = PlaceWeights(
      mention: Array(repeating: 0, count: MentionTrait.allCases.count),
      candidate: Array(repeating: 0, count: CandidateTrait.allCases.count))
    let mention = Dictionary(
      uniqueKeysWithValues: MentionTrait.allCases.map { ("\($0)", $0.rawValue) })
    let candidate = Dictionary(
      uniqueKeysWithValues: CandidateTrait.allCases.map { ("\($0)", $0.rawValue) })
    for row in DataTable.rows(dateline_table_places_weights()) where row.count == 3 {
      guard let weight = Double(row[2]) else { continue }
      if row[0] == "mention", let trait = mention[row[1]] { weights.mention[trait] = weight }
      if row[0] == "candidate", let trait = candidate[row[1]] { weights.candidate[trait] = weight }
    }
    return weights
  }()
}

/// The traits of one thing, each with how much it has of them.
struct TraitList<Trait: RawRepresentable & Sendable>: Sendable where Trait.RawValue == Int {
  private(set) var values: [(trait: Trait, value: Double)] = []

  mutating func add(_ trait: Trait, _ value: Double = 1) {
    if value != 0 { values.append((trait, value)) }
  }

  mutating func add(_ trait: Trait, if holds: Bool) {
    if holds { values.append((trait, 1)) }
  }

  func score(_ weights: [Double]) -> Double {
    values.reduce(0) { $0 + weights[$1.trait.rawValue] * $1.value }
  }
}
