import Foundation
import Records
import TestSupport
import Testing

@testable import Archive

/// What the user said of places, for the records of other reports.
@Suite struct KnownPlacesTests {
  private let time = UnixTime(seconds: 1_760_000_000)

  private func place(_ samples: Samples, _ version: Int) throws -> JudgedItem {
    try #require(
      try samples.archive.judgedItems(ofVersion: version).first { $0.item.kind == "place" })
  }

  @Test func aCorrectedPlaceIsWhatTheNameMeans() throws {
    let samples = try Samples()
    let version = try samples.add(Samples.ferry, name: "a", Samples.ferryRecord)
    let item = try place(samples, version).item
    let read = try #require(JSONValue(text: item.json))
    let wanted = read.setting("country", .string("XV")).setting("lat", .number(50.5))
      .setting("lon", .number(10.5)).setting("geonameid", nil)
    let correction = try samples.archive.judge(
      version: version, kind: "place", number: item.number, .corrected, json: wanted.compact,
      at: time)
    let decision = try #require(try samples.archive.placeDecisions().first)
    #expect(decision.name == item.pointer.exact && !decision.isRuledOut)
    #expect(decision.place.country == "XV" && decision.place.point?.latitude == 50.5)
    try samples.archive.withdraw(correction: correction.id, at: time)
    #expect(try samples.archive.placeDecisions().isEmpty)
  }

  @Test func aRejectedPlaceIsRuledOut() throws {
    let samples = try Samples()
    let version = try samples.add(Samples.ferry, name: "a", Samples.ferryRecord)
    let item = try place(samples, version).item
    _ = try samples.archive.judge(
      version: version, kind: "place", number: item.number, .rejected, at: time)
    #expect(try samples.archive.placeDecisions().map(\.isRuledOut) == [true])
  }

  @Test func otherItemsAreNoPlaces() throws {
    let samples = try Samples()
    let version = try samples.add(Samples.ferry, name: "a", Samples.ferryRecord)
    _ = try samples.archive.judge(version: version, kind: "event", number: 0, .confirmed, at: time)
    #expect(try samples.archive.placeDecisions().isEmpty)
  }
}
