package import Records

/// A pair of parties over time: a chart for a terminal, and for programs CSV and JSON.
package enum RelationsText {
  /// Widest bar, in characters.
  private static let width = 34

  /// A bar for each period, as long as it has happenings, by quad class; beside it the numbers.
  package static func chart(_ relations: Relations) -> String {
    guard !relations.periods.isEmpty else { return WrappedLines.text(sums(relations), indent: "") }
    let classes = zip(marks, EventType.QuadClass.allCases).map { "\($0) \($1.words)" }
      .joined(separator: ", ")
    var out = WrappedLines.text(
      "\(relations.first) and \(relations.second), by \(relations.step.rawValue). "
        + "Bars count happenings: \(classes).", indent: "")
    out += "\n"
    let most = relations.periods.map(\.happenings).max() ?? 0
    let column = relations.periods.map(\.value.utf8.count).max() ?? 0
    let barWidth = min(most, width)
    out += pad("", column) + "  " + pad("", barWidth) + "  happenings  mentions  outlets  score\n"
    for period in relations.periods {
      let numbers = [
        left("\(period.happenings)", 10), left("\(period.mentions)", 8),
        left("\(period.outlets)", 7), left(period.meanScore.map(score) ?? "-", 5),
      ]
      out += pad(period.value, column) + "  " + pad(bar(period, most: most), barWidth) + "  "
      out += numbers.joined(separator: "  ") + "\n"
    }
    return out + "\n" + WrappedLines.text(sums(relations), indent: "")
  }

  private static let marks: [Character] = ["+", "#", "-", "x"]

  private static func bar(_ period: RelationPeriod, most: Int) -> String {
    var out = ""
    var done = 0
    for (mark, count) in zip(marks, period.counts) {
      let end = done + count.happenings
      // Ends are rounded, not lengths, so that the bar's length is that of the whole.
      let scaled = most > width ? (end * width + most / 2) / most : end
      out += String(repeating: mark, count: max(0, scaled - out.count))
      done = end
    }
    return out
  }

  /// What is counted, of how much, and what is not.
  package static func sums(_ relations: Relations) -> String {
    let all = relations.periods.reduce(0) { $0 + $1.allHappenings }
    let step = relations.step.rawValue
    var out = counted(relations.happenings, "happening") + " in "
    out += counted(relations.mentions, "mention") + ", of " + counted(all, "happening")
    out += " of the archive in these \(step)s."
    if relations.undated > 0 {
      out += " Without a day, or of longer than a \(step), and not in the chart: "
      out += "\(relations.undated) more."
    }
    if relations.leftOut > 0 {
      out += " Background, to come, negated or only thought of, and not counted: "
      out += "\(relations.leftOut)."
    }
    return out
  }

  private static func counted(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)" + (number == 1 ? "" : "s")
  }

  package static func csv(_ relations: Relations) -> [UInt8] {
    let classes = EventType.QuadClass.allCases.map(\.column)
    var out = CSV.line(
      [relations.step.rawValue, "happenings", "mentions", "outlets", "mean_score"]
        + classes.map { $0 + "_happenings" } + classes.map { $0 + "_mentions" }
        + ["all_happenings", "all_reports"])
    for period in relations.periods {
      let counts =
        [period.happenings, period.mentions, period.outlets].map(String.init)
        + [period.meanScore.map(CSV.number) ?? ""]
      let byClass =
        period.counts.map { String($0.happenings) } + period.counts.map { String($0.mentions) }
      out += CSV.line(
        [period.value] + counts + byClass
          + [String(period.allHappenings), String(period.allReports)])
    }
    return out
  }

  package static func json(_ relations: Relations) -> [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    json.member("first", relations.first)
    json.member("second", relations.second)
    json.member("by", relations.step.rawValue)
    json.name("periods")
    json.beginArray()
    for period in relations.periods {
      json.beginObject()
      json.member("time", period.value)
      json.member("happenings", optional: period.happenings)
      json.member("mentions", optional: period.mentions)
      json.member("outlets", optional: period.outlets)
      json.name("score")
      if let score = period.meanScore { json.double(score) } else { json.null() }
      json.name("quads")
      json.beginArray()
      for count in period.counts {
        json.beginObject()
        json.member("happenings", optional: count.happenings)
        json.member("mentions", optional: count.mentions)
        json.endObject()
      }
      json.endArray()
      json.member("allHappenings", optional: period.allHappenings)
      json.member("allReports", optional: period.allReports)
      json.endObject()
    }
    json.endArray()
    json.member("undated", optional: relations.undated)
    json.member("leftOut", optional: relations.leftOut)
    json.endObject()
    json.newline()
    return json.bytes
  }

  private static func pad(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }

  private static func left(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }

  /// With one digit behind the point.
  package static func score(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return (tenths < 0 ? "-" : "") + "\(abs(tenths) / 10).\(abs(tenths) % 10)"
  }
}

extension EventType.QuadClass {
  package var words: String {
    switch self {
    case .verbalCooperation: "verbal cooperation"
    case .materialCooperation: "material cooperation"
    case .verbalConflict: "verbal conflict"
    case .materialConflict: "material conflict"
    }
  }

  fileprivate var column: String {
    switch self {
    case .verbalCooperation: "verbal_cooperation"
    case .materialCooperation: "material_cooperation"
    case .verbalConflict: "verbal_conflict"
    case .materialConflict: "material_conflict"
    }
  }
}
