internal import Records
internal import Syntax

/// What the scorer sees of a candidate.
struct CandidateTraits {
  let text: MarkedText
  let candidate: Candidate
  /// The constructions proposed for the same trigger, and how many candidates.
  let others: FrameSet

  /// All traits but those of nesting.
  func add(to sink: inout some TraitSink) {
    let tree = text.tree
    let trigger = candidate.trigger
    let frame = TraitValue.frame(candidate.frame)
    let word = TraitValue.lemma(trigger)
    sink.add(.bias)
    sink.add(.frame, frame)
    sink.add(.word, word)
    sink.add(.frameWord, frame, word)
    sink.add(.tag, .tag(trigger))
    sink.add(.frameTag, frame, .tag(trigger))
    sink.add(.wordTag, word, .tag(trigger))
    let entry = text.entries(trigger, tree.tag(trigger).isVerb ? .verb : .noun)
    let act = TraitValue.act(entry?.act)
    sink.add(.act, act)
    sink.add(.frameAct, frame, act)
    sink.add(.known, frame, .number(entry?.frames.contains(candidate.frame) == true ? 1 : 0))
    addLink(entry, frame, to: &sink)
    addSource(frame, act, to: &sink)
    addContent(frame, act, to: &sink)
    addQuotation(frame, act, to: &sink)
    addSurroundings(frame, act, to: &sink)
  }

  private func addLink(
    _ entry: CueLexicon.Entry?, _ frame: TraitValue, to sink: inout some TraitSink
  ) {
    guard let link = candidate.link else { return }
    let tree = text.tree
    sink.add(.link, frame, .lemma(link))
    sink.add(.linkWord, .lemma(link), .lemma(candidate.trigger))
    if entry?.prepositions.contains(text.lemma(link)) == true {
      sink.add(.known, frame, .number(2))
    }
    if tree.tag(link).isNoun {
      let act = text.entries(link, .noun)?.act
      let noun: TraitValue =
        act == nil && text.entries(link, .artefact) != nil ? .sign("artefact") : .act(act)
      sink.add(.linkWord, frame, noun)
      sink.add(
        .linkWord, frame, noun,
        .lemma(candidate.content[0].lowerBound - 1 >= 0 ? candidate.content[0].lowerBound - 1 : 0))
    }
    if tree.tag(link).isVerb {
      // "appears to question": the verb behind may be the better cue.
      sink.add(.linkWord, frame, .act(text.entries(link, .verb)?.act), .sign("verb"))
    }
    if tree.tag(link).isAdjective {
      sink.add(.linkWord, frame, .act(text.entries(link, .adjective)?.act))
    }
  }

  private func addSource(
    _ frame: TraitValue, _ act: TraitValue, to sink: inout some TraitSink
  ) {
    let tree = text.tree
    let trigger = candidate.trigger
    guard let source = candidate.sourceHead else {
      sink.add(.sourceKind, .sign("none"), frame)
      sink.add(.sourceKindWord, .sign("none"), .lemma(trigger))
      return
    }
    let kind = sourceKind(source)
    sink.add(.sourceKind, kind, frame)
    sink.add(.sourceKind, kind, act)
    sink.add(.sourceKindWord, kind, .lemma(trigger))
    sink.add(.sourceTag, .tag(source), frame)
    let isOwn = tree.head(source) == trigger
    sink.add(.sourceLink, .number(isOwn ? 1 : 0), .relation(source), frame)
    sink.add(.sourceLink, .number(source < trigger ? 1 : 0), frame)
    if !tree.tag(source).isProperNoun {
      sink.add(.sourceWord, .lemma(source))
      sink.add(.sourceWordFrame, .lemma(source), frame)
      sink.add(.wordSource, .lemma(trigger), .lemma(source))
    }
  }

  private func sourceKind(_ source: Int) -> TraitValue {
    let tree = text.tree
    if tree.tag(source) == .prp || tree.tag(source) == .prpPossessive {
      return .lemma(source)
    }
    if text.isEntity(source) { return .entity(source) }
    if text.entries(source, .artefact) != nil { return .sign("artefact") }
    if tree.tag(source).isRelativePronoun { return .sign("relative") }
    if tree.tag(source).isNoun {
      return tree.tag(source).isPlural
        ? .sign("nouns") : tree.tag(source).isProperNoun ? .sign("proper") : .sign("noun")
    }
    return .sign("other")
  }

