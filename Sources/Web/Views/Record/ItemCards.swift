internal import Archive
internal import Records

/// The record of a report beside its text: a card an item, each with a link to its lit words and,
/// where the archive may be changed, a form for the user's word.
struct ItemCards {
  let record: RecordModel
  /// What the record's ranges refer to.
  let text: String
  /// Where the user's word goes; `nil` where the archive is shown only.
  let judge: JudgeForm?

  /// Cards of a kind that are shown; the rest is counted.
  private static let most = 200

  var view: HTML {
    group {
      if let judge { judge.names(record) }
      toggles
      statements
      section(.event, "Events", record.events, event)
      section(.time, "Dates", record.times, time)
      section(.place, "Places", record.places, place)
      section(.actor, "Actors", record.actors, actor)
    }
  }

  // MARK: - What is lit

  /// Boxes that the style sheet looks at; no script needed. Actors stand in every line, so they
  /// are not lit at first.
  private var toggles: HTML {
    fieldset(.class("layers")) {
      legend { "Lit in the text" }
      toggle("said", "statements", record.statements.count, isOn: true)
      toggle("event", "events", record.events.count, isOn: true)
      toggle("when", "dates", record.times.count, isOn: true)
      toggle("where", "places", record.places.count, isOn: true)
      toggle("who", "actors", record.actors.count, isOn: false)
    }
  }

  private func toggle(_ layer: String, _ words: String, _ count: Int, isOn: Bool) -> HTML {
    label {
      input(
        Attribute("type", "checkbox"), .id("show-" + layer),
        isOn ? Attribute("checked", nil) : nil, Attribute("autocomplete", "off"))
      " "
      span(Attribute("data-layer", layer)) { words }
      " " + Numbers.grouped(count)
    }
  }

  // MARK: - Statements, by speaker

  private struct Voice {
    enum Key: Hashable {
      case actor(Int)
      case words(String?)
    }

    var name: String?
    var address: Address?
    var statements: [RecordModel.Entry<Attribution>]
  }

  /// Speakers in the order of their first words: actors, else what the text calls them.
  private var voices: [Voice] {
    var voices: [Voice] = []
    var places: [Voice.Key: Int] = [:]
    let scalars = Array(text.unicodeScalars)
    for entry in record.statements.prefix(Self.most) {
      let speaker = entry.value.speaker
      let actor = speaker?.actor.flatMap { number in record.actor(number).map { (number, $0.name) }
      }
      let called = speaker.flatMap { Self.words($0.range, scalars) }
      let key = actor.map { Voice.Key.actor($0.0) } ?? .words(called)
      if let place = places[key] {
        voices[place].statements.append(entry)
      } else {
        places[key] = voices.count
        voices.append(
          Voice(
            name: actor?.1 ?? called,
            address: actor.flatMap { record.known[$0.0] }.map { .page("actors", String($0)) },
            statements: [entry]))
      }
    }
    return voices
  }

  /// The text's words, cut where they are many.
  private static func words(_ range: Range<Int>, _ scalars: [Unicode.Scalar]) -> String? {
    guard range.lowerBound >= 0, range.upperBound <= scalars.count, !range.isEmpty else {
      return nil
    }
    var words = String.UnicodeScalarView()
    words.append(contentsOf: scalars[range].prefix(longestName))
    return String(words) + (range.count > longestName ? "…" : "")
  }

  private static let longestName = 100

  @HTMLBuilder
  private var statements: HTML {
    if !record.statements.isEmpty {
      Tag("section")(.labelledBy("statements")) {
        heading("statements", "Statements", record.statements.count)
        for voice in voices {
          h3 { linked(voice.name ?? "Speaker left open", voice.address) }
          ol(.class("items")) { for entry in voice.statements { statement(entry) } }
        }
        rest(record.statements.count)
      }
    }
  }

  private func statement(_ entry: RecordModel.Entry<Attribution>) -> HTML {
    card(.statement, entry, lead: String(entry.number + 1)) {
      note {
        ItemWords.manner(entry.value)
        if let inside = record.statement(entry.value.inside) {
          ", within "
          a(.href(.anchor(ItemAnchor.card(.statement, inside.number)))) {
            "statement \(inside.number + 1)"
          }
        }
      }
    }
  }

  // MARK: - The other kinds

  private func event(_ entry: RecordModel.Entry<Event>) -> HTML {
    let event = entry.value
    return card(.event, entry, lead: event.type.rawValue) {
      p {
        if event.sources.isEmpty { "nobody named" } else { parties(event.sources) }
        if !event.targets.isEmpty {
          " to "
          parties(event.targets)
        }
      }
      if let status = ItemWords.status(event, record) {
        p(.class("status")) { status.words }
      }
      note {
        [event.mode, event.contexts.isEmpty ? nil : event.contexts.joined(separator: ", ")]
          .compactMap(\.self).map { $0 + " · " }.joined()
        eventTime(event)
        if let place = record.places.first(where: { $0.number == event.place }) {
          " · "
          a(.href(.anchor(ItemAnchor.card(.place, place.number)))) { place.value.name }
        }
        if let happening = record.happenings[entry.number] {
          " · "
          a(.href(.page("happenings", String(happening)))) { "who else tells it" }
        }
      }
    }
  }

