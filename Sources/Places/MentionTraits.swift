internal import Actors
internal import Gazetteer
internal import Language
internal import Records
internal import Syntax

/// What speaks for and against a name being a place's here.
enum MentionTrait: Int, CaseIterable, Sendable {
  case always
  // What the recognizer says.
  case gpe, loc, fac, noEntity
  case personInPlace, organizationInPlace
  case wholePerson, personFirst, personLast, personMiddle
  case wholeOrganization, organizationFirst, organizationLast, organizationMiddle
  case wholeGroup, inGroup, wholeOther, inOther
  // What the gazetteer says.
  case unknown, alternateOnly, country, region, county, capital, feature, site, seat
  case hamlet, town, bigTown, city, metropolis
  case shortName, severalWords
  // How it is written.
  case properNoun, otherTag, allCapitals, sentenceStart, lineStart
  // What stands beside it.
  case afterLocative, afterMotion, afterOf, afterDirection, afterSettlement, afterTitle,
    afterCapital
  case afterPlaceComma, afterArticle, afterHyphen, afterBodyOf, afterPlaceList
  case beforePlaceComma, beforeCapital, beforeBody, beforeRoad, beforeSettlement, beforeSay
  case beforeHyphen, beforePossessive, beforeInitial, beforeNoun
  case beforeBracket, dateline, designated, beforePlaceList
  // Its place in the sentence.
  case prepositionObject, compound, subject, apposition, possessor, adverbial
  // The same name elsewhere in the text.
  case headsPerson, compoundOfPerson, headsOrganization, compoundOfOrganization
  case recognizedElsewhere, partOfPerson, partOfPersonOften, organizationElsewhere, onlyOnce
  case neverRecognized
  // What the user said of the name before.
  case decided, ruledOut
}

/// The traits of each name of a text.
struct MentionTraits {
  private struct Elsewhere {
    var recognized = 0
    var organization = 0
    var count = 0
  }

  private let text: PlaceText
  private let actors: ActorAnalysis
  private let gazetteer: Gazetteer
  private let names: [NameScanner.Name]
  private let decisions: PlaceDecisions
  private var elsewhere: [UInt64: Elsewhere] = [:]
  /// Keys of the words of persons' names, with how often.
  private var personWords: [UInt64: Int] = [:]
  /// By token: the name that starts there, the name that ends before it.
  private var starts: [Int: Int] = [:]
  private var ends: [Int: Int] = [:]

  init(
    _ text: PlaceText, _ actors: ActorAnalysis, _ gazetteer: Gazetteer,
    _ names: [NameScanner.Name], _ decisions: PlaceDecisions
  ) {
    self.decisions = decisions
    self.text = text
    self.actors = actors
    self.gazetteer = gazetteer
    self.names = names
    for (number, name) in names.enumerated() {
      starts[name.tokens.lowerBound] = number
      ends[name.tokens.upperBound] = number
      var found = elsewhere[name.key, default: Elsewhere()]
      found.count += 1
      if name.isRecognized { found.recognized += 1 }
      if let entity = text.entity(of: name.tokens.lowerBound), entity.kind == .org,
        entity.tokens == name.tokens
      {
        found.organization += 1
      }
      elsewhere[name.key] = found
    }
    var keys = NameKey()
    for entity in text.entities where entity.kind == .person && entity.tokens.count > 1 {
      for token in entity.tokens where text.isCapital(token) {
        personWords[text.key(token..<token + 1, &keys), default: 0] += 1
      }
    }
  }

  func traits(of name: NameScanner.Name) -> TraitList<MentionTrait> {
    var traits = TraitList<MentionTrait>()
    traits.add(.always)
    addEntity(name, &traits)
    addGazetteer(name, &traits)
    addForm(name, &traits)
    addBefore(name, &traits)
    addAfter(name, &traits)
    addRelation(name, &traits)
    addElsewhere(name, &traits)
    let decided = decisions[name.key]
    traits.add(.decided, if: decided.contains { !$0.isRuledOut })
    traits.add(.ruledOut, if: decided.contains(where: \.isRuledOut))
    return traits
  }

