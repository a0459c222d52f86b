internal import Language
internal import Records
internal import Syntax

/// Reads the offices that a text gives to a person: titles before the name, appositions, "X is
/// ...", "X, who was ...", "as ...", "elected ...".
struct RoleReader {
  let tree: SyntaxTree
  let coder: PhraseCoder

  /// An office found in the text.
  struct Reading {
    var role: Actor.Role
    /// The head noun of the office.
    var head: Int
    var sector: String?
    /// Whether the words are another mention of the one who holds it.
    var isMention = false
  }

  // MARK: Where offices stand

  /// The offices told of the one whom a token names.
  func readings(of head: Int) -> [Reading] {
    var found: [Reading] = []
    func add(_ noun: Int, _ rule: String, isMention: Bool = false, verb: Int? = nil) {
      guard var reading = reading(noun, rule) else { return }
      reading.isMention = isMention
      date(&reading, verb)
      found.append(reading)
    }
    for child in tree.children(head)
    where tree.relation(child) == .appos && isNominal(child) && !isOfSeveral(child, head) {
      add(child, "apposition", isMention: true)
    }
    if tree.relation(head) == .appos, isNominal(tree.head(head)),
      !isOfSeveral(tree.head(head), head)
    {
      add(tree.head(head), "apposition", isMention: !tree.tag(tree.head(head)).isPlural)
    }
    for clause in clauses(of: head) {
      for child in tree.children(clause.verb) {
        switch tree.relation(child) {
        case .attr where isCopula(clause.verb) && !tree.isNegated(clause.verb) && isNominal(child):
          add(child, clause.isRelative ? "relative" : "copula", verb: clause.verb)
        case .prep where tree.doc.text(child).lowercased() == "as":
          guard let noun = tree.child(child, .pobj), isNominal(noun) else { continue }
          // "As finance minister, Borg cut taxes."
          if child < head, clause.verb > head, !tree.tag(noun).isPlural {
            add(noun, "as")
            continue
          }
          guard Self.holding.contains(tree.lemma(clause.verb).lowercased()),
            tree.relation(head) == .dobj || clause.isPassive
              || !Self.choosing.contains(tree.lemma(clause.verb).lowercased())
          else { continue }
          add(noun, "as", verb: clause.verb)
        case .oprd where Self.choosing.contains(tree.lemma(clause.verb).lowercased()):
          guard isNominal(child), clause.isPassive else { continue }
          add(child, "chosen", verb: clause.verb)
        default: continue
        }
      }
    }
    return found
  }

  private struct Clause {
    var verb: Int
    var isRelative: Bool
    var isPassive: Bool
  }

  /// The clauses that a noun is the subject of.
  private func clauses(of head: Int) -> [Clause] {
    var found: [Clause] = []
    if tree.relation(head) == .nsubj || tree.relation(head) == .nsubjpass {
      let verb = tree.head(head)
      found.append(Clause(verb: verb, isRelative: false, isPassive: tree.isPassive(verb)))
    }
    if tree.relation(head) == .dobj,
      Self.choosing.contains(tree.lemma(tree.head(head)).lowercased())
    {
      found.append(Clause(verb: tree.head(head), isRelative: false, isPassive: false))
    }
    // "Falk, sworn in as president".
    for child in tree.children(head) where tree.relation(child) == .acl && tree.tag(child) == .vbn {
      found.append(Clause(verb: child, isRelative: true, isPassive: true))
    }
    for child in tree.children(head) where tree.relation(child) == .relcl {
      guard let subject = tree.ownSubject(child), tree.tag(subject).isRelativePronoun else {
        continue
      }
      found.append(Clause(verb: child, isRelative: true, isPassive: tree.isPassive(child)))
    }
    return found
  }

  private static let holding: Set<String> = [
    "serve", "act", "work", "resign", "retire", "return", "appoint", "name", "elect", "nominate",
    "install", "confirm", "step", "continue", "take", "replace", "remove", "dismiss", "oust",
    "swear", "speak", "testify", "campaign", "quit", "reelect", "reappoint", "inaugurate",
  ]
  private static let choosing: Set<String> = [
    "appoint", "name", "elect", "nominate", "declare", "make", "call", "crown", "confirm",
  ]

  private func isCopula(_ verb: Int) -> Bool {
    switch tree.lemma(verb).lowercased() {
    case "be", "become", "remain": true
    default: false
    }
  }

  /// "A and B, the ministers": the offices of a row of names are read together.
  private func isOfSeveral(_ noun: Int, _ head: Int) -> Bool {
    tree.tag(noun).isPlural && tree.conjuncts(from: tree.firstConjunct(head)).count > 1
  }

  /// The plural office that stands beside a row of names.
  func officeOfSeveral(_ row: [Int]) -> Int? {
    guard row.count > 1 else { return nil }
    for head in row {
      let beside = tree.children(head).filter { tree.relation($0) == .appos }
      if let noun = beside.first(where: { tree.tag($0).isPlural && isNominal($0) }) { return noun }
    }
    let above = tree.head(row[0])
    return tree.relation(row[0]) == .appos && tree.tag(above).isPlural && isNominal(above)
      ? above : nil
  }

  func isNominal(_ token: Int) -> Bool {
    tree.tag(token).isNoun && !coder.personTokens[token]
      && coder.scan.match(at: token)?.meaning(.office, .of, .rank) != nil
  }

  // MARK: One office

  /// The office that a noun names, with what its phrase says of it.
  func reading(_ noun: Int, _ rule: String) -> Reading? {
    let phrase = tree.phrase(around: noun)
    guard phrase.count <= 60 else { return nil }
    let coding = coder.code(phrase, head: noun)
    return reading(coding, in: phrase, head: noun, rule)
  }

