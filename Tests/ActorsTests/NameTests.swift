import Records
import Testing

@testable import Actors

/// Names gathered into actors.
struct NameTests {
  @Test func familyNameJoinsTheFullName() throws {
    let found = try Found(
      "Elena Vargas spoke in Lima on Monday. Vargas said the talks would go on, and Elena Vargas smiled."
    )
    #expect(
      try found.mentions("Elena Vargas").prefix(3) == ["Elena Vargas", "Vargas", "Elena Vargas"])
  }

  @Test func headlineNameJoinsTheFullNameBelow() throws {
    let found = try Found("Molnar warns of delay\n\nTomas Molnar warned on Friday of a delay.")
    #expect(try found.mentions("Tomas Molnar").count == 2)
  }

  @Test func twoOfOneNameStayTwo() throws {
    let found = try Found("John Hale met Mary Hale on Monday. John Hale left early.")
    #expect(try found.mentions("John Hale").count == 2)
    #expect(try found.mentions("Mary Hale").count == 1)
  }

  @Test func aSonIsNotHisFather() throws {
    let found = try Found(
      "John Hale Jr. said on Monday that his father would come. John Hale spoke later.")
    #expect(try found.mentions("John Hale Jr.").contains("John Hale") == false)
    #expect(try found.actor("John Hale").mentions.count == 1)
    let known = HolderTable([
      OfficeHolding(
        name: "Ana Lind", country: "NOR", title: "minister", sector: "GOV", from: nil, to: nil),
      OfficeHolding(
        name: "Otto Vik, Jr.", country: "NOR", title: "mayor", sector: "GOV", from: nil, to: nil),
    ])
    #expect(known.holdings(of: PersonName("Ana Lind III")).isEmpty)
    #expect(known.holdings(of: PersonName("Ana Lind Sr.")).count == 1)
    #expect(known.holdings(of: PersonName("Otto Vik")).count == 1)
    let son = try Found(
      "Donald Trump Jr. wrote that his father would come.", published: "2025-03-04")
    #expect(try son.actor("Donald Trump Jr.").sector == nil)
  }

  /// A county is no capital, St. Paul no town of Cape Verde, and ABC a party where its country is named.
  @Test func namesWithinNamesAreOthers() throws {
    let text = """
      The Douglas County Sheriff, the Pacific Coast Federation of Orre, the St. Paul Energy Center and \
      ABC Radio said on Monday that the storm had done them no harm, and that Morgan Stanley would go on.
      """
    #expect(try Found(text).actors.compactMap(\.country) == [])
    let named = """
      Leaders of the ABC met in Lesotho on Monday and said that the party would go on with the talks that \
      it had begun in May, whatever the others did.
      """
    #expect(try Found(named).actors.contains { $0.country == "LSO" && $0.sector == "PTY" })
  }

  @Test func whereSomebodyIsTellsNoCountry() throws {
    let found = try Found("Ana Lind met Otto Vik in Nairobi. Eva Hale of Norway spoke later.")
    #expect(try found.actor("Otto Vik").country == nil)
    #expect(try found.actor("Eva Hale").country == "NOR")
  }

  @Test func stormsAndLawsAreNobody() throws {
    let found = try Found(
      "Storm Orla battered Norway on Monday. The Orre Clean Water Act would fine Norway's mills.")
    #expect(found.actors.map(\.name).allSatisfy { !$0.contains("Orla") && !$0.contains("Act") })
  }

  @Test func nameOrders() {
    #expect(PersonName("Kovacs Viktor").agrees(with: PersonName("Viktor Kovacs")))
    #expect(PersonName("Ana María López Ruiz").agrees(with: PersonName("Ana Lopez")))
    #expect(PersonName("Joe Hale").agrees(with: PersonName("Joseph Hale")))
    #expect(!PersonName("John Hale").agrees(with: PersonName("Mary Hale")))
    #expect(!PersonName("John P. Hale").agrees(with: PersonName("John Q. Hale")))
    #expect(PersonName("Yun Jae-ho").parts == ["yun", "jae-ho"])
    #expect(PersonName("Omar al-Rashid").parts == ["omar", "rashid"])
  }

  /// The recognizer takes rare countries for persons.
  @Test func aCountrysNameIsACountrys() throws {
    let found = try Found("Mali expelled the French ambassador on Monday.")
    #expect(try found.actor("Mali").country == "MLI")
  }

  @Test func bracketsIntroduceAnAbbreviation() throws {
    let found = try Found(
      "The Movement for the Liberation of the Delta (MLD) attacked a convoy on Monday. The MLD said nothing."
    )
    #expect(try found.mentions("Movement for the Liberation of the Delta").count == 3)
  }

  @Test func countriesByNameAdjectiveAndCapital() throws {
    let found = try Found("Tokyo warned Beijing on Friday. Japan said Chinese ships had left.")
    let japan = try found.actor("Japan")
    #expect(japan.country == "JPN" && japan.kind == .country)
    #expect(japan.mentions.map(found.words) == ["Tokyo", "Japan"])
    #expect(found.actors.contains { $0.country == "CHN" && $0.mentions.count == 2 })
  }

  @Test func whoIsInADatelineIsNoActor() throws {
    let found = try Found("SEOUL, South Korea (NPA) — Ana Berg left on Monday.")
    #expect(found.actors.count == 1 && found.actors[0].name.contains("Berg"))
    let other = try Found("MOSCOW will not yield, Ana Berg said on Monday - and left.")
    #expect(other.actors.contains { $0.name == "Ana Berg" })
  }

  @Test func aPlaceIsNoActor() throws {
    let found = try Found("The minister arrived in Tokyo on Friday.")
    #expect(!found.actors.contains { $0.country == "JPN" })
  }

  @Test func aNameGoesOnBehindAHyphenAndAParticle() throws {
    let found = try Found(
      "Acting president Yun Duck-soo met Erika von der Lohe on Monday. Yun said he would run.")
    #expect(try found.mentions("Yun Duck-soo").contains("Yun"))
    #expect(try found.actor("Yun Duck-soo").roles.first?.standing == .acting)
    #expect(found.actors.contains { $0.name == "Erika von der Lohe" })
    let led = try Found("The Anna Berg-led council met John Smith-era ministers on Monday.")
    #expect(!led.actors.contains { $0.kind == .person && $0.name.contains("-") })
  }

  @Test func bracketsIntroduceAnyShortName() throws {
    let found = try Found(
      "The National Union of Free Teachers (HSF) warned on Monday of delays. HSF said no.")
    #expect(!found.actors.contains { $0.name == "HSF" && $0.mentions.count > 1 })
  }

  @Test func bothFamilyNames() throws {
    let found = try Found(
      "Andrés Manuel López Obrador spoke in Lima on Monday. López Obrador smiled.")
    #expect(try found.mentions("Andrés Manuel López Obrador").contains("López Obrador"))
  }

  @Test func formsOfAddressTellTwoOfOneNameApart() throws {
    let found = try Found("Mr Hale spoke on Monday. Mrs Hale did not. Mr Hale left early.")
    #expect(found.actors.filter { $0.name == "Hale" }.count == 2)
  }

  @Test func aFirmByItsFirstWord() throws {
    let found = try Found(
      "Norland Steel Corp. cut jobs on Monday. Analysts said Norland Steel Corp. and Norland had gained."
    )
    #expect(found.actors.filter { $0.name.hasPrefix("Norland") }.count < 3)
  }

  @Test func capitalsKeepTheVerbOut() throws {
    let found = try Found("FOREIGN MINISTER ANNA BERG SAID ON MONDAY TALKS WOULD RESUME.")
    #expect(!found.actors.contains { $0.name.hasSuffix("SAID") })
  }
}
