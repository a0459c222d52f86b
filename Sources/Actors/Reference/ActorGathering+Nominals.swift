internal import Language
internal import Records
internal import Syntax

/// Nouns and pronouns that stand for somebody.
extension ActorGathering {
  mutating func addNominals() {
    for match in coder.scan.matches {
      guard
        let head = match.tokens.last(where: {
          !match.tokens.contains(tree.head($0)) || tree.isRoot($0)
        }),
        let meaning = match.meaning(.office, .people, .kin, .body, .of, .member, .rank, .thing),
        draftAtHead[head] == nil, severalAtHead[head] == nil, !titles.contains(head),
        tree.tag(head).isNoun, !coder.personTokens[head],
        isPhraseHead(head)
      else { continue }
      let whole = tree.phrase(around: head)
      guard whole.count <= 60 else { continue }
      let several = several(head)
      if !several.isEmpty {
        severalAtHead[head] = several
        continue
      }
      let coding = coder.code(whole, head: head)
      let phrase = nominal(head, within: whole)
      let mention = ActorDraft.Mention(tokens: phrase, head: head, form: .nominal)
      if let named = tree.children(head).first(where: { isNamedPerson($0) }).flatMap({
        draftAtHead[$0]
      }),
        !tree.tag(head).isPlural
      {
        drafts[named].mentions.append(mention)
        drafts[named].codings.append(coding)
        draftAtHead[head] = named
        continue
      }
      if let known = antecedent(head, phrase, coding, meaning) {
        drafts[known].mentions.append(mention)
        draftAtHead[head] = known
        continue
      }
      guard isActor(head, meaning, coding) else { continue }
      var draft = ActorDraft(
        kind: kind(head, match, meaning), name: tree.doc.text(phrase), rule: "nominal")
      draft.mentions = [mention]
      draft.codings = [coding]
      draft.isTool = meaning.kind == .thing && !isPhrase
      draft.sex =
        tree.tag(head).isPlural ? nil : Honorifics.sex(ofNoun: tree.lemma(head).lowercased())
      draftAtHead[head] = drafts.count
      nominals[
        NominalKey(word: tree.lemma(head).lowercased(), isPlural: tree.tag(head).isPlural),
        default: []
      ].append(drafts.count)
      drafts.append(draft)
    }
  }

  /// "her lawyer, Ana Silva".
  private func isNamedPerson(_ token: Int) -> Bool {
    tree.relation(token) == .appos && draftAtHead[token].map { drafts[$0].person != nil } ?? false
  }

  mutating func addPronouns() {
    var resolver = PronounResolver(tree, drafts: drafts, draftAtHead: draftAtHead)
    resolver.run()
    for (token, draft) in resolver.resolved {
      drafts[draft].mentions.append(.init(tokens: token..<token + 1, head: token, form: .pronoun))
      draftAtHead[token] = draft
    }
  }

  /// A noun with what stands before it and what it is "of".
  func nominal(_ head: Int, within phrase: Range<Int>) -> Range<Int> {
    // "secretary-general" is one office.
    var end = max(head + 1, coder.scan.match(at: head)?.tokens.upperBound ?? 0)
    for child in tree.children(head) where child == end {
      guard tree.relation(child) == .prep, tree.doc.text(child).lowercased() == "of" else { break }
      end = min(tree.subtree(child).upperBound, phrase.upperBound)
    }
    // "now a candidate".
    var start = min(phrase.lowerBound, head)
    while start < head, Self.adverbs.contains(tree.doc.text(start).lowercased()) { start += 1 }
    return start..<end
  }

  private func isPhraseHead(_ token: Int) -> Bool {
    switch tree.relation(token) {
    case .compound, .amod, .nmod, .npadvmod, .appos, .attr, .oprd: false
    case .pobj: tree.doc.text(tree.head(token)).lowercased() != "as"
    default: true
    }
  }

  /// Whether a noun stands for somebody who acts, rather than for a place, a thing or nobody.
  private func isActor(_ head: Int, _ meaning: Meaning, _ coding: PhraseCoder.Coding) -> Bool {
    if isPhrase { return true }
    guard isSomebody(head) else { return false }
    switch meaning.kind {
    case .office, .rank, .kin: return true
    case .people: return isArgument(head) || coding.country != nil
    case .of, .member: return coding.sector != nil || coding.country != nil
    case .body: return coding.sector != nil && isArgument(head)
    case .thing: return tree.relation(head) == .nsubj
    default: return false
    }
  }

  /// Not "any president", "no soldier", nor "for president".
  private func isSomebody(_ head: Int) -> Bool {
    var isGiven = tree.tag(head).isPlural
    for child in tree.children(head) where child < head {
      switch tree.relation(child) {
      case .det:
        if Self.nobody.contains(tree.doc.text(child).lowercased()) { return false }
        isGiven = true
      case .poss, .amod, .compound, .nummod: isGiven = true
      default: continue
      }
    }
    return isGiven || isArgument(head)
  }

  /// What stands before an office without being part of the phrase.
  private static let adverbs: Set<String> = [
    "now", "also", "once", "currently", "formerly", "still", "then", ",",
  ]

  private static let nobody: Set<String> = [
    "any", "every", "each", "no", "neither", "either", "what",
  ]

  /// The doer or undergoer of a verb, or who it is done by.
  private func isArgument(_ head: Int) -> Bool {
    let first = tree.firstConjunct(head)
    switch tree.relation(first) {
    case .nsubj, .nsubjpass, .dobj, .dative: return true
    case .pobj:
      return tree.relation(tree.head(first)) == .agent
        || ["by", "against", "with", "to", "between"].contains(
          tree.doc.text(tree.head(first)).lowercased())
    case .poss: return true
    default: return isPhrase
    }
  }

  private func kind(_ head: Int, _ match: PhraseScan.Match, _ meaning: Meaning) -> Actor.Kind {
    if meaning.kind == .body || meaning.kind == .thing { return .organization }
    return tree.tag(head).isPlural || match.meaning(.many) != nil ? .group : .person
  }
}