  /// The office of a phrase already coded ("South Korean Foreign Minister Cho").
  func reading(_ coding: PhraseCoder.Coding, in phrase: Range<Int>, head: Int, _ rule: String)
    -> Reading?
  {
    guard let office = coding.office else { return nil }
    let doc = tree.doc
    var start = firstOfTitle(office.lowerBound, in: phrase)
    // "ex-president"
    while start < office.lowerBound, doc.text(start) == "-" { start += 1 }
    let (end, organization) = complement(office.upperBound, in: phrase)
    let organizationText =
      organization.map { doc.text($0) } ?? coding.organization.map { doc.text($0) }
    return Reading(
      role: Actor.Role(
        title: Self.spelledOut(doc.text(start..<end).lowercased()), country: coding.country,
        organization: organizationText,
        standing: coding.standing ?? Self.standing(of: doc.text(start..<end)),
        evidence: doc.bytes(start..<max(end, organization?.upperBound ?? end)), rule: rule),
      head: head, sector: coding.sector)
  }

  /// "president-elect".
  private static func standing(of title: String) -> Actor.Role.Standing? {
    let title = title.lowercased()
    return title.hasSuffix("-elect") || title.hasSuffix("-designate") ? .designate : nil
  }

  private static func spelledOut(_ title: String) -> String {
    title.split(separator: " ").map { abbreviations[String($0)] ?? String($0) }
      .joined(separator: " ")
  }

  private static let abbreviations = [
    "sen.": "senator", "rep.": "representative", "gov.": "governor", "gen.": "general",
    "lt.": "lieutenant", "maj.": "major", "brig.": "brigadier", "col.": "colonel",
    "capt.": "captain", "sgt.": "sergeant", "adm.": "admiral", "cpl.": "corporal",
    "sens.": "senators",
    "reps.": "representatives",
  ]

  /// "deputy foreign minister", "energy minister": nouns and known words before the office.
  private func firstOfTitle(_ office: Int, in phrase: Range<Int>) -> Int {
    var start = office
    while start > phrase.lowerBound {
      let token = start - 1
      guard !coder.personTokens[token] else { break }
      if let match = coder.scan.match(at: token) {
        guard match.meanings.contains(where: { $0.kind == .word || $0.kind.isHead }),
          !match.meanings.contains(where: { $0.kind.isName || $0.kind == .standing }),
          match.tokens.lowerBound >= phrase.lowerBound
        else { break }
        start = match.tokens.lowerBound
        continue
      }
      guard tree.tag(token).isNoun, tree.relation(token) == .compound else { break }
      start = token
    }
    return start
  }

  /// What an office is "of" or "for": part of the title ("of defense"), a body, or a country, which
  /// the coding has told already.
  private func complement(_ end: Int, in phrase: Range<Int>) -> (
    end: Int, organization: Range<Int>?
  ) {
    guard end + 1 < phrase.upperBound, ["of", "for"].contains(tree.doc.text(end).lowercased()),
      let object = tree.child(end, .pobj)
    else { return (end, nil) }
    let complement = tree.phrase(around: object)
    guard complement.upperBound <= phrase.upperBound, complement.lowerBound == end + 1,
      complement.count <= 8
    else { return (end, nil) }
    let matches = coder.scan.matches(in: complement)
    if matches.contains(where: {
      $0.meaning(.country, .capital, .place, .partly) != nil && $0.tokens.contains(object)
    }) {
      return (end, nil)
    }
    let isBody =
      tree.tag(object).isProperNoun
      || matches.contains {
        $0.tokens.contains(object) && $0.meaning(.organization, .body, .of, .seat) != nil
      }
    return isBody ? (end, complement) : (complement.upperBound, nil)
  }

  // MARK: Time in office

  /// "until 2019", "since March 2021", "from 2015 to 2019", "at the time", on the clause or the noun;
  /// and what the verb says of the office.
  private func date(_ reading: inout Reading, _ verb: Int?) {
    var found = tree.prepositions(reading.head)
    if let verb { found = tree.prepositions(verb) + found }
    // "from 2015 to 2019" may hang together.
    found += found.flatMap { tree.prepositions($0.object) + tree.prepositions($0.preposition) }
    let lemma = verb.map { tree.lemma($0).lowercased() }
    for (preposition, object) in found {
      let word = tree.doc.text(preposition).lowercased()
      if word == "at", tree.doc.text(object).lowercased() == "time" {
        reading.role.standing = reading.role.standing ?? .former
        reading.sector = Sector.after(reading.sector, reading.role.standing)
      }
      guard let year = year(object) else { continue }
      switch word {
      case "until", "till", "to": reading.role.to = year
      case "since", "from": reading.role.from = year
      case "in" where lemma.map(Self.beginning.contains) ?? false: reading.role.from = year
      default: continue
      }
    }
    switch lemma {
    case "resign", "retire", "step", "remove", "dismiss", "oust", "replace", "quit":
      reading.role.standing = reading.role.standing ?? .former
    case "nominate": reading.role.standing = .designate
    case "act": reading.role.standing = reading.role.standing ?? .acting
    default: break
    }
    if reading.role.to != nil, reading.role.standing == nil {
      reading.role.standing = .former
      reading.sector = Sector.after(reading.sector, .former)
    }
  }

  /// Verbs by which an office begins.
  private static let beginning: Set<String> = [
    "become", "appoint", "name", "elect", "install", "confirm", "swear", "inaugurate", "crown",
  ]

  private func year(_ token: Int) -> String? {
    for part in [token] + tree.children(token) {
      let text = tree.doc.text(part)
      if text.utf8.count == 4, let number = Int(text), (1800...2100).contains(number) {
        return text
      }
    }
    return nil
  }
}
