internal import Language
package import Records
package import Syntax

/// Finds what a text says of plans that were changed: the face of this target.
///
/// By a word of the table in the tree: the plan is what undergoes the verb ("the talks were called
/// off", "they called off the talks"), or does not take place. What is only feared, wished,
/// threatened or denied is no change. Linear in the text.
package struct PlanChangeFinder {
  private let tree: SyntaxTree
  private let times: PlanTimes
  private let lexicon = PlanLexicon.standard

  /// Version of the table.
  package static var rulebook: String { PlanLexicon.version }

  package static func find(_ tree: SyntaxTree, times: [TimeExpression]) -> [PlanChange] {
    let finder = PlanChangeFinder(tree: tree, times: PlanTimes(tree, times))
    let cues = tree.doc.lemmaTexts.map { finder.lexicon.cues[$0.lowercased()] }
    return (0..<tree.count).compactMap { token in
      cues[Int(tree.doc.lemmas[token])].flatMap { finder.change(at: token, $0) }
    }
  }

  private func change(at token: Int, _ cues: [PlanLexicon.Cue]) -> PlanChange? {
    for cue in cues {
      guard let second = complement(cue, of: token) else { continue }
      let found =
        cue.form == .noun ? named(token, cue) : tree.tag(token).isVerb ? told(token, cue) : nil
      guard let plan = found else { continue }
      guard !tree.tag(plan).isPronoun else { return nil }
      let phrase = tree.subtree(plan)
      // What does not take place on a day was planned for it.
      let old =
        cue.form == .verbNot
        ? times.within(tree.subtree(token))
        : times.within(phrase) + times.behind(lexicon.from, below: token)
      let new = times.behind(lexicon.to, below: token).first { !old.contains($0) }
      if cue.form == .verbTo, new == nil { continue }
      let words = min(token, second)..<max(token, second) + 1
      return PlanChange(
        cue.outcome, range: tree.doc.bytes(words), plan: tree.doc.bytes(tree.phrase(around: plan)),
        old: old, new: new, rule: cue.name)
    }
    return nil
  }

  /// The cue's second word, or the token itself where it has none.
  private func complement(_ cue: PlanLexicon.Cue, of token: Int) -> Int? {
    guard let second = cue.second else { return token }
    return tree.children(token).first { child in
      guard child > token, tree.lemma(child).lowercased() == second else { return false }
      switch tree.relation(child) {
      case .prt, .advmod, .dobj, .prep: return true
      default: return false
      }
    }
  }

  /// "the cancellation of the summit", "the summit's cancellation".
  private func named(_ noun: Int, _ cue: PlanLexicon.Cue) -> Int? {
    guard tree.tag(noun).isCommonNoun, !isDoubtful(noun) else { return nil }
    if let owner = tree.child(noun, .poss) { return owner }
    return tree.prepositions(noun).first { tree.lemma($0.preposition) == "of" }?.object
  }

  private func told(_ verb: Int, _ cue: PlanLexicon.Cue) -> Int? {
    guard tree.isNegated(verb) == (cue.form == .verbNot), isSettled(verb) else { return nil }
    let subject = tree.subject(verb)
    if cue.form == .verbNot {
      // "will not hold the meeting" has it as object; "will not take place" as subject.
      if cue.second == nil, let object = tree.objects(verb).first { return object }
      return cue.second != nil || subject?.isPassive == true || tree.child(verb, .dobj) == nil
        ? subject?.token : nil
    }
    if let subject, subject.isPassive { return subject.token }
    return tree.objects(verb).first
  }

  /// Whether it is told as done, or as sure to be done.
  private func isSettled(_ verb: Int) -> Bool {
    let first = tree.firstConjunct(verb)
    if let modal = tree.modal(verb) ?? tree.modal(first), lexicon.modals.contains(modal) {
      return false
    }
    if tree.children(first).contains(where: { isCondition($0) }) { return false }
    let above = tree.head(first)
    guard above != first else { return true }
    let governor = tree.lemma(above).lowercased()
    switch tree.relation(first) {
    case .xcomp, .acl, .advcl:
      if !isInfinitive(first) { return true }
      return lexicon.decisions.contains(governor) && !tree.isNegated(above)
    case .ccomp, .pcomp: return !lexicon.doubts.contains(governor) && !tree.isNegated(above)
    default: return true
    }
  }

  private func isInfinitive(_ verb: Int) -> Bool {
    tree.auxiliaries(verb).contains { tree.tag($0) == .to }
  }

  private func isCondition(_ child: Int) -> Bool {
    tree.relation(child) == .mark
      && ["if", "unless", "whether", "lest"].contains(tree.lemma(child).lowercased())
  }

  private func isDoubtful(_ noun: Int) -> Bool {
    var current = noun
    for _ in 0..<2 {
      let above = tree.head(current)
      guard above != current else { return false }
      if lexicon.doubts.contains(tree.lemma(above).lowercased()) || tree.isNegated(above) {
        return true
      }
      if let modal = tree.modal(above), lexicon.modals.contains(modal) { return true }
      current = above
    }
    return false
  }
}

extension Tag {
  fileprivate var isPronoun: Bool { self == .prp || self == .wdt || self == .wp || self == .dt }
}
