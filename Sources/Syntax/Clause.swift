/// What a parse says about a verb: its group, subject, objects, negation.
extension SyntaxTree {
  /// Who does, or undergoes, what a verb says.
  package struct Subject: Sendable, Hashable {
    /// How it was come by.
    package enum Link: String, Sendable, Hashable {
      case own
      /// Of the verb this one is coordinated with.
      case conjunct
      /// Of the verb that governs an infinitive, a participle or a clause without subject.
      case control
      /// The antecedent of a relative clause.
      case relative
      /// The noun that a participle or an infinitive modifies.
      case modified
    }

    package var token: Int
    /// Whether it undergoes the verb rather than doing it.
    package var isPassive: Bool
    package var link: Link
  }

  package func isPassive(_ verb: Int) -> Bool {
    children(verb).contains {
      relation($0) == .auxpass || relation($0) == .nsubjpass || relation($0) == .csubjpass
    }
  }

  /// The verb's own subject, relative pronouns not resolved.
  package func ownSubject(_ verb: Int) -> Int? {
    children(verb).first {
      switch relation($0) {
      case .nsubj, .nsubjpass, .csubj, .csubjpass: true
      default: false
      }
    }
  }

  /// The subject, sought over relative pronouns, coordination, control and modification.
  package func subject(_ verb: Int) -> Subject? {
    var current = verb
    var link = Subject.Link.own
    var passive = isPassive(verb)
    for _ in 0..<12 {
      if let own = ownSubject(current) {
        guard tag(own).isRelativePronoun, relation(current) == .relcl, head(current) < current
        else { return Subject(token: own, isPassive: passive, link: link) }
        return Subject(
          token: head(current), isPassive: passive, link: link == .own ? .relative : link)
      }
      if child(current, .expl) != nil { return nil }
      let above = head(current)
      guard above != current else { return nil }
      switch relation(current) {
      case .conj:
        guard tag(above).isVerb else { return nil }
        // "was arrested and charged": the auxiliary is shared.
        if current == verb, tag(verb) == .vbn, isPassive(above),
          !children(verb).contains(where: { relation($0) == .aux })
        {
          passive = true
        }
        if link == .own { link = .conjunct }
      case .xcomp, .ccomp, .oprd:
        if relation(current) == .xcomp, let object = child(above, .dobj), object < current {
          return Subject(token: object, isPassive: passive, link: .control)
        }
        link = .control
      case .acomp, .attr, .advcl, .prt:
        link = .control
      case .pcomp:
        link = .control
        let governor = head(above)
        guard governor != above else { return nil }
        if tag(governor).isNoun {
          // "the practice of sending": nobody is named, unless the noun's own clause names one.
          return nil
        }
        if ["of", "from", "into"].contains(lemma(above)), let object = child(governor, .dobj) {
          return Subject(token: object, isPassive: passive, link: .control)
        }
        current = governor
        continue
      case .acl:
        guard tag(above).isNoun || tag(above) == .prp else { return nil }
        return Subject(
          token: above, isPassive: passive || (current == verb && tag(verb) == .vbn),
          link: .modified)
      case .relcl:
        return Subject(token: above, isPassive: passive, link: .relative)
      default: return nil
      }
      current = above
    }
    return nil
  }

  /// The direct object, and all that is coordinated with it.
  package func objects(_ verb: Int) -> [Int] {
    children(verb).filter { relation($0) == .dobj }.flatMap { conjuncts(from: $0) }
  }

  /// Who did it, of a passive: "by the army".
  package func agent(_ verb: Int) -> Int? {
    child(verb, .agent).flatMap { child($0, .pobj) }
  }

  /// Prepositional objects of a token: the preposition and what it governs.
  package func prepositions(_ token: Int) -> [(preposition: Int, object: Int)] {
    children(token).compactMap { child -> (preposition: Int, object: Int)? in
      switch relation(child) {
      case .prep, .agent, .dative:
        guard let object = self.child(child, .pobj) ?? self.child(child, .pcomp) else { return nil }
        return (child, object)
      default: return nil
      }
    }
  }

  package func isNegated(_ verb: Int) -> Bool {
    children(verb).contains { relation($0) == .neg }
  }

  /// Auxiliaries of a verb, in order: modal, have, be, do, and "to".
  package func auxiliaries(_ verb: Int) -> [Int] {
    children(verb).filter { relation($0) == .aux || relation($0) == .auxpass }
  }

  /// The modal over a verb ("could"), lower case lemma.
  package func modal(_ verb: Int) -> String? {
    auxiliaries(verb).first { tag($0) == .md }.map { lemma($0).lowercased() }
  }

  /// The verb with its auxiliaries, negation, the adverbs among them and its particle.
  package func verbGroup(_ verb: Int) -> Range<Int> {
    var first = verb
    var end = verb + 1
    for child in children(verb) {
      switch relation(child) {
      case .aux, .auxpass, .neg: first = min(first, child)
      case .prt where child == end: end = child + 1
      default: continue
      }
    }
    return first..<end
  }
}
