internal import Actors
internal import Language
internal import Records
internal import Syntax

/// Finds who did a deed and who underwent it.
struct RoleReader: Sendable {
  let text: EventText
  /// By predicate, so that what is asked for or meant is asked for its own parties.
  let readings: [Int: DeedReading?]
  private let prepositions: [Preposition: Int32]
  private let papers: Set<Int32>
  private let courtly: Set<Int32>

  private enum Preposition: String, CaseIterable {
    case against, with, to, on, at, from, `for`, into, over, between, among, `in`, of, by, upon
    case toward, near, about
  }

  init(_ text: EventText, _ readings: [Int: DeedReading?]) {
    self.text = text
    self.readings = readings
    papers = text.lexicon.words("paper")
    courtly = text.lexicon.words("courtly")
    prepositions = Dictionary(
      uniqueKeysWithValues: Preposition.allCases.map {
        ($0, text.lexicon.vocabulary.number($0.rawValue))
      })
  }

  struct Roles: Sendable {
    var sources: [Event.Party] = []
    var targets: [Event.Party] = []
  }

  // MARK: Verbs

  /// - depth: chains of meant, asked and refused deeds are short.
  func roles(_ reading: DeedReading, depth: Int = 0) -> Roles {
    guard let number = reading.frame else { return nounRoles(reading.predicate) }
    let frame = text.lexicon.frames[number]
    let verb = reading.predicate
    var roles = Roles()
    let isAboutSubject = frame.conditions.contains { condition in
      if case .deed = condition.filler { return condition.slot == .subject }
      return false
    }
    if isAboutSubject, let deed = reading.deed {
      roles = nounRoles(deed, under: verb, doers: [])
      return roles
    }
    switch frame.sources.first {
    case .nobody: break
    case .all:
      roles.sources = participants(verb, reading)
      return roles
    case nil,
      .subject where frame.sources.count == 1:
      roles.sources = doers(verb, isSaid: isSaid(reading))
    default:
      for slot in frame.sources where roles.sources.isEmpty {
        // "Troops were deployed": they are the ones who go, unless somebody is told to have sent them.
        if slot == .object, frame.sources.first == .subject, !text.tree.isPassive(verb) { continue }
        roles.sources = found(slot, verb, reading)
      }
      if roles.sources.isEmpty { roles.sources = doers(verb, isSaid: isSaid(reading)) }
    }
    // What several agree on is between them.
    if reading.type == .agree, roles.sources.count > 1,
      text.lexicon.words("mutual").contains(text.words[verb])
    {
      roles.targets = without(
        roles.sources, text.parties(text.withoutFrames(prepositional(verb, .with))))
      return roles
    }
    if let deed = reading.deed, isNoun(deed) {
      let inner = nounRoles(deed, under: verb, doers: reading.isComposed ? [] : roles.sources)
      if reading.isComposed {
        roles.targets = inner.targets.isEmpty ? inner.sources : inner.targets
        // "UN sanctions on Iran were lifted": who imposed them lifts them.
        if roles.sources.isEmpty, !inner.targets.isEmpty, text.tree.isPassive(verb),
          reading.type == .retreat || reading.type == .concede
        {
          roles.sources = inner.sources
        }
      } else {
        roles = inner
      }
      if reading.type == .consult, !reading.isComposed { return roles }
      if !reading.isComposed { roles.targets = struck(verb, frame, reading, roles) }
      // "signed a pact with Chad to help its neighbours": no more parties are sought.
      if !reading.isComposed, text.deedNoun(deed)?.roles == .mutual, roles.sources.count > 1 {
        return roles
      }
    }
    if roles.targets.isEmpty, frame.targets.isEmpty, reading.isComposed, depth < 4,
      let deed = reading.deed, let inner = readings[deed] ?? nil
    {
      roles.targets = without(roles.sources, self.roles(inner, depth: depth + 1).targets)
    }
    if reading.type == .protest, roles.targets.isEmpty {
      roles.targets = without(roles.sources, protested(verb, reading))
    }
    if roles.targets.isEmpty, isConflict(reading.type),
      text.parties(reading.objects.filter { !text.isOwn($0) }).isEmpty
    {
      roles.targets = without(roles.sources, opposed(verb))
    }
    if roles.sources.isEmpty { roles.sources = authorities(verb, reading) }
    if frame.targets == [.nobody] { return roles }
    // "asked them to tell": whom, is not known, and nobody else was.
    if roles.targets.isEmpty, !reading.objects.isEmpty, frame.targets.first == .object,
      reading.objects.allSatisfy({
        text.tree.tag($0) == .prp && text.isPersonal($0) && text.party($0) == nil
      })
    {
      return roles
    }
    if roles.targets.isEmpty {
      let slots = frame.targets.isEmpty ? defaultSlots(reading) : frame.targets
      for slot in slots where roles.targets.isEmpty {
        roles.targets = without(roles.sources, found(slot, verb, reading))
      }
    }
    if roles.targets.isEmpty, reading.type == .assault || reading.type == .coerce {
      roles.targets = without(roles.sources, opposed(verb))
    }
    if roles.targets.isEmpty { roles.targets = without(roles.sources, governed(verb)) }
    if roles.targets.isEmpty, frame.targets.first == .infinitive || wantsRecipient(reading.type) {
      roles.targets = without(roles.sources, received(verb, reading))
    }
    if roles.targets.isEmpty { roles.targets = bare(reading, frame) }
    roles.targets = without(roles.sources, roles.targets)
    return roles
  }

