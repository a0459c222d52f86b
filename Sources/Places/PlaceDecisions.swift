internal import Gazetteer
package import Records

/// The user's decisions on places, found by the names they were made on.
package struct PlaceDecisions: Sendable {
  /// By `NameKey`, in the order they were made.
  private var byName: [UInt64: [PlaceDecision]] = [:]

  package init(_ decisions: [PlaceDecision] = []) {
    var keys = NameKey()
    for decision in decisions {
      byName[keys.hash(decision.name), default: []].append(decision)
    }
  }

  subscript(key: UInt64) -> [PlaceDecision] { byName[key] ?? [] }

  /// Whether the user said where the place of a name is.
  func mean(_ key: UInt64) -> Bool { self[key].unlisted(among: []) != nil }
}

extension PlaceDecision {
  /// Two points this near are one place's: sources differ in where a town's middle is.
  private static let cosine25 = SpherePoint.cosine(kilometres: 25)

  /// Whether it is of a place of the gazetteer; a country is none of its towns.
  func concerns(_ candidate: Toponym.Candidate) -> Bool {
    if let id = place.geonameID, candidate.place.geonameID != 0 {
      return id == candidate.place.geonameID
    }
    guard let point = place.point else { return false }
    return (place.precision == .country) == (candidate.place.kind == .country)
      && SpherePoint(latitude: point.latitude, longitude: point.longitude).dot(candidate.point)
        > Self.cosine25
  }
}

extension [PlaceDecision] {
  /// What part of the decisions on what the name means is for a candidate, 0...1.
  func share(for candidate: Toponym.Candidate) -> Double {
    let meant = filter { !$0.isRuledOut }
    guard !meant.isEmpty else { return 0 }
    return Double(meant.count { $0.concerns(candidate) }) / Double(meant.count)
  }

  /// Whether a candidate was rejected more often than meant.
  func ruleOut(_ candidate: Toponym.Candidate) -> Bool {
    reduce(0) { $0 + ($1.concerns(candidate) ? $1.isRuledOut ? 1 : -1 : 0) } > 0
  }

  /// The last one, where it is of a point that none of the candidates has: the gazetteer lacks it.
  func unlisted(among candidates: [Toponym.Candidate]) -> PlaceDecision? {
    guard let decision = last(where: { !$0.isRuledOut }), decision.place.point != nil,
      !candidates.contains(where: decision.concerns)
    else { return nil }
    return decision
  }
}