  private func addEntity(_ name: NameScanner.Name, _ traits: inout TraitList<MentionTrait>) {
    let start = name.tokens.lowerBound
    guard let entity = text.entity(of: start) ?? text.entity(of: name.tokens.upperBound - 1) else {
      traits.add(.noEntity)
      return
    }
    let whole = entity.tokens == name.tokens
    let first = entity.tokens.lowerBound >= start
    let last = entity.tokens.upperBound <= name.tokens.upperBound
    switch entity.kind {
    case .gpe: traits.add(.gpe)
    case .loc: traits.add(.loc)
    case .fac: traits.add(.fac)
    case .none: traits.add(.noEntity)
    case .person:
      traits.add(
        whole ? .wholePerson : first ? .personFirst : last ? .personLast : .personMiddle)
    case .org:
      traits.add(
        whole
          ? .wholeOrganization
          : first ? .organizationFirst : last ? .organizationLast : .organizationMiddle)
    case .norp: traits.add(whole ? .wholeGroup : .inGroup)
    case .other: traits.add(whole ? .wholeOther : .inOther)
    }
  }

  private func addGazetteer(_ name: NameScanner.Name, _ traits: inout TraitList<MentionTrait>) {
    let matches = gazetteer.matches(name.key).prefix(32)
    guard name.isKnown, !matches.isEmpty else {
      traits.add(.unknown)
      return
    }
    let own = matches.filter { !$0.isAlternate }
    traits.add(.alternateOnly, if: own.isEmpty)
    traits.add(.designated, if: name.designator != .none)
    let places = (own.isEmpty ? Array(matches) : own).compactMap { gazetteer.place($0.place) }
    let kinds = Set(
      (places + matches.prefix(1).compactMap { gazetteer.place($0.place) }).map(\.kind))
    traits.add(.country, if: kinds.contains(.country))
    traits.add(.region, if: kinds.contains(.region))
    traits.add(.county, if: kinds.contains(.county))
    traits.add(.capital, if: kinds.contains(.capital))
    traits.add(.site, if: kinds.contains(.site))
    traits.add(.seat, if: kinds.contains(.seat))
    traits.add(
      .feature,
      if: kinds.contains {
        switch $0 {
        case .city, .capital, .county, .region, .country, .site, .seat: false
        default: true
        }
      })
    switch places.map(\.population).max() ?? 0 {
    case ..<2000: traits.add(.hamlet)
    case ..<10_000: traits.add(.town)
    case ..<100_000: traits.add(.bigTown)
    case ..<1_000_000: traits.add(.city)
    default: traits.add(.metropolis)
    }
  }

  private func addForm(_ name: NameScanner.Name, _ traits: inout TraitList<MentionTrait>) {
    let start = name.tokens.lowerBound
    traits.add(.shortName, if: text.letterCount(name.tokens) <= 3)
    traits.add(.severalWords, if: name.tokens.count > 1)
    let proper = name.tokens.contains { text.tree.tag($0).isProperNoun }
    traits.add(proper ? .properNoun : .otherTag)
    traits.add(
      .allCapitals,
      if: text.letterCount(name.tokens) > 3
        && name.tokens.allSatisfy { text.isAllCapitals($0) || !text.isCapital($0) })
    traits.add(.sentenceStart, if: text.doc.startsSentence(start) || start == 0)
    let opensLine =
      start == 0
      || text.doc.isSpace(start - 1) && text.doc.utf8[text.doc.range(start - 1)].contains(10)
    traits.add(.lineStart, if: opensLine)
    if opensLine, let next = text.skip(name.tokens.upperBound),
      text.isText(next, "(") || text.tree.tag(next) == .colon
    {
      traits.add(.dateline)
    }
  }

  private func addBefore(_ name: NameScanner.Name, _ traits: inout TraitList<MentionTrait>) {
    let start = name.tokens.lowerBound
    guard let before = text.before(start), !text.doc.startsSentence(start) else { return }
    let words = text.wordClass(before)
    traits.add(.afterLocative, if: words.contains(.locative))
    traits.add(.afterMotion, if: words.contains(.motion))
    traits.add(.afterDirection, if: words.contains(.direction))
    traits.add(.afterSettlement, if: words.contains(.settlement))
    traits.add(.afterTitle, if: words.contains(.title))
    traits.add(.afterArticle, if: text.tree.tag(before) == .dt)
    traits.add(.afterHyphen, if: text.isText(before, "-") && !text.doc.hasSpace(before))
    if text.tree.tag(before) == .inPreposition, text.tree.lemma(before) == "of" {
      traits.add(.afterOf)
      if let noun = text.before(before) {
        traits.add(.afterSettlement, if: text.wordClass(noun).contains(.settlement))
        traits.add(
          .afterBodyOf, if: text.isCapital(noun) && text.wordClass(noun).contains(.body))
      }
    }
    if words.contains(.locative) || words.contains(.motion), let entity = text.entity(of: start) {
      traits.add(.personInPlace, if: entity.kind == .person)
      traits.add(.organizationInPlace, if: entity.kind == .org)
    }
    if text.tree.tag(before) == .cc, let earlier = text.before(before),
      let number = ends[earlier + 1]
    {
      traits.add(.afterPlaceList, if: names[number].isRecognized && names[number].isKnown)
    }
    traits.add(
      .afterCapital,
      if: text.isCapital(before) && text.tree.tag(before).isProperNoun && words.isEmpty)
    if text.isText(before, ","), let earlier = text.before(before),
      let number = ends[earlier + 1], names[number].isKnown
    {
      traits.add(.afterPlaceComma)
    }
  }

