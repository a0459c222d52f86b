internal import Actors
internal import Language
internal import Records
internal import Syntax

/// Reads who a noun stands for: an actor of the report, or a party that a common noun names
/// ("Algerian farmers"), with the country that stands with it.
extension EventText {
  /// The party of a token and of nothing coordinated with it; `nil`: it names none.
  func party(_ token: Int) -> Event.Party? {
    let token = content(token)
    return tree.tag(token) == .prp ? pronoun(token) : named[token]
  }

  /// What `party` says of nouns.
  /// The words that a noun heads, and whose they are, where they name no party.
  func span(_ token: Int) -> Event.Party {
    Event.Party(
      range: words(endingAt: token),
      country: Self.shared(actors.code(near(token), head: token).country))
  }

  /// International organizations are one country in PLOVER.
  private static func shared(_ country: String?) -> String? {
    country == "UNO" || country == "EUR" ? "IGO" : country
  }

  private static func near(_ token: Int, _ tree: SyntaxTree) -> Range<Int> {
    let phrase = tree.phrase(around: token)
    return max(phrase.lowerBound, token - reach)..<min(phrase.upperBound, token + reach)
  }

  private func near(_ token: Int) -> Range<Int> { Self.near(token, tree) }

  static func named(
    _ token: Int, _ tree: SyntaxTree, _ actors: ActorAnalysis, sector: String?, isDeed: Bool
  ) -> Event.Party? {
    guard tree.tag(token).isNoun || tree.tag(token).isAdjective || tree.tag(token) == .cd
    else { return nil }
    let actor = actors.actor(headedBy: token)
    guard actor != nil || sector != nil || tree.tag(token).isNoun else { return nil }
    guard !tree.tag(token).isAdjective || isHead(token, tree) else { return nil }
    guard !nobody.contains(tree.doc.text(token).lowercased()) else { return nil }
    let code = actors.code(near(token, tree), head: token)
    let range = words(endingAt: token, tree)
    if let actor, !isDeed {
      let known = actors.actors[actor]
      return Event.Party(
        actor: actor, range: range, country: shared(known.country ?? code.country),
        sector: known.sector ?? code.sector ?? (sector == "-" ? nil : sector))
    }
    guard !isDeed, tree.tag(token).isNoun, sector != nil else { return nil }
    return Event.Party(
      range: range, country: shared(code.country),
      sector: code.sector ?? (sector == "-" ? nil : sector))
  }

  private static let nobody: Set<String> = [
    "someone", "somebody", "anyone", "anybody", "everyone", "everybody", "nobody", "none",
  ]

  /// Words on each side of a noun that tell whose it is.
  private static let reach = 16

  /// Adjectives stand for a party where they head a phrase ("the British").
  private static func isHead(_ token: Int, _ tree: SyntaxTree) -> Bool {
    switch tree.relation(token) {
    case .nsubj, .nsubjpass, .dobj, .pobj, .conj, .poss, .dative, .appos: true
    default: false
    }
  }

  func words(endingAt token: Int) -> Range<Int> { Self.words(endingAt: token, tree) }

  /// Most tokens of a party's words: nouns that hang on each other without end are no name.
  private static let longestName = 100

  /// The phrase that a noun heads, without what follows it, within its line.
  private static func words(endingAt token: Int, _ tree: SyntaxTree) -> Range<Int> {
    var first = token
    for word in tree.phrase(endingAt: token).suffix(longestName).reversed() {
      if tree.doc.isSpace(word) { break }
      first = word
    }
    return tree.doc.bytes(first..<token + 1)
  }

  private func pronoun(_ token: Int) -> Event.Party? {
    if let number = actors.actor(headedBy: token) {
      let actor = actors.actors[number]
      return Event.Party(
        actor: number, range: name(of: actor, before: token), country: Self.shared(actor.country),
        sector: actor.sector)
    }
    if tree.relation(token) == .dobj || tree.relation(token) == .pobj { return before(token) }
    return speaker(token).flatMap { party($0) }
  }

  /// "Iran said it would ...": who speaks.
  private func speaker(_ token: Int) -> Int? {
    guard tree.relation(token) == .nsubj || tree.relation(token) == .nsubjpass else { return nil }
    var verb = tree.head(token)
    for _ in 0..<4 {
      let above = tree.head(verb)
      guard above != verb else { return nil }
      if tree.relation(verb) == .ccomp, tree.tag(above).isVerb,
        let subject = tree.ownSubject(above),
        tree.tag(subject) != .prp, !tree.tag(subject).isRelativePronoun
      {
        return subject
      }
      verb = above
    }
    return nil
  }

