/// The JSON form of a statement; spans count Unicode scalars.
extension Attribution {
  /// Writes the members into an object the caller has opened.
  package func writeMembers(_ offsets: ScalarOffsets, to json: inout JSONWriter) {
    json.name("speaker")
    if let speaker {
      json.beginObject()
      json.member("actor", optional: speaker.actor)
      json.member("span", optional: speaker.range, offsets)
      json.endObject()
    } else {
      json.null()
    }
    json.member("cue", optional: cue, offsets)
    json.name("content")
    json.spans(content.map(offsets.scalars))
    json.member("kind", kind.rawValue)
    json.member("act", act.rawValue)
    json.member("time", optional: time)
    json.member("inside", optional: inside)
    json.member("rule", rule)
  }

  package init?(json: JSONValue, _ offsets: ScalarOffsets) {
    guard let kind = json["kind"]?.string.flatMap(Kind.init),
      let act = json["act"]?.string.flatMap(Act.init)
    else { return nil }
    let content = (json["content"]?.array ?? []).compactMap { $0.span.map(offsets.bytes) }
    guard !content.isEmpty else { return nil }
    let speaker = json["speaker"]?["span"]?.span.map {
      Speaker(actor: json["speaker"]?["actor"]?.int, range: offsets.bytes($0))
    }
    self.init(
      speaker: speaker, cue: json["cue"]?.span.map(offsets.bytes), content: content, kind: kind,
      act: act, time: json["time"]?.int, inside: json["inside"]?.int,
      rule: json["rule"]?.string ?? "")
  }
}
