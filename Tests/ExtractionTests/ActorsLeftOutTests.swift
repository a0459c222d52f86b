import Records
import Testing

@testable import Extraction

@Suite struct ActorsLeftOutTests {
  private func actor(_ id: Int, _ name: String) -> Actor {
    Actor(id: id, name: name, kind: .group, mentions: [], rule: "test")
  }

  @Test func whoIsLeftIsNumberedAnew() {
    var record = Record(rulebook: "test")
    record.actors = [
      actor(0, "missiles"), actor(1, "Norway"), actor(2, "drones"), actor(3, "Chad"),
    ]
    var event = Event(
      type: .assault, sources: [.init(actor: 0, range: 0..<8, country: "NOR", sector: "MIL")],
      targets: [.init(actor: 3, range: 10..<14)], range: 8..<9, sentence: 0, rule: "test")
    event.place = 0
    record.events = [event]
    record.leaveOut(actors: [0, 2])
    #expect(record.actors.map(\.name) == ["Norway", "Chad"])
    #expect(record.actors.map(\.id) == [0, 1])
    #expect(record.events[0].sources[0].actor == nil)
    #expect(record.events[0].sources[0].code == "NORMIL")
    #expect(record.events[0].targets[0].actor == 1)
  }
}
