package import Records

/// An actor of the archive for people and for programs.
package enum ActorSheet {
  package static func write(_ profile: ActorProfile, styled: Bool) -> String {
    let actor = profile.actor
    let about = [actor.kind, actor.country, actor.sector].compactMap(\.self)
    var out = heading(actor.name, styled) + about.joined(separator: ", ")
    out += ", actor:\(actor.id), in \(counted(actor.reports, "report"))\n"
    if !profile.offices.isEmpty { out += "\n" + heading("Offices", styled) }
    for office in told(profile.offices) {
      out += WrappedLines.text(office.words, indent: "  ")
      out += WrappedLines.text(tellers(office.sources), indent: "    ")
    }
    out += section("Said", profile.statements, profile.statementCount, styled) { item in
      WrappedLines.text(item.words, indent: "  ")
        + WrappedLines.text("\(item.act), \(item.kind); \(source(item.source))", indent: "    ")
    }
    out += section("Did", profile.deeds, profile.deedCount, styled, event)
    out += section("Had done to it", profile.suffered, profile.sufferedCount, styled, event)
    if !profile.companions.isEmpty { out += "\n" + heading("With whom", styled) }
    for companion in profile.companions {
      out +=
        "  \(companion.name), actor:\(companion.actor): \(counted(companion.events, "event"))\n"
    }
    return VisibleText.clean(out)
  }

  private static func section<Item>(
    _ title: String, _ items: [Item], _ total: Int, _ styled: Bool, _ line: (Item) -> String
  ) -> String {
    guard !items.isEmpty else { return "" }
    let rest = total - items.count
    return "\n" + heading(title, styled) + items.map(line).joined()
      + (rest > 0 ? "  and \(rest) more\n" : "")
  }

  private static func event(_ item: ActorEvent) -> String {
    let parties =
      (item.sources.isEmpty ? "nobody named" : item.sources.joined(separator: ", "))
      + (item.targets.isEmpty ? "" : " to " + item.targets.joined(separator: ", "))
    let status = [item.isClaim ? "claimed" : nil, item.status].compactMap(\.self)
    return WrappedLines.text(
      "\(item.type): \(parties)"
        + (status.isEmpty ? "" : " (" + status.joined(separator: ", ") + ")"), indent: "  ")
      + WrappedLines.text(
        "\"\(item.words)\", \(day(item) ?? "day open"); \(source(item.source))", indent: "    ")
  }

  private static func day(_ item: ActorEvent) -> String? {
    item.firstDay.flatMap { Timestamp(dayNumber: $0) }?.iso8601
  }

  /// Offices in the same words together, in the order in which they are first told.
  private static func told(_ offices: [OfficeEvidence]) -> [(words: String, sources: [ItemSource])]
  {
    var out: [(words: String, sources: [ItemSource])] = []
    for office in offices {
      let words = words(office.role)
      if let index = out.firstIndex(where: { $0.words == words }) {
        if !out[index].sources.contains(office.source) { out[index].sources.append(office.source) }
      } else {
        out.append((words, [office.source]))
      }
    }
    return out
  }

  /// The report, or the numbers and the days of several.
  private static func tellers(_ sources: [ItemSource]) -> String {
    guard sources.count > 1 else { return sources.first.map(source) ?? "" }
    let most = 12
    let days = sources.compactMap(\.day)
    let numbers = sources.prefix(most).map { "\($0.report)" }.joined(separator: ", ")
    let span = days.first.flatMap { first in
      days.last.map { first == $0 ? first : first + " to " + $0 }
    }
    return [span, "reports " + numbers].compactMap(\.self).joined(separator: ", ")
      + (sources.count > most ? " and \(sources.count - most) more" : "")
  }

  private static func words(_ role: Actor.Role) -> String {
    let title = (role.standing.map { $0.rawValue + " " } ?? "") + role.title
    let tenure = [role.from.map { "from " + $0 }, role.to.map { "to " + $0 }].compactMap(\.self)
      .joined(separator: " ")
    return
      ([title] + [role.organization, role.country].compactMap(\.self)
      + (tenure.isEmpty ? [] : [tenure])).joined(separator: ", ")
  }

  private static func source(_ source: ItemSource) -> String {
    (["report \(source.report)"] + [source.day, source.title].compactMap(\.self))
      .joined(separator: ", ")
  }

  private static func counted(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)" + (count == 1 ? "" : "s")
  }

  private static func heading(_ title: String, _ styled: Bool) -> String {
    (styled ? "\u{1B}[1m\(oneLine(title))\u{1B}[0m" : oneLine(title)) + "\n"
  }

  private static func oneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  // MARK: - For programs

  package static func json(_ profile: ActorProfile, pretty: Bool) -> [UInt8] {
    var json = JSONWriter(pretty: pretty)
    let actor = profile.actor
    json.beginObject()
    json.member("actor", optional: actor.id)
    json.member("name", actor.name)
    json.member("kind", actor.kind)
    json.member("country", optional: actor.country)
    json.member("sector", optional: actor.sector)
    json.member("reports", optional: actor.reports)
    list("offices", profile.offices, &json) { office, json in
      let role = office.role
      json.member("title", role.title)
      json.member("country", optional: role.country)
      json.member("organization", optional: role.organization)
      json.member("standing", optional: role.standing?.rawValue)
      json.member("from", optional: role.from)
      json.member("to", optional: role.to)
      write(office.source, office.number, &json)
    }
    json.member("statementCount", optional: profile.statementCount)
    list("statements", profile.statements, &json) { item, json in
      json.member("words", item.words)
      json.member("kind", item.kind)
      json.member("act", item.act)
      write(item.source, item.number, &json)
    }
    json.member("deedCount", optional: profile.deedCount)
    list("deeds", profile.deeds, &json, write)
    json.member("sufferedCount", optional: profile.sufferedCount)
    list("suffered", profile.suffered, &json, write)
    list("companions", profile.companions, &json) { companion, json in
      json.member("actor", optional: companion.actor)
      json.member("name", companion.name)
      json.member("events", optional: companion.events)
    }
    json.endObject()
    json.newline()
    return json.bytes
  }

  private static func write(_ item: ActorEvent, _ json: inout JSONWriter) {
    json.member("type", item.type)
    json.member("status", optional: item.status)
    if item.isClaim {
      json.name("claim")
      json.bool(true)
    }
    json.member("words", item.words)
    json.member("source", optional: item.sources)
    json.member("target", optional: item.targets)
    json.member("day", optional: day(item))
    write(item.source, item.number, &json)
  }

  private static func write(_ source: ItemSource, _ number: Int, _ json: inout JSONWriter) {
    json.member("report", optional: source.report)
    json.member("published", optional: source.published)
    json.member("number", optional: number)
  }

  private static func list<Item>(
    _ name: String, _ items: [Item], _ json: inout JSONWriter,
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
