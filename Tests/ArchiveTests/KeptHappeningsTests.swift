import Foundation
import Records
import TestSupport
import Testing

@testable import Archive

/// Happenings of the archive: kept, asked for, and mended by the user.
@Suite struct KeptHappeningsTests {
  private let time = UnixTime(seconds: 1_760_000_000)
  private let samples: Samples

  init() throws { samples = try Samples() }

  private var archive: Archive { samples.archive }

  /// A report of a meeting of two ministers.
  private func meeting(
    _ name: String, body: String, at day: String?, published: String = "2025-03-04",
    status: Event.Status? = nil, publisher: String? = nil, sources: [String] = ["Lind", "Orre"]
  ) throws -> Int {
    let article = Samples.article(
      name, body: body, published: published, publisher: publisher)
    return try samples.add(article, name: name) { Self.record(&$0, day, status, sources) }
  }

  private static func record(
    _ sketch: inout RecordSketch, _ day: String?, _ status: Event.Status?, _ sources: [String]
  ) {
    let countries = ["Lind": "NRD", "Orre": "EST", "Baar": "WLD"]
    let parties = sources.map { name in
      let actor = sketch.actor(name, country: countries[name], sector: "GOV")
      return sketch.party(actor)
    }
    let norby = sketch.place(
      "Norby", country: "NR", at: .init(latitude: 60.5, longitude: 5.25), .city)
    sketch.event(.consult, "meet", source: parties, time: day, place: norby, status: status)
  }

  private func fill() throws {
    _ = try meeting(
      "one", body: "Lind did meet Orre at Norby.", at: "2025-03-04", publisher: "Quay")
    _ = try meeting(
      "two", body: "So Orre could meet Lind near Norby.", at: "2025-W10", publisher: "Post")
    _ = try meeting(
      "three", body: "Baar went to meet Lind in Norby again.", at: "2025-03-04",
      sources: ["Lind", "Baar"])
  }

  private func lines(_ query: HappeningQuery = HappeningQuery()) throws -> [HappeningLine] {
    try archive.refreshHappenings()
    return try archive.happenings(query)
  }

  @Test func areMadeFromTheRecordOnce() throws {
    try fill()
    #expect(try archive.areHappeningsStale())
    #expect(try archive.refreshHappenings())
    #expect(try !archive.refreshHappenings())
    let found = try archive.happenings(HappeningQuery())
    #expect(found.map(\.mentions) == [2, 1])
    let first = try #require(found.first)
    #expect(first.outlets == 2)
    #expect(first.value == "2025-03-04")
    #expect(first.spot?.precision == .city)
    #expect(first.sources.map(\.country) == ["NRD", "EST"])
    let mentions = try archive.mentions(ofHappening: first.id)
    #expect(mentions.map(\.words) == ["meet", "meet"])
    #expect(mentions[0].reason == nil)
    #expect(mentions[1].reason?.hasPrefix("same type, parties ") == true)
    #expect(mentions[0].sentence.contains("Lind did meet Orre"))
    #expect(try archive.verify().faults.isEmpty)
  }

  @Test func questionsFindByPartyDayAndType() throws {
    try fill()
    _ = try lines()
    func count(_ change: (inout HappeningQuery) -> Void) throws -> Int {
      var query = HappeningQuery()
      change(&query)
      let count = try archive.countHappenings(query)
      #expect(try archive.happenings(query).count == count.happenings)
      return count.happenings
    }
    let orre = try #require(try archive.party(named: "orre"))
    let norland = try #require(try archive.party(named: "NRD"))
    #expect(orre.label == "Orre")
    #expect(try archive.party(named: "nobody") == nil)
    #expect(try count { $0.parties = [orre] } == 1)
    #expect(try count { $0.parties = [norland] } == 2)
    #expect(try count { $0.parties = [norland, orre] } == 1)
    #expect(try count { $0.from = Timestamp(iso8601: "2025-03-05")?.dayNumber } == 0)
    #expect(try count { $0.to = Timestamp(iso8601: "2025-03-03")?.dayNumber } == 0)
    #expect(try count { $0.types = [.consult] } == 2)
    #expect(try count { $0.quads = [.materialConflict] } == 0)
    #expect(try count { $0.status = .some(.future) } == 0)
    #expect(try count { $0.isPlaced = true } == 2)
  }

