import Records

/// Happenings in words.
enum HappeningWords {
  /// "Ana Lind, Pavel Orre" or "Ana Lind to Pavel Orre"; empty where nobody is named.
  static func parties(_ line: HappeningLine) -> String {
    let sources = line.sources.map(\.name).filter { !$0.isEmpty }.joined(separator: ", ")
    let targets = line.targets.map(\.name).filter { !$0.isEmpty }.joined(separator: ", ")
    return [sources, targets].filter { !$0.isEmpty }.joined(separator: " to ")
  }

  /// "CONSULT visit: Ana Lind to Pavel Orre".
  static func title(_ line: HappeningLine) -> String {
    let parties = parties(line)
    return type(line) + (parties.isEmpty ? "" : ": " + parties)
  }

  static func type(_ line: HappeningLine) -> String {
    line.type.rawValue + (line.mode.map { " " + $0 } ?? "")
  }

  static func quad(_ quad: EventType.QuadClass) -> String {
    switch quad {
    case .verbalCooperation: "verbal cooperation"
    case .materialCooperation: "material cooperation"
    case .verbalConflict: "verbal conflict"
    case .materialConflict: "material conflict"
    }
  }

  static func status(_ status: Event.Status) -> String {
    switch status {
    case .historical: "background"
    case .future: "announced"
    case .hypothetical: "not certain"
    case .negation: "denied"
    }
  }

  static func outcome(_ kind: String) -> String {
    switch kind {
    case "held": "took place"
    case "postponed": "put off"
    default: "called off"
    }
  }

  /// "Tuesday, 4 March 2025", "week 10 of 2025 (3 to 9 March 2025)", "March 2025", "2025".
  static func day(_ line: HappeningLine) -> String? {
    guard let days = line.days, let value = line.value,
      let first = Timestamp(dayNumber: days.lowerBound),
      let last = Timestamp(dayNumber: days.upperBound - 1)
    else { return nil }
    if days.count == 1 { return Dates.weekdayAndDay(first) }
    if value.utf8.count == 4 { return value }
    if value.utf8.count == 7, !value.contains("W"), !value.contains("Q") {
      return Dates.monthAndYear(first)
    }
    let range = Dates.day(first) + " to " + Dates.day(last)
    return value.contains("W") || value.contains("Q") ? value + " (" + range + ")" : range
  }

  static func place(_ spot: HappeningLine.Spot) -> String {
    let precision = spot.precision.map { self.precision($0) }
    return [spot.name, spot.country, precision].compactMap(\.self).joined(separator: ", ")
  }

  static func precision(_ precision: Place.Precision) -> String {
    switch precision {
    case .country: "somewhere in the country"
    case .region: "somewhere in the region"
    case .city: "in the city"
    case .spot: "at the spot"
    }
  }

  /// The sentence with the words that name the deed marked.
  static func lit(_ words: String, in sentence: String) -> HTML {
    let (before, after) = cut(sentence, around: words)
    guard let before, let after else {
      return group {
        mark { words }
        " " + sentence
      }
    }
    return group {
      before
      mark { words }
      after
    }
  }

  /// The first place where the words stand.
  private static func cut(_ sentence: String, around words: String) -> (String?, String?) {
    let text = Array(sentence.utf8)
    let wanted = Array(words.utf8)
    guard !wanted.isEmpty, wanted.count <= text.count else { return (nil, nil) }
    for start in 0...text.count - wanted.count
    where text[start..<start + wanted.count].elementsEqual(wanted) {
      return (
        String(decoding: text[..<start], as: UTF8.self),
        String(decoding: text[(start + wanted.count)...], as: UTF8.self)
      )
    }
    return (nil, nil)
  }

  /// "3 mentions, 2 independent outlets".
  static func counts(_ line: HappeningLine) -> String {
    Numbers.counted(line.mentions, "mention", "mentions") + ", "
      + Numbers.counted(line.outlets, "independent outlet", "independent outlets")
  }

  /// -10 to 10 with one digit behind the point, and a sign.
  static func score(_ value: Double) -> String {
    (value > 0 ? "+" : "") + SVG.number(value)
  }
}

extension HappeningLine {
  var page: Address { .page("happenings", String(id)) }
}