  /// Whom a deed under a verb befell, told by the verb's own words rather than by the noun's:
  /// "engaged the guards in a gunfight", "filed a suit in a Paris court against".
  private func struck(
    _ verb: Int, _ frame: EventFrame, _ reading: DeedReading, _ roles: Roles
  ) -> [Event.Party] {
    if !frame.furtherWords.isEmpty, frame.conditions.allSatisfy({ $0.slot == .object }) {
      let own = text.parties(text.objects(verb).filter { !reading.objects.contains($0) })
      if !own.isEmpty { return without(roles.sources, own) }
    }
    switch reading.type {
    case .accuse, .assault, .coerce, .protest, .sanction, .threaten:
      let found = without(roles.sources, opposed(verb))
      return found.isEmpty ? roles.targets : found
    default: return roles.targets
    }
  }

  /// Of what only a state does to men, told without a doer, the country it is done in: "was arrested in
  /// Peru", "was put under investigation in Spain".
  private func authorities(_ verb: Int, _ reading: DeedReading) -> [Event.Party] {
    switch reading.mode {
    case "arrest", "convict", "investigate", "deport": break
    case "allege" where courtly.contains(text.words[verb]): break
    default: return []
    }
    guard text.tree.subject(verb)?.isPassive == true, !reading.isComposed else { return [] }
    let tokens =
      prepositional(verb, .in)
      + text.tree.children(verb, [.prep]).compactMap { text.tree.child($0, .pobj) }
      .filter { text.deedNoun($0) != nil }.flatMap { prepositional($0, .in) }
    return text.parties(tokens).filter { text.isState($0) }
  }

  private func isSaid(_ reading: DeedReading) -> Bool {
    switch reading.type {
    case .accuse where reading.mode == "investigate": false
    case .request, .accuse, .reject, .support, .agree: true
    default: false
    }
  }

  private func isConflict(_ type: EventType) -> Bool {
    switch type {
    case .accuse, .threaten, .protest, .sanction, .mobilize: true
    case .assault, .coerce: false
    default: false
    }
  }

  /// Behind "against", wherever the parser hung it within the clause.
  private func opposed(_ verb: Int) -> [Event.Party] {
    guard let word = prepositions[.against] else { return [] }
    let end = min(text.tree.subtree(verb).upperBound, verb + Self.reach)
    guard verb + 1 < end else { return [] }
    for token in verb + 1..<end where text.words[token] == word {
      guard let object = text.tree.child(token, .pobj) else { continue }
      let tokens = text.tree.conjuncts(from: object)
      let found = text.parties(tokens)
      return found.isEmpty ? text.partiesWithin(object, where: false) : found
    }
    return []
  }

