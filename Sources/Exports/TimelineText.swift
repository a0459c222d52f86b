package import Records

/// Happenings for people, by day, and for programs: a line each as JSON or CSV.
package enum TimelineText {
  package static func sheet(_ lines: [HappeningLine], styled: Bool) -> String {
    var out = ""
    var heading = ""
    for line in lines {
      let day = line.value.map { $0 + (line.isDayGuessed ? " (or the day before)" : "") }
      if (day ?? "without a day") != heading {
        heading = day ?? "without a day"
        out += (out.isEmpty ? "" : "\n") + (styled ? "\u{1B}[1m" : "") + heading
        out += (styled ? "\u{1B}[0m" : "") + "\n"
      }
      out += WrappedLines.text(sentence(line), indent: "  ")
      let words = line.words.isEmpty ? "" : "\u{201C}\(line.words)\u{201D}; "
      out += WrappedLines.text(words + "happening \(line.id): " + counts(line), indent: "    ")
    }
    return out
  }

  /// "CONSULT visit: Ana Lind (NRD), Pavel Orre (EST) - future, held".
  private static func sentence(_ line: HappeningLine) -> String {
    var out = line.type.rawValue + (line.mode.map { " " + $0 } ?? "") + ": "
    out += parties(line.sources)
    if !line.targets.isEmpty { out += " > " + parties(line.targets) }
    if let spot = line.spot { out += ", " + spot.name }
    let notes = [
      line.status?.rawValue, line.outcome.map { "\($0.kind) (happening \($0.answer))" },
      line.isOnlyClaimed ? "only claimed" : nil,
    ].compactMap(\.self)
    return out + (notes.isEmpty ? "" : " - " + notes.joined(separator: ", "))
  }

  private static func parties(_ parties: [HappeningLine.Party]) -> String {
    parties.isEmpty
      ? "?"
      : parties.map { party in
        party.name + (party.country.map { " (" + $0 + (party.sector ?? "") + ")" } ?? "")
      }.joined(separator: ", ")
  }

  private static func counts(_ line: HappeningLine) -> String {
    "\(line.mentions) " + (line.mentions == 1 ? "mention" : "mentions") + ", \(line.outlets) "
      + (line.outlets == 1 ? "independent outlet" : "independent outlets")
  }

  package static func json(_ line: HappeningLine) -> [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    json.member("id", optional: line.id)
    json.member("type", line.type.rawValue)
    json.member("mode", optional: line.mode)
    json.member("status", optional: line.status?.rawValue)
    json.member("quad", optional: line.type.quadClass.rawValue)
    json.name("score")
    json.double(line.score)
    write(line.sources, "source", to: &json)
    write(line.targets, "target", to: &json)
    json.member("time", optional: line.value)
    if line.isDayGuessed { json.member("timeFrom", "published") }
    if let spot = line.spot {
      json.name("place")
      json.beginObject()
      json.member("name", spot.name)
      json.member("country", optional: spot.country)
      if let point = spot.point {
        json.name("lat")
        json.double(point.latitude)
        json.name("lon")
        json.double(point.longitude)
      }
      json.member("precision", optional: spot.precision?.rawValue)
      json.endObject()
    }
    json.member("mentions", optional: line.mentions)
    json.member("reports", optional: line.reports)
    json.member("outlets", optional: line.outlets)
    json.member("claims", optional: line.claims)
    if let outcome = line.outcome {
      json.name("outcome")
      json.beginObject()
      json.member("kind", outcome.kind)
      json.member("happening", optional: outcome.answer)
      json.member("reason", outcome.reason)
      json.endObject()
    }
    json.endObject()
    json.newline()
    return json.bytes
  }

  private static func write(
    _ parties: [HappeningLine.Party], _ name: String, to json: inout JSONWriter
  ) {
    json.name(name)
    json.beginArray()
    for party in parties {
      json.beginObject()
      json.member("name", party.name)
      json.member("actor", optional: party.actor)
      json.member("country", optional: party.country)
      json.member("sector", optional: party.sector)
      json.endObject()
    }
    json.endArray()
  }

  package static let csvHead = CSV.line([
    "id", "type", "mode", "status", "quad", "score", "source", "source_codes", "target",
    "target_codes", "first_day", "last_day", "day_guessed", "place", "country", "latitude",
    "longitude", "precision", "mentions", "reports", "outlets", "claims", "outcome", "answer",
  ])

  /// Several parties of a side stand between semicolons.
  package static func csv(_ line: HappeningLine) -> [UInt8] {
    let days = line.days.map { days in
      [days.lowerBound, days.upperBound - 1].map { Timestamp(dayNumber: $0)?.iso8601 ?? "" }
    }
    let point = line.spot?.point
    var fields = [
      String(line.id), line.type.rawValue, line.mode ?? "", line.status?.rawValue ?? "",
      String(line.type.quadClass.rawValue), CSV.number(line.score),
    ]
    for side in [line.sources, line.targets] {
      fields.append(side.map(\.name).joined(separator: "; "))
      fields.append(side.map { ($0.country ?? "") + ($0.sector ?? "") }.joined(separator: "; "))
    }
    fields += days ?? ["", ""]
    fields += [
      line.isDayGuessed ? "1" : "0", line.spot?.name ?? "", line.spot?.country ?? "",
      point.map { CSV.number($0.latitude) } ?? "", point.map { CSV.number($0.longitude) } ?? "",
      line.spot?.precision?.rawValue ?? "", String(line.mentions), String(line.reports),
      String(line.outlets), String(line.claims), line.outcome?.kind ?? "",
      line.outcome.map { String($0.answer) } ?? "",
    ]
    return CSV.line(fields)
  }
}
