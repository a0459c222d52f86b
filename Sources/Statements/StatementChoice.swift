internal import Syntax

/// Chooses among scored candidates: one for a cue, none twice, and what stands in the content of
/// another is marked so.
struct StatementChoice {
  struct Chosen {
    var candidate: Candidate
    /// Index among the chosen of the one it stands in.
    var inside: Int?
  }

  let text: MarkedText

  /// One candidate for a cue, the best first, none twice.
  func choose(_ candidates: [Candidate]) -> [Candidate] {
    var taken: [Candidate] = []
    take(candidates.sorted(by: Self.isBetter), into: &taken) { _ in true }
    return taken
  }

  /// Those whose cue stands in the content of one that is chosen.
  func adding(inner candidates: [Candidate], to chosen: [Candidate]) -> [Candidate] {
    var holds = [Bool](repeating: false, count: text.count)
    for candidate in chosen {
      for piece in candidate.content { for token in piece { holds[token] = true } }
    }
    var taken = chosen
    let order = candidates.sorted {
      $0.ownScore != $1.ownScore ? $0.ownScore > $1.ownScore : $0.trigger < $1.trigger
    }
    take(order, into: &taken) { holds[$0.trigger] }
    return taken
  }

  private static func isBetter(_ one: Candidate, _ other: Candidate) -> Bool {
    if one.score != other.score { return one.score > other.score }
    return one.trigger != other.trigger
      ? one.trigger < other.trigger : one.hull.count > other.hull.count
  }

  private func take(
    _ order: [Candidate], into taken: inout [Candidate], where holds: (Candidate) -> Bool
  ) {
    var isCue = [Bool](repeating: false, count: text.count)
    var contents: Set<[Range<Int>]> = []
    for candidate in taken {
      for token in candidate.cue { isCue[token] = true }
      contents.insert(candidate.content)
    }
    for candidate in order where holds(candidate) {
      guard !candidate.cue.contains(where: { isCue[$0] }),
        contents.insert(candidate.content).inserted
      else { continue }
      for token in candidate.cue { isCue[token] = true }
      taken.append(candidate)
    }
  }

  /// The smallest content that holds a cue's word is what it stands in.
  func nested(_ candidates: [Candidate]) -> [Chosen] {
    let taken = candidates.sorted {
      ($0.hull.lowerBound, $0.trigger) < ($1.hull.lowerBound, $1.trigger)
    }
    var chosen = taken.map { Chosen(candidate: $0, inside: nil) }
    // Larger contents first, so that at each token the smallest is written last; those taken only
    // because they stand in another come after, so that they hold none of the others.
    var innermost = [Int32](repeating: -1, count: text.count)
    let sizes = taken.map { $0.content.reduce(0) { $0 + $1.count } }
    let order = taken.indices.sorted {
      let (one, other) = (taken[$0].score > 0, taken[$1].score > 0)
      return one != other ? one : sizes[$0] != sizes[$1] ? sizes[$0] > sizes[$1] : $0 < $1
    }
    for index in order {
      let trigger = taken[index].trigger
      let outer = Int(innermost[trigger])
      if outer >= 0 { chosen[index].inside = outer }
      for piece in taken[index].content {
        for token in piece { innermost[token] = Int32(index) }
      }
    }
    return chosen
  }
}
