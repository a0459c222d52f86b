/// The JSON form of an actor: `evaluation`'s contract, and beside it the rule, the form of each
/// mention and the evidence of each role.
extension Actor {
  /// Writes the members into an object the caller has opened.
  package func writeMembers(_ offsets: ScalarOffsets, to json: inout JSONWriter) {
    json.name("id")
    json.int(id)
    json.member("name", name)
    json.member("kind", kind.rawValue)
    json.name("roles")
    json.beginArray()
    for role in roles { role.write(offsets, to: &json) }
    json.endArray()
    json.member("country", optional: country)
    json.member("sector", optional: sector)
    json.name("mentions")
    json.spans(mentions.map { offsets.scalars($0.range) })
    json.member("forms", optional: mentions.map(\.form.rawValue))
    json.member("rule", rule)
  }

  package init?(json: JSONValue, _ offsets: ScalarOffsets) {
    guard let id = json["id"]?.int, let name = json["name"]?.string,
      let kind = json["kind"]?.string.flatMap(Kind.init), let spans = json["mentions"]?.array
    else { return nil }
    let forms = (json["forms"]?.array ?? []).map { $0.string.flatMap(Mention.Form.init) }
    let mentions = spans.enumerated().compactMap { index, span in
      span.span.map {
        Mention(
          range: offsets.bytes($0),
          form: (forms.indices.contains(index) ? forms[index] : nil) ?? .name)
      }
    }
    self.init(id: id, name: name, kind: kind, mentions: mentions, rule: json["rule"]?.string ?? "")
    roles = (json["roles"]?.array ?? []).compactMap { Role(json: $0, offsets) }
    country = json["country"]?.string
    sector = json["sector"]?.string
  }
}

extension Actor.Role {
  fileprivate func write(_ offsets: ScalarOffsets, to json: inout JSONWriter) {
    json.beginObject()
    json.member("title", title)
    json.member("country", optional: country)
    json.member("organization", optional: organization)
    json.member("standing", optional: standing?.rawValue)
    json.member("from", optional: from)
    json.member("to", optional: to)
    json.member("evidence", optional: evidence, offsets)
    json.member("report", optional: report)
    json.member("rule", rule)
    json.endObject()
  }

  fileprivate init?(json: JSONValue, _ offsets: ScalarOffsets) {
    guard let title = json["title"]?.string else { return nil }
    self.init(
      title: title, country: json["country"]?.string, organization: json["organization"]?.string,
      standing: json["standing"]?.string.flatMap(Standing.init), from: json["from"]?.string,
      to: json["to"]?.string, evidence: json["evidence"]?.span.map(offsets.bytes),
      rule: json["rule"]?.string ?? "")
    report = json["report"]?.int
  }
}

extension JSONWriter {
  /// Half-open ranges as `[[start, end], ...]`.
  package mutating func spans(_ ranges: [Range<Int>]) {
    beginArray()
    for range in ranges { span(range) }
    endArray()
  }

  /// A range of bytes as a span of scalars; nothing where there is none.
  package mutating func member(
    _ name: String, optional bytes: Range<Int>?, _ offsets: ScalarOffsets
  ) {
    guard let bytes else { return }
    self.name(name)
    span(offsets.scalars(bytes))
  }
}
