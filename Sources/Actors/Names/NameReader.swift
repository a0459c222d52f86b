internal import Language
internal import Records
internal import Syntax

/// A name in the text and what it is the name of.
struct NameMention: Sendable {
  var tokens: Range<Int>
  var head: Int
  var kind: Actor.Kind
  /// Of a country, a capital or a body that the tables have.
  var meaning: Meaning?
  var person: PersonName?
  /// By a form of address before it.
  var sex: Honorifics.Sex?
  /// Whether it may only stand for a government, by what it does.
  var isSeat = false
  /// A country by the adjective that stands before a noun.
  var isAdjective = false
}

/// Finds the names of persons, bodies, countries and peoples: the recognizer's entities, put right
/// by the tables, and names of the tables that it missed.
struct NameReader {
  let tree: SyntaxTree
  let scan: PhraseScan
  /// A text that is one phrase: any name in it may be meant.
  let isPhrase: Bool
  /// The words of persons' names of more than one.
  private let borne: Set<String>

  init(tree: SyntaxTree, scan: PhraseScan, isPhrase: Bool) {
    self.tree = tree
    self.scan = scan
    self.isPhrase = isPhrase
    borne = Set(
      tree.doc.entities.filter { $0.label == "PERSON" && $0.tokens.count > 1 }.flatMap { entity in
        entity.tokens.map { tree.doc.text($0) }
      })
  }

  func read() -> [NameMention] {
    let doc = tree.doc
    var taken = [Bool](repeating: false, count: doc.count)
    var mentions = bracketed()
    for mention in mentions {
      for token in mention.tokens { taken[token] = true }
    }
    for entity in doc.entities where !entity.tokens.contains(where: { taken[$0] }) {
      guard let mention = mention(entity) else { continue }
      for token in mention.tokens { taken[token] = true }
      mentions.append(mention)
    }
    for match in scan.matches where !match.tokens.contains(where: { taken[$0] }) {
      guard let mention = mention(match) else { continue }
      mentions.append(mention)
    }
    addGivenNames(&mentions, &taken)
    addBareNames(&mentions, taken)
    completeFamilyNames(&mentions, taken)
    addForms(&mentions)
    // Who wrote where is nobody of whom the report tells.
    let datelines = tree.datelineEnds
    if !datelines.isEmpty { mentions.removeAll { datelines[$0.tokens.lowerBound] != nil } }
    return mentions.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
  }

  /// "Movement for the Liberation of the Delta (MLD)": a run of words whose capitals the brackets give.
  private func bracketed() -> [NameMention] {
    let doc = tree.doc
    var found: [NameMention] = []
    for open in 1..<max(1, doc.count - 2) where doc.text(open) == "(" && doc.text(open + 2) == ")" {
      let letters = Array(doc.text(open + 1))
      guard (2...8).contains(letters.count), letters.allSatisfy(\.isUppercase) else { continue }
      var start = open
      var left = letters.count
      while start > 0, left > 0, open - start < 14, !doc.isSpace(start - 1) {
        let word = doc.text(start - 1)
        guard let first = word.first else { break }
        if first.isUppercase {
          guard first == letters[left - 1] else { break }
          left -= 1
        } else if !["of", "the", "for", "and", "in", "to", "on", "de", "la", "-", "'s", "&"]
          .contains(word)
        {
          break
        }
        start -= 1
      }
      guard left == 0, let head = head(start..<open) else { continue }
      let meaning = scan.match(at: open + 1)?.meaning(.organization)
      found.append(
        NameMention(tokens: start..<open, head: head, kind: .organization, meaning: meaning))
    }
    return found
  }

  /// Two or three proper nouns that begin with a given name, where the recognizer passed over them.
  private func addGivenNames(_ mentions: inout [NameMention], _ taken: inout [Bool]) {
    var token = 0
    while token < tree.count {
      let start = token
      while token < tree.count, tree.tag(token) == .nnp, !taken[token], isUpper(token),
        tree.doc.entityLabel(token).isEmpty, !isCapitals(token..<token + 1)
      {
        token += 1
      }
      let tokens = start..<token
      if tokens.isEmpty { token += 1 }
      guard isGivenName(tokens), let head = head(tokens) else { continue }
      for part in tokens { taken[part] = true }
      mentions.append(
        NameMention(
          tokens: tokens, head: head, kind: .person, person: PersonName(tokens, in: tree.doc)))
    }
  }

