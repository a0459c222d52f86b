internal import Language
internal import Actors
internal import Records
internal import Syntax

/// Makes the record's items of what was chosen.
struct AttributionWriter {
  let text: MarkedText
  let actors: ActorAnalysis
  let times: [TimeExpression]
  private let datelineEnds: [Int: Int]

  init(text: MarkedText, actors: ActorAnalysis, times: [TimeExpression]) {
    self.text = text
    self.actors = actors
    self.times = times
    datelineEnds = text.tree.datelineEnds
  }

  func attributions(_ chosen: [StatementChoice.Chosen]) -> [Attribution] {
    var found = chosen.map { attribution($0) }
    // "I" and "we" in a quotation are its speaker.
    for (index, item) in chosen.enumerated() {
      guard let inside = item.inside, let source = item.candidate.sourceHead,
        found[index].speaker?.actor == nil, text.quotation(source) != nil,
        text.lemma(source) == "i"
      else { continue }
      let speaker = found[inside].speaker?.actor
      found[index].speaker?.actor = speaker
    }
    return found
  }

  private func attribution(_ item: StatementChoice.Chosen) -> Attribution {
    let candidate = item.candidate
    let doc = text.tree.doc
    let speaker = candidate.source.map {
      Attribution.Speaker(actor: actor(candidate), range: doc.bytes($0))
    }
    return Attribution(
      speaker: speaker, cue: doc.bytes(candidate.cue), content: content(candidate).map(doc.bytes),
      kind: kind(candidate), act: act(candidate), time: time(candidate), inside: item.inside,
      rule: candidate.frame.name)
  }

  /// Without the report's dateline, and without pieces that are marks alone.
  private func content(_ candidate: Candidate) -> [Range<Int>] {
    let pieces = candidate.content.compactMap { piece -> Range<Int>? in
      let start = datelineEnds[piece.lowerBound] ?? piece.lowerBound
      guard start < piece.upperBound,
        (start..<piece.upperBound).contains(where: { !text.isPunctuation($0) })
      else { return nil }
      return start..<piece.upperBound
    }
    return pieces.isEmpty ? candidate.content : pieces
  }

  private func actor(_ candidate: Candidate) -> Int? {
    guard let head = candidate.sourceHead else { return nil }
    if let actor = actors.actor(headedBy: head) { return actor }
    let tree = text.tree
    // "the minister, who said": the antecedent.
    guard tree.tag(head).isRelativePronoun, tree.relation(tree.head(head)) == .relcl else {
      return nil
    }
    return actors.actor(headedBy: tree.head(tree.head(head)))
  }

  private func kind(_ candidate: Candidate) -> Attribution.Kind {
    var inside = 0
    var outside = 0
    for piece in candidate.content {
      for token in piece where !text.isPunctuation(token) {
        if text.quotation(token) == nil { outside += 1 } else { inside += 1 }
      }
    }
    return inside == 0 ? .indirect : outside == 0 ? .direct : .mixed
  }

  private func act(_ candidate: Candidate) -> Attribution.Act {
    let tree = text.tree
    let source = candidate.sourceHead
    let isArtefact =
      source.map { text.entity($0) == nil && text.entries($0, .artefact) != nil } ?? false
    let act: Attribution.Act
    switch candidate.frame {
    case .according, .adverb: act = isArtefact || candidate.frame == .adverb ? .evidence : .speech
    case .adjective:
      act = candidate.link.flatMap { text.entries($0, .adjective)?.act } ?? .attitude
    case .nounObject:
      act =
        candidate.link.flatMap { text.entries($0, .noun)?.act }
        ?? text.entries(candidate.trigger, .verb)?.act ?? .speech
    case .label, .signed, .headline: act = .speech
    default:
      let wordClass: CueLexicon.WordClass = tree.tag(candidate.trigger).isVerb ? .verb : .noun
      let known = text.entries(candidate.trigger, wordClass)?.act
      if known == nil || known == .speech, candidate.frame == .infinitive {
        act = .intention
      } else {
        act = known ?? .speech
      }
    }
    return isArtefact && (act == .speech || act == .belief) ? .evidence : act
  }

  /// The point or period of the calendar that hangs on the cue's word: "said on Monday".
  private func time(_ candidate: Candidate) -> Int? {
    let tree = text.tree
    for child in tree.children(candidate.trigger) {
      switch tree.relation(child) {
      case .npadvmod, .prep, .advmod, .dobj:
        let bytes = tree.doc.bytes(tree.subtree(child))
        guard let index = firstTime(from: bytes.lowerBound),
          times[index].range.upperBound <= bytes.upperBound, isOfCalendar(times[index])
        else { continue }
        let range = times[index].range
        let isSaid = candidate.content.contains { tree.doc.bytes($0).overlaps(range) }
        if !isSaid { return index }
      default: continue
      }
    }
    return nil
  }

  /// Not how long or how often it was said, nor "recently".
  private func isOfCalendar(_ time: TimeExpression) -> Bool {
    guard time.kind == .date || time.kind == .time, let value = time.value else { return false }
    return !value.hasSuffix("_REF")
  }

  private func firstTime(from byte: Int) -> Int? {
    var low = 0
    var high = times.count
    while low < high {
      let middle = (low + high) / 2
      if times[middle].range.lowerBound < byte { low = middle + 1 } else { high = middle }
    }
    return low < times.count ? low : nil
  }
}
