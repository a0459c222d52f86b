import Records
import Testing

@Suite struct RecordTests {
  @Test func jsonFormReadsBack() throws {
    let text = "Orbán résumé: 13 January 2025"
    let start = Array(text.utf8).count - 15
    var record = Record(rulebook: "1-test")
    record.day = .init(
      timestamp: try #require(Timestamp(year: 2025, month: 1, day: 14)), source: .published)
    record.sentences = [0..<text.utf8.count]
    record.times = [
      TimeExpression(
        range: start..<text.utf8.count, kind: .date, value: "2025-01-13", mod: .approx,
        anchor: .expression("2025"), rule: "date"),
      TimeExpression(range: 0..<6, kind: .set, value: nil, quantity: "EVERY", rule: "every"),
    ]
    var actor = Actor(
      id: 0, name: "Orbán", kind: .person, mentions: [.init(range: 0..<6, form: .name)],
      rule: "name")
    actor.country = "HUN"
    actor.sector = "GOV"
    actor.roles = [
      .init(
        title: "prime minister", country: "HUN", standing: .former, from: "2010", evidence: 0..<6,
        rule: "apposition")
    ]
    record.actors = [actor]
    record.statements = [
      Attribution(
        speaker: .init(actor: 0, range: 0..<6), cue: 7..<10, content: [10..<start], kind: .mixed,
        act: .speech, time: 0, rule: "verb-clause"),
      Attribution(
        speaker: nil, cue: nil, content: [0..<1], kind: .direct, act: .decree, inside: 0, rule: "x"),
    ]
    var event = Event(
      type: .consult,
      sources: [
        .init(actor: 0, range: 0..<6, country: "HUN", sector: "GOV"), .init(range: 0..<6),
      ], targets: [], range: 7..<10, sentence: 0, rule: "meet")
    event.mode = "visit"
    event.contexts = ["diplomatic"]
    event.time = "2025-01-13"
    event.isTimeGuessed = true
    event.status = .future
    event.statement = 1
    event.mentions = [0..<1]
    record.events = [event]
    var place = Place(range: 0..<6, name: "Orbán", rule: "gazetteer")
    place.point = .init(latitude: 47.5, longitude: 19.25)
    place.precision = .city
    place.country = "HU"
    place.geonameID = 3_054_643
    record.places = [place]
    var json = JSONWriter()
    json.beginObject()
    record.writeMembers(of: text, to: &json)
    json.endObject()
    #expect(Record(json: try JSONReader.read(json.bytes), text: text) == record)
  }

  @Test func offsetsCountScalarsOutside() {
    let text = String(repeating: "é日a😀", count: 50)
    let offsets = ScalarOffsets(text)
    for (scalar, index) in text.unicodeScalars.indices.enumerated() {
      let byte = text.utf8.distance(from: text.startIndex, to: index)
      #expect(offsets.scalar(at: byte) == scalar)
      #expect(offsets.byte(at: scalar) == byte)
    }
    #expect(offsets.byte(at: 200) == text.utf8.count)
    #expect(ScalarOffsets("plain").scalars(1..<3) == 1..<3)
  }

  @Test(arguments: [
    ("2025-01-13", "2025-01-13", 1), ("2025-02", "2025-02-01", 28), ("2024", "2024-01-01", 366),
    ("2025-W03", "2025-01-13", 7), ("2025-W03-WE", "2025-01-18", 2), ("2024-Q4", "2024-10-01", 92),
    ("2024-WI", "2024-12-01", 90), ("2025-H2", "2025-07-01", 184),
    ("2025-01-13T10:35", "2025-01-13", 1),
  ]) func periodsOfValues(_ value: String, _ first: String, _ days: Int) throws {
    let period = try #require(TimePeriod(value: value))
    #expect(period.days.lowerBound == Timestamp(iso8601: first)?.dayNumber)
    #expect(period.days.count == days)
  }

  @Test(arguments: ["P3D", "PAST_REF", "XXXX-01-02", "2025-13", "2025-02-30", "198", "", "T10:00"])
  func noPeriod(_ value: String) { #expect(TimePeriod(value: value) == nil) }
}
