internal import Actors
internal import Language
internal import Records
internal import Syntax

/// Matches the frames of the tables against predicates.
struct DeedReader: Sendable {
  let text: EventText
  /// By predicate; `nil`: looked at, and none.
  private(set) var readings: [Int: DeedReading?] = [:]
  /// Verbs whose governed clause holds no event of its own.
  private(set) var silent: Set<Int> = []

  /// Frames ask for governed deeds; chains of those are short.
  private static let deepest = 5

  init(_ text: EventText) { self.text = text }

  /// What a verb, or an adjective with its copula, says was done.
  mutating func reading(_ verb: Int, depth: Int = 0) -> DeedReading? {
    if let known = readings[verb] { return known }
    guard depth < Self.deepest, text.words[verb] >= 0,
      let frames = text.lexicon.framesOfWord[text.words[verb]]
    else { return nil }
    readings[verb] = .some(nil)
    for number in frames {
      let frame = text.lexicon.frames[number]
      guard let objects = objects(of: verb, frame), holds(frame, verb, objects, depth)
      else { continue }
      if case .none(let silences) = frame.outcome {
        if silences { silent.insert(verb) }
        return nil
      }
      if let reading = reading(verb, number, frame, objects, depth) {
        readings[verb] = reading
        if reading.isComposed || isVerbal(reading.type) { silent.insert(verb) }
        return reading
      }
    }
    return nil
  }

  /// Words about deeds: what is asked for, alleged or refused did not happen by that.
  private func isVerbal(_ type: EventType) -> Bool {
    switch type {
    case .request, .accuse, .reject, .threaten, .agree: true
    default: false
    }
  }

  private mutating func reading(
    _ verb: Int, _ number: Int, _ frame: EventFrame, _ objects: [Int], _ depth: Int
  ) -> DeedReading? {
    switch frame.outcome {
    case .none: return nil
    case .deed(let type, let mode):
      return DeedReading(
        type: type, mode: mode ?? self.mode(type, verb), code: frame.code, predicate: verb,
        frame: number, deed: nil, objects: objects, isComposed: false)
    case .same:
      guard let (type, mode, code, deed) = inner(verb, frame, objects, depth) else { return nil }
      return DeedReading(
        type: type, mode: mode, code: code, predicate: verb, frame: number, deed: deed,
        objects: objects, isComposed: false)
    case .composed(let operation, let otherwise):
      let inner = inner(verb, frame, objects, depth)
      if let inner, let composition = text.lexicon.composition(operation, inner.type) {
        return DeedReading(
          type: composition.type, mode: composition.mode, code: composition.code ?? frame.code,
          predicate: verb, frame: number, deed: inner.token, objects: objects, isComposed: true)
      }
      guard let otherwise, otherwise != .agree || !isHarm(verb) else { return nil }
      return DeedReading(
        type: otherwise, mode: nil, code: frame.code, predicate: verb, frame: number, deed: nil,
        objects: objects, isComposed: true)
    }
  }

  /// "promised to deport the students": no promise to help, whether or not those are a party.
  private func isHarm(_ verb: Int) -> Bool {
    guard let governed = text.infinitive(verb), text.words[governed] >= 0,
      let frames = text.lexicon.framesOfWord[text.words[governed]]
    else { return false }
    return frames.allSatisfy { number in
      guard case .deed(let type, _) = text.lexicon.frames[number].outcome else { return false }
      return type.quadClass.rawValue > 2
    }
  }

  /// The deed that an object, a subject or a governed verb names.
  private mutating func inner(_ verb: Int, _ frame: EventFrame, _ objects: [Int], _ depth: Int)
    -> (type: EventType, mode: String?, code: String?, token: Int)?
  {
    var nouns = objects
    if frame.conditions.contains(where: {
      if case .deed = $0.filler { return $0.slot == .subject }
      return false
    }) {
      nouns = doers(verb)
    }
    for noun in nouns {
      if let deed = text.deedNoun(noun) { return (deed.type, deed.mode, deed.code, noun) }
      // "announced a suspension of talks".
      for inner in text.prepositional(noun, text.lexicon.ofWord) {
        if let deed = text.deedNoun(inner) { return (deed.type, deed.mode, deed.code, inner) }
      }
    }
    if let governed = text.infinitive(verb) ?? text.clause(verb),
      let reading = reading(governed, depth: depth + 1)
    {
      return (reading.type, reading.mode, reading.code, governed)
    }
    return nil
  }

