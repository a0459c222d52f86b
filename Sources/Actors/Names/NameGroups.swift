internal import Language
internal import Records
internal import Syntax

/// Names gathered into actors: which mentions name the same person, body or country.
struct NameGroups {
  struct Group: Sendable {
    var kind: Actor.Kind
    var mentions: [Int]
    var name: String
    var meaning: Meaning?
    /// The fullest name.
    var person: PersonName?
    var sex: Honorifics.Sex?
    var isSeat = false
    var isAdjective = false
  }

  private(set) var groups: [Group] = []
  private let doc: Doc
  private let mentions: [NameMention]
  /// By folded name: group of a body, people or place.
  private var named: [String: Int] = [:]
  /// By part of a person's name: groups of persons.
  private var parted: [String: [Int]] = [:]

  init(_ mentions: [NameMention], in tree: SyntaxTree) {
    doc = tree.doc
    self.mentions = mentions
    let persons = mentions.indices.filter { mentions[$0].kind == .person }
    for index in persons where mentions[index].person?.isFull == true { addFull(index) }
    // A bare name that the recognizer took for a body's.
    let partsOfPersons = Set(parted.keys)
    var bare: [Int] = []
    for index in mentions.indices where mentions[index].person?.isFull != true {
      if mentions[index].kind == .person {
        bare.append(index)
      } else if isPartOfPerson(index, partsOfPersons) {
        bare.append(index)
      } else if isNameOfPerson(index) {
        continue
      } else {
        addNamed(index)
      }
    }
    for index in bare { addBare(index) }
    for index in groups.indices {
      groups[index].mentions.sort()
      if groups[index].kind == .person { nameByUse(index) }
    }
    joinAbbreviations()
    joinShortNames()
    groups.removeAll { $0.mentions.isEmpty }
    groups.sort { $0.mentions[0] < $1.mentions[0] }
  }

  /// A person's whole name that the recognizer took for a body's once.
  private mutating func isNameOfPerson(_ index: Int) -> Bool {
    let mention = mentions[index]
    guard mention.meaning == nil, mention.tokens.count <= 6 else { return false }
    let name = PersonName(mention.tokens, in: doc)
    guard name.parts.count > 1, let part = name.parts.first,
      let group = (parted[part] ?? []).first(where: { groups[$0].person?.parts == name.parts })
    else { return false }
    groups[group].mentions.append(index)
    return true
  }

  private func isPartOfPerson(_ index: Int, _ parts: Set<String>) -> Bool {
    let mention = mentions[index]
    guard mention.tokens.count <= 3, mention.meaning == nil || mention.kind == .place else {
      return false
    }
    let name = PersonName(mention.tokens, in: doc)
    return name.parts.count == 1 && name.initials.isEmpty && parts.contains(name.parts[0])
  }

  // MARK: Persons

  private mutating func addFull(_ index: Int) {
    guard let name = mentions[index].person else { return }
    var found: Int?
    for part in Set(name.parts) {
      for group in parted[part] ?? [] where groups[group].person?.agrees(with: name) == true {
        found = min(found ?? group, group)
      }
    }
    if let found {
      groups[found].mentions.append(index)
      if let known = groups[found].person, known.parts.count < name.parts.count {
        groups[found].person = name
        groups[found].name = text(index)
      }
      enter(found, name)
    } else {
      enter(addPerson(index, name), name)
    }
  }

  private mutating func addPerson(_ index: Int, _ name: PersonName) -> Int {
    var group = Group(kind: .person, mentions: [index], name: text(index), person: name)
    group.sex = mentions[index].sex ?? GivenNames.standard.sex(name)
    groups.append(group)
    return groups.count - 1
  }

  private mutating func enter(_ group: Int, _ name: PersonName) {
    for part in Set(name.parts) where parted[part]?.contains(group) != true {
      parted[part, default: []].append(group)
    }
  }

  /// The full form used most, the fuller of two used as much.
  private mutating func nameByUse(_ group: Int) {
    var uses: [String: (count: Int, parts: Int)] = [:]
    for index in groups[group].mentions {
      let parts = mentions[index].person?.parts.count ?? 1
      guard mentions[index].person?.isFull == true else { continue }
      uses[text(index), default: (0, parts)].count += 1
    }
    let best = uses.max {
      ($0.value.count, $0.value.parts, $1.key) < ($1.value.count, $1.value.parts, $0.key)
    }
    guard let best else { return }
    groups[group].name = best.key
    groups[group].person = PersonName(best.key)
  }

  /// A name of one part: whose family name it is, else whose other name; of several the one that
  /// was called so last, and nobody's where none was.
  private mutating func addBare(_ index: Int) {
    let name = mentions[index].person ?? PersonName(mentions[index].tokens, in: doc)
    guard let part = name.parts.first else { return }
    let sex = mentions[index].sex
    let candidates = (parted[part] ?? []).filter { group in
      groups[group].kind == .person
        && (sex == nil || groups[group].sex == nil || groups[group].sex == sex)
    }
    let families = candidates.filter { groups[$0].person?.parts.last == part }
    let found: Int?
    if candidates.count == 1 {
      found = candidates[0]
    } else if families.count == 1 {
      found = families[0]
    } else {
      let near = candidates.filter { group in
        groups[group].mentions.contains {
          mentions[$0].tokens.lowerBound < mentions[index].tokens.lowerBound
        }
      }
      found = near.count == 1 ? near[0] : candidates.first { groups[$0].person?.isFull == false }
    }
    if let found {
      groups[found].mentions.append(index)
      if groups[found].sex == nil { groups[found].sex = sex }
    } else {
      enter(addPerson(index, name), name)
    }
  }

