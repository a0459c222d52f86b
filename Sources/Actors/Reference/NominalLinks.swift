internal import Language
internal import Records
internal import Syntax

/// Which nouns stand for somebody already named or told of.
extension ActorGathering {
  /// The draft that a noun refers back to; `nil`: nobody known, or two fit.
  func antecedent(
    _ head: Int, _ phrase: Range<Int>, _ coding: PhraseCoder.Coding, _ meaning: Meaning
  )
    -> Int?
  {
    // "protesters ... protesters": the same, where nothing is said of either.
    let isBare = phrase.count == 1 && tree.tag(head).isPlural
    guard isBare || isDefinite(head, phrase) else { return nil }
    let word = tree.lemma(head).lowercased()
    if !tree.tag(head).isPlural {
      if [.office, .of, .rank].contains(meaning.kind) {
        let (before, behind) = holders(word, coding, around: head)
        // Of several foreign ministers none is meant for certain, but one may be the visitor.
        if before.count == 1 { return before[0] }
        if isVisiting(head), let visitor = visitor(among: before, before: head) { return visitor }
        if before.isEmpty, behind.count == 1 { return behind[0] }
      }
      if [.body, .of, .member].contains(meaning.kind), let body = named(word, coding, before: head)
      {
        return body
      }
    }
    let known = repeated(word, head, coding, isPlural: tree.tag(head).isPlural)
    if isBare, let known, drafts[known].mentions[0].tokens.count > 1 { return nil }
    return known
  }

  /// "the", "this", "that", "its", a possessor or a nationality, but no "a" and no number.
  private func isDefinite(_ head: Int, _ phrase: Range<Int>) -> Bool {
    var isDefinite = false
    for child in tree.children(head) where child < head {
      switch tree.relation(child) {
      case .det:
        let word = tree.doc.text(child).lowercased()
        guard ["the", "this", "that", "these", "those", "both"].contains(word) else { return false }
        isDefinite = true
      case .poss: isDefinite = true
      case .nummod: return false
      default: continue
      }
    }
    return isDefinite
  }

  /// "the visiting minister".
  private func isVisiting(_ head: Int) -> Bool {
    tree.children(head).contains {
      $0 < head && tree.relation($0) == .amod && tree.doc.text($0).lowercased() == "visiting"
    }
  }

  /// The one of some persons of whom it was told before that they visited, or came.
  private func visitor(among persons: [Int], before head: Int) -> Int? {
    let visitors = persons.filter { person in
      drafts[person].mentions.contains { mention in
        let verb = tree.head(mention.head)
        return mention.form == .name && mention.head < head
          && tree.relation(mention.head) == .nsubj
          && ActorWords.standard.arrivals.contains(tree.lemma(verb).lowercased())
      }
    }
    return visitors.count == 1 ? visitors[0] : nil
  }

  /// The persons before a token who have an office of that word, and of that country; and those the
  /// text names later only, whose office and country are those words.
  private func holders(_ word: String, _ coding: PhraseCoder.Coding, around head: Int)
    -> (before: [Int], behind: [Int])
  {
    let titles = ActorWords.standard.akin[word] ?? []
    // "the leader" of no country may lead anything.
    guard titles.isEmpty || coding.country != nil else { return ([], []) }
    let candidates =
      titles.isEmpty
      ? personsByOffice[word] ?? []
      : Set(
        titles.flatMap {
          personsByOffice[$0.split(separator: " ").last.map(String.init) ?? ""] ?? []
        }
      )
      .sorted()
    let kinds = officeWords(head, coding)
    var before: [Int] = []
    var behind: [Int] = []
    for index in candidates {
      guard let first = drafts[index].mentions.first else { continue }
      let fits = drafts[index].roles.contains { role in
        guard role.evidence != nil || role.standing != .former else { return false }
        guard
          titles.isEmpty
            ? isOffice(role.title, word, kinds)
            : titles.contains(role.title) && role.country == coding.country
        else { return false }
        return coding.country == nil || role.country == nil || role.country == coding.country
      }
      guard fits else { continue }
      if let country = coding.country, let own = drafts[index].countryTold, own != country {
        continue
      }
      if coding.standing == .former,
        !drafts[index].roles.contains(where: { $0.standing == .former })
      {
        continue
      }
      if first.head < head {
        before.append(index)
      } else if isNamedSoon(index, word, coding, behind: head) {
        behind.append(index)
      }
    }
    return (before, behind)
  }

  /// The words that tell which minister a noun means ("interior").
  private func officeWords(_ head: Int, _ coding: PhraseCoder.Coding) -> [String] {
    let first = coding.office.map { min($0.lowerBound, head) } ?? head
    let told = tree.children(head).filter {
      $0 < first && tree.relation($0) == .compound && !tree.tag($0).isProperNoun
        && coder.scan.match(at: $0) == nil
    }
    return (told + Array(first..<head)).map { tree.doc.text($0).lowercased() }
  }

  /// Whether a title is of the kind a noun and the words before it tell: the interior minister is
  /// no foreign minister, but "the minister" may be either.
  private func isOffice(_ title: String, _ word: String, _ kinds: [String]) -> Bool {
    let words = title.split(separator: " ")
    return words.contains { $0 == word }
      && kinds.allSatisfy { kind in words.contains { $0 == kind } }
  }

  /// "The Norland president waited. Orre then spoke.", of Norland's president Orre.
  private func isNamedSoon(
    _ index: Int, _ word: String, _ coding: PhraseCoder.Coding, behind head: Int
  ) -> Bool {
    guard let country = coding.country, coding.standing == nil, let office = coding.office,
      let first = drafts[index].mentions.first,
      tree.sentenceNumber(first.head) - tree.sentenceNumber(head) <= 2
    else { return false }
    let title = tree.doc.text(office).lowercased()
    return drafts[index].roles.contains {
      $0.title == title && $0.country == country && $0.standing == nil
    }
  }

  /// "the commission", of a body named so before: the last one whose name ends in the word.
  private func named(_ word: String, _ coding: PhraseCoder.Coding, before head: Int) -> Int? {
    var last: (index: Int, head: Int)?
    for index in bodiesByWord[word] ?? [] {
      guard let first = drafts[index].mentions.first, first.head < head,
        coding.country == nil || drafts[index].countryTold == nil
          || coding.country == drafts[index].countryTold
      else { continue }
      let position = drafts[index].mentions.last { $0.head < head }?.head ?? first.head
      if position > last?.head ?? -1 { last = (index, position) }
    }
    return last?.index
  }

  /// The draft that a noun is said to belong to.
  private func possessor(_ head: Int) -> Int? {
    tree.child(head, .poss).flatMap { draftAtHead[$0] }
  }

  /// "the protesters", of protesters told of before: the last such group or person.
  private func repeated(
    _ word: String, _ head: Int, _ coding: PhraseCoder.Coding, isPlural: Bool
  ) -> Int? {
    guard let index = nominals[NominalKey(word: word, isPlural: isPlural)]?.last else { return nil }
    let known = drafts[index]
    guard coding.country == nil || known.countryTold == coding.country else { return nil }
    guard let coded = known.codings.first, coding.sector == nil || coded.sector == coding.sector
    else {
      return nil
    }
    // "Hale's lawyer" is not "Berg's lawyer".
    if let owner = possessor(head), let other = possessor(known.mentions[0].head), owner != other {
      return nil
    }
    // "the Yemeni rebels" are not rebels of nowhere told before; "the rebels" are the Yemeni ones.
    return index
  }
}

/// What nouns are looked up by.
struct NominalKey: Hashable {
  var word: String
  var isPlural: Bool
}