  /// The words of the same sentence that name who a pronoun stands for, else the pronoun.
  private func name(of actor: Actor, before pronoun: Int) -> Range<Int> {
    let range = tree.doc.range(pronoun)
    let start = tree.doc.range(tree.sentence(of: pronoun).lowerBound).lowerBound
    // Mentions are in order; the last before the pronoun.
    var low = 0
    var high = actor.mentions.count
    while low < high {
      let middle = (low + high) / 2
      if actor.mentions[middle].range.lowerBound < range.lowerBound {
        low = middle + 1
      } else {
        high = middle
      }
    }
    for mention in actor.mentions[max(0, low - 4)..<low].reversed()
    where mention.form != .pronoun && mention.range.lowerBound >= start {
      // The same words as where the name itself is a party.
      if let last = tree.doc.tokens(overlapping: mention.range).last, !tree.tag(last).isAdjective,
        actors.actor(headedBy: last) == actors.actor(headedBy: pronoun)
      {
        return words(endingAt: last)
      }
      return mention.range
    }
    return range
  }

  /// The nearest before an object pronoun of its kind and not the doer: "left Chad after attacking it".
  private func before(_ pronoun: Int) -> Event.Party? {
    let isThing = tree.doc.text(pronoun).lowercased() == "it"
    guard isThing || ["him", "her"].contains(tree.doc.text(pronoun).lowercased()) else {
      return nil
    }
    var verb = tree.head(pronoun)
    if !tree.tag(verb).isVerb { verb = tree.head(verb) }
    let doers = tree.subject(verb).map { tree.conjuncts(from: $0.token) } ?? []
    let taken = Set(doers.compactMap(actors.actor(headedBy:)))
    let first = max(tree.sentence(of: pronoun).lowerBound, pronoun - Self.memory)
    for token in (first..<pronoun).reversed() {
      guard let number = actors.actor(headedBy: token), !taken.contains(number),
        tree.relation(token) != .amod, tree.relation(token) != .compound
      else { continue }
      let actor = actors.actors[number]
      switch actor.kind {
      case .person where !isThing: break
      case .country where isThing, .organization where isThing: break
      default: continue
      }
      return party(token)
    }
    return nil
  }

  /// Words back to which an object pronoun reaches.
  private static let memory = 40

  /// The parties of slots' tokens, each conjunct by itself.
  func parties(_ tokens: [Int]) -> [Event.Party] {
    var found: [Event.Party] = []
    for token in tokens.flatMap(speakers).flatMap(owners) {
      let several = actors.actors(headedBy: content(token))
      if several.count > 1 {
        found += several.map { number in
          Event.Party(
            actor: number, range: words(endingAt: content(token)),
            country: Self.shared(actors.actors[number].country),
            sector: actors.actors[number].sector)
        }
        continue
      }
      let peoples = peoples(token)
      if peoples.count > 1 {
        found += peoples
        continue
      }
      if let party = party(token), !found.contains(where: { same($0, party) }) {
        found.append(party)
      }
    }
    return found
  }

  /// "Chad and Mali said they would": all of them.
  private func speakers(_ token: Int) -> [Int] {
    guard tree.tag(token) == .prp, ["they", "we"].contains(tree.doc.text(token).lowercased()),
      actors.actor(headedBy: token) == nil, let subject = speaker(token)
    else { return [token] }
    let all = tree.conjuncts(from: subject)
    return all.count > 1 ? all : [token]
  }

  /// "Swiss and Austrian envoys" are two parties, told by their nationalities.
  private func peoples(_ token: Int) -> [Event.Party] {
    guard tree.tag(token) == .nns,
      let first = tree.children(token).first(where: {
        $0 < token && isNationality($0)
      })
    else { return [] }
    let sector = party(token)?.sector
    return tree.conjuncts(from: first).compactMap { word in
      nationality(word).map { party in
        var party = party
        party.sector = sector ?? party.sector
        return party
      }
    }
  }

  /// "Swiss", and "UK" where another follows ("UK and Irish").
  private func isNationality(_ token: Int) -> Bool {
    switch tree.relation(token) {
    case .amod: nationality(token) != nil
    case .nmod, .compound:
      tree.child(token, .conj) != nil
        && actors.actor(headedBy: token).map { actors.actors[$0].kind == .country } == true
    default: false
    }
  }

