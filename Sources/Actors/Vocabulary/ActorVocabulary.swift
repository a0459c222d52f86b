internal import CTables
internal import Lexicons

/// All phrases that tell who somebody is, read from the tables once and then only asked.
package struct ActorVocabulary: Sendable {
  package static let standard = ActorVocabulary()

  private(set) var phrases = PhraseTable()

  /// Tells of any change of the tables.
  package static var version: String {
    let checksum = DataTable.checksum([
      dateline_table_countries(), dateline_table_country_words(), dateline_table_country_places(),
      dateline_table_country_parties(), dateline_table_country_holders(),
      dateline_table_organizations(), dateline_table_offices(), dateline_table_holders(),
      dateline_table_given_names(), dateline_table_standings(), dateline_table_places_features(),
      dateline_table_actor_words(),
    ])
    return String(checksum, radix: 16)
  }

  private init() {
    addCountries()
    addOrganizations()
    addOffices()
    for row in DataTable.rows(dateline_table_standings()) where row.count == 2 {
      for word in DataTable.list(row[1]) {
        phrases.add(word, Meaning(kind: .standing, sector: row[0]))
      }
    }
    addParties()
    addFeatures()
  }

  private mutating func addCountries() {
    var taken: [Meaning.Kind: Set<[UInt8]>] = [:]
    for row in CountryTable.standard.rows {
      for word in row.words
      where taken[row.kind, default: []].insert(FoldedWord.fold(word)).inserted {
        phrases.add(
          word,
          Meaning(
            kind: row.kind, country: row.country, sector: sector(row.kind), writing: writing(word)))
      }
    }
  }

  private func sector(_ kind: Meaning.Kind) -> String? {
    switch kind {
    case .seat: "GOV"
    case .partly: "PRE"
    default: nil
    }
  }

  private mutating func addOrganizations() {
    for row in DataTable.rows(dateline_table_organizations()) where row.count == 3 {
      for name in DataTable.list(row[2]) {
        phrases.add(
          name,
          Meaning(
            kind: .organization, country: row[0] == "-" ? nil : row[0],
            sector: row[1] == "-" ? nil : row[1], writing: writing(name)))
      }
    }
  }

  private mutating func addOffices() {
    let kinds: [String: Meaning.Kind] = [
      "of": .of, "member": .member, "office": .office, "rank": .rank, "people": .people,
      "kin": .kin, "body": .body,
      "thing": .thing, "many": .many, "word": .word,
    ]
    for row in DataTable.rows(dateline_table_offices()) where row.count == 3 {
      guard let kind = kinds[row[1]] else { continue }
      let meaning = Meaning(kind: kind, sector: row[0] == "-" ? nil : row[0])
      for word in DataTable.list(row[2]) {
        phrases.add(word, meaning)
        if kind != .word { for plural in Plural.forms(word) { phrases.add(plural, meaning) } }
      }
    }
  }

  /// Parties of the World Factbook, where the name is one country's alone and no common word.
  private mutating func addParties() {
    var owners: [[UInt8]: Set<String>] = [:]
    let rows = DataTable.rows(dateline_table_country_parties()).filter { $0.count == 2 }
    for row in rows {
      for name in DataTable.list(row[1]) {
        owners[FoldedWord.fold(name), default: []].insert(row[0])
      }
    }
    for row in rows {
      for name in DataTable.list(row[1]) where owners[FoldedWord.fold(name)]?.count == 1 {
        let isAbbreviation = !name.contains { $0.isLowercase }
        // "The Left" is many a country's.
        guard !name.hasPrefix("The ") || name.split(separator: " ").count > 3 else { continue }
        guard isAbbreviation ? name.count >= 3 : name.contains(" ") else { continue }
        if let known = phrases.phrase(name),
          phrases.meanings[known].contains(where: { $0.kind != .word })
        {
          continue
        }
        phrases.add(
          name,
          Meaning(
            kind: .organization, country: row[0], sector: "PTY", writing: writing(name),
            isLocal: isAbbreviation))
      }
    }
  }

  /// Seas, rivers and parts of the world with a country's name in theirs, and those that tell a country.
  private mutating func addFeatures() {
    for row in DataTable.rows(dateline_table_places_features())
    where row.count == 10 && row[0] != "site" && row[0] != "seat" {
      let country = CountryTable.standard[alpha2: row[3]]?.alpha3
      for name in [row[2]] + row[9].split(separator: "|").map(String.init)
      where name.contains(" ") && phrases.phrase(name) == nil {
        phrases.add(
          name,
          Meaning(
            kind: country == nil ? .feature : .place, country: country, writing: writing(name)))
      }
    }
  }

  private func writing(_ name: String) -> PhraseTable.Writing {
    var letters = 0
    var capitals = 0
    var beginsWithCapital = false
    for scalar in name.unicodeScalars where scalar.properties.isAlphabetic {
      let isCapital =
        scalar.isASCII ? scalar.value < 91 : !scalar.properties.isLowercase
      if letters == 0 { beginsWithCapital = isCapital && scalar.properties.isUppercase }
      letters += 1
      if isCapital { capitals += 1 }
    }
    if capitals == letters { return letters > 1 ? .capitals : .capital }
    if beginsWithCapital { return .capital }
    return capitals > 0 ? .mixed : .any
  }
}

/// Plurals of table words, made by the common rules.
enum Plural {
  static func forms(_ phrase: String) -> [String] {
    var words = phrase.split(separator: " ").map(String.init)
    guard !words.isEmpty else { return [] }
    // "secretaries of state", "heads of government": the head is what stands before the preposition.
    let joint = words.dropFirst().firstIndex { ["of", "in", "for", "to"].contains($0) }
    let head = (joint ?? words.count) - 1
    if words[head].hasPrefix("commander-in") { return [] }
    words[head] = plural(words[head])
    let plural = words.joined(separator: " ")
    return plural.hasSuffix("people") ? [plural, plural.dropLast(6) + "persons"] : [plural]
  }

  private static func plural(_ word: String) -> String {
    for (one, many) in [
      ("man", "men"), ("child", "children"), ("person", "people"), ("thief", "thieves"),
    ]
    where word.hasSuffix(one) && word != "human" { return word.dropLast(one.count) + many }
    if word.hasSuffix("y"), let before = word.dropLast().last, !"aeiou".contains(before) {
      return word.dropLast() + "ies"
    }
    for ending in ["s", "x", "ch", "sh"] where word.hasSuffix(ending) { return word + "es" }
    return word + "s"
  }
}
