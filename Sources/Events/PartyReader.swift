internal import Actors
internal import Language
internal import Records
internal import Syntax

/// Reads who a noun stands for: an actor of the report, or a party that a common noun names
/// ("Algerian farmers"), with the country that stands with it.
extension EventText {
  /// The parties of a token and of nothing coordinated with it; `nil`: it names none.
  func party(_ token: Int) -> Event.Party? {
    let token = content(token)
    if tree.tag(token) == .prp { return pronoun(token) }
    guard tree.tag(token).isNoun || tree.tag(token).isAdjective || tree.tag(token) == .cd
    else { return nil }
    let range = words(endingAt: token)
    let sector = lexicon.sectors[words[token]]
    if let number = actors.actor(headedBy: token) {
      let actor = actors.actors[number]
      guard tree.tag(token).isAdjective == false || isHead(token) else { return nil }
      return Event.Party(
        actor: number, range: range, country: actor.country ?? country(around: token),
        sector: actor.sector ?? sector.flatMap { $0 == "-" ? nil : $0 })
    }
    guard let sector, tree.tag(token).isNoun, deedNoun(token) == nil else { return nil }
    return Event.Party(
      range: range, country: country(around: token), sector: sector == "-" ? nil : sector)
  }

  /// The phrase that a noun heads, without what follows it, within its line.
  func words(endingAt token: Int) -> Range<Int> {
    var first = token
    for word in tree.phrase(endingAt: token).reversed() {
      if tree.doc.isSpace(word) { break }
      first = word
    }
    return tree.doc.bytes(first..<token + 1)
  }

  /// Adjectives stand for a party where they head a phrase ("the British").
  private func isHead(_ token: Int) -> Bool {
    switch tree.relation(token) {
    case .nsubj, .nsubjpass, .dobj, .pobj, .conj, .poss, .dative, .appos: true
    default: false
    }
  }

  private func pronoun(_ token: Int) -> Event.Party? {
    let range = tree.doc.range(token)
    if let number = actors.actor(headedBy: token) {
      let actor = actors.actors[number]
      return Event.Party(
        actor: number, range: range, country: actor.country, sector: actor.sector)
    }
    // "Iran said it would ...": who speaks.
    guard tree.relation(token) == .nsubj || tree.relation(token) == .nsubjpass else { return nil }
    var verb = tree.head(token)
    for _ in 0..<4 {
      let above = tree.head(verb)
      guard above != verb else { return nil }
      if tree.relation(verb) == .ccomp, tree.tag(above).isVerb,
        let subject = tree.ownSubject(above),
        tree.tag(subject) != .prp, !tree.tag(subject).isRelativePronoun
      {
        guard var party = party(subject) else { return nil }
        party.range = range
        return party
      }
      verb = above
    }
    return nil
  }

  /// The country that stands with a noun: "Russian", "Iran's", "of Mali", "in Lagos".
  private func country(around token: Int) -> String? {
    var last: String?
    for child in tree.children(token) {
      switch tree.relation(child) {
      case .amod, .compound, .poss, .nmod, .appos:
        if let number = actors.actor(headedBy: child),
          let country = actors.actors[number].country
        {
          return country
        }
      case .prep:
        if last == nil, child > token, let object = tree.child(child, .pobj),
          let number = actors.actor(headedBy: object)
        {
          last = actors.actors[number].country
        }
      default: continue
      }
    }
    return last
  }

  /// The parties of slots' tokens, each conjunct by itself.
  func parties(_ tokens: [Int]) -> [Event.Party] {
    var found: [Event.Party] = []
    for token in tokens.flatMap(owners) {
      if let party = party(token), !found.contains(where: { same($0, party) }) {
        found.append(party)
      }
    }
    return found
  }

  /// "The armies of Brazil and Argentina" are two parties, told by whose they are.
  private func owners(_ token: Int) -> [Int] {
    // "Foreign ministers Ito and Sato".
    if tree.tag(token).isCommonNoun, actors.actor(headedBy: token) == nil,
      let named = tree.children(token).first(where: {
        tree.relation($0) == .appos && $0 > token && actors.actor(headedBy: $0) != nil
      })
    {
      return tree.conjuncts(from: named)
    }
    guard tree.tag(token) == .nns, actors.actor(headedBy: token) == nil,
      let of = tree.children(token).first(where: { words[$0] == ofWord }),
      let owner = tree.child(of, .pobj)
    else { return [token] }
    let owners = tree.conjuncts(from: owner)
    guard owners.count > 1, owners.allSatisfy({ actors.actor(headedBy: $0) != nil })
    else { return [token] }
    return owners
  }

  private func same(_ a: Event.Party, _ b: Event.Party) -> Bool {
    a.range == b.range || (a.actor != nil && a.actor == b.actor)
  }

  /// The parties that stand with a noun that names none itself: possessor, nationality, "of", ...
  func partiesWithin(_ noun: Int, depth: Int = 2) -> [Event.Party] {
    let noun = content(noun)
    for child in tree.children(noun) where tree.relation(child) == .poss {
      let found = parties(tree.conjuncts(from: child))
      if !found.isEmpty { return found }
    }
    for child in tree.children(noun) where child < noun {
      switch tree.relation(child) {
      case .amod, .compound, .nmod:
        if let party = nationality(child) {
          // "Iraqi and Turkish demands".
          return [party]
            + tree.children(child).filter { tree.relation($0) == .conj }.compactMap(nationality)
        }
        if tree.relation(child) == .compound, let party = party(child) { return [party] }
      default: continue
      }
    }
    guard depth > 0 else { return [] }
    for child in tree.children(noun) where tree.relation(child) == .prep && child > noun {
      guard let object = tree.child(child, .pobj) else { continue }
      let conjuncts = tree.conjuncts(from: object)
      let found = parties(conjuncts)
      if !found.isEmpty { return found }
      let nested = partiesWithin(object, depth: depth - 1)
      if !nested.isEmpty { return nested }
    }
    return []
  }

  /// "Israeli", "Kremlin" before a noun.
  func nationality(_ token: Int) -> Event.Party? {
    guard let number = actors.actor(headedBy: token) else { return nil }
    let actor = actors.actors[number]
    let word = tree.doc.range(token)
    return Event.Party(
      actor: number,
      range: actor.mentions.first { $0.range.contains(word.lowerBound) }?.range ?? word,
      country: actor.country, sector: actor.sector)
  }

  /// Whether a party is one of public life: a state, its offices, a people, those who fight.
  func isPublic(_ party: Event.Party) -> Bool {
    switch party.sector {
    case nil: break
    case "BUS", "CVL", "CRM", "JRN", "MED", "EDU", "SOC", "REL": return false
    default: return true
    }
    guard let number = party.actor else { return false }
    let actor = actors.actors[number]
    switch actor.kind {
    case .country, .group: return true
    case .person: return !actor.roles.isEmpty && actor.country != nil
    case .organization: return actor.country == "IGO"
    case .place: return false
    }
  }

  /// Whether a party acts for a state: a government, a parliament, a court, who holds an office.
  func isOfficial(_ party: Event.Party) -> Bool {
    switch party.sector {
    case "GOV", "LEG", "JUD", "PTY", "ELI": return true
    case nil: return isPublic(party)
    default: return false
    }
  }
}