  /// Family names of persons named in full, where the recognizer passed over them.
  private func addBareNames(_ mentions: inout [NameMention], _ taken: [Bool]) {
    var families: Set<String> = []
    for mention in mentions {
      if let person = mention.person, person.isFull, let last = person.parts.last {
        families.insert(last)
      }
    }
    guard !families.isEmpty else { return }
    for token in 0..<tree.count where !taken[token] && tree.tag(token) == .nnp && isUpper(token) {
      guard scan.match(at: token)?.meanings.contains(where: \.kind.isName) != true,
        tree.relation(token) != .compound,
        families.contains(String(decoding: FoldedWord.fold(tree.doc.text(token)), as: UTF8.self))
      else { continue }
      let tokens = token..<token + 1
      mentions.append(
        NameMention(
          tokens: tokens, head: token, kind: .person, person: PersonName(tokens, in: tree.doc)))
    }
  }

  /// "López Obrador", where the recognizer has "Obrador" alone and the text the whole name elsewhere.
  private func completeFamilyNames(_ mentions: inout [NameMention], _ taken: [Bool]) {
    var pairs: Set<[String]> = []
    for mention in mentions {
      guard let parts = mention.person?.parts, parts.count > 2 else { continue }
      for index in parts.indices.dropFirst() { pairs.insert([parts[index - 1], parts[index]]) }
    }
    guard !pairs.isEmpty else { return }
    for index in mentions.indices {
      let start = mentions[index].tokens.lowerBound
      guard mentions[index].kind == .person, mentions[index].tokens.count == 1, start > 0,
        !taken[start - 1], isUpper(start - 1),
        pairs.contains([folded(start - 1), folded(start)])
      else { continue }
      let tokens = start - 1..<start + 1
      mentions[index].tokens = tokens
      mentions[index].head = head(tokens) ?? mentions[index].head
      mentions[index].person = PersonName(tokens, in: tree.doc)
    }
  }

  /// "Mr" and "Mrs" tell one Smith from another.
  private func addForms(_ mentions: inout [NameMention]) {
    for index in mentions.indices where mentions[index].kind == .person {
      let before = mentions[index].tokens.lowerBound - 1
      if before >= 0, Honorifics.addresses.contains(folded(before)) {
        mentions[index].sex = Honorifics.sex(tree.doc.text(before))
      }
    }
  }

  private func folded(_ token: Int) -> String {
    String(decoding: FoldedWord.fold(tree.doc.text(token)), as: UTF8.self)
  }

  /// The token of a range whose head is outside; what the range as a whole depends by.
  private func head(_ tokens: Range<Int>) -> Int? {
    tokens.last { !tokens.contains(tree.head($0)) || tree.isRoot($0) }
  }

  /// "Storm Ciara", "the Clean Air Act": a name, and nobody's.
  private func isStormOrLaw(_ tokens: Range<Int>, _ label: String) -> Bool {
    guard tokens.count > 1, let last = tokens.last else { return false }
    let words = ActorWords.standard
    return words.storms.contains(folded(tokens.lowerBound))
      || label != "PERSON" && words.laws.contains(folded(last)) && isUpper(last)
  }

