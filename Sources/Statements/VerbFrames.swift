internal import Syntax

/// Constructions with a verb.
extension CandidateFinder {
  /// Most words that hang on a verb in prose. What has more is a heap of marks, and asking each of
  /// them of all others would take the square of the text's length.
  private static let widest = 120

  mutating func proposeVerb(_ verb: Int) {
    guard tree.children(verb).count <= Self.widest else { return }
    let source = source(verb)
    let isPassive = isPassive(verb)
    for child in tree.children(verb) {
      switch tree.relation(child) {
      case .ccomp:
        if child > verb {
          proposeClause(verb, child, source)
        } else {
          proposePreposed(verb, child, source)
        }
      case .xcomp where child > verb: proposeComplement(verb, child, source)
      case .oprd where child > verb && tree.child(verb, .dobj) == nil:
        proposeComplement(verb, child, source)
      case .dobj, .dative:
        if child > verb {
          if child != source { proposeObject(verb, child, source) }
        } else {
          proposeFronted(verb, child, source)
        }
      case .prep where child > verb,
        .agent where child > verb && (!isPassive || text.entries(verb, .experiencer) != nil):
        proposePreposition(verb, child, source)
      case .advcl where child > verb: proposeAdverbial(verb, child, source)
      case .acomp where child > verb: proposeAdjective(verb, child, source)
      case .attr where child > verb: proposeAttribute(verb, child, source)
      default: break
      }
    }
    proposeSubject(verb, source)
    proposeAround(verb, source)
    proposeModified(verb, source)
  }

  /// "she said (that) it rains"
  private mutating func proposeClause(_ verb: Int, _ clause: Int, _ source: Int?) {
    let group = cue(verb)
    let subtree = tree.subtree(clause)
    var start = max(subtree.lowerBound, group.upperBound)
    var pieces: [Range<Int>] = []
    if subtree.lowerBound < group.lowerBound {
      // "Rents, she said, will rise": the clause stands on both sides.
      let own = self.clause(verb, group, source: source)
      pieces.append(subtree.lowerBound ..~ own.lowerBound)
      start = max(start, own.upperBound)
    }
    if let source, source > verb, source < clause { start = max(start, source + 1) }
    start = skipping(start, before: clause)
    let cue = cue(verb, until: start)
    let end = end(.clause, start: start, head: clause, trigger: verb)
    propose(
      pieces.isEmpty ? .clause : .inserted, trigger: verb, cue: cue, source: source, head: clause,
      content: pieces + [start ..~ end])
    if pieces.isEmpty, let sentenceStart = fronted(verb, group, source) {
      // "Even then, he said, ..."
      propose(
        .inserted, trigger: verb, cue: cue, source: source, head: clause,
        content: [sentenceStart, start ..~ end])
    }
  }

  /// What stands before the comma of ", he said,".
  private func fronted(_ verb: Int, _ group: Range<Int>, _ source: Int?) -> Range<Int>? {
    let own = clause(verb, group, source: source)
    guard own.lowerBound > 1,
      tree.tag(own.lowerBound - 1) == .comma || text.isQuoteMark(own.lowerBound - 1),
      own.upperBound < text.count, tree.tag(own.upperBound) == .comma
    else { return nil }
    let sentence = tree.sentence(of: verb)
    guard sentence.lowerBound < own.lowerBound - 1 else { return nil }
    return sentence.lowerBound ..~ own.lowerBound - 1
  }

  private func skipping(_ start: Int, before head: Int) -> Int {
    var start = start
    while start < head, text.isPunctuation(start), !text.isQuoteMark(start) { start += 1 }
    return start
  }

  /// "it rains, she said"
  private mutating func proposePreposed(_ verb: Int, _ clause: Int, _ source: Int?) {
    let group = cue(verb)
    let own = self.clause(verb, group, source: source)
    let subtree = tree.subtree(clause)
    let end = own.lowerBound > clause ? own.lowerBound : min(subtree.upperBound, group.lowerBound)
    guard subtree.lowerBound < end else { return }
    let cue = cue(verb, until: source.map { $0 > verb ? verb + 1 : text.count } ?? text.count)
    propose(
      .preposed, trigger: verb, cue: cue, source: source, head: clause,
      content: [subtree.lowerBound ..~ end])
    let sentence = tree.sentence(of: verb)
    if sentence.lowerBound < subtree.lowerBound, tree.isRoot(verb) {
      propose(
        .preposed, trigger: verb, cue: cue, source: source, head: clause,
        content: [sentence.lowerBound ..~ end])
    }
  }

