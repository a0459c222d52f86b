import Actors
import Gazetteer
import Language
import Records
import Syntax
import Testing

@testable import Places

/// On made-up texts, with the installed model and gazetteer.
@Suite struct PlaceFinderTests {
  private func find(_ text: String) throws -> (places: [Place], words: [String]) {
    let pipeline = Pipeline(model: try InstalledData.model.get())
    let tree = SyntaxTree(pipeline.parse(text))
    let places = PlaceFinder.find(
      tree, actors: ActorFinder.find(tree, published: nil),
      gazetteer: try InstalledData.gazetteer.get())
    let utf8 = Array(text.utf8)
    return (places, places.map { String(decoding: utf8[$0.range], as: UTF8.self) })
  }

  private func place(_ name: String, in text: String) throws -> Place? {
    let found = try find(text)
    return zip(found.words, found.places).first { $0.0 == name }?.1
  }

  @Test func countriesAndCapitals() throws {
    let text = """
      Envoys from South Korea and Japan met in Seoul on Monday. They are to travel to North Korea \
      in May, officials said.
      """
    let seoul = try #require(try place("Seoul", in: text))
    #expect(seoul.country == "KR" && seoul.precision == .city && seoul.kind == "capital")
    #expect(abs((seoul.point?.latitude ?? 0) - 37.57) < 0.1)
    for (name, code) in [("South Korea", "KR"), ("Japan", "JP"), ("North Korea", "KP")] {
      let found = try #require(try place(name, in: text))
      #expect(found.country == code && found.precision == .country)
    }
  }

  @Test func theDivisionBehindACommaDecides() throws {
    let text = "The fair in Paris, Texas, opened on Friday. Paris had not seen one in ten years."
    let found = try find(text)
    let paris = zip(found.words, found.places).filter { $0.0 == "Paris" }.map(\.1)
    #expect(paris.count == 2)
    for place in paris {
      #expect(place.country == "US" && abs((place.point?.longitude ?? 0) + 95.56) < 0.2)
    }
    #expect(try place("Paris", in: "Talks in Paris ended without a result.")?.country == "FR")
    #expect(try place("London", in: "Police in London, Ontario, closed the road.")?.country == "CA")
  }

  /// The division behind a comma is itself, whatever its namesake in the text is.
  @Test func aDivisionBehindACommaIsItself() throws {
    let text = """
      Voters in Georgia and Armenia go to the polls on Sunday, officials in Tbilisi said. A firm in \
      Atlanta, Georgia, printed the ballots.
      """
    let found = try find(text)
    let georgia = zip(found.words, found.places).filter { $0.0 == "Georgia" }.map(\.1.country)
    #expect(georgia == ["GE", "US"])
  }