  private func mention(_ entity: Doc.Entity) -> NameMention? {
    let doc = tree.doc
    var tokens = entity.tokens
    while let last = tokens.last,
      tree.tag(last) == .pos || tree.relation(last) == .punct && doc.text(last) != "."
    {
      tokens = tokens.lowerBound..<last
    }
    while let first = tokens.first, tree.tag(first) == .dt || !isWord(first) {
      tokens = first + 1..<tokens.upperBound
    }
    guard !tokens.isEmpty else { return nil }
    if entity.label == "PERSON" { tokens = withoutTitles(withoutOwner(whole(tokens))) }
    // "Smith-era", "Smith-backed": told of another.
    if let last = tokens.last, tokens.count > 2, tree.doc.text(last - 1) == "-", !isUpper(last),
      ActorWords.standard.joined.contains(folded(last)) || tree.tag(last) == .vbn
    {
      tokens = tokens.lowerBound..<last - 1
    }
    // In a text all in capitals the verb may be taken for a part of the name.
    while let last = tokens.last, tokens.count > 1, isCapitals(tokens),
      ActorWords.standard.headlines.contains(folded(last))
    {
      tokens = tokens.lowerBound..<last
    }
    // "State" of "Secretary of State".
    if let match = scan.match(at: tokens.lowerBound), match.tokens.lowerBound < tokens.lowerBound,
      match.tokens.upperBound >= tokens.upperBound
    {
      return nil
    }
    guard !tokens.isEmpty, let head = head(tokens), !isStormOrLaw(tokens, entity.label) else {
      return nil
    }
    // "Missiles struck": a capital at the beginning of a sentence makes no name.
    if let match = scan.match(at: tokens.lowerBound), match.tokens == tokens,
      match.meaning(.thing) != nil,
      tree.tag(head).isCommonNoun || tokens.lowerBound == tree.sentence(of: head).lowerBound
    {
      return nil
    }
    if let match = scan.match(at: tokens.lowerBound), match.tokens == tokens,
      let known = known(match, head, label: entity.label)
    {
      return known.isDropped ? nil : known.mention
    }
    switch entity.label {
    case "PERSON":
      guard !tokens.contains(where: { scan.match(at: $0)?.meaning(.organization, .seat) != nil })
      else { return nil }
      let person = PersonName(tokens, in: doc)
      guard !person.parts.isEmpty,
        !doc.utf8[doc.bytes(tokens)].contains(where: { $0 == 64 || $0 &- 48 < 10 }),
        tokens.contains(where: { isUpper($0) })
      else { return nil }
      return NameMention(tokens: tokens, head: head, kind: .person, person: person)
    case "ORG":
      guard tokens.contains(where: { isUpper($0) }) else { return nil }
      if isTitled(tokens) || isGivenName(tokens) {
        return NameMention(
          tokens: tokens, head: head, kind: .person, person: PersonName(tokens, in: doc))
      }
      return NameMention(tokens: tokens, head: head, kind: .organization)
    case "NORP":
      guard isPhraseHead(head) else { return nil }
      return NameMention(tokens: tokens, head: head, kind: .group)
    case "GPE":
      if tokens.count > 1, isTitled(tokens) {
        return NameMention(
          tokens: tokens, head: head, kind: .person, person: PersonName(tokens, in: doc))
      }
      guard isPhrase || isSubject(head) && !isCapitals(tokens) else { return nil }
      return NameMention(tokens: tokens, head: head, kind: .place)
    default:
      // "Foreign Minister Ana Torres", taken for a work or an event.
      guard isTitled(tokens), tokens.allSatisfy({ isWord($0) }) else {
        return nil
      }
      return NameMention(
        tokens: tokens, head: head, kind: .person, person: PersonName(tokens, in: doc))
    }
  }

  /// What a phrase of the tables names here.
  private func known(_ match: PhraseScan.Match, _ head: Int, label: String)
    -> (mention: NameMention?, isDropped: Bool)?
  {
    // One word alone can be a person's name too: Jordan, Chad, Paris.
    let isPerson = label == "PERSON" && !isPhrase && match.tokens.count == 1
    var mention = NameMention(tokens: match.tokens, head: head, kind: .organization)
    if let meaning = match.meaning(.country, .partly) {
      if isPerson, isNameOfPersons(match.tokens.lowerBound) { return nil }
      mention.kind = .country
      mention.meaning = meaning
      return (mention, false)
    }
    if let meaning = match.meaning(.organization, .seat), match.meaning(.capital) == nil {
      mention.meaning = meaning
      return (mention, false)
    }
    if let meaning = match.meaning(.demonym), !isPerson {
      // "Finnish troops": the country by its adjective.
      mention.isAdjective = !isPhraseHead(head) || tree.tag(head).isAdjective && !isBareHead(head)
      mention.kind = mention.isAdjective ? .country : .group
      mention.meaning = meaning
      return (mention, false)
    }
    if let meaning = match.meaning(.capital), !isPerson {
      guard isPhrase || standsForGovernment(head) else { return (nil, true) }
      mention.kind = .country
      mention.meaning = meaning
      // "Brussels" is the Union's, unless the text speaks of Belgium.
      if let seat = match.meaning(.seat), !isTold(meaning.country) {
        mention.kind = .organization
        mention.meaning = seat
      }
      mention.isSeat = true
      return (mention, false)
    }
    if let meaning = match.meaning(.place), !isPerson {
      guard isPhrase || isSubject(head) && !isCapitals(match.tokens) else { return (nil, true) }
      mention.kind = .place
      mention.meaning = meaning
      return (mention, false)
    }
    return nil
  }

