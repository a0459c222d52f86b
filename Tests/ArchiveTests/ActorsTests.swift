import Archive
import Foundation
import Records
import TestSupport
import Testing

/// Who is who across reports.
@Suite struct ActorsTests {
  private let time = UnixTime(seconds: 1_760_000_000)

  /// A report that names one actor.
  @discardableResult
  private func add(
    _ name: String, _ kind: Actor.Kind = .person, country: String? = nil, offices: [String] = [],
    to samples: Samples, _ report: String
  ) throws -> Int {
    try samples.add(Samples.article(report, body: "It was \(name)."), name: report) {
      $0.actor(name, kind, country: country, offices: offices)
    }
  }

  private func ids(_ samples: Samples) throws -> [Int] {
    try samples.archive.actors(limit: 100).actors.map(\.id).sorted()
  }

  @Test func nameCountryAndOfficeAgree() throws {
    let samples = try Samples()
    try add("Ana Lind", country: "NRD", offices: ["transport minister"], to: samples, "a")
    try add("ANA LIND", country: "NRD", offices: ["minister"], to: samples, "b")
    try add("Ána Lind", to: samples, "c")
    let (actors, total) = try samples.archive.actors(limit: 10)
    #expect(total == 1)
    #expect(actors.map(\.reports) == [3])
    #expect(try samples.archive.offices(ofActor: actors[0].id, limit: 9).count == 2)
    #expect(try samples.archive.doubtfulActors(limit: 9).isEmpty)
  }

  @Test func whatDisagreesStaysTwoAndIsListed() throws {
    let samples = try Samples()
    try add("Ana Lind", country: "NRD", offices: ["transport minister"], to: samples, "a")
    try add("Ana Lind", country: "EST", offices: ["transport minister"], to: samples, "b")
    try add("Ana Lind", country: "NRD", offices: ["goalkeeper"], to: samples, "c")
    #expect(try ids(samples).count == 3)
    #expect(try samples.archive.doubtfulActors(limit: 9).count == 3)
  }

  @Test func aSingleNameIsNobodyKnown() throws {
    let samples = try Samples()
    try add("Lind", to: samples, "a")
    try add("Lind", to: samples, "b")
    #expect(try ids(samples).count == 2)
  }

  @Test func countriesAreTheirCodes() throws {
    let samples = try Samples()
    try add("Norland", .country, country: "NRD", to: samples, "a")
    try add("Norby", .country, country: "NRD", to: samples, "b")
    #expect(try ids(samples).count == 1)
  }

  @Test func joiningAndUndoing() throws {
    let samples = try Samples()
    try add("Ana Lind", country: "NRD", to: samples, "a")
    try add("Ana Lind", country: "EST", to: samples, "b")
    try add("Anna Lindh", country: "NRD", to: samples, "c")
    let all = try ids(samples)
    let first = try samples.archive.join(actor: all[0], other: all[1], at: time)
    let second = try samples.archive.join(actor: all[2], other: all[1], at: time)
    #expect(try ids(samples) == [all[2]])
    #expect(try samples.archive.actor(id: all[0])?.id == all[2])
    #expect(try samples.archive.actor(id: all[2])?.reports == 3)
    #expect(try samples.titles("actor:lindh").count == 3)
    #expect(try samples.titles("actor:\(all[1])").count == 3)
    #expect(throws: ActorDecisionError.same) {
      try samples.archive.join(actor: all[0], other: all[1], at: time)
    }
    try samples.archive.undo(decision: second, at: time)
    #expect(try ids(samples) == [all[0], all[2]])
    try samples.archive.undo(decision: first, at: time)
    #expect(try ids(samples) == all)
    #expect(try samples.archive.actorDecisions(limit: 9).isEmpty)
  }

  @Test func splittingOutlivesRecordingAgain() throws {
    let samples = try Samples()
    try add("Ana Lind", country: "NRD", to: samples, "a")
    let version = try add("Ana Lind", country: "NRD", to: samples, "b")
    let one = try #require(try ids(samples).first)
    let decision = try samples.archive.split(actor: one, report: 2, at: time)
    #expect(try ids(samples).count == 2)
    let article = Samples.article("b", body: "It was Ana Lind.")
    try samples.record(article, version: version) { $0.actor("Ana Lind", country: "NRD") }
    #expect(try ids(samples).count == 2)
    #expect(try samples.archive.actor(id: one)?.reports == 1)
    // A third report goes to the one, not to the one split off.
    try add("Ana Lind", country: "NRD", to: samples, "c")
    #expect(try samples.archive.actor(id: one)?.reports == 2)
    try samples.archive.undo(decision: decision, at: time)
    #expect(try samples.archive.actor(id: one)?.reports == 3)
    #expect(throws: ActorDecisionError.notInReport) {
      try samples.archive.split(actor: one, report: 99, at: time)
    }
  }

  @Test func idsOutliveRecordingAgain() throws {
    let samples = try Samples()
    let version = try samples.add(Samples.ferry, name: "a", Samples.ferryRecord)
    let before = try ids(samples)
    try samples.record(Samples.ferry, version: version, Samples.ferryRecord)
    #expect(try ids(samples) == before)
    try samples.record(Samples.ferry, version: version) { _ in }
    #expect(try ids(samples).isEmpty)
  }

  @Test func saidToBeApartIsDoubtfulNoMore() throws {
    let samples = try Samples()
    try add("Ana Lind", country: "NRD", to: samples, "a")
    try add("Ana Lind", country: "EST", to: samples, "b")
    let all = try ids(samples)
    _ = try samples.archive.keepApart(actor: all[0], other: all[1], at: time)
    #expect(try samples.archive.doubtfulActors(limit: 9).isEmpty)
    #expect(try ids(samples) == all)
  }
}
