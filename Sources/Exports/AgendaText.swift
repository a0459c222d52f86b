package import Records

/// The agenda for people, by day, and for programs, a line an entry.
package enum AgendaText {
  package static func sheet(_ entries: [AgendaEntry], styled: Bool) -> String {
    var out = ""
    var heading = ""
    for entry in entries {
      if Self.heading(of: entry) != heading {
        heading = Self.heading(of: entry)
        out += (out.isEmpty ? "" : "\n") + (styled ? "\u{1B}[1m" : "") + heading
        out += (styled ? "\u{1B}[0m" : "") + "\n"
      }
      out += WrappedLines.text(mark(entry) + entry.sentence, indent: "  ")
      out += source(entry.report, [entry.title, entry.published.iso8601, entry.address])
      for change in entry.changes {
        out += WrappedLines.text("\(change.outcome.rawValue): " + change.sentence, indent: "    ")
        out += source(change.report, [change.title, change.published.iso8601, change.address])
      }
    }
    return out
  }

  private static func mark(_ entry: AgendaEntry) -> String {
    switch entry.status {
    case .planned: ""
    case .moved: "[moved from \(entry.firstValue)] "
    case .postponed: "[postponed, no new date] "
    case .cancelled: "[cancelled] "
    case .held: "[held] "
    }
  }

  private static func source(_ report: Int, _ parts: [String?]) -> String {
    WrappedLines.text(
      "report \(report): " + parts.compactMap(\.self).joined(separator: ", "), indent: "    ")
  }

  private static func heading(of entry: AgendaEntry) -> String {
    switch entry.period.precision {
    case .day, .time: String(entry.value.prefix(10)) + " " + weekday(entry.period.days.lowerBound)
    default: entry.value + " (\(entry.period.precision.rawValue))"
    }
  }

  private static func weekday(_ day: Int) -> String {
    ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"][((day + 3) % 7 + 7) % 7]
  }

  package static func line(_ entry: AgendaEntry) -> [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    json.member("value", entry.value)
    json.member("precision", entry.period.precision.rawValue)
    json.member("words", entry.words)
    json.member("sentence", entry.sentence)
    json.member("report", optional: entry.report)
    json.member("version", optional: entry.version)
    json.member("title", optional: entry.title)
    json.member("address", optional: entry.address)
    json.member("published", entry.published.iso8601)
    json.member("status", entry.status.rawValue)
    json.member("was", optional: entry.was)
    json.name("changes")
    json.beginArray()
    for change in entry.changes { write(change, to: &json) }
    json.endArray()
    json.endObject()
    json.newline()
    return json.bytes
  }

  private static func write(_ change: AgendaEntry.Change, to json: inout JSONWriter) {
    json.beginObject()
    json.member("type", change.outcome.rawValue)
    json.member("sentence", change.sentence)
    json.member("report", optional: change.report)
    json.member("title", optional: change.title)
    json.member("address", optional: change.address)
    json.member("published", change.published.iso8601)
    json.member("reason", optional: change.reason)
    json.endObject()
  }
}