  /// Whether a country's name, which the recognizer takes for a person's, is one that persons bear, or
  /// one bears in this text.
  private func isNameOfPersons(_ token: Int) -> Bool {
    let word = tree.doc.text(token)
    return ActorWords.standard.givenNames.contains(word.lowercased()) || borne.contains(word)
  }

  private func isTold(_ country: String?) -> Bool {
    scan.matches.contains { $0.meaning(.country, .demonym)?.country == country }
  }

  /// A name of the tables that the recognizer did not see.
  private func mention(_ match: PhraseScan.Match) -> NameMention? {
    guard let head = head(match.tokens) else { return nil }
    guard match.meaning(.country, .organization, .seat, .partly, .demonym, .capital) != nil else {
      return nil
    }
    guard tree.tag(head).isNoun || isPhrase || match.meaning(.demonym) != nil else { return nil }
    // Within a longer name.
    if tree.relation(head) == .compound, tree.tag(tree.head(head)).isProperNoun,
      match.meaning(.organization, .seat) == nil
    {
      return nil
    }
    let known = known(match, head, label: "")
    return known?.mention
  }

  /// With the proper nouns behind it that hang together with it and are no other name.
  private func whole(_ tokens: Range<Int>) -> Range<Int> {
    var end = tokens.upperBound
    while end < tree.count, end - tokens.upperBound < 3, tree.tag(end) == .nnp,
      tree.doc.entityLabel(end).isEmpty, !tree.doc.isSpace(end - 1),
      tree.head(end - 1) == end || tokens.contains(tree.head(end)), scan.match(at: end) == nil
    {
      end += 1
    }
    return tokens.lowerBound..<joined(behind: end, from: tokens.lowerBound)
  }

  /// Where a name ends that goes on behind a hyphen ("Duck-soo") or a particle ("von der Leyen").
  private func joined(behind end: Int, from start: Int) -> Int {
    var end = end
    while end - start < 8 {
      if end + 1 < tree.count, tree.doc.text(end) == "-", isGlued(end), isGlued(end + 1),
        isWord(end + 1), end - start > 1 || isUpper(end + 1), isPartOfName(end + 1)
      {
        end += 2
      } else if end < tree.count, end - start > 1, isUpper(end), tree.tag(end).isNoun,
        PersonName.isParticle(folded(end - 1)), !tree.doc.isSpace(end - 1)
      {
        end += 1
      } else {
        return end
      }
    }
    return end
  }

  private func isGlued(_ token: Int) -> Bool {
    tree.doc.range(token).lowerBound == tree.doc.range(token - 1).upperBound
  }

  /// Not "Smith-led" or "Smith-era".
  private func isPartOfName(_ token: Int) -> Bool {
    if isUpper(token) { return true }
    let length = tree.doc.range(token).count
    return length < 6 && tree.tag(token) != .vbn && tree.tag(token) != .vbd
      && !ActorWords.standard.joined.contains(folded(token))
  }

  /// Two or three words that begin with a given name: no body's name.
  private func isGivenName(_ tokens: Range<Int>) -> Bool {
    guard (2...3).contains(tokens.count), tokens.allSatisfy({ tree.tag($0) == .nnp }),
      !tokens.contains(where: { scan.match(at: $0) != nil })
    else { return false }
    return GivenNames.standard.sex(PersonName(tokens, in: tree.doc)) != nil
  }

  /// Behind an office or rank, and of no words of the tables: a person, whatever the recognizer says.
  private func isTitled(_ tokens: Range<Int>) -> Bool {
    guard tokens.count <= 4, tokens.lowerBound > 0,
      !tokens.contains(where: { scan.match(at: $0) != nil }),
      var title = scan.match(at: tokens.lowerBound - 1)
    else { return false }
    // "Chancellor-designate".
    if title.meaning(.standing) != nil, title.tokens.lowerBound >= 2,
      let office = scan.match(at: title.tokens.lowerBound - 2)
    {
      title = office
    }
    return isUpper(title.tokens.lowerBound) && title.meaning(.office, .rank) != nil
      && title.meaning(.body, .organization) == nil
  }

  /// "Delta's Ana Silva": what stands behind the possessor.
  private func withoutOwner(_ tokens: Range<Int>) -> Range<Int> {
    guard let owner = tokens.last(where: { tree.tag($0) == .pos }), owner + 1 < tokens.upperBound
    else {
      return tokens
    }
    return owner + 1..<tokens.upperBound
  }

