internal import Archive
internal import Records

/// What items mean, in words.
enum ItemWords {
  // MARK: - Actors

  static func summary(_ actor: Actor) -> String {
    ([actor.name] + actor.roles.prefix(1).map(office)).joined(separator: ", ")
  }

  /// "former transport minister, NRD, 2019 to 2023".
  static func office(_ role: Actor.Role) -> String {
    let standing = role.standing.map { $0.rawValue + " " } ?? ""
    let at = [role.organization, role.country].compactMap(\.self)
    let time = tenure(from: role.from, to: role.to)
    return ([standing + role.title] + at + [time].compactMap(\.self)).joined(separator: ", ")
  }

  static func tenure(from: String?, to: String?) -> String? {
    switch (from, to) {
    case (nil, nil): nil
    case (let from?, nil): "since " + from
    case (nil, let to?): "until " + to
    case (let from?, let to?): from + " to " + to
    }
  }

  // MARK: - Statements

  static func summary(_ statement: Attribution, _ record: RecordModel) -> String {
    let speaker = record.actor(statement.speaker?.actor)?.name
    let who = speaker ?? (statement.speaker == nil ? "nobody named" : "speaker left open")
    return who + ": " + manner(statement)
  }

  /// "said, direct", "believed, indirect".
  static func manner(_ statement: Attribution) -> String {
    act(statement.act) + ", " + statement.kind.rawValue
  }

  static func act(_ act: Attribution.Act) -> String {
    switch act {
    case .speech: "said"
    case .belief: "believed"
    case .intention: "intended"
    case .attitude: "felt"
    case .decree: "decreed"
    case .evidence: "shown"
    }
  }

  // MARK: - Events

  static func summary(_ event: Event, _ record: RecordModel) -> String {
    var words = event.type.rawValue
    if let mode = event.mode { words += " " + mode }
    let sources = parties(event.sources, record)
    let targets = parties(event.targets, record)
    if !sources.isEmpty { words += ": " + sources.joined(separator: ", ") }
    if !targets.isEmpty { words += " to " + targets.joined(separator: ", ") }
    return words
  }

  static func parties(_ parties: [Event.Party], _ record: RecordModel) -> [String] {
    parties.map { party in
      record.actor(party.actor)?.name ?? party.code ?? "not named"
    }
  }

  struct Status: Sendable, Hashable {
    var short: String
    var words: String
  }

  /// What is not told as a plain fact is said to be something else.
  static func status(_ event: Event, _ record: RecordModel) -> Status? {
    if let statement = record.statement(event.statement) {
      let speaker = record.actor(statement.value.speaker?.actor)?.name
      let told = event.status.map { ", " + self.words($0) } ?? ""
      return Status(
        short: "claimed", words: (speaker.map { "claimed by " + $0 } ?? "claimed") + told)
    }
    return event.status.map { Status(short: words($0), words: words($0)) }
  }

  static func words(_ status: Event.Status) -> String {
    switch status {
    case .historical: "background"
    case .future: "announced"
    case .hypothetical: "not certain"
    case .negation: "denied"
    }
  }

  // MARK: - Times and places

  static func summary(_ place: Place) -> String {
    let precision = place.precision.map { "as a " + $0.rawValue } ?? "not on the map"
    return [place.name, place.country, precision].compactMap(\.self).joined(separator: ", ")
  }

  static func anchor(_ anchor: TimeAnchor?) -> String? {
    switch anchor {
    case .publication: "counted from the day of publication"
    case .expression(let value): "counted from " + value
    case .open: "counted from something not dated"
    case nil: nil
    }
  }

  /// "10 March 2025" for a day; other values as they are.
  static func value(_ value: String) -> String {
    guard value.utf8.count == 10, let day = Timestamp(iso8601: value) else { return value }
    return Dates.weekdayAndDay(day)
  }
}
