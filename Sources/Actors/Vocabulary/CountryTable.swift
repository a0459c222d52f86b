internal import CTables
internal import Lexicons

/// Countries and territories, and the words for them: what actors, events and places ask.
///
/// Words are asked for as they stand in a text: case and diacritics do not matter.
package struct CountryTable: Sendable {
  package static let standard = CountryTable()

  package struct Country: Sendable, Hashable {
    /// ISO 3166-1 alpha-3; XKX for Kosovo.
    package var alpha3: String
    package var alpha2: String
    package var name: String
    /// The first is the usual one.
    package var capitals: [String]
  }

  /// Words of the tables, one kind of a country each.
  struct Words: Sendable {
    var country: String
    var kind: Meaning.Kind
    var words: [String]
  }

  package private(set) var countries: [Country] = []
  private var byAlpha3: [String: Int] = [:]
  private var byAlpha2: [String: Int] = [:]
  private var words = WordNumbers()
  /// By number of a word: the countries it is for, one a kind, the first first.
  private var meanings: [[(kind: Meaning.Kind, country: String)]] = [[]]
  let rows: [Words]

  private init() {
    var rows: [Words] = []
    for row in DataTable.rows(dateline_table_countries()) where row.count == 6 {
      byAlpha3[row[0]] = countries.count
      byAlpha2[row[1]] = countries.count
      let capitals = DataTable.list(row[5])
      countries.append(
        Country(alpha3: row[0], alpha2: row[1], name: row[2], capitals: capitals))
      // Codes of two letters stand for much else ("VI", "AS"); those in use are among our own words.
      let names = [row[2]] + DataTable.list(row[3]).filter { $0.count > 2 }
      rows.append(Words(country: row[0], kind: .country, words: names))
      rows.append(Words(country: row[0], kind: .demonym, words: DataTable.list(row[4])))
      rows.append(Words(country: row[0], kind: .capital, words: capitals))
    }
    let kinds: [String: Meaning.Kind] = [
      "name": .country, "demonym": .demonym, "capital": .capital, "seat": .seat, "place": .place,
      "partly": .partly,
    ]
    // Our own words come first: they say which of two countries a shared word means.
    var own: [Words] = []
    for row in DataTable.rows(dateline_table_country_words()) where row.count == 3 {
      guard let kind = kinds[row[1]] else { continue }
      own.append(Words(country: row[0], kind: kind, words: DataTable.list(row[2])))
    }
    for row in DataTable.rows(dateline_table_country_places()) where row.count == 2 {
      rows.append(Words(country: row[0], kind: .place, words: DataTable.list(row[1])))
    }
    self.rows = own + rows
    for row in self.rows where row.kind != .place {
      for word in row.words {
        let number = Int(self.words.add(FoldedWord.fold(word)))
        if number == meanings.count { meanings.append([]) }
        if !meanings[number].contains(where: { $0.kind == row.kind }) {
          meanings[number].append((row.kind, row.country))
        }
      }
    }
  }

  package subscript(alpha3 code: String) -> Country? { byAlpha3[code].map { countries[$0] } }
  package subscript(alpha2 code: String) -> Country? { byAlpha2[code].map { countries[$0] } }

  /// Alpha-3 of a country by its name ("Britain").
  package func country(named word: String) -> String? { country(word, .country) }
  /// Alpha-3 by adjective or noun of its people ("British", "Britons").
  package func country(ofDemonym word: String) -> String? { country(word, .demonym) }
  /// Alpha-3 by capital ("Paris").
  package func country(ofCapital word: String) -> String? { country(word, .capital) }

  /// A word can be of several kinds: "Dutch" is a country's people and one of its words.
  private func country(_ word: String, _ kind: Meaning.Kind) -> String? {
    meanings[Int(words[FoldedWord.fold(word)])].first { $0.kind == kind }?.country
  }
}
