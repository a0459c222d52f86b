import Actors
import Gazetteer
import Language
import Records
import Syntax
import Testing

@testable import Places

/// The country of an actor where the tables know its town in one country only, and the places of the
/// text in another. On made-up texts, with the installed model and gazetteer.
@Suite struct PlacedNamesTests {
  private func country(of name: String, in text: String) throws -> String? {
    let tree = SyntaxTree(Pipeline(model: try InstalledData.model.get()).parse(text))
    let actors = ActorFinder.find(tree, published: nil)
    let places = PlaceFinder.find(
      tree, actors: actors, gazetteer: try InstalledData.gazetteer.get())
    let placed = PlacedNames(places, actors)
    return ActorFinder.find(tree, published: nil, placed: placed).actors
      .first { $0.name == name }?.country
  }

  @Test func theTownOfTheTextIsMeant() throws {
    let text = "Police in Plymouth and Exeter arrested two men after the riot on Monday."
    #expect(try country(of: "Police", in: text) == "GBR")
    let other = "Police in Melbourne, Florida, arrested two men after the riot on Monday."
    #expect(try country(of: "Police", in: other) == "USA")
  }

  @Test func whatTheTablesHaveRightStays() throws {
    #expect(
      try country(of: "Police", in: "Police in Athens and Patras arrested two men.") == "GRC")
    let both = """
      Police in Georgia and Armenia closed the border on Sunday, officials in Tbilisi said. A firm in \
      Atlanta, Georgia, printed the ballots.
      """
    #expect(try country(of: "Police", in: both) == "GEO")
  }

  @Test func aCountryIsNoTownOfAnother() throws {
    let text = "Lawmakers from Chad and Lebanon met on Monday, officials from Lebanon said."
    #expect(try country(of: "Lebanon", in: text) == "LBN")
  }
}
