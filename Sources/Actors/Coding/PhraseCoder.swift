internal import Language
internal import Records
internal import Syntax

/// Works out whose a phrase is: country and PLOVER sector, from the words in it.
///
/// The same for a phrase that stands alone and for one in running text. Method: what the head noun
/// says comes first, then what stands before it, nearest first, then what it is "of", then where.
struct PhraseCoder: Sendable {
  /// What a phrase says of the one it stands for.
  struct Coding: Sendable {
    /// ISO 3166-1 alpha-3, or IGO, UNO, EUR.
    var country: String?
    /// Where it was read from.
    var countryTokens: Range<Int>?
    var sector: String?
    /// The words of the office, where there is one.
    var office: Range<Int>?
    var standing: Actor.Role.Standing?
    /// The body that the office is of, where it is named.
    var organization: Range<Int>?
  }

  /// How words stand to the head.
  private enum Zone { case before, of, at, other }

  private struct Item {
    var match: PhraseScan.Match
    var zone: Zone
  }

  let tree: SyntaxTree
  let scan: PhraseScan
  /// By token: whether it is part of a person's name.
  var personTokens: [Bool]

  init(tree: SyntaxTree, scan: PhraseScan) {
    self.tree = tree
    self.scan = scan
    personTokens = Array(repeating: false, count: tree.count)
  }

  func code(_ phrase: Range<Int>, head: Int) -> Coding {
    let items = withoutTopics(items(phrase, head), head)
    var coding = Coding()
    (coding.country, coding.countryTokens) = country(items, head)
    (coding.sector, coding.office) = sector(items, head)
    if let office = coding.office { coding.organization = organization(items, office) }
    coding.standing = standing(items, phrase, coding)
    coding.sector = Sector.after(coding.sector, coding.standing)
    if coding.standing == .candidate { coding.sector = "PTY" }
    return coding
  }

  // MARK: Items

  private func items(_ phrase: Range<Int>, _ head: Int) -> [Item] {
    var items: [Item] = []
    var zone = Zone.before
    var token = phrase.lowerBound
    while token < phrase.upperBound {
      if let match = scan.match(at: token), match.tokens.upperBound <= phrase.upperBound,
        match.tokens.lowerBound >= phrase.lowerBound
      {
        if !isAside(match.tokens, in: phrase), !isOfName(match) {
          items.append(Item(match: match, zone: zone))
        }
        token = match.tokens.upperBound
        continue
      }
      let tag = tree.tag(token)
      if tag == .inPreposition || tag == .to { zone = self.zone(after: token) }
      token += 1
    }
    return items
  }

  private func zone(after preposition: Int) -> Zone {
    switch tree.lemma(preposition).lowercased() {
    case "of": .of
    case "in", "at", "from", "inside", "within", "across", "near", "with": .at
    default: .other
    }
  }

  /// "Kurdish-led", "anti-American": told of another.
  private func isAside(_ tokens: Range<Int>, in phrase: Range<Int>) -> Bool {
    let doc = tree.doc
    let end = tokens.upperBound
    if end + 1 < phrase.upperBound, doc.text(end) == "-" {
      switch tree.tag(end + 1) {
      case .vbn, .vbd: return true
      default: break
      }
    }
    let before = tokens.lowerBound
    if before - 2 >= phrase.lowerBound, doc.text(before - 1) == "-" {
      return ["anti", "pro", "non"].contains(doc.text(before - 2).lowercased())
    }
    return false
  }

  private func isOfName(_ match: PhraseScan.Match) -> Bool {
    match.tokens.allSatisfy { personTokens[$0] }
  }

  // MARK: Country

  /// Without the countries that a chamber's committee is about: "the House China Committee", "the
  /// China Committee of the House".
  private func withoutTopics(_ items: [Item], _ head: Int) -> [Item] {
    guard ActorWords.standard.committees.contains(tree.lemma(head).lowercased()) else {
      return items
    }
    let chamber = items.firstIndex {
      ($0.zone == .before || $0.zone == .of) && !$0.match.tokens.contains(head)
        && $0.match.meanings.contains { $0.sector == "LEG" }
    }
    guard let chamber else { return items }
    return items.enumerated().filter { index, item in
      guard item.zone == .before, !item.match.tokens.contains(head), index != chamber else {
        return true
      }
      return index < chamber && items[chamber].zone == .before
        || item.match.meaning(.country, .demonym, .capital, .place) == nil
    }.map(\.element)
  }