  private func addContent(
    _ frame: TraitValue, _ act: TraitValue, to sink: inout some TraitSink
  ) {
    let tree = text.tree
    let trigger = candidate.trigger
    let head = candidate.head
    let first = candidate.content[0].lowerBound
    let word = TraitValue.lemma(trigger)
    sink.add(.headTag, .tag(head), frame)
    sink.add(.headRelation, .relation(head), frame)
    if !tree.tag(head).isProperNoun {
      sink.add(.headWord, .lemma(head))
      sink.add(.headWordFrame, .lemma(head), frame)
    }
    sink.add(.wordHead, word, .tag(head), frame)
    let entity = TraitValue.entity(head)
    sink.add(.headEntity, entity, frame)
    sink.add(.objectClass, entity, word)
    sink.add(.objectClass, entity, act, frame)
    sink.add(.firstWord, .lemma(first))
    sink.add(.firstWordFrame, .lemma(first), frame)
    sink.add(.firstWordFrame, .lemma(first), word)
    let length = candidate.content.reduce(0) { $0 + $1.count }
    sink.add(.length, .number(EdgePlace.bin(length)), frame)
    sink.add(.length, .number(EdgePlace.bin(length)), act)
    let quoted = quotedShare
    sink.add(.quoted, .number(quoted))
    sink.add(.quotedFrame, .number(quoted), frame)
    sink.add(.quotedAct, .number(quoted), act)
    sink.add(.quotedFrame, .number(quoted), .relation(trigger))
    sink.add(.contentVerb, .number(candidate.content.count), frame)
    let end = candidate.content[candidate.content.count - 1].upperBound
    let gap =
      first > candidate.cue.upperBound
      ? first - candidate.cue.upperBound + 1
      : candidate.cue.lowerBound > end ? 20 + candidate.cue.lowerBound - end : 0
    sink.add(.gap, .number(min(gap, 40)), frame)
    if tree.tag(head).isVerb {
      sink.add(
        .contentVerb, .number(tree.ownSubject(head) == nil ? 10 : 11), frame,
        .tag(head))
    }
    // The adjectives of the object tell what it is of: "the proposed plan".
    if text.entries(head, .noun) != nil { sink.add(.objectClass, .sign("cueNoun"), frame) }
    if text.entries(head, .artefact) != nil { sink.add(.objectClass, .sign("artefact"), frame) }
  }

  /// 0 none, 1 some, 2 all of the content in quotation marks, 3 one word alone.
  private var quotedShare: Int {
    var inside = 0
    var words = 0
    for piece in candidate.content {
      for token in piece where !text.isPunctuation(token) {
        words += 1
        if text.quotation(token) != nil { inside += 1 }
      }
    }
    return inside == 0 ? 0 : inside < words ? 1 : words < 3 ? 3 : 2
  }

  /// How the quotation nearest to the cue stands to it.
  private func addQuotation(
    _ frame: TraitValue, _ act: TraitValue, to sink: inout some TraitSink
  ) {
    let cue = candidate.cue
    if candidate.frame == .label {
      sink.add(
        .labelled, .number(min(text.labelledLines, 4)),
        .number(Int(text.lineOf[cue.lowerBound] == 0 ? 0 : 1)),
        .number(candidate.source.map { cue.lowerBound - $0.upperBound == 0 ? 1 : 0 } ?? 2))
    }
    let before = candidate.content.last { $0.upperBound <= cue.lowerBound }
    let isBefore = before != nil
    let piece = before ?? candidate.content[0]
    guard
      let number = text.quotation(isBefore ? piece.upperBound - 1 : piece.lowerBound)
        ?? text.quotation(isBefore ? piece.lowerBound : piece.upperBound - 1)
    else { return }
    let quotation = text.quotations[number]
    let side = TraitValue.number(isBefore ? 0 : 1)
    sink.add(.quoteEnd, .number(text.closingMark(quotation).rawValue), side, frame)
    sink.add(.quoteEnd, .number(text.closingMark(quotation).rawValue), side, act)
    let capital = text.beginsWithCapital(quotation) ? 10 : 0
    sink.add(.quoteStart, .number(capital + text.markBefore(quotation)), side, frame)
    let first = min(cue.lowerBound, candidate.source?.lowerBound ?? cue.lowerBound)
    let last = max(cue.upperBound, candidate.source?.upperBound ?? 0)
    let gap = isBefore ? first - quotation.tokens.upperBound : quotation.tokens.lowerBound - last
    sink.add(.quoteGap, .number(min(max(gap, -1) + 1, 9)), side, frame)
    let more =
      (piece.lowerBound < quotation.tokens.lowerBound ? 1 : 0)
      + (piece.upperBound > quotation.tokens.upperBound ? 2 : 0)
    let pattern =
      text.closingMark(quotation).rawValue * 10 + text.markBefore(quotation)
    let distance = gap < 1 ? 0 : gap < 2 ? 1 : gap < 4 ? 2 : gap < 9 ? 3 : 4
    sink.add(
      .quotePattern, .number((isBefore ? 0 : 200) + pattern), .number(distance * 10 + more), act)
    sink.add(
      .quoteSource, .number((isBefore ? 0 : 200) + pattern), .number(distance),
      candidate.sourceHead.map(sourceKind) ?? .sign("none"))
    // Whether the content is the quotation, or more, and with how many breaks of sentences.
    sink.add(.quoteShare, .number(more), side, frame)
    if more & 1 == 1 {
      sink.add(
        .quoteShare, .number(10 + text.markBefore(quotation) + capital), side, frame)
    }
  }

