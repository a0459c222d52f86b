package import Records

/// The agenda as an Atom feed (RFC 4287): what was announced last stands first.
///
/// Ids depend on nothing but the report, the date and the sentence, as those of the iCalendar do;
/// nothing depends on the clock.
package enum AgendaAtom {
  /// - address: of the agenda's page; entries link to reports beside it.
  package static func write(_ entries: [AgendaEntry], address: String) -> String {
    let latest = entries.map(\.fetched).max() ?? UnixTime(seconds: 0)
    var out = """
      <?xml version="1.0" encoding="utf-8"?>
      <feed xmlns="http://www.w3.org/2005/Atom">
      <title>Dateline agenda</title>
      <id>urn:dateline:agenda</id>
      <updated>\(latest.iso8601)</updated>
      <author><name>Dateline</name></author>
      <link rel="alternate" type="text/html" href="\(escape(address + "/agenda"))"/>

      """
    for entry in entries.sorted(by: { ($1.fetched, $0.report) < ($0.fetched, $1.report) }) {
      out += Self.entry(entry, address: address)
    }
    return out + "</feed>\n"
  }

  private static func entry(_ entry: AgendaEntry, address: String) -> String {
    let told = entry.changes.map { "\($0.outcome.rawValue): \($0.sentence)" }
    let parts = [entry.sentence, entry.title, entry.address].compactMap(\.self) + told
    return """
      <entry>
      <title>\(escape(entry.value + ": " + ICalendar.mark(entry) + ICalendar.shortened(entry.sentence)))</title>
      <id>urn:dateline:agenda:\(ICalendar.hash(entry))</id>
      <updated>\(entry.fetched.iso8601)</updated>
      <link rel="alternate" type="text/html" href="\(escape(address + "/report/\(entry.report)"))"/>
      <summary>\(escape(parts.joined(separator: "\n")))</summary>
      <category term="\(entry.period.precision.rawValue)"/>
      </entry>

      """
  }

  /// Character data of XML 1.0; what XML cannot hold at all is left out.
  private static func escape(_ text: String) -> String {
    var out = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": out += "&amp;"
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      case "\"": out += "&quot;"
      case "\t", "\n": out.unicodeScalars.append(scalar)
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{FFFE}", "\u{FFFF}": continue
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }
}
