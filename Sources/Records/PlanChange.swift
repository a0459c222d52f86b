/// A plan that was called off, put off or brought forward, as an article tells it.
package struct PlanChange: Sendable, Hashable {
  package enum Outcome: String, Sendable, Hashable, CaseIterable {
    case cancelled
    /// To a later day, which need not be told.
    case postponed
    /// To an earlier day.
    case advanced
  }

  package var outcome: Outcome
  /// UTF-8 bytes of the words that say so ("called off").
  package var range: Range<Int>
  /// UTF-8 bytes of what was planned ("the second round of talks").
  package var plan: Range<Int>
  /// TIMEX3 values of the days it was planned for, as far as they are told with it.
  package var old: [String]
  package var new: String?
  package var rule: String

  package init(
    _ outcome: Outcome, range: Range<Int>, plan: Range<Int>, old: [String] = [],
    new: String? = nil, rule: String
  ) {
    self.outcome = outcome
    self.range = range
    self.plan = plan
    self.old = old
    self.new = new
    self.rule = rule
  }
}

extension PlanChange {
  /// Writes the members into an object the caller has opened.
  package func writeMembers(_ offsets: ScalarOffsets, to json: inout JSONWriter) {
    json.member("type", outcome.rawValue)
    json.name("span")
    json.span(offsets.scalars(range))
    json.name("plan")
    json.span(offsets.scalars(plan))
    json.name("old")
    json.beginArray()
    for value in old { json.string(value) }
    json.endArray()
    json.member("new", optional: new)
    json.member("rule", rule)
  }

  package init?(json: JSONValue, _ offsets: ScalarOffsets) {
    guard let outcome = json["type"]?.string.flatMap(Outcome.init), let span = json["span"]?.span,
      let plan = json["plan"]?.span
    else { return nil }
    self.init(
      outcome, range: offsets.bytes(span), plan: offsets.bytes(plan),
      old: (json["old"]?.array ?? []).compactMap(\.string), new: json["new"]?.string,
      rule: json["rule"]?.string ?? "")
  }
}
