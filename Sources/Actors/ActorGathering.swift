internal import Language
internal import Records
internal import Syntax

/// The work of one text, in order: names, what is said of them, nouns, pronouns.
struct ActorGathering {
  let tree: SyntaxTree
  let published: Timestamp?
  let isPhrase: Bool
  var coder: PhraseCoder
  var drafts: [ActorDraft] = []
  /// By token: the draft whose mention it heads.
  var draftAtHead: [Int: Int] = [:]

  init(_ tree: SyntaxTree, published: Timestamp?) {
    self.tree = tree
    self.published = published
    isPhrase = Self.isBarePhrase(tree)
    coder = PhraseCoder(tree: tree, scan: PhraseScan(tree, .standard))
  }

  mutating func run() {
    addNames()
    addHolders()
    addNominals()
    if isPhrase { settlePhrase() }
  }

  /// A text without a sentence: a few words, nothing that has a subject.
  private static func isBarePhrase(_ tree: SyntaxTree) -> Bool {
    guard tree.count <= 24 else { return false }
    return !(0..<tree.count).contains { token in
      switch tree.relation(token) {
      case .nsubj, .nsubjpass, .csubj, .expl: true
      default: tree.tag(token) == .stop && tree.doc.text(token) != "."
      }
    } && !(tree.count > 3 && tree.tag(tree.count - 1) == .stop)
  }

  // MARK: Names

  private mutating func addNames() {
    let mentions = NameReader(tree: tree, scan: coder.scan, isPhrase: isPhrase).read()
    for mention in mentions where mention.kind == .person {
      for token in mention.tokens { coder.personTokens[token] = true }
    }
    for group in NameGroups(mentions, in: tree).groups {
      var draft = ActorDraft(kind: group.kind, name: group.name, rule: "name")
      draft.person = group.person
      if group.person == nil, group.meaning == nil, let name = knownPerson(group.name) {
        draft.kind = .person
        draft.person = name
      }
      for index in group.mentions {
        let mention = mentions[index]
        draft.mentions.append(.init(tokens: mention.tokens, head: mention.head, form: .name))
        draftAtHead[mention.head] = drafts.count
        guard group.kind == .person || group.kind == .organization || group.meaning == nil
        else { continue }
        draft.codings.append(coder.code(phrase(mention), head: mention.head))
      }
      if let meaning = group.meaning, !isKindOfBody(mentions[group.mentions[0]]) {
        draft.country = meaning.country
        draft.sector = group.isSeat && isPhrase ? "GOV" : meaning.sector
        draft.rule = "table"
      }
      drafts.append(draft)
    }
  }

  /// A name that many countries have: "the Defense Department".
  private func isKindOfBody(_ mention: NameMention) -> Bool {
    coder.scan.match(at: mention.head)?.meaning(.body) != nil
  }

  private func phrase(_ mention: NameMention) -> Range<Int> {
    let whole = tree.phrase(around: mention.head)
    let phrase =
      min(
        whole.lowerBound, mention.tokens.lowerBound)..<max(
        whole.upperBound, mention.tokens.upperBound)
    return phrase.count <= 60 ? phrase : mention.tokens
  }

  // MARK: Holders

  /// Offices of persons that the text does not tell: those known from elsewhere, then the tables.
  private mutating func addHolders() {
    let day = published?.dayText
    for index in drafts.indices {
      let holdings = holdings(drafts[index], on: day)
      guard let standing = HolderStanding(holdings, on: day) else { continue }
      let told = drafts[index].codings.compactMap(\.country).first
      // Another of that name, where the text tells another country.
      if let told, let country = standing.holding.country, told != country { continue }
      if drafts[index].kind == .organization {
        drafts[index].sector = standing.sector
        continue
      }
      drafts[index].roles.append(
        Actor.Role(
          title: standing.holding.title, country: standing.holding.country,
          standing: standing.standing, from: standing.holding.from, to: standing.holding.to,
          rule: "table"))
      drafts[index].known = (standing.holding.country, standing.sector)
    }
  }

  /// A name that the recognizer took for something else's.
  private func knownPerson(_ text: String) -> PersonName? {
    let name = PersonName(text)
    guard let part = name.parts.first, name.parts.count <= 5 else { return nil }
    let known =
      name.parts.count > 1
      ? HolderTable.standard.holdings(of: name)
      : HolderTable.standard.holdings(ofFamily: part, on: published?.dayText)
    return known.isEmpty || text == known[0].title ? nil : name
  }

  private func holdings(_ draft: ActorDraft, on day: String?) -> [OfficeHolding] {
    if draft.kind == .organization {
      guard draft.rule == "table" else { return [] }
      return HolderTable.standard.holdings(of: PersonName(draft.name))
    }
    guard let name = draft.person, let part = name.parts.first else { return [] }
    if name.parts.count > 1 || name.isFull { return HolderTable.standard.holdings(of: name) }
    let titles = draft.codings.compactMap(\.office)
    if let title = titles.first {
      return HolderTable.standard.holdings(
        ofFamily: part, title: tree.doc.text(title).lowercased(),
        country: draft.codings.compactMap(\.country).first, on: day)
    }
    let exact = HolderTable.standard.holdings(of: name)
    return exact.isEmpty ? HolderTable.standard.holdings(ofFamily: part, on: day) : exact
  }

