internal import Records
internal import Syntax

/// How likely a candidate is a statement: a logistic regression over named traits, or, without
/// weights, the lexicon's word.
struct StatementScorer {
  let text: MarkedText
  let weights: TraitWeights?

  /// Candidates worth keeping, scored above 0.
  func scored(_ candidates: [Candidate]) -> [Candidate] {
    var frames: [Int: FrameSet] = [:]
    for candidate in candidates {
      frames[candidate.trigger, default: FrameSet()].insert(candidate.frame)
    }
    return candidates.compactMap { candidate in
      var candidate = candidate
      guard let weights else {
        candidate.score = rule(candidate)
        return candidate.score > 0 ? candidate : nil
      }
      let traits = CandidateTraits(
        text: text, candidate: candidate, others: frames[candidate.trigger] ?? FrameSet())
      var own = WeightSum(weights, text)
      traits.add(to: &own)
      var nesting = WeightSum(weights, text)
      traits.addNesting(to: &nesting)
      candidate.score = own.total + nesting.total
      candidate.ownScore = own.total
      if isCertain(candidate) {
        // The whole turn comes before its first sentence.
        candidate.score = Self.certain + Float(candidate.hull.count) / Float(CandidateFinder.reach)
      }
      if candidate.score > 0 { return candidate }
      return own.total > Self.innerThreshold && rule(candidate) > 0 ? candidate : nil
    }
  }

  private static let certain: Float = 1

  /// What needs no weighing: a turn of a transcript, a point of view named as such.
  private func isCertain(_ candidate: Candidate) -> Bool {
    switch candidate.frame {
    case .label:
      guard text.labelledLines >= Self.transcript, let label = candidate.source else {
        return false
      }
      let line = text.lines[Int(text.lineOf[label.lowerBound])]
      return label.lowerBound == line.lowerBound && text.isInCapitals(label)
    case .headline: return true
    case .according: return candidate.link.map { text.entries($0, .view) != nil } ?? false
    default: return false
    }
  }

  /// Lines with labels that make a transcript.
  private static let transcript = 3

  /// Within another's content the lexicon decides, unless the weights speak clearly against it: the
  /// gold they are learned from has the outermost only.
  static let innerThreshold: Float = -2

  /// Without weights: what the lexicon lists is taken, the fuller construction first.
  private func rule(_ candidate: Candidate) -> Float {
    let tree = text.tree
    switch candidate.frame {
    case .according, .adverb, .colon: return 0.8
    case .signed, .headline: return 0.7
    case .label: return candidate.content[0].count > 2 ? 0.3 : 0
    case .nounObject:
      guard let link = candidate.link, text.entries(link, .noun) != nil else { return 0 }
      return 0.6
    case .adjective:
      guard let link = candidate.link, text.entries(link, .adjective) != nil else { return 0 }
      return 0.5
    default: break
    }
    let wordClass: CueLexicon.WordClass = tree.tag(candidate.trigger).isVerb ? .verb : .noun
    guard let entry = text.entries(candidate.trigger, wordClass) else { return 0 }
    if candidate.frame == .preposition || candidate.frame == .nounPreposition {
      guard let link = candidate.link, entry.prepositions.contains(text.lemma(link)) else {
        return 0
      }
      return 0.5
    }
    let alike: Frame =
      candidate.frame == .asClause
      ? .preposed
      : candidate.frame == .relative
        ? .object
        : candidate.frame == .copula ? .nounClause : candidate.frame
    guard entry.frames.contains(alike) else { return 0 }
    let hasSource: Float = candidate.sourceHead == nil ? 0 : 0.2
    return hasSource + (entry.act == .speech ? 0.7 : 0.5)
  }
}
