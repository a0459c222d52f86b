internal import Actors
internal import Language
internal import Records
internal import Syntax

/// A text as the rules of events ask it: trees, actors, and the tables' numbers for its words.
struct EventText: Sendable {
  let tree: SyntaxTree
  let actors: ActorAnalysis
  let lexicon: EventLexicon
  /// For each token the number of its lemma in the tables, or -1.
  let words: [Int32]
  /// For each token the noun of the table that it is, or -1.
  let nouns: [Int32]
  /// For each token the line of the text it stands in: headlines run into what follows them.
  let lines: [Int32]
  /// For each token the party that it names by itself.
  let named: [Event.Party?]

  let byWord: Int32
  let ofWord: Int32
  private let quantities: Set<Int32>
  private let placeWords: Set<Int32>
  private let hittable: Set<Int32>
  private let frameNouns: Set<Int32>
  private let messages: Set<Int32>
  let others: Set<Int32>
  let states: Set<Int32>

  init(_ tree: SyntaxTree, _ actors: ActorAnalysis, _ lexicon: EventLexicon) {
    self.tree = tree
    self.actors = actors
    self.lexicon = lexicon
    let numbers = tree.doc.lemmaTexts.map { lexicon.vocabulary.number($0.lowercased()) }
    let words = (0..<tree.count).map { token -> Int32 in
      let known = numbers[Int(tree.doc.lemmas[token])]
      guard known < 0, tree.tag(token).isVerb else { return known }
      return Self.repaired(
        tree.lemma(token).lowercased(), tree.doc.text(token).lowercased(), lexicon.vocabulary)
    }
    self.words = words
    byWord = lexicon.vocabulary.number("by")
    ofWord = lexicon.vocabulary.number("of")
    quantities = lexicon.words("quantity")
    placeWords = lexicon.words("placeword")
    hittable = lexicon.words("facility").union(lexicon.persons).union(lexicon.words("property"))
    frameNouns = lexicon.words("frame")
    messages = lexicon.words("message")
    others = lexicon.words("other")
    states = lexicon.words("polity")
    let nouns = (0..<tree.count).map { token -> Int32 in
      guard words[token] >= 0, tree.tag(token).isCommonNoun || tree.tag(token) == .vbg,
        let candidates = lexicon.nounsOfWord[words[token]]
      else { return -1 }
      return Int32(
        candidates.first { Self.precede(token, lexicon.nouns[$0].modifiers, words, tree) } ?? -1)
    }
    self.nouns = nouns
    let causes = lexicon.words("cause")
    lines = Self.lines(tree)
    named = (0..<tree.count).map { token in
      Self.named(
        token, tree, actors, sector: lexicon.sectors[words[token]],
        isDeed: nouns[token] >= 0 || (causes.contains(words[token]) && tree.tag(token).isCommonNoun)
      )
    }
  }

  /// The rules of lemmas cut "staged" to "stag", "fined" to "fin", "installed" to "instal".
  private static func repaired(
    _ lemma: String, _ form: String, _ vocabulary: EventVocabulary
  ) -> Int32 {
    guard let last = lemma.last else { return -1 }
    if form.hasPrefix(lemma + String(last)) { return vocabulary.number(lemma + String(last)) }
    guard form == lemma + "ed" || form == lemma + "ing" else { return -1 }
    return vocabulary.number(lemma + "e")
  }

  private static func lines(_ tree: SyntaxTree) -> [Int32] {
    var line: Int32 = 0
    return (0..<tree.count).map { token in
      defer {
        if tree.doc.isSpace(token), tree.doc.utf8[tree.doc.range(token)].contains(10) { line += 1 }
      }
      return line
    }
  }

  /// Those of some tokens that stand in the same line as another.
  func near(_ token: Int, _ tokens: [Int]) -> [Int] {
    tokens.allSatisfy { lines[$0] == lines[token] }
      ? tokens : tokens.filter { lines[$0] == lines[token] }
  }

  /// Whether words stand before a noun within its phrase, in order.
  private static func precede(
    _ noun: Int, _ modifiers: [Int32], _ words: [Int32], _ tree: SyntaxTree
  ) -> Bool {
    var token = noun
    for modifier in modifiers.reversed() {
      token -= 1
      if token >= 0, tree.relation(token) == .punct { token -= 1 }
      guard token >= 0, words[token] == modifier, tree.isWithin(token, noun) else { return false }
    }
    return true
  }