  private func wantsRecipient(_ type: EventType) -> Bool { type == .aid || type == .cooperate }

  /// Behind "to" of any noun within the clause, where it is a party that can be given something.
  private func received(_ verb: Int, _ reading: DeedReading) -> [Event.Party] {
    let end = min(text.tree.subtree(verb).upperBound, verb + Self.reach)
    guard verb + 1 < end else { return [] }
    for token in verb + 1..<end
    where text.words[token] == text.lexicon.toWord && text.tree.relation(token) == .prep
      && text.tree.relation(text.tree.head(token)) != .prep
    {
      guard let object = text.tree.child(token, .pobj), text.near(verb, [object]) == [object]
      else { continue }
      let found = text.parties(text.tree.conjuncts(from: object))
      if !found.isEmpty { return found }
    }
    return reading.type == .aid ? country(verb, before: end) : []
  }

  /// "gave tents to 900 people in Chad": the country that is helped.
  private func country(_ verb: Int, before end: Int) -> [Event.Party] {
    guard let word = prepositions[.in] else { return [] }
    for token in verb + 1..<end
    where text.words[token] == word && text.tree.relation(token) == .prep {
      guard let object = text.tree.child(token, .pobj), text.near(verb, [object]) == [object]
      else { continue }
      let found = text.parties([object]).filter { text.isState($0) }
      if !found.isEmpty { return found }
      if text.tree.doc.entityLabel(object) == "LOC" { return [span(object)] }
    }
    return []
  }

  /// What a protest is against, told beside it: "in protest of", "to demand".
  private func protested(_ verb: Int, _ reading: DeedReading) -> [Event.Party] {
    let found = opposed(verb)
    if !found.isEmpty { return found }
    for noun in prepositional(verb, .in) + reading.objects
    where text.deedNoun(noun)?.type == .protest {
      for preposition in [Preposition.against, .of, .at, .over] {
        for token in prepositional(noun, preposition) {
          let found = text.parties([token])
          if !found.isEmpty { return found }
          // "over the Smith book" is not against Smith.
          let within = text.partiesWithin(token, where: false).filter {
            $0.actor.map { text.actors.actors[$0].kind != .person } ?? true
          }
          if !within.isEmpty { return within }
        }
      }
    }
    return governed(verb)
  }

  /// Tokens behind a verb in which "against" is taken for its own.
  private static let reach = 30

  private func isNoun(_ token: Int) -> Bool { text.deedNoun(token) != nil }

  /// The subject's parties; of "Syrian air strikes" the Syrians.
  private func doers(_ verb: Int, isSaid: Bool) -> [Event.Party] {
    let subjects = text.subjects(verb)
    let parties = text.parties(subjects)
    if !parties.isEmpty { return parties }
    // A resolution, a bill, a plan calls for things and condemns them, and does nothing else.
    if let first = subjects.first, !papers.contains(text.words[first]) || isSaid {
      return text.partiesWithin(first, where: false)
    }
    return []
  }

  /// All who take part in a meeting.
  private func participants(_ verb: Int, _ reading: DeedReading) -> [Event.Party] {
    var tokens = text.subjects(verb) + reading.objects
    for preposition in [Preposition.with, .between, .among] {
      tokens += prepositional(verb, preposition)
      for object in reading.objects { tokens += prepositional(object, preposition) }
    }
    var found = text.parties(tokens)
    if found.isEmpty, let subject = text.subjects(verb).first {
      found = text.partiesWithin(subject)
    }
    return found
  }

  private func defaultSlots(_ reading: DeedReading) -> [EventFrame.Slot] {
    var slots: [EventFrame.Slot] = [.object, .indirectObject]
    let order: [Preposition] =
      reading.type == .aid || reading.type == .agree
      ? [.to, .for, .with, .on, .against, .into, .at, .from]
      : [.against, .with, .to, .on, .upon, .at, .from, .toward, .for, .into, .over, .between]
    slots += order.compactMap { prepositions[$0].map { .preposition($0) } }
    return slots
  }

