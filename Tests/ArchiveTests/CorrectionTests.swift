import Archive
import Foundation
import Records
import TestSupport
import Testing

/// The user's word: a layer of its own, which survives what later rules make of the text.
@Suite struct CorrectionTests {
  private let time = UnixTime(seconds: 1_760_000_000)

  private func event(_ number: Int, in samples: Samples, _ version: Int) throws -> JudgedItem? {
    try samples.archive.judgedItems(ofVersion: version)
      .first { $0.item.kind == "event" && $0.item.number == number }
  }

  @Test func aRejectedItemIsFoundNoMoreAndComesBack() throws {
    let samples = try Samples()
    let version = try samples.add(Samples.ferry, name: "a", Samples.ferryRecord)
    let correction = try samples.archive.judge(
      version: version, kind: "event", number: 0, .rejected, at: time)
    #expect(try event(0, in: samples, version)?.verdict == .rejected)
    #expect(try samples.titles("type:consult").isEmpty)
    try samples.archive.withdraw(correction: correction.id, at: time)
    #expect(try event(0, in: samples, version)?.verdict == nil)
    #expect(try samples.titles("type:consult").count == 1)
    #expect(try samples.archive.corrections(limit: 9).isEmpty)
  }

  @Test func aCorrectedItemIsWhatTheUserSays() throws {
    let samples = try Samples()
    let version = try samples.add(Samples.ferry, name: "a", Samples.ferryRecord)
    let read = try #require(try event(0, in: samples, version)).item.json
    let wanted = read.replacingOccurrences(of: "CONSULT", with: "AGREE")
    _ = try samples.archive.judge(
      version: version, kind: "event", number: 0, .corrected, json: wanted, at: time)
    #expect(try samples.titles("type:agree").count == 1)
    #expect(try samples.titles("type:consult").isEmpty)
    // Judged a second time: the later word counts, the item as the rules made it is kept.
    let again = try samples.archive.judge(
      version: version, kind: "event", number: 0, .confirmed, at: time)
    #expect(again.judged?.contains("CONSULT") == true)
    #expect(try samples.titles("type:consult").count == 1)
    #expect(try samples.archive.corrections(limit: 9).map(\.verdict) == [.confirmed])
  }

  @Test func nothingButAnItemIsACorrection() throws {
    let samples = try Samples()
    let version = try samples.add(Samples.ferry, name: "a", Samples.ferryRecord)
    for json in ["{}", "no JSON", #"{"type":"DANCE","span":[0,1],"sentence":0}"#] {
      #expect(throws: CorrectionError.notAnItem) {
        try samples.archive.judge(
          version: version, kind: "event", number: 0, .corrected, json: json, at: time)
      }
    }
    #expect(throws: CorrectionError.noSuchItem) {
      try samples.archive.judge(version: version, kind: "event", number: 7, .confirmed, at: time)
    }
    #expect(throws: CorrectionError.noSuchItem) {
      try samples.archive.judge(version: 99, kind: "event", number: 0, .confirmed, at: time)
    }
  }

  @Test func recordingAgainKeepsTheUsersWord() throws {
    let samples = try Samples()
    let version = try samples.add(Samples.ferry, name: "a", Samples.ferryRecord)
    _ = try samples.archive.judge(version: version, kind: "event", number: 0, .rejected, at: time)
    _ = try samples.archive.judge(version: version, kind: "event", number: 1, .confirmed, at: time)
    _ = try samples.archive.judge(version: version, kind: "actor", number: 1, .confirmed, at: time)
    // Later rules: another order of actors, the first event as before, the second not found.
    try samples.record(Samples.ferry, version: version) { sketch in
      sketch.record.rulebook = "later"
      let orre = sketch.actor("Pavel Orre", country: "EST", sector: "GOV")
      let lind = sketch.actor("Ana Lind", country: "NRD", sector: "GOV")
      sketch.event(.consult, "met", source: [sketch.party(lind), sketch.party(orre)])
    }
    #expect(try event(0, in: samples, version)?.verdict == .rejected)
    let kept = try #require(try event(1, in: samples, version))
    #expect(kept.verdict == .confirmed)
    #expect(kept.isReadOtherwise)
    #expect(kept.item.rule == RecordItem.userRule)
    // Its source is Ana Lind by name, who is number 1 by now.
    #expect(kept.item.json.contains("\"actor\":1"))
    #expect(try samples.titles("type:cooperate").count == 1)
    let actors = try samples.archive.judgedItems(ofVersion: version).filter {
      $0.item.kind == "actor"
    }
    #expect(actors.filter { $0.verdict == .confirmed }.map(\.item.number) == [0])
    #expect(try samples.archive.verify().faults.isEmpty)
  }

  @Test func aRejectionSaysNothingOfAnotherReading() throws {
    let samples = try Samples()
    let version = try samples.add(Samples.ferry, name: "a", Samples.ferryRecord)
    _ = try samples.archive.judge(version: version, kind: "event", number: 0, .rejected, at: time)
    try samples.record(Samples.ferry, version: version) { sketch in
      let lind = sketch.actor("Ana Lind", country: "NRD", sector: "GOV")
      sketch.event(.agree, "met", source: [sketch.party(lind)])
    }
    #expect(try event(0, in: samples, version)?.verdict == nil)
    #expect(try samples.titles("type:agree").count == 1)
  }

  @Test func aVerdictFollowsItsWordsIntoANewVersion() throws {
    let samples = try Samples()
    let version = try samples.add(Samples.ferry, name: "a", Samples.ferryRecord)
    _ = try samples.archive.judge(version: version, kind: "event", number: 0, .rejected, at: time)
    var later = Samples.ferry
    later.blocks.insert(Block(.text, text: "Updated with what the union says."), at: 0)
    guard case .newVersion(_, let second, _) = try samples.add(later, name: "a", bytes: "b") else {
      Issue.record("no new version")
      return
    }
    try samples.record(later, version: second, Samples.ferryRecord)
    #expect(try event(0, in: samples, second)?.verdict == .rejected)
    #expect(try event(1, in: samples, second)?.verdict == nil)
    #expect(try samples.titles("type:consult").isEmpty)
  }

  @Test func countsPerKind() throws {
    let samples = try Samples()
    let version = try samples.add(Samples.ferry, name: "a", Samples.ferryRecord)
    _ = try samples.archive.judge(version: version, kind: "event", number: 0, .rejected, at: time)
    _ = try samples.archive.judge(version: version, kind: "event", number: 1, .confirmed, at: time)
    let counts = try samples.archive.correctionCounts().first { $0.kind == "event" }
    #expect(
      counts == JudgedCount(kind: "event", items: 2, confirmed: 1, rejected: 1, corrected: 0))
  }
}