  /// "they promised to come", "calls it unfair"
  private mutating func proposeComplement(_ verb: Int, _ clause: Int, _ source: Int?) {
    let group = cue(verb)
    let start = skipping(max(tree.subtree(clause).lowerBound, group.upperBound), before: clause)
    let isInfinitive = tree.auxiliaries(clause).contains { tree.tag($0) == .to }
    let frame: Frame = isInfinitive ? .infinitive : .complement
    let cue = cue(verb, until: start)
    let end = end(frame, start: start, head: clause, trigger: verb)
    propose(
      frame, trigger: verb, cue: cue, source: source, link: clause, head: clause,
      content: [start ..~ end])
  }

  /// "he denied the report", "accused them of lying"
  private mutating func proposeObject(_ verb: Int, _ object: Int, _ source: Int?) {
    let group = cue(verb)
    let start = max(tree.subtree(object).lowerBound, group.upperBound)
    let cue = cue(verb, until: start)
    let end = end(.object, start: start, head: object, trigger: verb)
    propose(
      .object, trigger: verb, cue: cue, source: source, head: object, content: [start ..~ end])
    guard tree.tag(object).isNoun else { return }
    // The noun is part of the cue: "issued a warning that ...", "raised questions about ...".
    for child in tree.children(object) where child > object {
      proposeNounObject(verb, object, child, source, group)
    }
    for child in tree.children(verb) where child > object {
      switch tree.relation(child) {
      case .prep, .ccomp, .xcomp, .acl: proposeNounObject(verb, object, child, source, group)
      default: break
      }
    }
  }

  private mutating func proposeNounObject(
    _ verb: Int, _ noun: Int, _ child: Int, _ source: Int?, _ group: Range<Int>
  ) {
    guard noun - verb < 12, child - noun < 12 else { return }
    switch tree.relation(child) {
    case .prep:
      guard let object = tree.child(child, .pobj) ?? tree.child(child, .pcomp), object > child
      else { return }
      let end = end(.nounObject, start: child + 1, head: object, trigger: verb)
      propose(
        .nounObject, trigger: verb, cue: group.lowerBound ..~ child + 1, source: source, link: noun,
        head: object, content: [child + 1 ..~ end])
    case .acl, .ccomp, .xcomp, .relcl:
      guard text.entries(noun, .noun) != nil || text.entries(noun, .artefact) != nil else { return }
      let start = max(tree.subtree(child).lowerBound, noun + 1)
      let end = end(.nounObject, start: start, head: child, trigger: verb)
      propose(
        .nounObject, trigger: verb, cue: group.lowerBound ..~ max(noun + 1, start), source: source,
        link: noun, head: child, content: [start ..~ end])
    default: return
    }
  }

  /// "which she defended": the pronoun is the content.
  private mutating func proposeFronted(_ verb: Int, _ object: Int, _ source: Int?) {
    let phrase = tree.phrase(around: object)
    let cue = cue(verb, until: text.count)
    propose(
      .relative, trigger: verb, cue: cue, source: source, head: object, content: [phrase])
  }

  /// "they called for elections"
  private mutating func proposePreposition(_ verb: Int, _ preposition: Int, _ source: Int?) {
    guard preposition - verb < 16 else { return }
    let object =
      tree.child(preposition, .pobj) ?? tree.child(preposition, .pcomp)
      ?? tree.child(preposition, .prep).flatMap { tree.child($0, .pobj) }
    guard let object, object > preposition else { return }
    var last = preposition
    if tree.relation(tree.head(object)) == .prep { last = tree.head(object) }
    let group = cue(verb)
    let end = end(.preposition, start: last + 1, head: object, trigger: verb)
    propose(
      .preposition, trigger: verb, cue: group.lowerBound ..~ max(group.upperBound, last + 1),
      source: source, link: last, head: object, content: [last + 1 ..~ end])
  }

