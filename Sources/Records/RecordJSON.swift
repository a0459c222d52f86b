/// The JSON form of a record: what `record --format json` prints and what the archive keeps.
/// Spans count Unicode scalars of the text.
extension Record {
  /// Writes the members of the record's object into an object the caller has opened.
  package func writeMembers(of text: String, to json: inout JSONWriter) {
    let offsets = ScalarOffsets(text)
    json.member("rulebook", rulebook)
    if let day {
      json.name("day")
      json.beginObject()
      json.member("value", day.timestamp.iso8601)
      json.member("from", day.source.rawValue)
      json.member("found", optional: day.place)
      json.member("dateline", optional: day.dateline?.iso8601)
      json.endObject()
    }
    json.name("sentences")
    json.beginArray()
    for sentence in sentences { json.span(offsets.scalars(sentence)) }
    json.endArray()
    Self.write(actors, "actors", to: &json) { $0.writeMembers(offsets, to: &$1) }
    Self.write(statements, "statements", to: &json) { $0.writeMembers(offsets, to: &$1) }
    Self.write(events, "events", to: &json) { $0.writeMembers(offsets, to: &$1) }
    Self.write(times, "times", to: &json) { $0.writeMembers(offsets, to: &$1) }
    Self.write(places, "places", to: &json) { $0.writeMembers(offsets, to: &$1) }
    Self.write(changes, "changes", to: &json) { $0.writeMembers(offsets, to: &$1) }
  }

  /// Reads the JSON form back; members it does not know are passed over.
  package init?(json: JSONValue, text: String) {
    guard let rulebook = json["rulebook"]?.string else { return nil }
    self.init(rulebook: rulebook)
    let offsets = ScalarOffsets(text)
    if let value = json["day"]?["value"]?.string, let day = Timestamp(iso8601: value),
      let source = json["day"]?["from"]?.string.flatMap(Day.Source.init(rawValue:))
    {
      self.day = Day(
        timestamp: day, source: source, place: json["day"]?["found"]?.string,
        dateline: json["day"]?["dateline"]?.string.flatMap(Timestamp.init(iso8601:)))
    }
    sentences = (json["sentences"]?.array ?? []).compactMap { $0.span.map(offsets.bytes) }
    actors = (json["actors"]?.array ?? []).compactMap { Actor(json: $0, offsets) }
    statements = (json["statements"]?.array ?? []).compactMap { Attribution(json: $0, offsets) }
    events = (json["events"]?.array ?? []).compactMap { Event(json: $0, offsets) }
    times = (json["times"]?.array ?? []).compactMap { TimeExpression(json: $0, offsets) }
    places = (json["places"]?.array ?? []).compactMap { Place(json: $0, offsets) }
    changes = (json["changes"]?.array ?? []).compactMap { PlanChange(json: $0, offsets) }
  }

  private static func write<Item>(
    _ items: [Item], _ name: String, to json: inout JSONWriter,
    _ members: (Item, inout JSONWriter) -> Void
  ) {
    json.name(name)
    json.beginArray()
    for item in items {
      json.beginObject()
      members(item, &json)
      json.endObject()
    }
    json.endArray()
  }
}

extension TimeExpression {
  /// Writes the members into an object the caller has opened.
  package func writeMembers(_ offsets: ScalarOffsets, to json: inout JSONWriter) {
    json.name("span")
    json.span(offsets.scalars(range))
    json.member("type", kind.rawValue)
    json.member("value", optional: value)
    json.member("mod", optional: mod?.rawValue)
    json.member("quant", optional: quantity)
    if let anchor {
      json.name("anchor")
      json.beginObject()
      anchor.writeMembers(to: &json)
      json.endObject()
    }
    json.member("rule", rule)
  }

  package init?(json: JSONValue, _ offsets: ScalarOffsets) {
    guard let span = json["span"]?.span, let kind = json["type"]?.string.flatMap(Kind.init)
    else { return nil }
    self.init(
      range: offsets.bytes(span), kind: kind, value: json["value"]?.string,
      mod: json["mod"]?.string.flatMap(Mod.init), quantity: json["quant"]?.string,
      anchor: json["anchor"].flatMap(TimeAnchor.init), rule: json["rule"]?.string ?? "")
  }
}

extension TimeAnchor {
  fileprivate func writeMembers(to json: inout JSONWriter) {
    switch self {
    case .publication: json.member("from", "published")
    case .open: json.member("from", "open")
    case .expression(let value):
      json.member("from", "text")
      json.member("value", value)
    }
  }

  fileprivate init?(json: JSONValue) {
    switch json["from"]?.string {
    case "published": self = .publication
    case "open": self = .open
    case "text": self = .expression(json["value"]?.string ?? "")
    default: return nil
    }
  }
}

extension JSONWriter {
  /// A half-open range as `[start, end]`.
  package mutating func span(_ range: Range<Int>) {
    beginArray()
    int(range.lowerBound)
    int(range.upperBound)
    endArray()
  }
}

extension JSONValue {
  /// The range that `JSONWriter.span` writes.
  package var span: Range<Int>? {
    guard let ends = array, ends.count == 2, let start = ends[0].int, let end = ends[1].int,
      start >= 0, start <= end
    else { return nil }
    return start..<end
  }
}
