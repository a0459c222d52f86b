import CTables
import Lexicons
import Testing

@testable import Actors

struct CountryTableTests {
  private let table = CountryTable.standard

  @Test func names() {
    #expect(table.country(named: "Britain") == "GBR")
    #expect(table.country(named: "côte d’ivoire") == "CIV")
    #expect(table.country(named: "South Korea") == "KOR")
    #expect(table.country(named: "Atlantis") == nil)
  }

  @Test func demonymsAndCapitals() {
    #expect(table.country(ofDemonym: "Finns") == "FIN")
    #expect(table.country(ofDemonym: "north korean") == "PRK")
    #expect(table.country(ofCapital: "Bogotá") == "COL")
    #expect(table.country(ofCapital: "Kyiv") == "UKR")
  }

  @Test func codes() {
    #expect(table[alpha3: "CHE"]?.alpha2 == "CH")
    #expect(table[alpha2: "XK"]?.name == "Kosovo")
  }

  @Test func rowsAreWhole() {
    for row in DataTable.rows(dateline_table_countries()) {
      #expect(row.count == 6)
      #expect(row[0].utf8.count == 3 && row[1].utf8.count == 2, "\(row)")
    }
    for row in DataTable.rows(dateline_table_country_words()) {
      #expect(row.count == 3 && (row[0] == "EUR" || table[alpha3: row[0]] != nil), "\(row)")
    }
    for row in DataTable.rows(dateline_table_country_places()) {
      #expect(row.count == 2 && table[alpha3: row[0]] != nil, "\(row)")
    }
    for row in DataTable.rows(dateline_table_country_parties()) {
      #expect(row.count == 2 && table[alpha3: row[0]] != nil, "\(row)")
    }
  }

  @Test func sectorsAreThoseOfPLOVER() {
    let sectors: Set = [
      "GOV", "JUD", "LEG", "MIL", "COP", "PRM", "PTY", "REB", "SPY", "UAF", "UNK", "AGR", "BUS",
      "CRM", "CVL", "EDU", "ELI", "JRN", "LAB", "MED", "OPP", "PRE", "REF", "REL", "SOC", "-",
    ]
    for row in DataTable.rows(dateline_table_offices()) {
      #expect(row.count == 3 && sectors.contains(row[0]), "\(row)")
    }
    for row in DataTable.rows(dateline_table_organizations()) {
      #expect(row.count == 3 && sectors.contains(row[1]), "\(row)")
      let isBody = ["IGO", "UNO", "EUR", "-"].contains(row[0])
      #expect(isBody || table[alpha3: row[0]] != nil, "\(row)")
    }
  }
}
