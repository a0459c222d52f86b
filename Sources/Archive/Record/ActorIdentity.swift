internal import Records

/// Whether an actor of a report is one that the archive knows already.
///
/// One person is one actor where name, country and office agree, or where a full name stands and
/// nothing speaks against it. Where something does, two stay two (`Archive.doubtfulActors` lists
/// them), and so does a single name without country and office: joining is the user's right.
struct ActorIdentity: Sendable, Hashable {
  var kind: Actor.Kind
  /// By `NameFolding`.
  var name: String
  var country: String?
  /// Titles of offices, folded.
  var offices: Set<String>

  /// How well two of the same kind and name go together; `nil` where they do not.
  func agreement(with other: ActorIdentity) -> Int? {
    if let country, let theirs = other.country, country != theirs { return nil }
    let agreesInCountry = country != nil && country == other.country
    guard kind == .person else { return agreesInCountry ? 2 : country == other.country ? 1 : 0 }
    let agreesInOffice = offices.contains { mine in
      other.offices.contains { Self.isSameOffice(mine, $0) }
    }
    if !offices.isEmpty, !other.offices.isEmpty, !agreesInOffice { return nil }
    if !name.contains(" "), !(agreesInCountry && agreesInOffice) { return nil }
    if agreesInOffice || agreesInCountry {
      return (agreesInOffice ? 4 : 0) + (agreesInCountry ? 2 : 0)
    }
    return offices == other.offices && country == other.country ? 1 : 0
  }

  /// "minister" may be short for "transport minister".
  static func isSameOffice(_ a: String, _ b: String) -> Bool {
    a == b || a.hasSuffix(" " + b) || b.hasSuffix(" " + a)
  }

  /// The one candidate that fits best; `nil` where none fits, or several fit alike.
  func best(of candidates: [(id: Int, identity: ActorIdentity)]) -> Int? {
    let fitting = candidates.compactMap { candidate in
      agreement(with: candidate.identity).map { (id: candidate.id, score: $0) }
    }
    guard let best = fitting.max(by: { $0.score < $1.score }) else { return nil }
    return fitting.count { $0.score == best.score } == 1 ? best.id : nil
  }
}