  // MARK: Others

  private mutating func addNamed(_ index: Int) {
    let mention = mentions[index]
    var key = String(decoding: FoldedWord.fold(text(index)), as: UTF8.self)
    if let country = mention.meaning?.country, mention.kind == .country,
      mention.meaning?.kind != .partly
    {
      key = "country " + country
    } else if mention.kind == .group, let country = mention.meaning?.country {
      key = "people " + country
    }
    if let group = named[key] {
      groups[group].mentions.append(index)
      if groups[group].isSeat && !mention.isSeat
        || groups[group].isAdjective && !mention.isAdjective && !mention.isSeat
      {
        groups[group].isSeat = false
        groups[group].isAdjective = mention.isAdjective
        groups[group].name = name(mention, index)
        groups[group].meaning = mention.meaning
      }
      return
    }
    named[key] = groups.count
    groups.append(
      Group(
        kind: mention.kind, mentions: [index], name: name(mention, index),
        meaning: mention.meaning, isSeat: mention.isSeat, isAdjective: mention.isAdjective))
  }

  /// A country told by its adjective alone is named by the table.
  private func name(_ mention: NameMention, _ index: Int) -> String {
    guard mention.isAdjective, let code = mention.meaning?.country else { return text(index) }
    return CountryTable.standard[alpha3: code]?.name ?? text(index)
  }

  /// "Movement for the Liberation of the Valley (MLV)", and MLV alone.
  private mutating func joinAbbreviations() {
    var long: [String: Int] = [:]
    for (index, group) in groups.enumerated() where group.kind == .organization {
      let initials = Self.initials(group.name)
      if initials.count >= 2, long[initials] == nil { long[initials] = index }
    }
    let ends = bodiesByEnd()
    for index in groups.indices where groups[index].kind == .organization {
      let short = groups[index].name.filter { $0 != "." }
      guard short.count >= 2, short.count <= 8, short == short.uppercased(), !short.contains(" "),
        let full = long[short] ?? introduced(index, ends), full != index
      else { continue }
      groups[full].mentions = (groups[full].mentions + groups[index].mentions).sorted()
      if groups[full].meaning == nil { groups[full].meaning = groups[index].meaning }
      groups[index].mentions = []
    }
  }

  /// "Norland" of "Norland Steel": a firm by its first word.
  private mutating func joinShortNames() {
    var firms: [String: [Int]] = [:]
    for (index, group) in groups.enumerated()
    where group.kind == .organization && group.meaning == nil && !group.mentions.isEmpty {
      let words = group.name.split(separator: " ").map { $0.lowercased() }
      guard words.count > 1,
        words.dropFirst().allSatisfy({ ActorWords.standard.firms.contains($0.filter { $0 != "." }) }
        )
      else { continue }
      firms[words[0], default: []].append(index)
    }
    guard !firms.isEmpty else { return }
    for index in groups.indices
    where groups[index].kind == .organization && groups[index].meaning == nil
      && !groups[index].mentions.isEmpty
    {
      guard let found = firms[groups[index].name.lowercased()], found.count == 1, found[0] != index
      else { continue }
      groups[found[0]].mentions = (groups[found[0]].mentions + groups[index].mentions).sorted()
      groups[index].mentions = []
    }
  }

  /// By the token behind a mention: the body.
  private func bodiesByEnd() -> [Int: Int] {
    var ends: [Int: Int] = [:]
    for (index, group) in groups.enumerated() where group.kind == .organization {
      for mention in group.mentions where mentions[mention].tokens.count > 1 {
        ends[mentions[mention].tokens.upperBound] = index
      }
    }
    return ends
  }

  /// "Helpers Beyond Lines (HSF)": the brackets say whose short name it is, whatever its letters.
  private func introduced(_ index: Int, _ ends: [Int: Int]) -> Int? {
    for mention in groups[index].mentions {
      let tokens = mentions[mention].tokens
      guard tokens.count == 1, tokens.lowerBound > 0, tokens.upperBound < doc.count,
        doc.text(tokens.lowerBound - 1) == "(", doc.text(tokens.upperBound) == ")"
      else { continue }
      if let full = ends[tokens.lowerBound - 1] { return full }
    }
    return nil
  }

  private static func initials(_ name: String) -> String {
    let words = name.split { $0 == " " || $0 == "-" }
    guard words.count > 1 else { return "" }
    return String(words.compactMap { $0.first?.isUppercase == true ? $0.first : nil })
  }

  private func text(_ index: Int) -> String { doc.text(mentions[index].tokens) }
}