  /// "calls for them to resign": parsed as a clause.
  private mutating func proposeAdverbial(_ verb: Int, _ clause: Int, _ source: Int?) {
    let start = tree.subtree(clause).lowerBound
    let group = cue(verb)
    guard start >= group.upperBound else { return }
    if text.lemma(start) == "for", start - verb < 6 {
      let end = end(.preposition, start: start + 1, head: clause, trigger: verb)
      propose(
        .preposition, trigger: verb, cue: group.lowerBound ..~ start + 1, source: source,
        link: start, head: clause, content: [start + 1 ..~ end])
    } else if text.entries(verb, .verb) != nil, tree.child(verb, .ccomp) == nil {
      let end = end(.clause, start: start, head: clause, trigger: verb)
      propose(
        .clause, trigger: verb, cue: cue(verb, until: start), source: source, head: clause,
        content: [start ..~ end])
    }
  }

  /// "is critical of the plan", "is sure that ..."
  private mutating func proposeAdjective(_ verb: Int, _ adjective: Int, _ source: Int?) {
    guard adjective - verb < 8 else { return }
    let start = cue(verb).lowerBound
    for child in tree.children(adjective) where child > adjective {
      proposeBehind(verb, adjective, child, source, start)
    }
    for child in tree.children(verb) where child > adjective {
      switch tree.relation(child) {
      case .ccomp, .xcomp, .prep: proposeBehind(verb, adjective, child, source, start)
      default: break
      }
    }
  }

  private mutating func proposeBehind(
    _ verb: Int, _ adjective: Int, _ child: Int, _ source: Int?, _ cueStart: Int
  ) {
    switch tree.relation(child) {
    case .prep:
      guard let object = tree.child(child, .pobj) ?? tree.child(child, .pcomp), object > child,
        child - adjective < 6
      else { return }
      let end = end(.adjective, start: child + 1, head: object, trigger: verb)
      propose(
        .adjective, trigger: verb, cue: cueStart ..~ child + 1, source: source, link: adjective,
        head: object, content: [child + 1 ..~ end])
    case .ccomp, .xcomp, .advcl:
      let start = max(tree.subtree(child).lowerBound, adjective + 1)
      let end = end(.adjective, start: start, head: child, trigger: verb)
      let expletive =
        source == nil || tree.tag(source ?? verb) == .prp && text.lemma(source ?? verb) == "it"
      propose(
        .adjective, trigger: verb, cue: cueStart ..~ adjective + 1,
        source: expletive ? nil : source, link: adjective, head: child, content: [start ..~ end])
    default: return
    }
  }

  /// "the aim is to win", "his view is that ..."; "is a supporter of the plan".
  private mutating func proposeAttribute(_ verb: Int, _ attribute: Int, _ source: Int?) {
    guard tree.tag(attribute).isNoun,
      text.entries(attribute, .noun) != nil || text.entries(attribute, .verb) != nil
        || attribute - verb < 5
    else { return }
    for child in tree.children(attribute) where child > attribute && tree.relation(child) == .prep {
      guard let object = tree.child(child, .pobj) ?? tree.child(child, .pcomp), object > child
      else { continue }
      let end = end(.nounObject, start: child + 1, head: object, trigger: verb)
      propose(
        .nounObject, trigger: verb, cue: cue(verb).lowerBound ..~ child + 1, source: source,
        link: attribute, head: object, content: [child + 1 ..~ end])
    }
  }

  /// "she is expected to win", "he was called a liar"
  private mutating func proposeSubject(_ verb: Int, _ source: Int?) {
    let passive = isPassive(verb)
    let raises =
      text.entries(verb, .raising) != nil
      || text.entries(verb, .verb)?.frames.contains(.subject) == true
    guard passive || raises, !passive || text.entries(verb, .experiencer) == nil else { return }
    guard let subject = tree.ownSubject(verb), subject < verb, tree.tag(subject) != .ex,
      tree.relation(subject) != .csubj
    else { return }
    let group = cue(verb)
    let rest = tree.children(verb).first {
      guard $0 > verb else { return false }
      switch tree.relation($0) {
      case .xcomp, .oprd, .ccomp, .acomp, .attr: return true
      case .prep: return passive && ["as", "for", "to"].contains(text.lemma($0))
      case .advcl: return false
      default: return false
      }
    }
    let phrase = SourcePhrase(text: text, edges: edges).range(
      subject, before: group.lowerBound, trace: &trace)
    let agent = passive ? tree.agent(verb) : nil
    guard let rest else {
      if passive {
        propose(
          .subject, trigger: verb, cue: cue(verb, until: text.count), source: agent, head: subject,
          content: [phrase])
      }
      return
    }
    let start = max(tree.subtree(rest).lowerBound, group.upperBound)
    let end = end(.subject, start: start, head: rest, trigger: verb)
    propose(
      .subject, trigger: verb, cue: cue(verb, until: start), source: agent, link: rest,
      head: subject,
      content: [phrase, start ..~ end])
  }

