/// The JSON form of an event; spans count Unicode scalars.
extension Event {
  /// Writes the members into an object the caller has opened.
  package func writeMembers(_ offsets: ScalarOffsets, to json: inout JSONWriter) {
    json.member("type", type.rawValue)
    json.member("mode", optional: mode)
    json.member("context", optional: contexts)
    json.member("code", optional: code)
    json.name("source")
    Party.write(sources, offsets, to: &json)
    json.name("target")
    Party.write(targets, offsets, to: &json)
    json.member("time", optional: time)
    if isTimeGuessed { json.member("timeFrom", "published") }
    json.member("place", optional: place)
    json.member("status", optional: status?.rawValue)
    json.member("statement", optional: statement)
    json.member("span", optional: range, offsets)
    if !mentions.isEmpty {
      json.name("mentions")
      json.spans(mentions.map(offsets.scalars))
    }
    json.name("sentence")
    json.int(sentence)
    json.member("rule", rule)
  }

  package init?(json: JSONValue, _ offsets: ScalarOffsets) {
    guard let type = json["type"]?.string.flatMap(EventType.init), let span = json["span"]?.span,
      let sentence = json["sentence"]?.int
    else { return nil }
    self.init(
      type: type, sources: Party.read(json["source"], offsets),
      targets: Party.read(json["target"], offsets), range: offsets.bytes(span), sentence: sentence,
      rule: json["rule"]?.string ?? "")
    mode = json["mode"]?.string
    contexts = (json["context"]?.array ?? []).compactMap(\.string)
    code = json["code"]?.string
    time = json["time"]?.string
    isTimeGuessed = json["timeFrom"]?.string == "published"
    place = json["place"]?.int
    status = json["status"]?.string.flatMap(Status.init)
    statement = json["statement"]?.int
    mentions = (json["mentions"]?.array ?? []).compactMap { $0.span.map(offsets.bytes) }
  }
}

extension Event.Party {
  /// None as null, one as an object, several as a list of such.
  fileprivate static func write(
    _ parties: [Self], _ offsets: ScalarOffsets, to json: inout JSONWriter
  ) {
    guard !parties.isEmpty else { return json.null() }
    if parties.count > 1 { json.beginArray() }
    for party in parties {
      json.beginObject()
      json.member("actor", optional: party.actor)
      json.member("span", optional: party.range, offsets)
      json.member("code", optional: party.code)
      json.member("country", optional: party.country)
      json.member("sector", optional: party.sector)
      json.endObject()
    }
    if parties.count > 1 { json.endArray() }
  }

  fileprivate static func read(_ json: JSONValue?, _ offsets: ScalarOffsets) -> [Self] {
    guard let json else { return [] }
    return (json.array ?? [json]).compactMap { party in
      party["span"]?.span.map {
        Self(
          actor: party["actor"]?.int, range: offsets.bytes($0), country: party["country"]?.string,
          sector: party["sector"]?.string)
      }
    }
  }
}