  private func addSurroundings(
    _ frame: TraitValue, _ act: TraitValue, to sink: inout some TraitSink
  ) {
    let tree = text.tree
    let trigger = candidate.trigger
    let word = TraitValue.lemma(trigger)
    if tree.isNegated(trigger) { sink.add(.negated, frame) }
    for child in tree.children(trigger) {
      switch tree.relation(child) {
      case .aux, .auxpass:
        sink.add(.modal, .lemma(child), frame)
        sink.add(.modal, .lemma(child), act)
      case .prt: sink.add(.modal, .lemma(child), word)
      case .mark: sink.add(.modal, .lemma(child), .sign("mark"))
      case .advmod where child < trigger: sink.add(.modal, .lemma(child), .sign("adverb"))
      default: break
      }
    }
    if tree.isPassive(trigger) { sink.add(.passive, frame, word) }
    sink.add(.cueLength, .number(min(candidate.cue.count, 9)), frame)
    if candidate.cue.lowerBound < trigger {
      sink.add(.cueWord, .lemma(candidate.cue.lowerBound), frame)
    }
    if trigger + 1 < text.count {
      sink.add(.next, .lemma(trigger + 1))
      sink.add(.nextFrame, .lemma(trigger + 1), frame)
      sink.add(.wordNext, word, .lemma(trigger + 1))
    }
    if trigger > 0 { sink.add(.previous, .lemma(trigger - 1)) }
    for other in Frame.allCases where others.contains(other) && other != candidate.frame {
      sink.add(.frameOthers, frame, .frame(other))
      sink.add(.others, word, .frame(other))
    }
    let sentence = tree.sentence(of: trigger)
    let line = Int(text.lineOf[trigger])
    sink.add(.place, .number(line == 0 ? 0 : 1), frame)
    sink.add(.headline, .number(text.doc(endsLike: sentence) ? 1 : 0), frame)
    sink.add(.position, .number(min(trigger - sentence.lowerBound, 12) / 3), frame)
  }

  /// Traits of standing in something larger, which speak against the outermost.
  func addNesting(to sink: inout some TraitSink) {
    let tree = text.tree
    let trigger = candidate.trigger
    let frame = TraitValue.frame(candidate.frame)
    sink.add(.relation, .relation(trigger))
    sink.add(.frameRelation, frame, .relation(trigger))
    if text.quotation(trigger) != nil {
      sink.add(.triggerQuoted)
      sink.add(.triggerQuoted, frame)
    }
    let head = tree.head(trigger)
    if head != trigger {
      sink.add(.aboveWord, .lemma(head), .relation(trigger))
      sink.add(.aboveFrame, .tag(head), .relation(trigger), frame)
    }
    var current = trigger
    var steps = 0
    while !tree.isRoot(current), steps < 7 {
      let above = tree.head(current)
      let wordClass: CueLexicon.WordClass = tree.tag(above).isVerb ? .verb : .noun
      if let entry = text.entries(above, wordClass) {
        sink.add(
          .above, .act(entry.act), .relation(current),
          .number(steps == 0 ? 0 : 1))
        sink.add(.within, .lemma(above), .relation(current))
      }
      current = above
      steps += 1
    }
    sink.add(.above, .number(steps), frame)
    // A verb of speech before it in the sentence, whatever the tree says.
    let sentence = tree.sentence(of: trigger)
    var position = candidate.cue.lowerBound - 1
    var seen = 0
    while position >= max(sentence.lowerBound, trigger - 40), seen < 2 {
      if tree.tag(position).isVerb, let entry = text.entries(position, .verb) {
        seen += 1
        sink.add(.before, .act(entry.act), .number(seen), frame)
        sink.add(.beforeWord, .lemma(position), .number(seen))
      }
      position -= 1
    }
    sink.add(.before, .number(seen), frame)
  }
}