  private func country(_ items: [Item], _ head: Int) -> (String?, Range<Int>?) {
    if let own = items.first(where: { $0.match.tokens.contains(head) }),
      !isOtherCountrys(own, among: items), !isOtherParty(own.match),
      let country = country(own, among: items)
    {
      return (country, own.match.tokens)
    }
    for zone in [Zone.before, .of, .at] {
      let found = items.filter {
        $0.zone == zone && !($0.match.tokens.contains(head) && isOtherCountrys($0, among: items))
      }.compactMap { item in
        isOtherParty(item.match) ? nil : country(item, among: items).map { (item, $0) }
      }
      // The nearest to the head, names and demonyms before cities.
      let ordered = zone == .before ? found.reversed() : found
      let strong = ordered.first { $0.0.match.meaning(.capital, .place) == nil }
      if let (item, country) = strong ?? ordered.first { return (country, item.match.tokens) }
    }
    return (nil, nil)
  }

  /// The name of a kind of body, with another country's name before it: "Peru's Defense Department".
  private func isOtherCountrys(_ item: Item, among items: [Item]) -> Bool {
    item.match.meaning(.body) != nil && item.match.meaning(.organization) != nil
      && items.contains {
        $0.zone == .before && $0.match.tokens != item.match.tokens
          && $0.match.meaning(.country, .demonym) != nil
      }
  }

  /// The name of a party, as the end of another's: "the Peoples Democratic Party".
  private func isOtherParty(_ match: PhraseScan.Match) -> Bool {
    guard match.meaning(.organization)?.sector == "PTY" else { return false }
    let start = match.tokens.lowerBound
    return tree.doc.entityPosition(start) == 1 && tree.tag(start - 1).isProperNoun
      && scan.match(at: start - 1)?.meaning(.country, .demonym, .capital, .place) == nil
  }

  /// The country that an item tells; of several the one that another item of the phrase tells too.
  private func country(_ item: Item, among items: [Item]) -> String? {
    // "the U.N. ambassador": sent to it, and not of it.
    if let body = item.match.meaning(.organization), body.country == "IGO" || body.country == "UNO",
      items.contains(where: {
        $0.match.tokens.contains { tree.lemma($0).lowercased() == "ambassador" }
      })
    {
      return nil
    }
    let own = item.match.meanings.filter { $0.kind.isName }.compactMap(\.country)
    guard own.count > 1, Set(own).count > 1 else { return own.first }
    let others = items.filter { $0.match.tokens != item.match.tokens }
      .flatMap { $0.match.meanings.filter { $0.kind.isName }.compactMap(\.country) }
    return own.first(where: others.contains) ?? own.first
  }

  // MARK: Sector

  private func sector(_ items: [Item], _ head: Int) -> (String?, office: Range<Int>?) {
    if let index = items.firstIndex(where: { $0.match.tokens.contains(head) }) {
      let own = items[index].match
      if !isOtherCountrys(items[index], among: items),
        let meaning = own.meaning(.organization, .seat, .partly),
        !own.tokens.contains(where: { tree.tag($0).isCommonNoun })
      {
        return (meaning.sector, nil)
      }
      if let meaning = own.meaning(.office, .body, .thing, .people, .kin, .rank, .of, .member) {
        return headed(meaning, own.tokens, items, index)
      }
      if let meaning = own.meaning(.organization) { return (meaning.sector, nil) }
      if own.meaning(.country, .demonym, .capital, .place) != nil {
        return (items.count == 1 ? nil : beside(items, index, of: nil), nil)
      }
    }
    if personTokens.indices.contains(head), personTokens[head] { return titled(items) }
    return (beside(items, items.count, of: nil), nil)
  }

  private func headed(
    _ meaning: Meaning, _ tokens: Range<Int>, _ items: [Item], _ index: Int
  ) -> (String?, Range<Int>?) {
    let isOffice = [.office, .rank, .of].contains(meaning.kind)
    var sector = meaning.sector
    switch meaning.kind {
    case .of, .member: sector = beside(items, index, of: meaning) ?? meaning.sector
    case .rank:
      sector =
        items.first { $0.match.meaning(.office) != nil }?.match.meaning(.office)?.sector ?? sector
    case .kin:
      let holder = items.first {
        $0.match.tokens != tokens && $0.match.meaning(.office, .of) != nil
      }
      if holder?.match.meaning(.office, .of)?.sector == "GOV" { sector = "ELI" }
    case .people where meaning.sector == "CVL" || meaning.sector == "UNK":
      // "army recruits", "opposition supporters".
      let before = items[..<index].last { $0.zone == .before }?.match
      if let told = before?.meaning(.word, .body, .office)?.sector,
        ["MIL", "OPP", "COP", "REB"].contains(told)
      {
        sector = told
      }
    default: break
    }
    return (sector, isOffice ? tokens : nil)
  }

