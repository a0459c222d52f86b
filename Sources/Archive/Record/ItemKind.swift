internal import Records

/// The kinds of items of a record, and which members of their JSON are the reading itself: without
/// rule and numbers of other items, which differ from run to run.
package enum ItemKind: String, Sendable, Hashable, CaseIterable {
  case statement
  case event
  case time
  case place
  case actor
  /// A plan that was changed.
  case change
  /// Of an archive that knows more kinds than this program.
  case other

  package init(_ name: String) { self = ItemKind(rawValue: name) ?? .other }

  private var members: [String] {
    switch self {
    case .statement: ["kind", "act"]
    case .event: ["type", "mode", "status", "code"]
    case .time: ["type", "value", "mod", "quant"]
    case .place: ["name", "country", "lat", "lon", "geonameid", "precision"]
    case .actor: ["name", "kind", "country", "sector"]
    case .change: ["type", "old", "new"]
    case .other: []
    }
  }

  /// Members that hold spans of words.
  private var spans: [String] {
    switch self {
    case .statement: ["content", "speaker"]
    case .event: ["source", "target"]
    case .change: ["plan"]
    case .time, .place, .actor, .other: []
    }
  }

  /// Members that are numbers of other items of the same record.
  private var numbers: [String] {
    switch self {
    case .statement: ["time", "inside"]
    case .event: ["place", "statement", "sentence"]
    case .time, .place, .actor, .change, .other: []
    }
  }

  private static let actorKeys = ["actor", "name"]

  func essence(_ json: JSONValue, withSpans: Bool) -> JSONValue {
    if self == .other { return json }
    return json.keeping(members + (withSpans ? spans : [])).mapParties { party in
      Self.actorKeys.reduce(party) { $0.setting($1, nil) }
    }
  }

  /// What the user wants, over what the rules read. Parties are found by their actors' names, as
  /// numbers of items hold for one run of the rules only.
  func merge(
    _ wanted: JSONValue, over current: JSONValue, withSpans: Bool, isSameRulebook: Bool,
    actors: [String: Int]
  ) -> JSONValue {
    if isSameRulebook, withSpans { return wanted }
    var out = withSpans ? wanted : current
    if withSpans {
      for name in numbers { out = out.setting(name, current[name]) }
      // An event's JSON is none without the number of its sentence.
      if self == .event, out["sentence"] == nil { out = out.setting("sentence", .number(0)) }
    } else {
      for name in members { out = out.setting(name, wanted[name]) }
    }
    return out.mapParties { party in
      guard let name = party["name"]?.string else {
        return withSpans ? party.setting("actor", nil) : party
      }
      return party.setting("actor", actors[name].map { .number(Double($0)) })
    }
  }

  /// With the name of each party's actor beside its number, so that it is known again later.
  func naming(_ json: JSONValue, _ names: [Int: String]) -> JSONValue {
    json.mapParties { party in
      guard let name = party["actor"]?.int.flatMap({ names[$0] }) else { return party }
      return party.setting("name", .string(name))
    }
  }
}

extension JSONValue {
  /// With speaker, source and target changed; nothing else has them.
  fileprivate func mapParties(_ change: (JSONValue) -> JSONValue) -> JSONValue {
    ["speaker", "source", "target"].reduce(self) { json, name in
      guard let party = json[name] else { return json }
      return json.setting(name, party.mapObjects(change))
    }
  }
}