  private func found(_ slot: EventFrame.Slot, _ verb: Int, _ reading: DeedReading)
    -> [Event.Party]
  {
    let tokens: [Int]
    switch slot {
    case .subject: tokens = text.subjects(verb)
    case .directObject: tokens = text.objects(verb)
    case .object:
      tokens = reading.objects.filter { !text.isOwn($0) }
      if reading.mode == "disapprove" { return criticized(tokens) }
    case .indirectObject:
      tokens =
        text.tree.child(verb, .dative).map {
          text.near(verb, text.tree.conjuncts(from: text.tree.child($0, .pobj) ?? $0))
        } ?? []
    case .preposition(let word):
      tokens = text.withoutFrames(
        (text.prepositional(verb, word)
          + reading.objects.flatMap { text.prepositional($0, word) }
          + contents(reading.objects).flatMap { text.prepositional($0, word) }).filter {
            !text.isOwn($0)
          })
    case .infinitive:
      let found = found(.preposition(text.lexicon.toWord), verb, reading)
      return found.isEmpty ? governed(verb) : found
    case .clause:
      guard let clause = text.clause(verb) else { return [] }
      let found = text.parties(text.subjects(clause) + text.objects(clause))
      return found.isEmpty ? governed(clause) : Array(found.prefix(1))
    default: return []
    }
    let parties = text.parties(tokens)
    if !parties.isEmpty { return parties }
    for token in tokens {
      let within = text.partiesWithin(token)
      if !within.isEmpty { return within }
      if text.isPlace(token) { return [span(token)] }
    }
    return []
  }

  /// Who is criticized: for a deed its doer, for a thing whose it is, and nobody whom it concerns
  /// ("criticized the bailout of the bank").
  private func criticized(_ tokens: [Int]) -> [Event.Party] {
    let parties = text.parties(tokens)
    if !parties.isEmpty { return parties }
    for token in tokens {
      let found =
        text.deedNoun(token) != nil
        ? nounRoles(token).sources : text.partiesWithin(token, where: false)
      if !found.isEmpty { return found }
    }
    return tokens.prefix(1).filter { text.tree.tag($0).isNoun }.map(span)
  }

  /// "a state of emergency in": what stands behind the object's "of".
  private func contents(_ objects: [Int]) -> [Int] {
    objects.prefix(2).flatMap { text.prepositional($0, text.lexicon.ofWord) }
  }

  /// Whom the governed deed would befall: "threatened to shell the town".
  ///
  /// - depth: "is ready to send troops to help defend the city".
  private func governed(_ verb: Int, depth: Int = 2) -> [Event.Party] {
    guard let inner = text.infinitive(verb) ?? text.clause(verb) else { return [] }
    // "offered to send troops": they are not whom it befalls.
    let isSending = [.aid, .mobilize].contains((readings[inner] ?? nil)?.type)
    var tokens = text.objects(inner).filter {
      !text.isOwn($0) && !(isSending && text.lexicon.forces.contains(text.words[text.content($0)]))
    }
    var found = text.parties(tokens)
    if !found.isEmpty { return found }
    if let first = tokens.first {
      found = text.partiesWithin(first)
      if !found.isEmpty { return found }
    }
    for preposition in [Preposition.against, .with, .to, .on, .from, .for, .into, .in] {
      tokens = prepositional(inner, preposition)
      found = text.parties(tokens)
      if !found.isEmpty { return found }
    }
    // "refused to comply with the court's order".
    for token in prepositional(inner, .with) {
      found = text.partiesWithin(token, where: false)
      if !found.isEmpty { return found }
    }
    return depth > 0 && text.infinitive(inner) != nil ? governed(inner, depth: depth - 1) : []
  }

