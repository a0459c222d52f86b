#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

internal import Gazetteer
internal import Records

/// A name of the text, all its mentions together, with the places it may mean.
///
/// A name means one place in a text, save where a division behind a comma says otherwise: "Paris"
/// and "Paris, Texas" are two toponyms.
struct Toponym {
  struct Candidate {
    var number: Int
    var place: GazetteerPlace
    var isAlternate: Bool
    var point: SpherePoint
    /// 0...1, all candidates' together 1.
    var probability = 0.0
  }

  /// Most places of one name that are weighed; "San Antonio" has more than two hundred.
  static let mostCandidates = 64

  var key: UInt64
  /// Numbers of the mentions.
  var mentions: [Int]
  /// The divisions named behind it: places of the gazetteer.
  var within: [Int]
  /// What the words beside its mentions say it is.
  var designators: Set<NameScanner.Designator> = []
  /// Toponyms it stands in a row with: "Ohio, Texas and Utah".
  var row: Set<Int> = []
  /// Toponyms named next before or behind it.
  var neighbors: Set<Int> = []
  /// Countries whose governments its mentions stand for.
  var governed: Set<CountryCode> = []
  /// What the user said of the name.
  var decisions: [PlaceDecision] = []
  /// How sure the mentions are to be places at all, 0...1.
  var weight: Double
  var candidates: [Candidate]

  /// Scores, log odds, to probabilities.
  mutating func setProbabilities(_ scores: [Double]) {
    guard let highest = scores.max() else { return }
    let shares = scores.map { exp($0 - highest) }
    let sum = shares.reduce(0, +)
    for index in shares.indices { candidates[index].probability = shares[index] / sum }
  }

  /// The likeliest candidate.
  var best: Int? {
    candidates.indices.max { candidates[$0].probability < candidates[$1].probability }
  }
}
