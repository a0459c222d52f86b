import CTables

/// Tells what each line of a scrape is: a linear-chain conditional random field over the lines'
/// traits and those of the two lines before and behind (Lafferty, McCallum and Pereira 2001).
///
/// The weights stand in `line-weights.tsv`, a trait a row, and are learned by
/// `Scripts/train-line-weights`.
struct LineModel: Sendable {
  static let learned = LineModel(DataTable(dateline_table_line_weights()))

  /// One number a class.
  typealias Scores = SIMD4<Float>

  /// The neighbours that count, by their distance, as the table names them.
  private static let views: [(name: String, offset: Int)] = [
    ("own", 0), ("previous", -1), ("next", 1), ("previous2", -2), ("next2", 2),
  ]

  private var bias = Scores()
  /// By the line's kind, then trait.
  private var place = [[Scores]](
    repeating: [Scores](repeating: Scores(), count: PlaceTrait.allCases.count),
    count: LineKind.allCases.count)
  /// By view, then trait.
  private var own = [[Scores]](
    repeating: [Scores](repeating: Scores(), count: LineTrait.allCases.count), count: 5)
  /// For a neighbour that is not there.
  private var edge = [Scores](repeating: Scores(), count: 5)
  /// From a class to each class.
  private var moves = [Scores](repeating: Scores(), count: 4)

  init(_ table: DataTable) {
    var rows: [String: Scores] = [:]
    for row in table.rows where row.count == 5 {
      var scores = Scores()
      for index in 0..<4 { scores[index] = Float(row.string(index + 1)) ?? 0 }
      rows[row.string(0)] = scores
    }
    bias = rows["bias"] ?? Scores()
    for kind in LineKind.allCases {
      for trait in PlaceTrait.allCases {
        place[Int(kind.rawValue)][Int(trait.rawValue)] =
          (rows["place.\(trait)"] ?? Scores()) + (rows["\(kind).\(trait)"] ?? Scores())
      }
    }
    for (index, view) in Self.views.enumerated() {
      edge[index] = rows["\(view.name).edge"] ?? Scores()
      for trait in LineTrait.allCases {
        own[index][Int(trait.rawValue)] = rows["\(view.name).\(trait)"] ?? Scores()
      }
    }
    for line in LineClass.allCases { moves[line.rawValue] = rows["move.\(line)"] ?? Scores() }
  }

  /// The likeliest classes of all lines together; linear in the lines.
  func classes(own traits: [[LineTrait]], places: [[PlaceTrait]], kinds: [LineKind]) -> [LineClass]
  {
    var scores = scores(own: traits, places: places, kinds: kinds)
    let classes = likeliest(scores)
    let inCore = places.indices.filter { kinds[$0] == .prose && places[$0].contains(.inCore) }
    guard inCore.count(where: { classes[$0] == .text }) * 2 < inCore.count else { return classes }
    for index in inCore { scores[index][LineClass.text.rawValue] += Self.trustInCore }
    return likeliest(scores)
  }

  /// What is added for the paragraphs of the densest stretch where an answer leaves out most of
  /// them, which is not to be believed: there is an article on the page. In cross-validation
  /// body F1 0.918 became 0.928 and 0.937 became 0.945 by it.
  private static let trustInCore: Float = 4

  /// Viterbi.
  private func likeliest(_ unary: [Scores]) -> [LineClass] {
    guard var score = unary.first else { return [] }
    var back: [SIMD4<UInt8>] = []
    back.reserveCapacity(unary.count)
    for now in unary.dropFirst() {
      var best = score[0] + moves[0]
      var from = SIMD4<UInt8>()
      for previous in 1..<4 {
        let candidate = score[previous] + moves[previous]
        let isBetter = candidate .> best
        best.replace(with: candidate, where: isBetter)
        for line in 0..<4 where isBetter[line] { from[line] = UInt8(previous) }
      }
      back.append(from)
      score = best + now
    }
    return path(back, last: score)
  }

  private func path(_ back: [SIMD4<UInt8>], last: Scores) -> [LineClass] {
    var line = (0..<4).max { last[$0] < last[$1] } ?? 0
    var path = [line]
    for from in back.reversed() {
      line = Int(from[line])
      path.append(line)
    }
    return path.reversed().map { LineClass(rawValue: $0) ?? .other }
  }

  private func scores(own traits: [[LineTrait]], places: [[PlaceTrait]], kinds: [LineKind])
    -> [Scores]
  {
    var scores = zip(places, kinds).map { traits, kind in
      let weights = place[Int(kind.rawValue)]
      return traits.reduce(bias) { $0 + weights[Int($1.rawValue)] }
    }
    for index in scores.indices {
      for (view, weights) in own.enumerated() {
        let neighbour = index + Self.views[view].offset
        if traits.indices.contains(neighbour) {
          for trait in traits[neighbour] { scores[index] += weights[Int(trait.rawValue)] }
        } else {
          scores[index] += edge[view]
        }
      }
    }
    return scores
  }
}
