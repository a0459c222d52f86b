internal import Syntax

/// Constructions with a noun.
extension CandidateFinder {
  mutating func proposeNoun(_ noun: Int) {
    let entry = text.entries(noun, .noun)
    guard entry != nil || text.entries(noun, .artefact) != nil else { return }
    let (source, start) = nounSource(noun)
    let verb = tree.head(noun)
    if entry != nil {
      for child in tree.children(noun) where child > noun {
        switch tree.relation(child) {
        case .acl, .ccomp, .relcl:
          if tree.relation(child) == .acl, isPassive(child) { continue }
          if tree.relation(child) == .relcl,
            text.lemma(tree.subtree(child).lowerBound) != "that"
          {
            continue
          }
          let first = max(tree.subtree(child).lowerBound, noun + 1)
          let end = end(.nounClause, start: first, head: child, trigger: noun)
          propose(
            .nounClause, trigger: noun, cue: start ..~ noun + 1, source: source, head: child,
            content: [first ..~ end])
        case .prep:
          guard let object = tree.child(child, .pobj) ?? tree.child(child, .pcomp), object > child,
            object != source, child - noun < 10
          else { continue }
          let end = end(.nounPreposition, start: child + 1, head: object, trigger: noun)
          propose(
            .nounPreposition, trigger: noun, cue: start ..~ child + 1, source: source, link: child,
            head: object, content: [child + 1 ..~ end])
        default: break
        }
      }
    }
    // "his argument is that ..."
    guard tree.relation(noun) == .nsubj, verb > noun, text.lemma(verb) == "be" else { return }
    for child in tree.children(verb) where child > verb {
      switch tree.relation(child) {
      case .ccomp, .xcomp, .attr:
        let first = max(tree.subtree(child).lowerBound, verb + 1)
        let end = end(
          .copula, start: first, head: child, trigger: noun, maximum: tree.subtree(verb).upperBound)
        propose(
          .copula, trigger: noun, cue: start ..~ max(verb + 1, start + 1), source: source,
          head: child,
          content: [first ..~ end])
      default: break
      }
    }
  }

  /// Who a noun of saying belongs to, and where the cue begins.
  private func nounSource(_ noun: Int) -> (source: Int?, start: Int) {
    if let owner = tree.child(noun, .poss), owner < noun {
      return (
        owner,
        noun - owner > 8
          ? noun
          : tree.tag(owner) == .prpPossessive
            ? owner + 1
            : tree.subtree(owner).upperBound - (tree.child(owner, .caseMarker) == nil ? 0 : 1)
      )
    }
    for child in tree.children(noun) where child > noun && tree.relation(child) == .prep {
      guard let object = tree.child(child, .pobj) else { continue }
      if ["by", "from", "among"].contains(text.lemma(child)) { return (object, noun) }
    }
    return (nil, noun)
  }
}
