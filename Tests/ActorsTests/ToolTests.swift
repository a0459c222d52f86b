import Records
import Testing

@testable import Actors

/// Things that are moved or fired, and committees that bear another country's name.
@Suite struct ToolTests {
  @Test(arguments: [
    "Missiles struck the port on Monday.", "Russian missiles hit the town.",
    "Artillery killed three people in the town.", "Drones attacked an oil depot.",
    "Rockets hit a house in the north.", "Warplanes bombed the camp.",
  ])
  func thingsAreNobody(_ text: String) throws {
    let analysis = try Found(text).analysis
    let things = ["missiles", "artillery", "drones", "rockets", "warplanes"]
    for actor in analysis.actors where !analysis.tools.contains(actor.id) {
      #expect(!things.contains { actor.name.lowercased().hasSuffix($0) }, "\(actor.name)")
    }
  }

  @Test func thoseWhoFireAreSomebody() throws {
    let found = try Found("The artillery brigade moved north.")
    #expect(found.analysis.tools.isEmpty && found.actors.map(\.sector) == ["MIL"])
  }

  @Test(arguments: [
    ("the House China Committee", "- LEG"),
    ("the Senate Russia panel", "- LEG"),
    ("the Commons Russia committee", "GBR LEG"),
    ("the German Bundestag's China committee", "DEU LEG"),
    ("the China Committee of the House of Commons", "GBR LEG"),
    ("the Chinese parliament's trade committee", "CHN LEG"),
  ])
  func aCommitteeIsItsChambers(_ text: String, _ code: String) throws {
    let found = try Found(text + " met on Monday.")
    let actor = try #require(
      found.actors.first { $0.name.lowercased().contains("ommittee") || $0.name.contains("panel") })
    #expect((actor.country ?? "-") + " " + (actor.sector ?? "-") == code, "\(actor.name)")
  }
}
