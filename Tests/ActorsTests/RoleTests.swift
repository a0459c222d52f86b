import CTables
import Lexicons
import Records
import Testing

@testable import Actors

/// Offices, from the text and from the tables.
struct RoleTests {
  private func role(_ text: String, _ name: String) throws -> Actor.Role {
    try #require(try Found(text).actor(name).roles.first)
  }

  @Test func title() throws {
    let role = try role("French Energy Minister Luc Morel met reporters on Monday.", "Luc Morel")
    #expect(role.title == "energy minister" && role.country == "FRA" && role.rule == "title")
  }

  @Test func apposition() throws {
    let role = try role(
      "Elena Vargas, the foreign minister of Chile, arrived on Monday.", "Elena Vargas")
    #expect(role.title == "foreign minister" && role.country == "CHL")
  }

  @Test func standing() throws {
    let former = try role(
      "Former Peruvian President Luis Ortega praised the ruling.", "Luis Ortega")
    #expect(former.standing == .former)
    let acting = try role(
      "Pedro Diaz, acting director of the library, resigned on Monday.", "Pedro Diaz")
    #expect(acting.standing == .acting)
  }

  @Test func served() throws {
    let role = try role(
      "Tomas Molnar served as finance minister until 2019 and then left politics.", "Tomas Molnar")
    #expect(role.title == "finance minister" && role.to == "2019" && role.standing == .former)
  }

  @Test func datesOfAnOffice() throws {
    let apposed = try role(
      "Olaf Strand, foreign minister until 2019, spoke on Monday.", "Olaf Strand")
    #expect(apposed.to == "2019" && apposed.standing == .former)
    let governor = try role(
      "Tomas Molnar served as governor from 2010 to 2014.", "Tomas Molnar")
    #expect(governor.from == "2010" && governor.to == "2014")
    let became = try role("Tomas Molnar became prime minister in 2023.", "Tomas Molnar")
    #expect(became.from == "2023" && became.standing == nil)
    let then = try role(
      "Peter Dahl, the Danish finance minister at the time, did not agree.", "Peter Dahl")
    #expect(then.standing == .former)
  }

  @Test func officesToCome() throws {
    #expect(
      try role("Chancellor-designate Kurt Ems waited on Monday.", "Kurt Ems").standing == .designate
    )
    let sworn = try role(
      "Elena Vargas, sworn in as president on Tuesday, praised the council.", "Elena Vargas")
    #expect(sworn.title == "president")
    let fronted = try role("As finance minister, Elena Vargas cut taxes.", "Elena Vargas")
    #expect(fronted.title == "finance minister")
  }

  @Test func officesOfARowOfNames() throws {
    let found = try Found(
      "Elena Vargas and Tomas Molnar, the foreign ministers of Chile and Hungary, met on Monday.")
    let first = try #require(try found.actor("Elena Vargas").roles.first)
    let second = try #require(try found.actor("Tomas Molnar").roles.first)
    #expect(first.title == "foreign minister" && first.country == "CHL")
    #expect(second.title == "foreign minister" && second.country == "HUN")
  }

  @Test func formerByAHyphenOrThen() throws {
    let ex = try role("Ex-president Luis Ortega met reporters on Monday.", "Luis Ortega")
    #expect(ex.title == "president" && ex.standing == .former)
    let then = try role("The then mayor, Pia Lang, had left on Monday.", "Pia Lang")
    #expect(then.standing == .former)
  }

  @Test func titleOfTwo() throws {
    let found = try Found("Foreign ministers Elena Vargas and Tomas Molnar held talks on Monday.")
    #expect(try found.actor("Elena Vargas").roles.first?.title == "foreign minister")
    #expect(try found.actor("Tomas Molnar").roles.first?.title == "foreign minister")
  }

  @Test func holderOnTheDay() throws {
    let text = "Angela Merkel spoke in Berlin on Monday."
    let then = try Found(text, published: "2016-05-02").actor("Angela Merkel")
    #expect(then.country == "DEU" && then.sector == "GOV")
    #expect(then.roles.first?.title == "chancellor" && then.roles.first?.rule == "table")
    let later = try Found(text, published: "2023-05-02").actor("Angela Merkel")
    #expect(later.sector == "ELI" && later.roles.first?.standing == .former)
    let before = try Found(text, published: "1990-05-02").actor("Angela Merkel")
    #expect(before.roles.isEmpty)
  }

  @Test func theTextComesBeforeTheTable() throws {
    let found = try Found(
      "Angela Merkel, a nurse from Kenya, spoke on Monday.", published: "2016-05-02")
    #expect(try found.actor("Angela Merkel").country != "DEU")
  }

  @Test func knownHoldersComeBeforeTheTables() throws {
    let known = OfficeHolding(
      name: "Ana Ruiz", country: "URY", title: "labour minister", sector: "GOV", from: "2020-01-01",
      to: nil)
    let found = try Found("Ana Ruiz spoke on Monday.", published: "2022-01-01", known: [known])
    let actor = try found.actor("Ana Ruiz")
    #expect(actor.country == "URY" && actor.roles.first?.rule == "known")
  }

  @Test func rowsAreWhole() throws {
    let date = /\d{4}(-\d\d(-\d\d)?)?/
    for row in DataTable.rows(dateline_table_holders()) {
      #expect(row.count == 8, "\(row)")
      #expect(
        ["IGO", "UNO", "EUR"].contains(row[0]) || CountryTable.standard[alpha3: row[0]] != nil)
      #expect(try row[5] == "-" || date.wholeMatch(in: row[5]) != nil, "\(row)")
      #expect(try row[6] == "-" || date.wholeMatch(in: row[6]) != nil && row[5] < row[6], "\(row)")
    }
    for row in DataTable.rows(dateline_table_country_holders()) {
      #expect(try row.count == 6 && date.wholeMatch(in: row[5]) != nil, "\(row)")
    }
  }

  @Test(arguments: [
    "Norwegian Foreign Minister Ana Berg met her Danish counterpart, Nils Holm, on Monday.",
    "Norwegian Foreign Minister Ana Berg spoke with Danish counterpart Nils Holm on Monday.",
  ])
  func aCounterpartHasTheSameOffice(_ text: String) throws {
    let holm = try Found(text).actor("Nils Holm")
    #expect(holm.country == "DNK" && holm.sector == "GOV")
    #expect(holm.roles.map(\.title) == ["foreign minister"])
  }

  @Test func aFamilyNameIsWhoHoldsOffice() {
    let table = HolderTable.standard
    #expect(
      table.holdings(ofFamily: "vance", on: "1978-05-01").first?.title == "secretary of state")
    #expect(table.holdings(ofFamily: "vance", on: "2025-05-01").first?.title == "vice president")
    #expect(table.holdings(ofFamily: "vance", on: nil).isEmpty)
  }

  @Test func holdersOfTheTablesAreWhole() {
    let table = HolderTable.standard
    #expect(table.holdings(of: PersonName("Kofi Annan")).first?.country == "UNO")
    #expect(table.holdings(ofFamily: "merkel", on: "2016-01-01").count == 1)
    #expect(table.holdings(ofFamily: "merkel", on: "1999-01-01").isEmpty)
  }
}