  private func eventTime(_ event: Event) -> String {
    guard let time = event.time else { return "day open" }
    return ItemWords.value(time)
      + (event.isTimeGuessed ? ", the day of the report for want of one" : "")
  }

  private func parties(_ parties: [Event.Party]) -> HTML {
    group {
      for (index, party) in parties.enumerated() {
        if index > 0 { ", " }
        linked(
          record.actor(party.actor)?.name ?? party.code ?? "not named",
          party.actor.flatMap { record.known[$0] }.map { .page("actors", String($0)) })
      }
    }
  }

  private func time(_ entry: RecordModel.Entry<TimeExpression>) -> HTML {
    card(.time, entry, lead: nil) {
      note {
        entry.value.value.map(ItemWords.value) ?? "no such day"
        [entry.value.mod?.rawValue.lowercased(), ItemWords.anchor(entry.value.anchor)]
          .compactMap(\.self).map { " · " + $0 }.joined()
      }
    }
  }

  private func place(_ entry: RecordModel.Entry<Place>) -> HTML {
    card(.place, entry, lead: nil) {
      note { ItemWords.summary(entry.value) }
    }
  }

  private func actor(_ entry: RecordModel.Entry<Actor>) -> HTML {
    let actor = entry.value
    return card(.actor, entry, lead: nil) {
      p {
        linked(
          actor.name, record.known[entry.number].map { .page("actors", String($0)) })
      }
      for role in actor.roles.prefix(8) { p { office(role) } }
      note {
        [actor.kind.rawValue, actor.country, actor.sector].compactMap(\.self)
          .joined(separator: ", ")
        " · " + Numbers.counted(actor.mentions.count, "mention", "mentions")
      }
    }
  }

  /// With the report that tells it, where it is another one.
  private func office(_ role: Actor.Role) -> HTML {
    group {
      ItemWords.office(role)
      if let report = role.report {
        ", told by "
        a(.href(.page("report", String(report)))) { "report \(report)" }
      }
    }
  }

  // MARK: - Cards

  @HTMLBuilder
  private func section<Value>(
    _ kind: ItemKind, _ title: String, _ entries: [RecordModel.Entry<Value>],
    _ card: (RecordModel.Entry<Value>) -> HTML
  ) -> HTML {
    if !entries.isEmpty {
      Tag("section")(.labelledBy(title.lowercased())) {
        heading(title.lowercased(), title, entries.count)
        ol(.class("items")) { for entry in entries.prefix(Self.most) { card(entry) } }
        rest(entries.count)
      }
    }
  }

  private func heading(_ id: String, _ title: String, _ count: Int) -> HTML {
    h2(.id(id)) {
      title + " "
      span(.class("meta")) { Numbers.grouped(count) }
    }
  }

  @HTMLBuilder
  private func rest(_ count: Int) -> HTML {
    if count > Self.most {
      p(.class("meta")) { Numbers.grouped(count - Self.most) + " more are in the export" }
    }
  }

  private func card<Value>(
    _ kind: ItemKind, _ entry: RecordModel.Entry<Value>, lead: String?,
    @HTMLBuilder _ content: () -> HTML
  ) -> HTML {
    li(
      .class("item"), .id(ItemAnchor.card(kind, entry.number)), Attribute("data-step", nil),
      Attribute("data-kind", kind.rawValue),
      entry.verdict.map { Attribute("data-verdict", $0.rawValue) }
    ) {
      p(.class("words")) {
        if let lead {
          b { lead }
          " "
        }
        quoted(kind, entry)
      }
      content()
      verdict(entry)
      note { "rule: " + entry.rule }
      if let judge { judge.form(kind, entry.number, entry.verdict, fields(kind, entry)) }
    }
  }

  /// The item's words, as a link to where they stand.
  @HTMLBuilder
  private func quoted<Value>(_ kind: ItemKind, _ entry: RecordModel.Entry<Value>) -> HTML {
    let words = ItemCards.shortened(entry.words)
    if entry.verdict == .rejected {
      del { bdi { words } }
    } else {
      a(.href(.anchor(ItemAnchor.words(kind, entry.number)))) { bdi { words } }
    }
  }

  private static let longestQuotation = 160

  static func shortened(_ words: String) -> String {
    guard words.count > longestQuotation else { return words }
    let cut = words.prefix(longestQuotation)
    return (cut.lastIndex(of: " ").map { cut[..<$0] } ?? cut) + " …"
  }

  @HTMLBuilder
  private func verdict<Value>(_ entry: RecordModel.Entry<Value>) -> HTML {
    if let verdict = entry.verdict {
      p(.class("verdict")) {
        switch verdict {
        case .confirmed: "Confirmed by you"
        case .rejected: "Rejected by you"
        case .corrected: "Corrected by you"
        }
        if entry.isReadOtherwise { "; the rules read it otherwise now" }
      }
    }
  }

  private func note(@HTMLBuilder _ content: () -> HTML) -> HTML {
    p(.class("meta"), content: content)
  }

  @HTMLBuilder
  private func linked(_ name: String, _ address: Address?) -> HTML {
    if let address { a(.href(address)) { bdi { name } } } else { bdi { name } }
  }

  private func fields<Value>(_ kind: ItemKind, _ entry: RecordModel.Entry<Value>) -> [JudgeForm
    .Field]
  {
    CorrectionFields.fields(entry.value, record)
  }
}