  @Test func splitAndJoinOutliveRecordingAgain() throws {
    let version = try meeting("one", body: "Lind did meet Orre at Norby.", at: "2025-03-04")
    _ = try meeting("two", body: "So Orre could meet Lind near Norby.", at: "2025-03-04")
    let happening = try #require(try lines().first)
    let split = try archive.split(report: 2, event: 0, from: happening.id, at: time)
    #expect(try lines().count == 2)
    let article = Samples.article(
      "one", body: "Lind did meet Orre at Norby.", published: "2025-03-04")
    try samples.record(article, version: version) {
      $0.event(.accuse, "did", source: [])
      Self.record(&$0, "2025-03-04", nil, ["Lind", "Orre"])
    }
    #expect(try archive.areHappeningsStale())
    let after = try lines().filter { $0.type == .consult }
    #expect(after.count == 2)
    #expect(after.contains { $0.id == happening.id })
    #expect(try archive.happeningDecisions(limit: 9).map(\.id) == [split])
    #expect(try archive.happeningDecisions(of: happening.id, limit: 9).map(\.kind) == [.apart])
    try archive.undo(happeningDecision: split, at: time)
    #expect(try lines().filter { $0.type == .consult }.map(\.mentions) == [2])
    #expect(try archive.happeningDecisions(limit: 9).isEmpty)
    #expect(try archive.verify().faults.isEmpty)
  }

  @Test func joinedHappeningsAreOne() throws {
    try fill()
    let found = try lines()
    #expect(try archive.happenings(near: found[0].id, limit: 9).map(\.id) == [found[1].id])
    let decision = try archive.join(happening: found[0].id, with: found[1].id, at: time)
    let joined = try lines()
    #expect(joined.map(\.mentions) == [3])
    #expect(joined.map(\.id) == [found[0].id])
    #expect(try archive.mentions(ofHappening: found[0].id).last?.isJoined == true)
    try archive.undo(happeningDecision: decision, at: time)
    #expect(try lines().map(\.mentions) == [2, 1])
    #expect(try lines()[0].id == found[0].id)
  }

  @Test func decisionsThatCannotBeAreRefused() throws {
    try fill()
    let id = try #require(try lines().last?.id)
    #expect(throws: HappeningDecisionError.same) {
      try archive.join(happening: id, with: id, at: time)
    }
    #expect(throws: HappeningDecisionError.noSuchHappening) {
      try archive.join(happening: id, with: 999, at: time)
    }
    #expect(throws: HappeningDecisionError.onlyMention) {
      try archive.split(report: 3, event: 0, from: id, at: time)
    }
    #expect(throws: HappeningDecisionError.notInHappening) {
      try archive.split(report: 1, event: 0, from: id, at: time)
    }
  }

  @Test func announcementIsFollowed() throws {
    _ = try meeting(
      "before", body: "Lind will meet Orre at Norby.", at: "2025-03-10", status: .future)
    _ = try meeting(
      "after", body: "So Orre could meet Lind near Norby.", at: "2025-03-10",
      published: "2025-03-11")
    let announced = try #require(try lines().first { $0.status == .future })
    #expect(announced.outcome?.kind == "held")
    let answer = try #require(announced.outcome?.answer)
    #expect(try archive.announcements(answeredBy: answer).map(\.id) == [announced.id])
  }

  @Test func relationsCountHappeningsAndMentionsApart() throws {
    try fill()
    _ = try meeting(
      "may", body: "In May Lind may meet Orre at Norby.", at: "2025-05-02", published: "2025-05-03")
    _ = try meeting(
      "maybe", body: "If so Lind would meet Orre at Norby.", at: "2025-05-03",
      published: "2025-05-03", status: .hypothetical)
    _ = try meeting("year", body: "This year Lind did meet Orre at Norby.", at: "2025")
    _ = try lines()
    let pair = try ["NRD", "EST"].map { try #require(try archive.party(named: $0)) }
    let relations = try archive.relations(pair[0], pair[1], by: .month)
    #expect(relations.periods.map(\.value) == ["2025-03", "2025-04", "2025-05"])
    #expect(relations.periods.map(\.happenings) == [1, 0, 1])
    #expect(relations.periods.map(\.mentions) == [2, 0, 1])
    #expect(relations.periods.map(\.outlets) == [2, 0, 1])
    #expect(relations.periods.map(\.allHappenings) == [2, 0, 1])
    #expect(relations.periods.map(\.allReports) == [4, 0, 2])
    #expect(relations.periods[0].meanScore == 2.5)
    #expect(relations.periods[1].meanScore == nil)
    #expect(relations.undated == 1)
    #expect(relations.leftOut == 1)
    let weeks = try archive.relations(pair[1], pair[0], by: .week)
    #expect(weeks.periods.first?.value == "2025-W10")
    #expect(weeks.periods.last?.value == "2025-W18")
    #expect(weeks.happenings == 2)
  }
}