  /// "Rents, she said, will rise"; "as he put it".
  private mutating func proposeAround(_ verb: Int, _ source: Int?) {
    let relation = tree.relation(verb)
    guard
      relation == .parataxis || relation == .advcl || relation == .ccomp || relation == .other
        || relation == .conj, tree.ownSubject(verb) != nil
    else { return }
    let asWord = tree.children(verb).first { $0 < verb && text.lemma($0) == "as" }
    let group = cue(verb)
    let own = clause(verb, group, source: source)
    let main = tree.head(verb)
    let sentence = tree.sentence(of: verb)
    let hasMark = tree.children(verb).contains { $0 < verb && tree.relation($0) == .mark }
    if asWord != nil {
      let subtree = tree.subtree(verb)
      var pieces: [Range<Int>] = []
      let whole = tree.subtree(main)
      if whole.lowerBound < subtree.lowerBound {
        pieces.append(whole.lowerBound ..~ subtree.lowerBound)
      }
      if subtree.upperBound < whole.upperBound {
        pieces.append(subtree.upperBound ..~ whole.upperBound)
      }
      propose(
        .asClause, trigger: verb, cue: cue(verb, until: subtree.upperBound), source: source,
        head: main,
        content: pieces)
    } else if text.entries(verb, .verb) != nil, !hasMark, relation != .conj {
      let subtree = tree.subtree(verb)
      guard own.lowerBound > sentence.lowerBound else { return }
      let cue = cue(verb, until: subtree.upperBound)
      var pieces = [sentence.lowerBound ..~ own.lowerBound]
      let end = max(own.upperBound, cue.upperBound)
      if main > verb || relation == .parataxis, end < sentence.upperBound {
        pieces.append(max(end, main < verb ? subtree.upperBound : end) ..~ sentence.upperBound)
      }
      guard text.isPunctuation(own.lowerBound - 1) else { return }
      propose(.inserted, trigger: verb, cue: cue, source: source, head: main, content: pieces)
    }
  }

  /// "the plan he proposed", "the plan proposed by him"
  private mutating func proposeModified(_ verb: Int, _ source: Int?) {
    let relation = tree.relation(verb)
    guard relation == .relcl || relation == .acl else { return }
    let noun = tree.head(verb)
    guard noun < verb else { return }
    let isPassive = isPassive(verb)
    if relation == .acl, !isPassive { return }
    if relation == .relcl, !isPassive,
      tree.children(verb).contains(where: {
        tree.relation($0) == .dobj || tree.relation($0) == .ccomp
          || (tree.relation($0) == .nsubj && tree.tag($0).isRelativePronoun)
      })
    {
      return
    }
    let phrase = firstOfPhrase(noun) ..~ tree.subtree(verb).lowerBound
    let group = cue(verb)
    let rest = tree.children(verb).first {
      guard $0 > verb else { return false }
      switch tree.relation($0) {
      case .xcomp, .oprd: return true
      case .prep: return text.lemma($0) == "as"
      default: return false
      }
    }
    var pieces = [phrase]
    if let rest {
      let start = max(tree.subtree(rest).lowerBound, group.upperBound)
      let end = end(.relative, start: start, head: rest, trigger: verb)
      pieces.append(start ..~ end)
    }
    propose(
      .relative, trigger: verb, cue: rest == nil ? cue(verb, until: text.count) : group,
      source: source, link: rest, head: noun, content: pieces)
  }

  func firstOfPhrase(_ noun: Int) -> Int { tree.phrase(endingAt: noun).lowerBound }
}