  /// How an assault was done, where its words tell: "in a car bombing", "with machetes".
  private func mode(_ type: EventType, _ verb: Int) -> String? {
    guard type == .assault else { return nil }
    let tree = text.tree
    for child in tree.children(verb) {
      switch tree.relation(child) {
      case .prep, .agent:
        guard let object = tree.child(child, .pobj) else { continue }
        if let deed = text.deedNoun(object), deed.type == .assault, let mode = deed.mode {
          return mode
        }
        if let mode = text.lexicon.means(text.words[object]) { return mode }
      case .nsubj, .dobj:
        if let deed = text.deedNoun(child), deed.type == .assault, let mode = deed.mode {
          return mode
        }
        if relationIsSubject(child), let mode = text.lexicon.means(text.words[child]) {
          return mode
        }
      default: continue
      }
    }
    return nil
  }

  private func relationIsSubject(_ token: Int) -> Bool { text.tree.relation(token) == .nsubj }

  // MARK: Conditions

  /// Doers, a passive's undergoers left out.
  private func doers(_ verb: Int) -> [Int] {
    if let subject = text.tree.subject(verb), subject.isPassive {
      return text.objects(verb)
    }
    return text.subjects(verb)
  }

  /// The object of a frame: the noun of its last word, if that is a preposition, else the verb's.
  /// `nil`: the frame's words are not there.
  private func objects(of verb: Int, _ frame: EventFrame) -> [Int]? {
    // "called in" is not "called".
    if let particle = text.tree.child(verb, .prt), text.words[particle] >= 0,
      !frame.furtherWords.contains(text.words[particle]),
      text.lexicon.words("particle").contains(text.words[particle])
    {
      return nil
    }
    guard !frame.furtherWords.isEmpty else { return text.objects(verb) }
    let tree = text.tree
    var anchor = verb
    for word in frame.furtherWords {
      guard
        let child = tree.children(anchor).first(where: { text.words[$0] == word && $0 > anchor })
          ?? tree.children(verb).first(where: { text.words[$0] == word })
      else { return frame.furtherWords.count == 1 ? subjects(of: verb, behind: word) : nil }
      anchor = child
    }
    if let object = tree.child(anchor, .pobj) { return tree.conjuncts(from: object) }
    // "the law they object to", "was called on".
    if tree.relation(anchor) == .prep || tree.relation(anchor) == .dative,
      tree.child(anchor, .pcomp) == nil
    {
      if tree.relation(verb) == .relcl { return [tree.head(verb)] }
    }
    return text.objects(verb)
  }

  /// "called for Chad to release him": the parser makes "for" the mark of the clause.
  private func subjects(of verb: Int, behind mark: Int32) -> [Int]? {
    let tree = text.tree
    for clause in tree.children(verb, [.advcl, .ccomp, .xcomp]) {
      guard let subject = tree.ownSubject(clause), subject > verb,
        tree.children(clause).contains(where: {
          tree.relation($0) == .mark && text.words[$0] == mark
        })
      else { continue }
      return tree.conjuncts(from: subject)
    }
    return nil
  }

  private mutating func holds(
    _ frame: EventFrame, _ verb: Int, _ objects: [Int], _ depth: Int
  ) -> Bool {
    for condition in frame.conditions {
      guard holds(condition, verb, objects, depth) == condition.isRequired else { return false }
    }
    return true
  }

