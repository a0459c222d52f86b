internal import Records

/// Who did what to whom: type, mode and status, the parties with their codes, when and where, and
/// whose claim it is where the report only passes it on.
extension SheetPage {
  func events() -> [String] {
    record.events.map { event in
      let kind = [
        bold(event.type.rawValue), event.mode, event.status.map { "(\($0.rawValue))" },
      ]
      var out = line(kind.compactMap(\.self).joined(separator: " ") + "  " + parties(event))
      out += details([
        event.time.map { $0 + (event.isTimeGuessed ? " (the report's day)" : "") },
        event.place.flatMap {
          record.places.indices.contains($0) ? flat(record.places[$0].name) : nil
        },
        event.contexts.isEmpty ? nil : "on " + event.contexts.joined(separator: ", "),
        event.code.map { "CAMEO \($0)" },
        event.statement.map { "claimed by \(claimant($0))" },
      ])
      return out + context(event.range)
    }
  }

  private func parties(_ event: Event) -> String {
    let sources = side(event.sources)
    return event.targets.isEmpty ? sources : sources + " > " + side(event.targets)
  }

  private func side(_ parties: [Event.Party]) -> String {
    if parties.isEmpty { return "nobody named" }
    return parties.map { party in
      name(party.actor, party.range) + (party.code.map { " [\($0)]" } ?? "")
    }.joined(separator: ", ")
  }
}
