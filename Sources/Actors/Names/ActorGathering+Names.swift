internal import Language
internal import Records
internal import Syntax

/// Names, and what stands with them.
extension ActorGathering {
  mutating func addNames() {
    var mentions = NameReader(tree: tree, scan: coder.scan, isPhrase: isPhrase).read()
    for index in mentions.indices
    where mentions[index].kind != .person && mentions[index].meaning == nil {
      guard let name = knownPerson(tree.doc.text(mentions[index].tokens)) else { continue }
      mentions[index].kind = .person
      mentions[index].person = name
    }
    for mention in mentions where mention.kind == .person {
      for token in mention.tokens { coder.personTokens[token] = true }
    }
    let countries = Set(coder.scan.matches.compactMap { $0.meaning(.country, .demonym)?.country })
    for group in NameGroups(mentions, in: tree).groups {
      var draft = ActorDraft(kind: group.kind, name: group.name, rule: "name")
      draft.person = group.person
      for index in group.mentions {
        let mention = mentions[index]
        draft.mentions.append(.init(tokens: mention.tokens, head: mention.head, form: .name))
        draftAtHead[mention.head] = drafts.count
        guard group.kind == .person || group.kind == .organization || group.meaning == nil
        else { continue }
        var coding = coder.code(phrase(mention.tokens, mention.head), head: mention.head)
        // "Congress" is not America's in a text that speaks of other countries only.
        if let country = group.meaning?.country, isKindOfBody(mention), coding.country == country,
          !countries.isEmpty, !countries.contains(country)
        {
          coding.country = nil
        }
        if group.kind == .person, !isPhrase, isWhereabouts(coding, of: mention) {
          coding.country = nil
        }
        draft.codings.append(coding)
      }
      if let meaning = group.meaning, !isKindOfBody(mentions[group.mentions[0]]) {
        draft.country = meaning.country
        draft.sector = group.isSeat && isPhrase ? "GOV" : meaning.sector
        draft.rule = "table"
      }
      draft.sex = sex(draft, group.mentions.map { mentions[$0] })
      // One word that is nowhere part of a whole name, has no title and does nothing: hardly a person.
      if draft.kind == .person, draft.person?.isFull == false, draft.sex == nil,
        !isPhrase,
        draft.codings.allSatisfy({ $0.office == nil }),
        !draft.mentions.contains(where: { isSubjectOrOwner($0.head) }),
        holdings(draft, in: .standard, on: published?.dayText).isEmpty
      {
        for mention in draft.mentions { draftAtHead[mention.head] = nil }
        continue
      }
      drafts.append(draft)
    }
  }

  /// "met Lind in Nairobi": where somebody is tells nothing of whose he is; "Lind of Norway" does.
  private func isWhereabouts(_ coding: PhraseCoder.Coding, of mention: NameMention) -> Bool {
    guard let told = coding.countryTokens, told.lowerBound >= mention.tokens.upperBound,
      let preposition = (mention.tokens.upperBound..<told.lowerBound).last(where: {
        tree.tag($0) == .inPreposition
      })
    else { return false }
    return ["in", "at", "inside", "within", "across", "near"].contains(
      tree.lemma(preposition).lowercased())
  }

  private func isSubjectOrOwner(_ head: Int) -> Bool {
    switch tree.relation(tree.firstConjunct(head)) {
    case .nsubj, .nsubjpass, .poss, .dative, .appos: true
    default: false
    }
  }

  /// What forms of address and given names tell.
  private func sex(_ draft: ActorDraft, _ mentions: [NameMention]) -> Honorifics.Sex? {
    guard draft.kind == .person else { return nil }
    for mention in mentions {
      for token in max(0, mention.tokens.lowerBound - 2)..<mention.tokens.lowerBound {
        if let sex = Honorifics.sex(tree.doc.text(token)) { return sex }
      }
    }
    return draft.person.flatMap(GivenNames.standard.sex)
  }

  /// Which persons and bodies a noun may lead to.
  mutating func indexNames() {
    for index in drafts.indices {
      if drafts[index].person != nil {
        var words: Set<Substring> = []
        for role in drafts[index].roles { words.formUnion(role.title.split(separator: " ")) }
        for word in words { personsByOffice[String(word), default: []].append(index) }
      } else if drafts[index].kind == .organization {
        for word in Set(drafts[index].name.lowercased().split(separator: " ")) {
          bodiesByWord[String(word), default: []].append(index)
        }
      }
    }
  }

  /// A name that many countries have: "the Defense Department".
  private func isKindOfBody(_ mention: NameMention) -> Bool {
    coder.scan.match(at: mention.head)?.meaning(.body) != nil
  }

  /// The phrase that a name heads, or the name alone where the parser made too much of it.
  func phrase(_ name: Range<Int>, _ head: Int) -> Range<Int> {
    let whole = tree.phrase(around: head)
    let start = min(whole.lowerBound, name.lowerBound)
    let phrase = start..<max(whole.upperBound, name.upperBound)
    return phrase.count <= 60 ? phrase : name
  }
}