  private func addAfter(_ name: NameScanner.Name, _ traits: inout TraitList<MentionTrait>) {
    guard let next = text.skip(name.tokens.upperBound), !text.doc.startsSentence(next) else {
      return
    }
    let words = text.wordClass(next)
    let capital = text.isCapital(next)
    traits.add(.beforeCapital, if: capital && text.tree.tag(next).isProperNoun && words.isEmpty)
    traits.add(.beforeBody, if: capital && words.contains(.body))
    traits.add(.beforeRoad, if: capital && words.contains(.road))
    traits.add(.beforeSettlement, if: capital && words.contains(.settlement))
    traits.add(.beforeSay, if: words.contains(.say) && text.tree.tag(next).isVerb)
    traits.add(.beforeHyphen, if: text.isText(next, "-") && next == name.tokens.upperBound)
    traits.add(.beforePossessive, if: text.tree.tag(next) == .pos)
    traits.add(.beforeInitial, if: capital && text.doc.lengths[next] <= 2)
    traits.add(.beforeNoun, if: !capital && text.tree.tag(next).isCommonNoun)
    traits.add(.beforeBracket, if: text.isText(next, "("))
    if text.tree.tag(next) == .cc, let after = text.skip(next + 1), let number = starts[after] {
      traits.add(.beforePlaceList, if: names[number].isRecognized && names[number].isKnown)
    }
    if text.isText(next, ","), let after = text.skip(next + 1), let number = starts[after],
      names[number].isKnown
    {
      let divisions = gazetteer.matches(names[number].key).contains {
        switch gazetteer.place($0.place)?.kind {
        case .region, .country: true
        default: false
        }
      }
      traits.add(.beforePlaceComma, if: divisions)
    }
  }

  private func addRelation(_ name: NameScanner.Name, _ traits: inout TraitList<MentionTrait>) {
    let head =
      name.tokens.first { !name.tokens.contains(text.tree.head($0)) } ?? name.tokens.lowerBound
    addActor(headedBy: head, of: name, &traits)
    switch text.tree.relation(head) {
    case .pobj: traits.add(.prepositionObject)
    case .compound, .nmod, .amod: traits.add(.compound)
    case .nsubj, .nsubjpass: traits.add(.subject)
    case .appos: traits.add(.apposition)
    case .poss: traits.add(.possessor)
    case .npadvmod: traits.add(.adverbial)
    default: break
    }
  }

  /// Whether the name, or the name it is the first part of, is an actor's that is no place.
  private func addActor(
    headedBy head: Int, of name: NameScanner.Name, _ traits: inout TraitList<MentionTrait>
  ) {
    func kind(_ token: Int) -> Actor.Kind? {
      actors.actor(headedBy: token).map { actors.actors[$0].kind }
    }
    switch kind(head) {
    case .person: traits.add(.headsPerson)
    case .organization: traits.add(.headsOrganization)
    default: break
    }
    let above = text.tree.head(head)
    guard text.tree.relation(head) == .compound, above > head, text.isCapital(above),
      above - name.tokens.upperBound < 3
    else { return }
    switch kind(above) {
    case .person: traits.add(.compoundOfPerson)
    case .organization: traits.add(.compoundOfOrganization)
    default: break
    }
  }

  private func addElsewhere(_ name: NameScanner.Name, _ traits: inout TraitList<MentionTrait>) {
    guard let found = elsewhere[name.key] else { return }
    let recognized = found.recognized - (name.isRecognized ? 1 : 0)
    traits.add(.onlyOnce, if: found.count == 1)
    if recognized > 0 { traits.add(.recognizedElsewhere, Double(recognized) / Double(found.count)) }
    traits.add(.neverRecognized, if: found.recognized == 0)
    traits.add(.organizationElsewhere, if: found.organization > 0)
    if name.tokens.count == 1, let persons = personWords[name.key] {
      traits.add(.partOfPerson)
      traits.add(.partOfPersonOften, if: persons > 1)
    }
  }
}