  private func withoutTitles(_ tokens: Range<Int>) -> Range<Int> {
    var start = tokens.lowerBound
    while start < tokens.upperBound - 1 {
      if let match = scan.match(at: start), match.tokens.upperBound < tokens.upperBound,
        match.meaning(.office, .of, .rank, .standing, .demonym) != nil
      {
        start = match.tokens.upperBound
      } else if Honorifics.sex(tree.doc.text(start)) != nil
        || Honorifics.plain.contains(tree.doc.text(start).lowercased())
      {
        start += 1
      } else {
        break
      }
    }
    return start..<tokens.upperBound
  }

  /// Whether a noun heads a phrase of its own, rather than standing before another noun.
  func isPhraseHead(_ head: Int) -> Bool {
    if isPhrase { return true }
    switch tree.relation(head) {
    case .amod, .compound, .nmod, .npadvmod, .advmod, .nummod: return false
    default: return tree.tag(head).isNoun
    }
  }

  /// An adjective that stands for a people: "the French".
  private func isBareHead(_ head: Int) -> Bool {
    switch tree.relation(head) {
    case .nsubj, .nsubjpass, .dobj, .pobj, .poss, .dative: true
    default: isPhrase
    }
  }

  private func isSubject(_ head: Int) -> Bool {
    let first = tree.firstConjunct(head)
    return tree.relation(first) == .nsubj && tree.tag(tree.head(first)).isVerb
      && tree.head(first) != head && tree.lemma(tree.head(first)) != "be"
  }

  /// A capital that says or does something, or is dealt with.
  private func standsForGovernment(_ head: Int) -> Bool {
    if isSubject(head) { return true }
    let first = tree.firstConjunct(head)
    if tree.relation(first) == .poss { return true }
    if tree.relation(first) == .dobj || tree.relation(first) == .dative {
      return !Self.goingVerbs.contains(tree.lemma(tree.head(first)).lowercased())
    }
    guard tree.relation(first) == .pobj else { return false }
    let preposition = tree.doc.text(tree.head(first)).lowercased()
    if ["with", "between", "by", "against"].contains(preposition) { return true }
    return false
  }

  /// What is done to a place rather than to who governs from it.
  private static let goingVerbs: Set<String> = [
    "visit", "leave", "reach", "enter", "tour", "bomb", "hit", "strike", "shell", "capture",
    "seize",
    "storm", "rock", "flood", "see", "love", "know", "quit", "flee", "cross", "surround", "besiege",
    "make", "have", "include", "take", "liberate", "recapture", "retake", "shake", "paralyze",
    "near",
  ]

  private func isWord(_ token: Int) -> Bool {
    tree.doc.utf8[tree.doc.range(token)].contains { $0 >= 0x80 || $0 | 0x20 &- 97 < 26 }
  }

  /// As datelines are written.
  private func isCapitals(_ tokens: Range<Int>) -> Bool {
    !tree.doc.utf8[tree.doc.bytes(tokens)].contains { $0 &- 97 < 26 }
  }

  private func isUpper(_ token: Int) -> Bool {
    (tree.doc.utf8[tree.doc.range(token)].first).map { $0 &- 65 < 26 || $0 >= 0xC3 } ?? false
  }
}

/// Forms of address.
enum Honorifics {
  enum Sex: UInt8, Sendable { case male, female }

  static func sex(_ word: String) -> Sex? {
    switch word.lowercased() {
    case "mr", "mr.", "sir", "lord", "king", "prince", "emperor", "sultan", "don", "father",
      "monsieur",
      "herr", "señor", "congressman", "chairman", "businessman", "pope", "imam", "emir",
      "spokesman":
      .male
    case "mrs", "mrs.", "ms", "ms.", "miss", "lady", "dame", "queen", "princess", "empress",
      "madame",
      "frau", "señora", "congresswoman", "chairwoman", "businesswoman", "sister", "spokeswoman":
      .female
    default: nil
    }
  }

  /// Those that stand before a family name alone.
  static let addresses: Set<String> = ["mr", "mr.", "mrs", "mrs.", "ms", "ms.", "miss"]

  static let plain: Set<String> = [
    "dr", "dr.", "prof", "prof.", "rev", "rev.", "hon", "hon.", "st",
  ]
}