  /// What a deed befalls that no party can be named for: a span, or the country where it was done.
  private func bare(_ reading: DeedReading, _ frame: EventFrame) -> [Event.Party] {
    switch reading.type {
    case .coerce, .protest, .mobilize, .assault, .sanction, .aid, .concede:
      if let word = prepositions[.in] {
        for token in [reading.predicate] + reading.objects {
          for place in text.prepositional(token, word) where text.isPlace(place) {
            return text.party(place).map { [$0] } ?? [span(place)]
          }
        }
      }
    default: break
    }
    guard reading.deed == nil, !frame.targets.contains(.nobody) else { return [] }
    switch reading.type {
    case .retreat where reading.mode == "release":
      return reading.objects.prefix(1).filter {
        text.lexicon.persons.contains(text.words[text.content($0)])
      }.map(span)
    case .accuse, .reject, .coerce, .assault:
      return reading.objects.prefix(1).filter {
        text.tree.tag($0).isNoun
          && (reading.type == .accuse || reading.type == .reject || text.isHittable($0))
      }.map(span)
    default: return []
    }
  }

  /// Words that name no party: whose they are is told where it can be.
  private func span(_ token: Int) -> Event.Party { text.span(token) }

  private func prepositional(_ token: Int, _ preposition: Preposition) -> [Int] {
    prepositions[preposition].map { text.prepositional(token, $0) } ?? []
  }

  private func without(_ sources: [Event.Party], _ targets: [Event.Party]) -> [Event.Party] {
    targets.filter { target in
      !sources.contains {
        $0.range == target.range || ($0.actor != nil && $0.actor == target.actor)
      }
    }
  }

  // MARK: Nouns

  /// The roles about a noun that names a deed.
  ///
  /// - verb: the verb that carries it out, on which its prepositions may hang.
  /// - doers: of that verb.
  func nounRoles(_ noun: Int, under verb: Int? = nil, doers: [Event.Party] = []) -> Roles {
    guard let deed = text.deedNoun(noun) else { return Roles() }
    let owner = possessor(noun)
    var roles = Roles()
    switch deed.roles {
    case .mutual:
      roles.sources = merged(
        doers,
        merged(
          owner, merged(nationalities(noun), at(noun, verb, [.between, .with, .among]))))
      if roles.sources.count < 2 {
        roles.sources = merged(roles.sources, at(noun, nil, [.of, .by]))
      }
      if roles.sources.count < 2, deed.type == .consult {
        roles.sources = merged(attendants(noun), roles.sources)
      }
      // "The army took the town after battles with rebels".
      if roles.sources.count == 1, deed.type == .assault {
        roles.sources = merged(attendants(noun).filter { text.isFighting($0) }, roles.sources)
      }
      return roles
    case .mediation:
      roles.sources = doers.isEmpty ? owner : doers
      roles.targets = at(noun, verb, [.between, .in, .with])
    case .undergone:
      roles.sources = doers.isEmpty ? at(noun, verb, [.by]) : doers
      roles.targets = first(noun, verb, [.of], orWithin: true)
      if roles.targets.isEmpty { roles.targets = owner }
      if roles.targets.isEmpty { roles.targets = nationalities(noun) }
      if roles.targets.isEmpty { roles.targets = at(noun, verb, [.from, .to]) }
    case .visit:
      roles.sources = doers.isEmpty ? owner : doers
      if roles.sources.isEmpty { roles.sources = at(noun, nil, [.by, .of]) }
      if roles.sources.isEmpty { roles.sources = nationalities(noun) }
      roles.targets = first(noun, verb, [.to, .in], orWithin: false)
    case .gift, .call:
      roles.sources = doers.isEmpty ? merged(owner, nationalities(noun)) : doers
      if roles.sources.isEmpty { roles.sources = at(noun, verb, [.by, .from]) }
      roles.targets = first(noun, verb, [.to, .for, .on, .with, .against, .in], orWithin: false)
      if roles.targets.isEmpty, !doers.isEmpty { roles.targets = owner }
    case .protest:
      roles.sources = doers.isEmpty ? merged(owner, at(noun, verb, [.by, .of])) : doers
      if roles.sources.isEmpty { roles.sources = within(noun) }
      roles.targets = first(noun, verb, [.against, .over, .in, .at], orWithin: true)
      // "UK riots" are not the state's.
      let states = roles.sources.filter { text.isState($0) }
      if doers.isEmpty, !states.isEmpty {
        roles.sources = without(states, roles.sources)
        if roles.targets.isEmpty { roles.targets = states }
      }
    case .deed:
      roles.sources = doers.isEmpty ? owner : doers
      if roles.sources.isEmpty { roles.sources = at(noun, verb, [.by]) }
      if roles.sources.isEmpty { roles.sources = nationalities(noun) }
      roles.targets = first(
        noun, verb, [.against, .on, .upon, .of, .to, .at, .into, .from], orWithin: true)
      if roles.targets.isEmpty, !doers.isEmpty {
        roles.targets = merged(owner, nationalities(noun))
      }
      // A suit is filed in a court, and not against it.
      if roles.targets.isEmpty, deed.type != .accuse {
        roles.targets = first(noun, verb, [.in, .near, .over], orWithin: false)
      }
    }
    roles.targets = without(roles.sources, roles.targets)
    return roles
  }

