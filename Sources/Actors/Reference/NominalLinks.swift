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
        let holders = holders(word, coding, before: head)
        // Of several foreign ministers none is meant for certain, but one may be the visitor.
        if holders.count == 1 { return holders[0] }
        if isVisiting(head), let visitor = visitor(among: holders, before: head) { return visitor }
      }
      if [.body, .of, .member].contains(meaning.kind), let body = named(word, coding, before: head)
      {
        return body
      }
    }
    let known = repeated(word, phrase, coding, isPlural: tree.tag(head).isPlural)
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
          && Self.arrivals.contains(tree.lemma(verb).lowercased())
      }
    }
    return visitors.count == 1 ? visitors[0] : nil
  }

  private static let arrivals: Set<String> = ["visit", "arrive", "travel", "fly", "come", "tour"]

  /// The persons before a token who have an office of that word, and of that country.
  private func holders(_ word: String, _ coding: PhraseCoder.Coding, before head: Int) -> [Int] {
    var found: [Int] = []
    for index in personsByOffice[word] ?? [] {
      guard let first = drafts[index].mentions.first, first.head < head else { continue }
      let fits = drafts[index].roles.contains { role in
        guard role.evidence != nil || role.standing != .former else { return false }
        let isWord = role.title.split(separator: " ").contains { $0 == word }
        return isWord
          && (coding.country == nil || role.country == nil || role.country == coding.country)
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
      found.append(index)
    }
    return found
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

  /// "the protesters", of protesters told of before: the last such group or person.
  private func repeated(
    _ word: String, _ phrase: Range<Int>, _ coding: PhraseCoder.Coding, isPlural: Bool
  ) -> Int? {
    guard let index = nominals[NominalKey(word: word, isPlural: isPlural)]?.last else { return nil }
    let known = drafts[index]
    guard coding.country == nil || known.countryTold == coding.country else { return nil }
    guard let coded = known.codings.first, coding.sector == nil || coded.sector == coding.sector
    else {
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
