import Foundation
import Records
import Testing

@testable import Exports

/// Records made by hand: the sheet writes what is there and says what is not.
@Suite struct RecordSheetTests {
  private static let text = "Ana Lind said Norland will \u{201C}ban all ferries\u{201D} in May."

  private func range(_ words: String) throws -> Range<Int> {
    let found = try #require(Self.text.range(of: words))
    let start = Self.text.utf8.distance(from: Self.text.startIndex, to: found.lowerBound)
    return start..<start + words.utf8.count
  }

  private func record() throws -> Record {
    var record = Record(rulebook: "1")
    record.day = .init(
      timestamp: try #require(Timestamp(year: 2025, month: 3, day: 4)), source: .published,
      place: "json-ld", dateline: Timestamp(year: 2025, month: 3, day: 3))
    record.sentences = [0..<Self.text.utf8.count]
    var lind = Actor(
      id: 0, name: "Ana Lind", kind: .person,
      mentions: [.init(range: try range("Ana Lind"), form: .name)], rule: "name")
    lind.country = "NLD"
    lind.sector = "GOV"
    lind.roles = [
      .init(title: "minister", country: "NLD", standing: .former, from: "2020", rule: "table")
    ]
    let norland = Actor(
      id: 1, name: "Norland", kind: .country,
      mentions: [
        .init(range: try range("Norland"), form: .name),
        .init(range: try range("ferries"), form: .nominal),
      ], rule: "name")
    record.actors = [lind, norland]
    record.times = [
      .init(range: try range("May"), kind: .date, value: "2025-05", anchor: .publication, rule: "m")
    ]
    let outer = Attribution(
      speaker: .init(actor: 0, range: try range("Ana Lind")), cue: try range("said"),
      content: [try range("Norland will \u{201C}ban all ferries\u{201D} in May")], kind: .mixed,
      act: .speech, rule: "verb")
    var inner = Attribution(
      speaker: nil, cue: nil, content: [try range("ban all ferries")], kind: .direct, act: .decree,
      rule: "quote")
    inner.inside = 0
    record.statements = [outer, inner]
    var event = Event(
      type: .sanction, sources: [.init(actor: 1, range: try range("Norland"), country: "NOR")],
      targets: [], range: try range("ban"), sentence: 0, rule: "ban")
    event.status = .future
    event.time = "2025-05"
    event.statement = 0
    record.events = [event]
    var place = Place(range: try range("Norland"), name: "Norland", rule: "name")
    place.country = "NO"
    place.point = .init(latitude: -0.00004, longitude: 10.25)
    place.precision = .country
    record.places = [place, place]
    return record
  }

  @Test func everySectionHasItsItems() throws {
    let sheet = RecordSheet.write(try record(), text: Self.text, styled: false)
    #expect(
      sheet == """
        Day: 2025-03-04 (day of publication, from json-ld)
             The text is dated 2025-03-03; that was not used.

        Actors
          Ana Lind  person  NLDGOV
              former minister of NLD from 2020 (table)
          Norland  country
              named 2 times: Norland, ferries

        Statements
          Ana Lind  “said”  mixed speech
              Norland will “ban all ferries” in May
            somebody not named  direct decree
                ban all ferries
                as told by Ana Lind

        Events
          SANCTION (future)  Norland [NOR]
              2025-05, claimed by Ana Lind
              \(Self.text)

        Times
          2025-05          DATE      May (from the day)
              \(Self.text)

        Places
          Norland  NO  0.0000, 10.2500 (country)  2 times

        """)
  }

  @Test func whatIsNotThereIsSaid() {
    let sheet = RecordSheet.write(Record(rulebook: "1"), text: "", styled: false)
    #expect(
      sheet == """
        Day: not known; relative times stay open

        Nothing found: actors, statements, events, times, places

        """)
  }

  @Test func longContentIsBrokenBetweenWords() throws {
    let text = String(repeating: "word ", count: 60) + String(repeating: "x", count: 200)
    var record = Record(rulebook: "1")
    record.statements = [
      .init(
        speaker: nil, cue: nil, content: [0..<text.utf8.count], kind: .indirect, act: .speech,
        rule: "r")
    ]
    let lines = RecordSheet.write(record, text: text, styled: false).split(separator: "\n")
    #expect(lines.filter { $0.count > SheetPage.width }.count == 1)
    #expect(lines.contains { $0.hasPrefix("      word word") })
  }

  /// A record that was read from a file may point anywhere.
  @Test func whatPointsNowhereDoesNoHarm() {
    var record = Record(rulebook: "1")
    record.sentences = [0..<900]
    var event = Event(
      type: .aid, sources: [.init(actor: 7, range: 500..<600)], targets: [], range: 400..<700,
      sentence: 9, rule: "r")
    event.place = 3
    event.statement = 4
    record.events = [event]
    var statement = Attribution(
      speaker: .init(actor: 8, range: 0..<3), cue: 800..<801, content: [2..<900], kind: .direct,
      act: .speech, time: 5, rule: "r")
    statement.inside = 0
    record.statements = [statement]
    record.times = [.init(range: 850..<860, kind: .date, value: nil, rule: "r")]
    let sheet = RecordSheet.write(record, text: "short", styled: true)
    #expect(sheet.contains("claimed by somebody not named"))
    #expect(sheet.contains("no such day"))
  }
}