  /// "The armies of Brazil and Argentina" are two parties, told by whose they are.
  private func owners(_ token: Int) -> [Int] {
    // "Foreign ministers Ito and Sato".
    if tree.tag(token) == .nns,
      let named = tree.children(token).first(where: {
        tree.relation($0) == .appos && $0 > token && actors.actor(headedBy: $0) != nil
      })
    {
      return tree.conjuncts(from: named)
    }
    // "its closest ally Norway".
    if tree.tag(token) == .nn, actors.actor(headedBy: token) == nil, others.contains(words[token]),
      let named = tree.child(token, .appos), actors.actor(headedBy: named) != nil
    {
      return [named]
    }
    guard tree.tag(token) == .nns else { return [token] }
    if let owner = tree.child(token, .poss) {
      let owners = tree.conjuncts(from: owner)
      if owners.count > 1, owners.allSatisfy({ actors.actor(headedBy: $0) != nil }) {
        return owners
      }
    }
    guard actors.actor(headedBy: token) == nil,
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
  ///
  /// - where: whether the place counts: "troops in Mali".
  func partiesWithin(_ noun: Int, depth: Int = 2, where isPlaceTaken: Bool = true)
    -> [Event.Party]
  {
    let noun = content(noun)
    for child in near(noun, Array(tree.children(noun))) where tree.relation(child) == .poss {
      let found = parties(tree.conjuncts(from: child))
      if !found.isEmpty { return found }
    }
    let own = deedNoun(noun)?.modifiers ?? []
    for child in tree.children(noun) where child < noun && !own.contains(words[child]) {
      switch tree.relation(child) {
      case .amod, .compound, .nmod:
        if let party = nationality(child) {
          // "Iraqi and Turkish demands".
          return [party]
            + tree.children(child).filter { tree.relation($0) == .conj }.compactMap(nationality)
        }
        if tree.relation(child) == .compound, !isPrefixed(child), let party = party(child) {
          return [party]
        }
      default: continue
      }
    }
    // "the move announced by the president".
    for child in tree.children(noun)
    where tree.relation(child) == .acl && child > noun && !isHittable(noun) {
      if let agent = tree.agent(child) {
        let found = parties(tree.conjuncts(from: agent))
        if !found.isEmpty { return found }
      }
    }
    guard depth > 0 else { return [] }
    let isReaction = lexicon.words("reaction").contains(words[noun])
    for child in tree.children(noun)
    where tree.relation(child) == .prep && child > noun && lines[child] == lines[noun] {
      guard isPlaceTaken || words[child] == ofWord || words[child] == byWord else { continue }
      // "the response to the raid": of whom it is said is the other side.
      if isReaction, words[child] != ofWord, words[child] != byWord { continue }
      // "the ban on trading with the firm".
      if let gerund = tree.child(child, .pcomp), tree.tag(gerund) == .vbg {
        let found = parties(
          objects(gerund)
            + tree.children(gerund, [.prep]).compactMap { tree.child($0, .pobj) }.filter {
              lines[$0] == lines[noun]
            })
        if !found.isEmpty { return found }
      }
      guard let object = tree.child(child, .pobj), lines[object] == lines[noun] else { continue }
      let conjuncts = tree.conjuncts(from: object)
      let found = parties(conjuncts)
      if !found.isEmpty { return found }
      let nested = partiesWithin(object, depth: depth - 1, where: isPlaceTaken)
      if !nested.isEmpty { return nested }
    }
    return []
  }

  /// "pro-British", "anti-government".
  private func isPrefixed(_ token: Int) -> Bool {
    token >= 2 && tree.doc.text(token - 1) == "-"
      && ["pro", "anti", "non"].contains(tree.doc.text(token - 2).lowercased())
  }

  /// "Israeli", "Kremlin" before a noun.
  func nationality(_ token: Int) -> Event.Party? {
    let word = tree.doc.range(token)
    if isPrefixed(token) { return nil }
    if let number = actors.actor(headedBy: token) {
      let actor = actors.actors[number]
      guard actor.kind != .place else { return nil }
      return Event.Party(
        actor: number,
        range: actor.mentions.first { $0.range.contains(word.lowerBound) }?.range ?? word,
        country: Self.shared(actor.country), sector: actor.sector)
    }
    guard let country = actors.country(ofDemonymAt: token) else { return nil }
    return Event.Party(range: word, country: Self.shared(country))
  }

  /// Whether a party is one of public life: a state, its offices, a people, those who fight.
  func isPublic(_ party: Event.Party) -> Bool {
    if let number = party.actor, actors.actors[number].kind == .group,
      actors.actors[number].country != nil, actors.actors[number].sector == nil
    {
      return true
    }
    switch party.sector {
    case nil: break
    case "BUS", "CVL", "CRM", "JRN", "MED", "EDU", "SOC", "REL", "UNK": return false
    case "OPP", "PTY", "LAB", "REF": return party.country != nil || party.actor != nil
    default: return true
    }
    guard let number = party.actor else { return isSomeStates(party) }
    let actor = actors.actors[number]
    switch actor.kind {
    case .country: return true
    case .group: return actor.country != nil || !(party.sector ?? "").isEmpty
    case .person: return !actor.roles.isEmpty && actor.country != nil
    case .organization: return ["IGO", "UNO", "EUR", "NGO"].contains(actor.country ?? "")
    case .place: return false
    }
  }

  /// "Asian nations", not any.
  func isSomeStates(_ party: Event.Party) -> Bool {
    guard let last = tree.doc.tokens(overlapping: party.range).last, tree.tag(last) == .nns,
      states.contains(words[last])
    else { return false }
    return tree.children(last).contains {
      tree.relation($0) == .amod && tree.doc.text($0).first?.isUppercase == true
    }
  }

  /// Whether a party is a crowd that may protest: workers, students, villagers, not one person.
  func isPeople(_ party: Event.Party) -> Bool {
    guard
      ["CVL", "AGR", "EDU", "LAB", "MED", "OPP", "SOC", "REF", "REL", "JRN"].contains(
        party.sector ?? "")
    else { return false }
    guard let number = party.actor else { return true }
    return actors.actors[number].kind != .person
  }

  /// Whether a party stands in a line that comes after a token's.
  func isBelow(_ party: Event.Party, _ token: Int) -> Bool {
    guard let first = tree.doc.tokens(overlapping: party.range).first else { return false }
    return lines[first] > lines[token]
  }

  /// Whether a party is several who act for states: "the leaders".
  func isBodyOfOfficials(_ party: Event.Party) -> Bool {
    guard party.sector == "GOV", let number = party.actor else { return false }
    return actors.actors[number].kind == .group
  }

  /// Whether a party is a country itself.
  func isState(_ party: Event.Party) -> Bool {
    party.actor.map { actors.actors[$0].kind == .country } ?? false
  }

  /// Whether a party is one that fights, or a crowd.
  func isFighting(_ party: Event.Party) -> Bool {
    ["MIL", "REB", "PRM", "UAF", "COP"].contains(party.sector ?? "") || isPeople(party)
  }

  /// Whether a party is a person of politics, who fights in words.
  func isPolitician(_ party: Event.Party) -> Bool {
    guard let number = party.actor else {
      return ["LEG", "PTY", "OPP"].contains(party.sector ?? "")
    }
    let sectors = ["GOV", "LEG", "PTY", "ELI", "OPP"]
    return actors.actors[number].kind == .person && sectors.contains(party.sector ?? "")
      || party.sector == "PTY"
  }

  /// Whether a party is one person with no arms.
  func isPerson(_ party: Event.Party) -> Bool {
    guard !["MIL", "REB", "COP", "UAF", "PRM", "CRM"].contains(party.sector ?? "") else {
      return false
    }
    return party.actor.map { actors.actors[$0].kind == .person } ?? false
  }

  /// Whether a party is one person of no public part: "her mother".
  func isPrivate(_ party: Event.Party) -> Bool {
    guard party.sector == "CVL" || party.sector == nil else { return false }
    guard let number = party.actor else { return false }
    let actor = actors.actors[number]
    return actor.kind == .person && actor.roles.isEmpty && actor.country == nil
      && actor.sector != nil
  }

  /// Whether a party is a firm, or a named body that nothing is known of.
  func isFirm(_ party: Event.Party) -> Bool {
    if party.sector == "BUS" { return true }
    guard party.sector == nil, let number = party.actor else { return false }
    return actors.actors[number].kind == .organization
      && !["IGO", "UNO", "EUR", "NGO"].contains(actors.actors[number].country ?? "")
  }

  /// Whether a party is a named body that helps: the Red Cross.
  func isCharity(_ party: Event.Party) -> Bool {
    guard let number = party.actor, actors.actors[number].kind == .organization else {
      return false
    }
    return party.sector == "SOC" || party.country == "NGO"
  }

  /// Whether a party acts for a state: a government, a parliament, a court, who holds an office.
  func isOfficial(_ party: Event.Party) -> Bool {
    switch party.sector {
    case "GOV", "LEG", "JUD", "PTY", "ELI": return true
    case nil:
      guard isPublic(party), let number = party.actor else { return false }
      return actors.actors[number].kind == .country || actors.actors[number].kind == .organization
    default: return false
    }
  }
}
