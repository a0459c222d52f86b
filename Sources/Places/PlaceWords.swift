internal import CTables
internal import Gazetteer
internal import Language
internal import Lexicons

/// Classes of words that tell whether a name beside them is a place's (places-words.tsv).
struct WordClass: OptionSet, Sendable {
  let rawValue: UInt16

  static let locative = WordClass(rawValue: 1)
  static let motion = WordClass(rawValue: 2)
  static let direction = WordClass(rawValue: 4)
  static let settlement = WordClass(rawValue: 8)
  static let title = WordClass(rawValue: 16)
  static let body = WordClass(rawValue: 32)
  static let road = WordClass(rawValue: 64)
  static let say = WordClass(rawValue: 128)
  /// May stand within a name: "Rio de Janeiro".
  static let joiner = WordClass(rawValue: 256)

  static let regionWord = WordClass(rawValue: 512)
  static let countyWord = WordClass(rawValue: 1024)
  static let cityWord = WordClass(rawValue: 2048)
  /// Of a state's offices: "the Ohio governor".
  static let stateOffice = WordClass(rawValue: 4096)
  static let cityOffice = WordClass(rawValue: 8192)
  static let honorific = WordClass(rawValue: 16384)

  static let names: [String: WordClass] = [
    "locative": .locative, "motion": .motion, "direction": .direction, "settlement": .settlement,
    "title": .title, "body": .body, "road": .road, "say": .say, "joiner": .joiner,
    "region": .regionWord, "county": .countyWord, "city": .cityWord,
    "state-office": .stateOffice, "city-office": .cityOffice, "honorific": .honorific,
  ]
}

enum PlaceWords {
  static let classes: [String: WordClass] = {
    var classes: [String: WordClass] = [:]
    for row in DataTable.rows(dateline_table_places_words()) where row.count == 2 {
      guard let kind = WordClass.names[row[0]] else { continue }
      for word in DataTable.list(row[1]) { classes[word, default: []].insert(kind) }
    }
    return classes
  }()

  /// Keys of names that are no places though places' names are in them: "West Nile".
  static let never: Set<UInt64> = {
    var keys = NameKey()
    var found: Set<UInt64> = []
    for row in DataTable.rows(dateline_table_places_words()) where row.first == "never" {
      for name in DataTable.list(row.last ?? "") { found.insert(keys.hash(name)) }
    }
    return found
  }()

  /// By number of a doc's lemma; looked up once a doc.
  static func classes(ofLemmasOf doc: Doc) -> [WordClass] {
    doc.lemmaTexts.map { classes[$0.lowercased()] ?? [] }
  }
}
