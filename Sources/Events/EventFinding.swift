internal import Language
internal import Records
internal import Syntax

/// The events of one text, in order.
struct EventFinding {
  let text: EventText
  let times: EventTimes
  let contexts: EventContexts
  let sports: SportsGuard
  let statements: StatementLookup
  let places: PlaceLookup

  mutating func find() -> [Event] {
    var reader = DeedReader(text)
    var readings: [DeedReading] = []
    var taken: Set<Int> = []
    var carried: [Int: Int] = [:]
    for token in 0..<text.tree.count {
      let tag = text.tree.tag(token)
      guard
        tag.isVerb || (tag.isAdjective && text.tree.relation(token) == .acomp)
          || isVerbTakenForNoun(token),
        text.tree.relation(token) != .aux, text.tree.relation(token) != .amod,
        !isCompound(token),
        let reading = reader.reading(token)
      else { continue }
      readings.append(reading)
      if let deed = reading.deed {
        taken.insert(deed)
        carried[deed, default: 0] += 1
      }
    }
    for token in 0..<text.tree.count {
      guard let deed = text.deedNoun(token), deed.standsAlone, !taken.contains(token),
        !text.tree.tag(token).isVerb, text.tree.relation(token) != .compound
      else { continue }
      readings.append(
        DeedReading(
          type: deed.type, mode: deed.mode, code: deed.code, predicate: token, frame: nil,
          deed: nil, objects: [], isComposed: false))
    }
    let roles = RoleReader(text, reader.readings)
    return
      readings
      .filter { !taken.contains($0.predicate) || !text.tree.tag($0.predicate).isVerb }
      .filter { !isSaidOfDeed($0, carried) }
      .compactMap { event($0, roles, silent: reader.silent) }
      .sorted {
        ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound)
      }
  }

  /// "The envoys hand over the keys": a noun with a subject and an object.
  private func isVerbTakenForNoun(_ token: Int) -> Bool {
    text.tree.tag(token).isCommonNoun && text.tree.ownSubject(token) != nil
      && text.tree.child(token, .dobj) != nil && text.tree.child(token, .det) == nil
  }

  /// "body-slammed": the second half of a word says little.
  private func isCompound(_ token: Int) -> Bool {
    guard token >= 2, text.tree.doc.text(token - 1) == "-" else { return false }
    return text.tree.doc.range(token - 1).upperBound == text.tree.doc.range(token).lowerBound
      && text.tree.doc.range(token - 2).upperBound == text.tree.doc.range(token - 1).lowerBound
      && !["re", "co"].contains(text.tree.doc.text(token - 2).lowercased())
  }

  /// "lifted the ban imposed on": the participle says whom the ban befell, and is no deed of its own.
  ///
  /// - carried: how many verbs carry out, end, mean each noun.
  private func isSaidOfDeed(_ reading: DeedReading, _ carried: [Int: Int]) -> Bool {
    let verb = reading.predicate
    guard text.tree.relation(verb) == .acl, text.tree.tag(verb) == .vbn, let deed = reading.deed
    else { return false }
    return deed == text.tree.head(verb) && carried[deed, default: 0] > 1
  }

  private func event(_ reading: DeedReading, _ roles: RoleReader, silent: Set<Int>) -> Event? {
    var standing = DeedStanding(of: reading.predicate, in: text, silent: silent)
    guard !standing.isDropped else { return nil }
    var parties = roles.roles(reading)
    // Headlines run into what follows them.
    parties.sources.removeAll { text.isBelow($0, reading.predicate) }
    parties.targets.removeAll { text.isBelow($0, reading.predicate) }
    var type = reading.type
    var mode = reading.mode
    var code = reading.code
    if isJointExercise(reading, parties) { (type, mode, code) = (.cooperate, nil, "062") }
    if standing.status == .future, standing.operation == nil, type.quadClass.rawValue <= 2 {
      standing.operation = .intend
    }
    var isMeant = false
    if let operation = standing.operation, standing.status != .negation,
      let composition = text.lexicon.composition(operation, type)
    {
      // "will not attack" refuses nothing.
      if operation == .refuse, type.quadClass.rawValue > 2 { return nil }
      (type, mode, code) = (composition.type, composition.mode, composition.code ?? code)
    } else if standing.operation == .intend || standing.operation == .threaten {
      isMeant = true
    }
    let sentence = text.tree.sentenceNumber(reading.predicate)
    guard !sports.refuses(type, sentence: sentence) else { return nil }
    guard isWorthHaving(reading, type, parties) else { return nil }
    var event = Event(
      type: type, sources: parties.sources, targets: parties.targets, range: range(reading),
      sentence: sentence, rule: name(reading))
    event.mode = mode
    event.code = code
    event.status = isMeant ? standing.status ?? .future : standing.status
    // "is not willing to": neither agreed nor refused.
    if type == .agree, reading.isComposed, event.status == .negation { return nil }
    let words = [reading.predicate] + (reading.deed.map { [$0] } ?? []) + reading.objects.prefix(2)
    if let time = times.time(
      words, isPast: event.status == nil && !isPluperfect(reading.predicate),
      isAgreed: type == .agree || code == "057")
    {
      event.time = time.value
      event.isTimeGuessed = time.isGuessed
      if event.status == nil, !time.isGuessed {
        event.status = times.status(of: time.value)
        if event.status == .future, text.tree.tag(reading.predicate) == .vbd {
          // The time was read wrong, or is another's: what is told in the past is past.
          (event.status, event.time) = (nil, nil)
        } else if event.status == .future, standing.operation == nil,
          let meant = text.lexicon.composition(.intend, type), type.quadClass.rawValue <= 2
        {
          // "The ministers meet on Friday": what is to come is agreed.
          (event.type, event.mode, event.code) = (meant.type, meant.mode, meant.code ?? code)
        }
      }
    }
    if event.status == nil, event.time == nil || event.isTimeGuessed,
      text.tree.tag(reading.predicate) == .vbd || text.tree.tag(reading.predicate) == .vbn,
      times.isAboutLongAgo(sentence)
    {
      (event.status, event.time, event.isTimeGuessed) = (.historical, nil, false)
    }
    event.contexts = contexts.contexts(at: reading.predicate)
    event.place = places.place(words)
    event.statement = statements.statement(
      at: text.tree.doc.range(reading.predicate).lowerBound)
    return event
  }

  /// Whether somebody does it who could not be read: the active voice without a doer that is a
  /// weapon or the like.
  private func isDoerUnread(_ reading: DeedReading) -> Bool {
    let verb = reading.predicate
    if text.tree.isPassive(verb) || text.tree.subject(verb)?.isPassive == true { return false }
    if text.tree.relation(verb) == .acl || text.tree.relation(verb) == .amod { return false }
    let causes = text.lexicon.words("violence")
    return !text.subjects(verb).contains { causes.contains(text.words[$0]) }
  }

  /// Whether the word for a deed is one that men of politics do to each other in speeches.
  private func isDoneInWords(_ reading: DeedReading) -> Bool {
    text.lexicon.words("wordattack").contains(text.words[reading.deed ?? reading.predicate])
  }

  /// Whether a protest is ended, or refused to be ended, by those who protest; a march can be one man's.
  private func isAboutProtest(
    _ reading: DeedReading, _ type: EventType, by sources: [Event.Party]
  ) -> Bool {
    switch type {
    case .concede, .reject, .retreat: break
    default: return false
    }
    let protests = text.lexicon.words("protest")
    let stoppages = text.lexicon.words("stoppage")
    return sources.contains { source in
      let words = text.isPeople(source) ? protests : text.isPerson(source) ? stoppages : []
      return reading.objects.contains { words.contains(text.words[$0]) }
    }
  }

  /// "The two countries launched drills": what one does alone is a show of force.
  private func isJointExercise(_ reading: DeedReading, _ parties: RoleReader.Roles) -> Bool {
    reading.type == .mobilize && text.deedNoun(reading.deed ?? reading.predicate)?.code == "15"
      && Set(parties.sources.compactMap(\.country)).count > 1
  }

  private func isStrike(_ reading: DeedReading) -> Bool {
    text.words[reading.deed ?? reading.predicate] == text.lexicon.vocabulary.number("strike")
  }

  /// Whether all who take part are sources.
  private func isShared(_ reading: DeedReading) -> Bool {
    if let deed = reading.deed, text.deedNoun(deed)?.roles == .mutual { return true }
    guard let frame = reading.frame else {
      return text.deedNoun(reading.predicate)?.roles == .mutual
    }
    return text.lexicon.frames[frame].sources == [.all]
  }

  /// "had said": before what else is told, so not on the report's day.
  private func isPluperfect(_ verb: Int) -> Bool {
    text.tree.auxiliaries(verb).contains {
      text.tree.tag($0) == .vbd && text.tree.lemma($0) == "have"
    }
  }

  private func name(_ reading: DeedReading) -> String {
    if let frame = reading.frame { return text.lexicon.frames[frame].name }
    return text.deedNoun(reading.predicate)?.name ?? ""
  }

  /// The predicate with its particle and, where it only carries a deed out, the deed's word.
  private func range(_ reading: DeedReading) -> Range<Int> {
    let doc = text.tree.doc
    let verb = doc.range(reading.predicate)
    guard let deed = reading.deed, abs(deed - reading.predicate) < 12 else {
      if text.tree.tag(reading.predicate).isVerb {
        let group = text.tree.verbGroup(reading.predicate)
        return verb.lowerBound..<doc.range(group.upperBound - 1).upperBound
      }
      return verb
    }
    let other = doc.range(deed)
    return min(verb.lowerBound, other.lowerBound)..<max(verb.upperBound, other.upperBound)
  }

  /// An event in which nobody of public life is named says little, and is often no event.
  private func isWorthHaving(_ reading: DeedReading, _ type: EventType, _ parties: RoleReader.Roles)
    -> Bool
  {
    let all = parties.sources + parties.targets
    let isPublic = all.contains { text.isPublic($0) }
    switch type {
    // Firms attack markets.
    case .assault where parties.sources.contains(where: { text.isFirm($0) }): return false
    // Politicians battle each other in words, and workers strike for pay.
    case .assault
    where reading.mode == nil && !parties.sources.isEmpty && isDoneInWords(reading)
      && parties.sources.allSatisfy({ text.isPolitician($0) || text.isPerson($0) })
      && parties.targets.allSatisfy({ text.isPolitician($0) || text.isPerson($0) })
      && (parties.sources + parties.targets).contains(where: { text.isPolitician($0) }):
      return false
    case .assault where all.contains(where: { text.isPeople($0) }) && isStrike(reading):
      return false
    // Who takes to the street makes it public.
    case .protest where all.contains(where: { text.isPeople($0) }): break
    // So does who ends a strike, or will not.
    case _ where isAboutProtest(reading, type, by: parties.sources): break
    // None but who rules can declare it.
    case .coerce
    where reading.mode == "martial-law" && parties.sources.contains(where: { text.isPerson($0) }):
      break
    // A charity's help is help.
    case .aid where parties.sources.contains(where: { text.isCharity($0) }): break
    case .assault, .coerce, .protest, .sanction, .mobilize:
      guard isPublic || all.contains(where: { $0.actor != nil && $0.country != nil })
      else { return false }
    default: guard isPublic else { return false }
    }
    switch type {
    // "set aside money for its plan".
    case .aid where !parties.targets.isEmpty && parties.targets.allSatisfy({ text.isFirm($0) }):
      return false
    // "He worked with her for eight years".
    case .cooperate
    where all.allSatisfy({ text.isPerson($0) }) && Set(all.map(\.country)).count == 1:
      return false
    case .aid, .cooperate: guard all.count >= 2 else { return false }
    case .sanction: guard !parties.targets.isEmpty else { return false }
    // "the release of funds" frees nobody.
    case .retreat where reading.mode == "release" && parties.targets.isEmpty: return false
    case .request where parties.targets.isEmpty:
      guard
        parties.sources.contains(where: { text.isPublic($0) && $0.sector != nil })
          || parties.sources.contains(where: { text.isOfficial($0) })
      else { return false }
    // An interview is no meeting.
    case .consult where all.contains(where: { $0.sector == "JRN" || text.isPrivate($0) }):
      return false
    case .consult where !all.contains(where: { text.isOfficial($0) }): return false
    // Travellers are no envoys.
    case .consult
    where reading.mode == "visit" && !parties.sources.contains(where: { text.isOfficial($0) }):
      return false
    // Who visits a hospital or a school meets no other power.
    case .consult
    where reading.mode == "visit" && !parties.targets.isEmpty
      && parties.targets.allSatisfy({ ["MED", "EDU", "BUS", "AGR"].contains($0.sector) }):
      return false
    case .consult: if reading.frame == nil || isShared(reading) { return all.count >= 2 }
    // "the leaders who signed the pact".
    case .support where isShared(reading) && all.count == 1 && text.isBodyOfOfficials(all[0]): break
    case .support:
      guard all.count >= 2,
        !parties.targets.isEmpty || isShared(reading) || Set(all.compactMap(\.country)).count > 1,
        all.allSatisfy({
          $0.actor != nil || $0.sector != nil || $0.country != nil || text.isSomeStates($0)
        })
      else { return false }
    default: break
    }
    if parties.sources.isEmpty {
      switch type {
      case .assault, .coerce, .sanction, .accuse, .retreat, .aid, .reject: break
      default: return false
      }
      if reading.frame == nil || isDoerUnread(reading) { return false }
    }
    return true
  }
}