  func deedNoun(_ token: Int) -> DeedNoun? {
    nouns[token] >= 0 ? lexicon.nouns[Int(nouns[token])] : nil
  }

  // MARK: Slots

  /// What a phrase is about: "hundreds of soldiers" is about soldiers.
  func content(_ token: Int) -> Int {
    var current = token
    for _ in 0..<3 {
      guard quantities.contains(words[current]) || tree.tag(current) == .cd,
        let of = tree.children(current).first(where: { words[$0] == ofWord }),
        let object = tree.child(of, .pobj)
      else { return current }
      current = object
    }
    return current
  }

  /// The doer: the subject of the active voice, the agent of the passive.
  func subjects(_ verb: Int) -> [Int] { near(verb, doers(verb)) }

  /// The verb whose object is a text that a participle tells the wording of: who "issued a statement
  /// calling on" somebody calls.
  private func author(_ participle: Int) -> Int? {
    guard tree.relation(participle) == .acl, tree.tag(participle) == .vbg,
      messages.contains(words[tree.head(participle)])
    else { return nil }
    var text = tree.head(participle)
    if tree.relation(text) == .pobj { text = tree.head(text) }
    let verb = tree.head(text)
    return verb != text && tree.tag(verb).isVerb ? verb : nil
  }

  /// "turned to Norway's missile tests and deepening ties with Peru": a bare participle goes on with no
  /// finite verb, whatever the parser says, but with the noun before "and".
  private func isStrayGerund(_ verb: Int) -> Bool {
    guard tree.relation(verb) == .conj, tree.tag(verb) == .vbg, tree.auxiliaries(verb).isEmpty,
      tree.ownSubject(verb) == nil
    else { return false }
    let above = tree.head(verb)
    switch tree.tag(above) {
    case .vbd, .vbz, .vbp: return tree.child(above, .dobj) != nil
    default: return false
    }
  }

  /// Whose the noun right before "and" is.
  private func owners(beside gerund: Int) -> [Int] {
    guard gerund >= 2, tree.tag(gerund - 1) == .cc else { return [] }
    var noun = gerund - 2
    while noun > 0, tree.doc.isSpace(noun) { noun -= 1 }
    guard tree.tag(noun).isNoun, let owner = tree.child(noun, .poss) else { return [] }
    return tree.conjuncts(from: owner)
  }

  private func doers(_ verb: Int) -> [Int] {
    // "the strikes that they said killed ten": the strikes did.
    if tree.relation(verb) == .ccomp, tree.ownSubject(verb) == nil, !isInfinitive(verb),
      tree.relation(tree.head(verb)) == .relcl
    {
      return tree.conjuncts(from: tree.head(tree.head(verb)))
    }
    if let author = author(verb) { return doers(author) }
    if isStrayGerund(verb) { return owners(beside: verb) }
    // "The board rejects and condemns it": the parser takes "rejects" for a noun.
    if tree.relation(verb) == .conj, tree.ownSubject(verb) == nil,
      !tree.tag(tree.head(verb)).isVerb, let subject = tree.ownSubject(tree.head(verb))
    {
      return tree.conjuncts(from: subject)
    }
    if let subject = tree.subject(verb) {
      return subject.isPassive ? agents(verb) : tree.conjuncts(from: subject.token)
    }
    return tree.isPassive(verb) ? agents(verb) : []
  }

  private func agents(_ verb: Int) -> [Int] {
    if let agent = tree.agent(verb) { return tree.conjuncts(from: agent) }
    return []
  }

  /// The undergoer: the object of the active voice, the subject of the passive.
  func objects(_ verb: Int) -> [Int] { near(verb, undergoers(verb)) }