  private mutating func holds(
    _ condition: EventFrame.Condition, _ verb: Int, _ objects: [Int], _ depth: Int
  ) -> Bool {
    let fillers: [Int]
    switch condition.slot {
    case .object: fillers = objects
    case .subject:
      if case .deed = condition.filler {
        fillers = doers(verb)
      } else {
        fillers = text.subjects(verb)
      }
    case .directObject: fillers = text.objects(verb)
    case .indirectObject: fillers = indirectObjects(verb)
    case .infinitive:
      let infinitive = text.infinitive(verb)
      switch condition.filler {
      case .any: return infinitive != nil
      case .deed(let types):
        guard let infinitive, let reading = reading(infinitive, depth: depth + 1)
        else { return false }
        return types.isEmpty || types.contains(reading.type)
      default:
        fillers =
          (infinitive.map { [$0] } ?? []) + text.prepositional(verb, text.lexicon.toWord)
          + (objects.first.map { text.prepositional($0, text.lexicon.toWord) } ?? [])
      }
    case .clause:
      guard let clause = text.clause(verb) else { return false }
      switch condition.filler {
      case .words(let words):
        return text.tree.auxiliaries(clause).contains { words.contains(text.words[$0]) }
      case .party: return text.subjects(clause).contains { text.party($0) != nil }
      default: return true
      }
    case .participle: return false
    case .complement:
      // "found not guilty".
      fillers = text.tree.children(verb, [.acomp, .oprd, .ccomp]).filter {
        !text.tree.isNegated($0)
      }
    case .adverb: fillers = text.tree.children(verb, [.advmod, .neg])
    case .preposition(let word):
      fillers =
        text.prepositional(verb, word)
        + (objects.first.map { text.prepositional($0, word) } ?? [])
      if case .any = condition.filler, fillers.isEmpty {
        // "accused of sending": a preposition with a participle.
        return text.tree.children(verb).contains { text.words[$0] == word }
      }
    case .all, .nobody: return false
    }
    return fillers.contains { fits($0, condition.filler) }
  }

  func indirectObjects(_ verb: Int) -> [Int] {
    text.tree.child(verb, .dative).map { dative in
      text.tree.conjuncts(from: text.tree.child(dative, .pobj) ?? dative)
    } ?? []
  }

  private func fits(_ token: Int, _ filler: EventFrame.Filler) -> Bool {
    let token = text.content(token)
    switch filler {
    case .any: return true
    case .either(let one, let other): return fits(token, one) || fits(token, other)
    case .party: return isParty(token)
    case .thing: return !isParty(token)
    case .place:
      return text.isPlace(token)
    case .country:
      return text.party(token)?.country != nil
    case .official:
      guard let party = text.party(token) else { return false }
      return text.isOfficial(party)
    case .words(let words):
      return words.contains(text.words[token]) || stands(token, for: words)
    case .deed(let types):
      guard let deed = text.deedNoun(token) else { return false }
      return types.isEmpty || types.contains(deed.type)
    }
  }

  private func isParty(_ token: Int) -> Bool {
    if text.party(token) != nil { return true }
    return text.tree.tag(token) == .prp && text.isPersonal(token)
  }

  /// "called for talks in Chad": a country behind "in" is no force that was called in.
  private func isWhere(_ token: Int) -> Bool {
    let above = text.tree.head(token)
    return text.tree.relation(token) == .pobj && text.tree.relation(above) == .prep
      && text.tree.lemma(above).lowercased() == "in"
  }

  /// Whether an actor that the text names is of the kind that a class of words is of: persons,
  /// crowds, armed forces.
  private func stands(_ token: Int, for words: Set<Int32>) -> Bool {
    let lexicon = text.lexicon
    if text.tree.tag(token) == .prp { return words == lexicon.persons && text.isPersonal(token) }
    guard let party = text.party(token), let number = party.actor else { return false }
    let kind = text.actors.actors[number].kind
    if words == lexicon.persons || words == lexicon.captives {
      return kind == .person || kind == .group
    }
    if words == lexicon.crowds { return kind == .group && party.sector == nil }
    if words == lexicon.forces {
      return ["MIL", "REB", "PRM", "UAF", "COP"].contains(party.sector ?? "")
        || (kind == .country && text.tree.relation(token) != .dobj && !isWhere(token))
    }
    return false
  }
}
