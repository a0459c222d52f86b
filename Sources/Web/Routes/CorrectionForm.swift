import Archive
import Records

/// An item as the user wants it, from the fields of its form (`CorrectionFields`).
///
/// A field that is as it was changes nothing; an empty one takes the member away. What no record
/// may hold is refused in words.
struct CorrectionForm {
  private let request: Request
  private let record: RecordModel

  init(_ request: Request, _ items: [JudgedItem]) {
    self.request = request
    record = RecordModel(items, known: [:])
  }

  func json(of item: RecordItem) throws(FormProblem) -> String {
    guard let current = JSONValue(text: item.json) else {
      throw FormProblem("The item cannot be read.")
    }
    let json =
      switch ItemKind(item.kind) {
      case .actor: try actor(current)
      case .statement: try statement(current)
      case .event: try event(current)
      case .time: try time(current)
      case .place: try place(current)
      case .change, .other: throw FormProblem("Items of this kind cannot be corrected.")
      }
    return json.compact
  }

  // MARK: - Kinds

  private func actor(_ json: JSONValue) throws(FormProblem) -> JSONValue {
    guard let name = field("name"), !name.isEmpty else {
      throw FormProblem("An actor needs a name.")
    }
    let country = try code("country", "A country is three letters (ISO 3166, alpha-3).", 3...3)
    let sector = try code("sector", "A sector is three letters (PLOVER), as GOV.", 3...3)
    return json.setting("name", .string(name)).setting("country", country)
      .setting("sector", sector)
      .setting("kind", try oneOf("kind", Actor.Kind.allCases.map(\.rawValue)))
  }

  private func statement(_ json: JSONValue) throws(FormProblem) -> JSONValue {
    var json = json.setting("kind", try oneOf("kind", Attribution.Kind.allCases.map(\.rawValue)))
      .setting("act", try oneOf("act", Attribution.Act.allCases.map(\.rawValue)))
    let now = record.actor(json["speaker"]?["actor"]?.int)?.name ?? ""
    guard let wanted = field("speaker"), wanted != now else { return json }
    guard !wanted.isEmpty else { return json.setting("speaker", .null) }
    let party = try party(wanted)
    json = json.setting("speaker", party.keeping(["actor", "span"]))
    return json
  }

  private func event(_ json: JSONValue) throws(FormProblem) -> JSONValue {
    var json = json.setting("type", try oneOf("type", EventType.allCases.map(\.rawValue)))
    let status = try oneOf("status", ["fact"] + Event.Status.allCases.map(\.rawValue))
    json = json.setting("status", status == .string("fact") ? nil : status)
    guard let event = Event(json: json, ScalarOffsets("")) else {
      throw FormProblem("The event cannot be read.")
    }
    for (name, parties) in [("source", event.sources), ("target", event.targets)] {
      let now = CorrectionFields.names(parties, record)
      guard let wanted = field(name), wanted != now else { continue }
      var list: [JSONValue] = []
      for part in wanted.split(separator: ";") {
        let name = part.drop { $0 == " " }
        guard !name.isEmpty else { continue }
        list.append(try party(String(name)))
      }
      json = json.setting(name, list.count == 1 ? list[0] : list.isEmpty ? .null : .array(list))
    }
    if let wanted = field("time"), wanted != event.time ?? "" {
      json = json.setting("time", try timeValue(wanted)).setting("timeFrom", nil)
    }
    return json
  }

  private func time(_ json: JSONValue) throws(FormProblem) -> JSONValue {
    json.setting("type", try oneOf("type", ["DATE", "TIME", "DURATION", "SET"]))
      .setting("value", try timeValue(field("value") ?? ""))
  }

  private func place(_ json: JSONValue) throws(FormProblem) -> JSONValue {
    guard let name = field("name"), !name.isEmpty else {
      throw FormProblem("A place needs a name.")
    }
    let country = try code("country", "A country is two letters (ISO 3166, alpha-2).", 2...2)
    let latitude = try degrees("lat", within: 90)
    let longitude = try degrees("lon", within: 180)
    guard (latitude == nil) == (longitude == nil) else {
      throw FormProblem("A point needs latitude and longitude.")
    }
    let precision = try oneOf("precision", ["none"] + Place.Precision.allCases.map(\.rawValue))
    var json = json.setting("name", .string(name)).setting("country", country)
    // Another point is another place of the gazetteer, or none.
    if json["lat"] != latitude || json["lon"] != longitude { json = json.setting("geonameid", nil) }
    return json.setting("lat", latitude).setting("lon", longitude)
      .setting("precision", precision == .string("none") ? nil : precision)
  }

  // MARK: - Fields

  private func field(_ name: String) -> String? {
    request.field(name).map { text in
      text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
  }

  private func oneOf(_ name: String, _ values: [String]) throws(FormProblem) -> JSONValue {
    guard let value = field(name), values.contains(value) else {
      throw FormProblem("\(name) is one of " + values.joined(separator: ", ") + ".")
    }
    return .string(value)
  }

  private func code(_ name: String, _ problem: String, _ length: ClosedRange<Int>)
    throws(FormProblem) -> JSONValue?
  {
    guard let value = field(name)?.uppercased(), !value.isEmpty else { return nil }
    guard length.contains(value.utf8.count),
      value.utf8.allSatisfy({ (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) })
    else { throw FormProblem(problem) }
    return .string(value)
  }

  private func degrees(_ name: String, within limit: Double) throws(FormProblem) -> JSONValue? {
    guard let text = field(name), !text.isEmpty else { return nil }
    guard let value = Double(text), value.isFinite, abs(value) <= limit else {
      throw FormProblem("\(name) is a number of degrees from -\(Int(limit)) to \(Int(limit)).")
    }
    return .number(value)
  }

  /// A TIMEX3 value: figures, capitals, and what stands between them.
  private func timeValue(_ text: String) throws(FormProblem) -> JSONValue? {
    guard !text.isEmpty else { return nil }
    let isValue =
      text.utf8.count <= 40
      && text.utf8.allSatisfy { byte in
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || "-:+._".utf8.contains(byte)
      }
    guard isValue else {
      throw FormProblem("A time is a TIMEX3 value, as 2025-03-04, 2025-W10 or P3D.")
    }
    return .string(text)
  }

  private func party(_ name: String) throws(FormProblem) -> JSONValue {
    guard let entry = record.actors.first(where: { $0.value.name == name }),
      let mention = entry.value.mentions.first
    else { throw FormProblem("The record has no actor called \"\(name)\".") }
    var party = JSONValue.object([
      .init("actor", .number(Double(entry.number))),
      .init(
        "span",
        .array([
          .number(Double(mention.range.lowerBound)), .number(Double(mention.range.upperBound)),
        ])),
    ])
    if let country = entry.value.country {
      party = party.setting("code", .string(country + (entry.value.sector ?? "")))
        .setting("country", .string(country))
    }
    return party.setting("sector", entry.value.sector.map(JSONValue.string))
  }
}