  /// Of a person's name: what the titles before it say.
  private func titled(_ items: [Item]) -> (String?, Range<Int>?) {
    for kind in [Meaning.Kind.office, .of, .rank, .people] {
      guard
        let index = items.firstIndex(where: { $0.match.meaning(kind) != nil && $0.zone != .other }),
        let meaning = items[index].match.meaning(kind)
      else { continue }
      return headed(meaning, items[index].match.tokens, items, index)
    }
    return (beside(items, items.count, of: nil), nil)
  }

  /// What stands before a head, nearest first, then what it is of, then at what body.
  private func beside(_ items: [Item], _ index: Int, of head: Meaning?) -> String? {
    let kinds: [Meaning.Kind] = [
      .organization, .seat, .partly, .body, .office, .people, .rank, .word, .thing,
    ]
    func told(_ item: Item, _ kinds: [Meaning.Kind]) -> String? {
      for kind in kinds {
        if let sector = item.match.meanings.first(where: { $0.kind == kind })?.sector {
          return sector
        }
      }
      return nil
    }
    for item in items[..<index].reversed() where item.zone == .before {
      if let sector = told(item, kinds) { return sector }
    }
    let after = items.filter { item in
      item.zone == .of
        && (index == items.count
          || item.match.tokens.lowerBound > items[index].match.tokens.lowerBound)
    }
    for kinds in [kinds.filter { $0 != .word }, [.word, .of]] {
      for item in after {
        if let sector = told(item, kinds) { return sector }
      }
    }
    for item in items where item.zone == .at {
      if let sector = told(item, [.organization, .seat, .body]) { return sector }
    }
    // A head that is only known as one: "two officials of the club".
    if head == nil {
      for item in items[..<index].reversed() where item.zone == .before {
        if let sector = told(item, [.of]) { return sector }
      }
    }
    return nil
  }

  // MARK: Office

  private func organization(_ items: [Item], _ office: Range<Int>) -> Range<Int>? {
    items.first {
      ($0.zone == .of || $0.zone == .before || $0.zone == .at)
        && $0.match.meaning(.organization, .seat) != nil && !$0.match.tokens.overlaps(office)
    }?.match.tokens
  }

  private func standing(_ items: [Item], _ phrase: Range<Int>, _ coding: Coding) -> Actor.Role
    .Standing?
  {
    for item in items {
      guard item.zone == .before, let meaning = item.match.meaning(.standing) else { continue }
      // "then" and "past" say so only before an office.
      guard
        let office = coding.office
          ?? items.first(where: { $0.match.meaning(.office, .of, .body, .seat) != nil })?.match
          .tokens
      else { continue }
      let word = tree.doc.text(item.match.tokens).lowercased()
      let gap = office.lowerBound - item.match.tokens.upperBound
      if word == "then", !isThen(item.match.tokens, gap) { continue }
      if ["elect", "designate", "nominee"].contains(word)
        || item.match.tokens.lowerBound < office.lowerBound
        || item.match.tokens == office
      {
        // "Attorney General-nominee" is named for it already.
        if word == "nominee", item.match.tokens.lowerBound > office.lowerBound { return .designate }
        return meaning.sector.flatMap(Actor.Role.Standing.init)
      }
    }
    // "ex-minister"
    if let office = coding.office, office.lowerBound > 1,
      tree.doc.text(office.lowerBound - 1) == "-",
      tree.doc.text(office.lowerBound - 2).lowercased() == "ex"
    {
      return .former
    }
    return nil
  }

  /// "then-mayor", "the then mayor".
  private func isThen(_ tokens: Range<Int>, _ gap: Int) -> Bool {
    if gap == 1 { return tree.doc.text(tokens.upperBound) == "-" }
    return gap == 0 && tokens.lowerBound > 0 && tree.tag(tokens.lowerBound - 1) == .dt
  }
}