  @Test func aGovernmentSitsInItsCapital() throws {
    let place = try place("Washington", in: "Washington warned Seoul on Monday of new duties.")
    #expect(place?.kind == "capital")
    #expect(
      try self.place("Mexico", in: "Mexico warned Canada on Monday of new duties.")?.kind
        == "country")
  }

  @Test(arguments: [
    ("Patagonia", "AR", -44.0), ("Bekaa Valley", "LB", 33.85), ("Normandy", "FR", 49.2),
    ("Elbe", nil, 51.9), ("Sinjar Mountains", "IQ", 36.4), ("Subic Bay", "PH", 14.79),
  ])
  func regionsRiversAndSites(name: String, country: String?, latitude: Double) throws {
    let place = try #require(
      try place(name, in: "Floods were reported near the \(name) on Monday, officials said."))
    #expect(place.country == country)
    #expect(abs((place.point?.latitude ?? 0) - latitude) < 1)
  }

  @Test func aBodyIsNoTownOfAnotherName() throws {
    let text = "Talks between Israel and Hamas went on in Cairo. Israel said that Hamas would come."
    #expect(try find(text).words.contains("Hamas") == false)
    let village = "Sweden joined NATO in March. Leaders of Nato met in Oslo."
    #expect(try find(village).words == ["Sweden", "Oslo"])
  }

  /// Another name of a city of far more people is the capital's own.
  @Test func aCapitalsNameIsItsOwn() throws {
    #expect(try place("Dili", in: "Talks in Dili ended on Monday.")?.country == "TL")
  }

  /// In a row without a container: no country lies in another, whatever town is called like it.
  @Test func noCountryLiesInAnother() throws {
    let text = "Together with Canada, Mexico should sue in every court, the minister said."
    #expect(try place("Canada", in: text)?.country == "CA")
  }

  @Test func aProvinceIsNoTown() throws {
    let place = try place("Luhansk", in: "Troops entered Luhansk oblast in Ukraine on Monday.")
    #expect(place?.precision == .region)
  }

  @Test func theOtherPlacesDecide() throws {
    let text = """
      Voters in Toledo, Sandusky and Bowling Green go to the polls on Tuesday. Turnout in Ohio was \
      low last year, and Toledo was no exception.
      """
    let toledo = try #require(try place("Toledo", in: text))
    #expect(toledo.country == "US" && (toledo.point?.longitude ?? 0) < -83)
    let spain = "Trains from Madrid to Toledo stood still on Tuesday, the railways of Spain said."
    #expect(try place("Toledo", in: spain)?.country == "ES")
  }

  @Test func sitesAndSeas() throws {
    let text = """
      The leaders met at Camp David on Friday. A tanker was stopped in the Strait of Hormuz, and two \
      more in the Red Sea.
      """
    #expect(try place("Camp David", in: text)?.precision == .spot)
    #expect(try place("Strait of Hormuz", in: text)?.kind == "strait")
    #expect(try place("Red Sea", in: text)?.precision == .region)
  }

  @Test func datelinesInCapitals() throws {
    let text = "NAIROBI (Wire) - Two ministers resigned on Monday. Kenya goes to the polls in May."
    #expect(try place("NAIROBI", in: text)?.country == "KE")
  }

  @Test func personsAndBodiesAreNoPlaces() throws {
    let text = """
      Jordan Lincoln, a nurse, sued on Monday. Her lawyer said Lincoln would speak before \
      the court.
      """
    #expect(try find(text).words.isEmpty)
    #expect(try find("Mr. Houston said nothing, and Mrs. Lincoln agreed.").words.isEmpty)
    #expect(try find("The North is richer than the South.").words.isEmpty)
    #expect(try find("Two cases of West Nile virus were confirmed.").words.isEmpty)
    #expect(try find("Reading books in bed is nice. Will they march in May?").words.isEmpty)
  }

  @Test func rowsOfCounties() throws {
    let text = "Floods closed roads in Butler, Warren and Hamilton counties in Ohio on Monday."
    let found = try find(text)
    let counties = found.places.filter { $0.kind == "county" }
    #expect(counties.map(\.name) == ["Butler County", "Warren County", "Hamilton County"])
    for county in counties {
      let longitude = county.point?.longitude ?? 0
      #expect(county.country == "US" && longitude > -86 && longitude < -83)
    }
  }

  /// What the gazetteer does not have is marked without a point, or not at all.
  @Test func theUnknownStaysOpen() throws {
    let found = try find("They moved from Seoul to Quorrowick, Ohio, in May.")
    for (word, place) in zip(found.words, found.places) where word == "Quorrowick" {
      #expect(place.point == nil && place.geonameID == nil)
    }
    #expect(found.words.contains("Ohio"))
  }

  @Test func nothingWithoutAGazetteer() throws {
    let pipeline = Pipeline(model: try InstalledData.model.get())
    let tree = SyntaxTree(pipeline.parse("They met in Seoul."))
    let actors = ActorFinder.find(tree, published: nil)
    #expect(PlaceFinder.find(tree, actors: actors, gazetteer: nil).isEmpty)
  }

  @Test(arguments: [
    "", " ", "\n\n", ",", "U.S., U.S., U.S.", "Paris, , Texas", "(Paris", "\u{FFFD}\u{0}",
    String(repeating: "Paris ", count: 3000), String(repeating: "San Antonio, ", count: 1000),
    String(repeating: "NEW ", count: 2000),
  ])
  func hostileTexts(text: String) throws {
    let found = try find(text)
    let count = text.utf8.count
    #expect(
      found.places.allSatisfy { 0..<count ~= $0.range.lowerBound && $0.range.upperBound <= count })
    #expect(
      zip(found.places, found.places.dropFirst()).allSatisfy {
        $0.range.upperBound <= $1.range.lowerBound
      })
  }
}
