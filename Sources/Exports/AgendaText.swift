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
      out += "  " + clean(entry.sentence) + "\n"
      let source = [entry.title, entry.published.iso8601, entry.address].compactMap(\.self)
      out += "    report \(entry.report): " + clean(source.joined(separator: ", ")) + "\n"
    }
    return out
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

  private static func clean(_ text: String) -> String { VisibleText.clean(text) }

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
    json.endObject()
    json.newline()
    return json.bytes
  }
}
