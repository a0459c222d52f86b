package import Records

/// The agenda as an iCalendar (RFC 5545), to be subscribed to.
///
/// A day is an all-day event. A time of day with a zone is in UTC, one without is floating. What is
/// known only as a week, month, quarter or year spans all its days, is tentative, takes no time,
/// and says so in its summary. UIDs depend on nothing but the report, the date it first named and the
/// sentence, so that a plan that is moved stays the same event; SEQUENCE grows with the report's
/// versions and with each change that is told of the plan. What is cancelled, or postponed to no
/// known day, is CANCELLED. Nothing depends on the clock.
package enum ICalendar {
  package static func write(_ entries: [AgendaEntry]) -> String {
    var lines = [
      "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Dateline//Agenda//EN", "CALSCALE:GREGORIAN",
      "METHOD:PUBLISH", "X-WR-CALNAME:Dateline agenda",
    ]
    for entry in entries { lines += event(entry) }
    lines.append("END:VCALENDAR")
    return lines.map { fold($0) + "\r\n" }.joined()
  }

  private static func event(_ entry: AgendaEntry) -> [String] {
    let isCertain = entry.period.precision == .day || entry.period.precision == .time
    var lines = ["BEGIN:VEVENT", "UID:\(uid(entry))", "DTSTAMP:\(stamp(entry.fetched))"]
    lines += times(entry.period)
    lines.append("SEQUENCE:\(entry.version - 1 + entry.changes.count)")
    let vague = isCertain ? "" : "(\(entry.period.precision.rawValue) of \(entry.value)) "
    lines.append("SUMMARY:" + escape(mark(entry) + vague + shortened(entry.sentence)))
    lines.append("DESCRIPTION:" + escape(description(entry)))
    if let address = entry.address { lines.append("URL:" + VisibleText.clean(oneLine(address))) }
    lines.append("TRANSP:TRANSPARENT")
    let isOff = entry.status == .cancelled || entry.status == .postponed
    lines.append("STATUS:" + (isOff ? "CANCELLED" : isCertain ? "CONFIRMED" : "TENTATIVE"))
    lines.append("CATEGORIES:" + entry.period.precision.rawValue.uppercased())
    lines.append("END:VEVENT")
    return lines
  }

  static func mark(_ entry: AgendaEntry) -> String {
    switch entry.status {
    case .planned: ""
    case .moved: "(moved from \(entry.firstValue)) "
    case .postponed: "(postponed) "
    case .cancelled: "(cancelled) "
    case .held: "(held) "
    }
  }

  /// The sentence and its report, then each change with its own.
  private static func description(_ entry: AgendaEntry) -> String {
    var parts = [entry.sentence + source(entry.title, entry.address)]
    parts += entry.changes.map { $0.sentence + source($0.title, $0.address) }
    return parts.joined(separator: "\n\n")
  }

  private static func source(_ title: String?, _ address: String?) -> String {
    let source = [title, address].compactMap(\.self).joined(separator: "\n")
    return source.isEmpty ? "" : "\n\n" + source
  }

  private static func times(_ period: TimePeriod) -> [String] {
    if let clock = period.clock {
      return ["DTSTART:" + moment(period.days.lowerBound, clock)]
    }
    return [
      "DTSTART;VALUE=DATE:" + day(period.days.lowerBound),
      "DTEND;VALUE=DATE:" + day(period.days.upperBound),
    ]
  }

  private static func moment(_ day: Int, _ clock: Timestamp.TimeOfDay) -> String {
    let seconds = day * 86_400 + (clock.hour * 60 + clock.minute - (clock.offset ?? 0)) * 60
    let stamp = stamp(UnixTime(seconds: seconds))
    return clock.offset == nil ? String(stamp.dropLast()) : stamp
  }

  private static func day(_ number: Int) -> String {
    String(stamp(UnixTime(seconds: number * 86_400)).prefix(8))
  }

  /// "20250113T092000Z".
  private static func stamp(_ time: UnixTime) -> String {
    time.iso8601.filter { $0 != "-" && $0 != ":" }
  }

  /// FNV-1a, 64 bits, over what makes the entry itself.
  private static func uid(_ entry: AgendaEntry) -> String { hash(entry) + "@dateline" }

  static func hash(_ entry: AgendaEntry) -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in "\(entry.key)\u{0}\(entry.firstValue)\u{0}\(entry.sentence)".utf8 {
      hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
    }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  static func shortened(_ text: String) -> String {
    let longest = 120
    guard text.count > longest else { return text }
    return text.prefix(longest).split(separator: " ").dropLast().joined(separator: " ") + " …"
  }

  private static func oneLine(_ text: String) -> String {
    String(text.unicodeScalars.filter { $0.value >= 0x20 }.map(Character.init))
  }

  /// TEXT of RFC 5545, 3.3.11.
  private static func escape(_ text: String) -> String {
    var out = ""
    for character in VisibleText.clean(text) {
      switch character {
      case "\\", ";", ",": out += "\\" + String(character)
      case "\n", "\r\n": out += "\\n"
      case "\r": out += ""
      case "\t": out += " "
      default: out.append(character)
      }
    }
    return out
  }

  /// Lines of at most 75 octets, never cut within a character (RFC 5545, 3.1).
  static func fold(_ line: String) -> String {
    guard line.utf8.count > 75 else { return line }
    var out = ""
    var length = 0
    for scalar in line.unicodeScalars {
      let size = String(scalar).utf8.count
      if length + size > 75 {
        out += "\r\n "
        length = 1
      }
      out.unicodeScalars.append(scalar)
      length += size
    }
    return out
  }
}
