import Actors
import Gazetteer
import Language
import Records
import Syntax
import Testing

@testable import Places

/// What the user said of names, and where the outlet is at home. On made-up texts, with the
/// installed model and gazetteer.
@Suite struct PlaceDecisionTests {
  private func find(
    _ name: String, in text: String, outlet: String? = nil, _ decisions: [PlaceDecision] = []
  ) throws -> [Place] {
    let pipeline = Pipeline(model: try InstalledData.model.get())
    let tree = SyntaxTree(pipeline.parse(text))
    let places = PlaceFinder.find(
      tree, actors: ActorFinder.find(tree, published: nil),
      gazetteer: try InstalledData.gazetteer.get(), outlet: outlet,
      decisions: PlaceDecisions(decisions))
    let utf8 = Array(text.utf8)
    return places.filter { String(decoding: utf8[$0.range], as: UTF8.self) == name }
  }

  private func decision(
    _ name: String, _ country: String, _ latitude: Double, _ longitude: Double,
    isRuledOut: Bool = false
  ) -> PlaceDecision {
    var place = Place(range: 0..<0, name: name, rule: "context")
    place.country = country
    place.point = Place.Point(latitude: latitude, longitude: longitude)
    place.precision = .city
    return PlaceDecision(name: name, place: place, isRuledOut: isRuledOut)
  }

  private let plain = "A ferry company in Perth ordered two ships on Monday."

  @Test func anEarlierDecisionHoldsForTheNextReport() throws {
    #expect(try find("Perth", in: plain).first?.country == "AU")
    let places = try find("Perth", in: plain, [decision("Perth", "GB", 56.4, -3.43)])
    #expect(places.first?.country == "GB")
    #expect(places.first?.rule == "decision")
    #expect(abs((places.first?.point?.latitude ?? 0) - 56.4) < 0.2)
  }

  @Test func theTextComesBeforeTheDecision() throws {
    let text = "The fair in Paris, Texas, opened on Friday. Paris had not seen one in ten years."
    let places = try find("Paris", in: text, [decision("Paris", "FR", 48.85, 2.35)])
    #expect(places.map(\.country) == ["US", "US"])
    #expect(places.allSatisfy { $0.rule == "container" })
  }

  @Test func decisionsThatDisagreeLeaveItToTheText() throws {
    let both = [decision("Perth", "GB", 56.4, -3.43), decision("Perth", "AU", -31.95, 115.86)]
    #expect(try find("Perth", in: plain, both).first?.country == "AU")
    let text = "Perth, Dundee and Stirling are the Scottish towns that took part, officials said."
    #expect(try find("Perth", in: text, both).first?.country == "GB")
  }

  @Test func whatTheGazetteerLacksIsWhereTheUserSays() throws {
    let text =
      "Residents of Quennavik met in Oslo on Monday. They fear that Quennavik will be sold."
    let known = [decision("Quennavik", "NO", 68.1, 14.2)]
    let places = try find("Quennavik", in: text, known)
    #expect(!places.isEmpty)
    for place in places {
      #expect(place.country == "NO" && place.point?.latitude == 68.1 && place.rule == "decision")
      #expect(!place.range.isEmpty)
    }
    // Another place of a name that the gazetteer has.
    let village = try find("Perth", in: plain, [decision("Perth", "GY", 7.1, -58.5)])
    #expect(village.first?.country == "GY")
  }

  @Test func whatWasRejectedIsNotTakenAgain() throws {
    let places = try find(
      "Perth", in: plain, [decision("Perth", "AU", -31.95, 115.86, isRuledOut: true)])
    #expect(places.first?.country != "AU")
  }

  @Test func theOutletsCountryBreaksATie() throws {
    let text = "Volunteers in Halifax cleaned the canal on Sunday."
    #expect(try find("Halifax", in: text).first?.country == "CA")
    #expect(try find("Halifax", in: text, outlet: "GB").first?.country == "GB")
    #expect(try find("Halifax", in: text, outlet: "CA").first?.country == "CA")
  }

  @Test func theOutletsCountryDoesNotMakeTheWorldItsOwn() throws {
    let text = "Talks between France and Spain in Paris ended without a result on Monday."
    #expect(try find("Paris", in: text, outlet: "US").first?.country == "FR")
    let bare = "The delegation flew from London to Moscow on Monday."
    #expect(try find("London", in: bare, outlet: "CA").first?.country == "GB")
    #expect(try find("Moscow", in: bare, outlet: "US").first?.country == "RU")
  }
}