  private func undergoers(_ verb: Int) -> [Int] {
    if let subject = tree.subject(verb), subject.isPassive {
      return tree.conjuncts(from: subject.token)
    }
    if let object = tree.child(verb, .dobj) {
      if tree.tag(object).isRelativePronoun, tree.relation(verb) == .relcl {
        return [tree.head(verb)]
      }
      return tree.conjuncts(from: object)
    }
    if tree.relation(verb) == .relcl, let own = tree.ownSubject(verb),
      !tree.tag(own).isRelativePronoun, tree.head(verb) < verb, tree.tag(tree.head(verb)).isNoun,
      tree.tag(verb) != .vbn || tree.auxiliaries(verb).count > 0
    {
      return [tree.head(verb)]
    }
    // "allowed Norway to join": the parser hangs the object on the infinitive.
    if let governed = infinitive(verb),
      tree.relation(governed) == .ccomp || tree.relation(governed) == .xcomp,
      let own = tree.ownSubject(governed), own > verb
    {
      return tree.conjuncts(from: own)
    }
    // "holds the firm responsible": the parser makes the two a clause.
    if let complement = tree.child(verb, .ccomp), tree.tag(complement).isAdjective,
      let own = tree.ownSubject(complement), own > verb
    {
      return tree.conjuncts(from: own)
    }
    // "rejects and condemns the plan": the object stands behind the second verb.
    if let second = tree.child(verb, .conj), second - verb <= 2, tree.tag(second) == tree.tag(verb),
      !tree.isPassive(verb), let object = tree.child(second, .dobj)
    {
      return tree.conjuncts(from: object)
    }
    // "ties were cut or frozen", "arrested and jailed dozens": a shared object.
    if tree.relation(verb) == .conj, tree.ownSubject(verb) == nil {
      let first = tree.firstConjunct(verb)
      if first != verb, tree.child(first, .dobj) == nil, tree.tag(first) == tree.tag(verb) {
        return []
      }
    }
    return []
  }

  /// "according to", "due to": not to whom.
  private static let sayings: Set<String> = [
    "according", "due", "thanks", "owing", "prior", "compared",
  ]

  /// The objects of a preposition that hangs on a token.
  func prepositional(_ token: Int, _ word: Int32) -> [Int] {
    var found: [Int] = []
    for child in tree.children(token) {
      switch tree.relation(child) {
      case .prep, .agent, .dative, .prt, .advmod, .mark:
        // "in protest against": the second preposition hangs on the first one's noun or on it.
        if words[child] == word {
          if let object = tree.child(child, .pobj) {
            found += tree.conjuncts(from: object)
          }
        } else if tree.relation(child) != .mark,
          !Self.sayings.contains(tree.doc.text(child).lowercased()),
          let nested = tree.child(child, .prep),
          words[nested] == word, let object = tree.child(nested, .pobj)
        {
          found += tree.conjuncts(from: object)
        }
      default: continue
      }
    }
    return near(token, found)
  }

  /// The verb in the infinitive that a verb governs.
  func infinitive(_ verb: Int) -> Int? {
    tree.children(verb).first { child in
      switch tree.relation(child) {
      case .xcomp, .ccomp, .advcl:
        tree.tag(child).isVerb
          && tree.children(child).contains { tree.relation($0) == .aux && tree.tag($0) == .to }
      default: false
      }
    }
  }

  /// The head of the clause that a verb governs.
  func clause(_ verb: Int) -> Int? {
    tree.children(verb).first { child in
      tree.relation(child) == .ccomp && tree.ownSubject(child) != nil
    }
  }

  // MARK: Kinds

  /// What can be hit, seized, taken: persons, buildings, land.
  func isHittable(_ token: Int) -> Bool {
    let word = words[content(token)]
    return hittable.contains(word) || isPlace(token)
  }

  /// Without "on the basis", "on behalf", "on the eve".
  func withoutFrames(_ tokens: [Int]) -> [Int] { tokens.filter { !frameNouns.contains(words[$0]) } }

  /// "its troops", "their leader": what belongs to who is spoken of.
  func isOwn(_ token: Int) -> Bool {
    tree.children(token).contains {
      tree.relation($0) == .poss && tree.tag($0) == .prpPossessive
    }
      // "its closest ally", "their Chinese counterparts" are another's.
      && !others.contains(words[token])
      && !tree.children(token).contains { $0 < token && nationality($0) != nil }
  }

  /// "he", "them", not "it".
  func isPersonal(_ token: Int) -> Bool {
    ["he", "she", "they", "we", "i", "him", "her", "them", "us", "me"].contains(
      tree.doc.text(token).lowercased())
  }

  /// A country, a city, a region, as the recognizer or the actors have it.
  func isPlace(_ token: Int) -> Bool {
    if let number = actors.actor(headedBy: token) {
      let kind = actors.actors[number].kind
      if kind == .country || kind == .place { return true }
    }
    switch tree.doc.entityLabel(token) {
    case "GPE", "LOC", "FAC": return true
    default: return placeWords.contains(words[token])
    }
  }
}