  /// "The envoy said so after talks with the rebels": who says it took part.
  private func attendants(_ noun: Int) -> [Event.Party] {
    var preposition = text.tree.head(noun)
    // "after two days of talks".
    if text.words[preposition] == text.ofWord {
      preposition = text.tree.head(text.tree.head(preposition))
    }
    guard text.tree.relation(preposition) == .prep,
      text.lexicon.words("attending").contains(text.words[preposition])
    else { return [] }
    let verb = text.tree.head(preposition)
    return text.tree.tag(verb).isVerb ? text.parties(text.subjects(verb)) : []
  }

  private func possessor(_ noun: Int) -> [Event.Party] {
    text.tree.child(noun, .poss).map { text.parties(text.tree.conjuncts(from: $0)) } ?? []
  }

  private func within(_ noun: Int) -> [Event.Party] { Array(text.partiesWithin(noun, depth: 0)) }

  private func nationalities(_ noun: Int) -> [Event.Party] {
    // "house arrest" is not the House's.
    let own = text.deedNoun(noun)?.modifiers ?? []
    return text.tree.children(noun).filter {
      $0 < noun && !own.contains(text.words[$0])
    }.compactMap { child in
      switch text.tree.relation(child) {
      case .amod, .compound, .nmod: text.nationality(child)
      default: nil
      }
    }
  }

  /// Behind a preposition of a noun, of the verb that carries it out, of a participle of the noun:
  /// "the ban imposed on".
  private func behind(_ noun: Int, _ verb: Int?, _ preposition: Preposition) -> [Int] {
    var tokens = prepositional(noun, preposition)
    if let verb { tokens += prepositional(verb, preposition) }
    for child in text.tree.children(noun)
    where child > noun && text.tree.relation(child) == .acl && text.tree.tag(child) == .vbn {
      tokens += prepositional(child, preposition)
    }
    return tokens
  }

  private func at(_ noun: Int, _ verb: Int?, _ wanted: [Preposition]) -> [Event.Party] {
    var found: [Event.Party] = []
    for preposition in wanted {
      let tokens = behind(noun, verb, preposition)
      found = merged(found, text.parties(tokens))
    }
    return found
  }

  /// The parties of the first preposition that names any, or a place.
  private func first(
    _ noun: Int, _ verb: Int?, _ wanted: [Preposition], orWithin: Bool
  ) -> [Event.Party] {
    for preposition in wanted {
      let tokens = text.withoutFrames(behind(noun, verb, preposition))
      let found = text.parties(tokens)
      if !found.isEmpty { return found }
      for token in tokens {
        if orWithin {
          let within = text.partiesWithin(token)
          if !within.isEmpty { return within }
        }
        if text.isPlace(token) { return [span(token)] }
      }
    }
    return []
  }

  private func merged(_ a: [Event.Party], _ b: [Event.Party]) -> [Event.Party] {
    a + without(a, b)
  }
}
