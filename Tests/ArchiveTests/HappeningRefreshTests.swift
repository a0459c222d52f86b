import Records
import TestSupport
import Testing

@testable import Archive

/// What is made of the part of an archive that has changed is what all of it would give.
@Suite struct HappeningRefreshTests {
  private let time = UnixTime(seconds: 1_760_000_000)
  private let samples: Samples

  init() throws { samples = try Samples() }

  private var archive: Archive { samples.archive }

  private struct Dice {
    private var state: UInt64 = 7

    mutating func roll(_ sides: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % sides
    }
  }

  private func add(_ number: Int, _ dice: inout Dice) throws {
    let names = ["Lind", "Orre", "Baar"]
    let article = Samples.article(
      "report \(number)", body: "Lind, Orre and Baar met, blamed and helped near Norby \(number).",
      published: "2025-03-0\(1 + dice.roll(6))", publisher: "Post \(number % 4)")
    let parties = [dice.roll(3), dice.roll(3)]
    let days = (0..<3).map { _ in "2025-03-0\(1 + dice.roll(3))" }
    let statuses: [Event.Status?] = [nil, .future, .historical]
    let status = statuses[dice.roll(3)]
    _ = try samples.add(article, name: "report \(number)") { sketch in
      let actors = names.map { sketch.actor($0, country: "N\($0.prefix(2).uppercased())") }
      let source = [sketch.party(actors[parties[0]])]
      let target = [sketch.party(actors[parties[1]])]
      sketch.event(.consult, "met", source: source, target: target, time: days[0])
      sketch.event(
        .accuse, "blamed", source: source, target: target, time: days[1], status: status)
      sketch.event(.aid, "helped", source: source, target: target, time: days[2])
    }
  }

  /// Each happening with all that is told of it.
  private func state() throws -> [String] {
    try archive.refreshHappenings()
    return try archive.happenings(HappeningQuery()).map { line in
      let mentions = try archive.mentions(ofHappening: line.id)
        .map { "\($0.report)/\($0.event) \($0.reason ?? "-")" }
      return "\(line) \(mentions)"
    }
  }

  private func expectSame(sourceLocation: SourceLocation = #_sourceLocation) throws {
    let partly = try state()
    try archive.access { connection throws(SQLiteError) in
      try EventWords.forgetAll(connection)
    }
    #expect(try archive.areHappeningsStale())
    #expect(try state() == partly, sourceLocation: sourceLocation)
  }

  @Test func isWhatAllOfItGives() throws {
    var dice = Dice()
    for number in 1...12 { try add(number, &dice) }
    try expectSame()
    for number in 13...18 {
      try add(number, &dice)
      try expectSame()
    }
    let version = try #require(try archive.report(id: 3)?.versions.last?.id)
    let word = try archive.judge(
      version: version, kind: "event", number: 0, .rejected, json: nil, at: time)
    try expectSame()
    try archive.withdraw(correction: word.id, at: time)
    try expectSame()
    let many = try #require(try archive.happenings(HappeningQuery()).first { $0.mentions > 1 })
    let member = try #require(try archive.mentions(ofHappening: many.id).last)
    let split = try archive.split(
      report: member.report, event: member.event, from: many.id, at: time)
    try expectSame()
    try archive.undo(happeningDecision: split, at: time)
    try expectSame()
  }

  @Test func aWordOnWhatIsNoEventChangesNone() throws {
    var dice = Dice()
    for number in 1...3 { try add(number, &dice) }
    _ = try state()
    let version = try #require(try archive.report(id: 1)?.versions.last?.id)
    _ = try archive.judge(
      version: version, kind: "actor", number: 0, .confirmed, json: nil, at: time)
    #expect(try !archive.areHappeningsStale())
  }

  @Test func joinedActorsAreOnePartyOfHappenings() throws {
    for (number, name) in ["Ana Lind", "Anna Lind"].enumerated() {
      let article = Samples.article(
        "report \(number)", body: "\(name) took a walk and met Pavel Orre again \(number).",
        published: "2025-03-04")
      _ = try samples.add(article, name: "walk \(number)") { sketch in
        let parties = [sketch.actor(name), sketch.actor("Pavel Orre")].map { sketch.party($0) }
        sketch.event(.consult, "met", source: parties, time: "2025-03-04")
      }
    }
    #expect(try state().count == 2)
    let actors = try archive.actors(name: "lind", limit: 9).actors.map(\.id).sorted()
    let decision = try archive.join(actor: actors[0], other: actors[1], at: time)
    #expect(try state().count == 1)
    try archive.undo(decision: decision, at: time)
    #expect(try state().count == 2)
  }
}