  // MARK: Nominals

  private mutating func addNominals() {
    for match in coder.scan.matches {
      guard
        let last = match.tokens.last(where: {
          tree.tag($0).isNoun || $0 == match.tokens.upperBound - 1
        }),
        let meaning = match.meaning(.office, .people, .body, .of, .rank, .thing),
        draftAtHead[last] == nil, tree.tag(last).isNoun, !coder.personTokens[last],
        isPhraseHead(last)
      else { continue }
      let whole = tree.phrase(around: last)
      guard whole.count <= 60 else { continue }
      let coding = coder.code(whole, head: last)
      let phrase = nominal(last, within: whole)
      guard isActor(last, meaning, coding) else { continue }
      var draft = ActorDraft(
        kind: kind(last, meaning), name: tree.doc.text(phrase), rule: "nominal")
      draft.mentions = [.init(tokens: phrase, head: last, form: .nominal)]
      draft.codings = [coding]
      draftAtHead[last] = drafts.count
      drafts.append(draft)
    }
  }

  /// A noun with what stands before it and what it is "of".
  private func nominal(_ head: Int, within phrase: Range<Int>) -> Range<Int> {
    var end = head + 1
    for child in tree.children(head) where child == end {
      guard tree.relation(child) == .prep, tree.doc.text(child).lowercased() == "of" else { break }
      end = min(tree.subtree(child).upperBound, phrase.upperBound)
    }
    return min(phrase.lowerBound, head)..<end
  }

  private func isPhraseHead(_ token: Int) -> Bool {
    switch tree.relation(token) {
    case .compound, .amod, .nmod, .npadvmod, .appos, .attr: false
    default: true
    }
  }

  /// Whether a noun stands for somebody who acts, rather than for a place or a thing.
  private func isActor(_ head: Int, _ meaning: Meaning, _ coding: PhraseCoder.Coding) -> Bool {
    switch meaning.kind {
    case .office, .people, .rank: true
    case .of: coding.sector != nil || coding.country != nil
    case .body: coding.sector != nil
    case .thing: tree.relation(head) == .nsubj
    default: false
    }
  }

  private func kind(_ head: Int, _ meaning: Meaning) -> Actor.Kind {
    if meaning.kind == .body || meaning.kind == .thing { return .organization }
    return tree.tag(head).isPlural ? .group : .person
  }

  // MARK: A text that is one phrase

  /// The first actor is the one the phrase as a whole stands for.
  private mutating func settlePhrase() {
    let words = (0..<tree.count).filter { !tree.doc.isSpace($0) }
    guard let first = words.first, let last = words.last else { return }
    let phrase = first..<last + 1
    let head = phraseHead(phrase)
    let coding = coder.code(phrase, head: head)
    if let index = draftAtHead[head] {
      if drafts[index].meaningless || coding.country != nil && drafts[index].country == nil {
        drafts[index].codings.insert(coding, at: 0)
      }
      if drafts[index].sector == nil, drafts[index].mentions.first?.tokens != phrase {
        drafts[index].codings.insert(coding, at: 0)
      }
      let draft = drafts.remove(at: index)
      drafts.insert(draft, at: 0)
      return
    }
    let known = HolderStanding(
      HolderTable.standard.holdings(of: PersonName(phrase, in: tree.doc)),
      on: published?.dayText)
    guard coding.country != nil || coding.sector != nil || known != nil else { return }
    var draft = ActorDraft(
      kind: known == nil ? .group : .person, name: tree.doc.text(phrase), rule: "phrase")
    draft.mentions = [.init(tokens: phrase, head: head, form: .nominal)]
    draft.codings = [coding]
    draft.known = (known?.holding.country, known?.sector)
    drafts.insert(draft, at: 0)
  }

  /// The last noun before the first preposition, whatever the parser made of the fragment.
  private func phraseHead(_ phrase: Range<Int>) -> Int {
    var head: Int?
    var token = phrase.lowerBound
    while token < phrase.upperBound {
      if let match = coder.scan.match(at: token),
        match.meanings.contains(where: { $0.kind.isName || $0.kind.isHead })
      {
        head = match.tokens.upperBound - 1
        token = match.tokens.upperBound
        continue
      }
      let tag = tree.tag(token)
      if head != nil, tag == .inPreposition || tag == .to || tag == .comma { break }
      if tag.isNoun { head = token }
      token += 1
    }
    return head ?? phrase.lowerBound
  }

  // MARK: Result

  var analysis: ActorAnalysis {
    var order = Array(drafts.indices)
    if !isPhrase {
      order.sort {
        drafts[$0].mentions[0].tokens.lowerBound < drafts[$1].mentions[0].tokens.lowerBound
      }
    }
    let actors = order.enumerated().map { drafts[$1].actor(id: $0, tree.doc) }
    var analysis = ActorAnalysis(actors: actors, tokenCount: tree.count, coder: coder)
    for (id, index) in order.enumerated() {
      for mention in drafts[index].mentions { analysis.link(head: mention.head, to: id) }
    }
    return analysis
  }
}
