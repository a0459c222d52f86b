/// One side of an event, or a part of it: an actor, or words with a country.
package struct Participant: Sendable, Hashable {
  /// The actor's name, or the words themselves.
  package var name: String
  /// The archive's number of the actor: who is who is the archive's business, never decided here.
  package var actor: Int?
  /// Whether the actor is somebody: a person or a body, not a country.
  package var isNamed: Bool
  /// Whether the actor is a person.
  package var isPerson = false
  /// ISO 3166-1 alpha-3, or one of PLOVER's codes for bodies of no country.
  package var country: String?
  /// PLOVER sector.
  package var sector: String?

  package init(
    name: String, actor: Int? = nil, isNamed: Bool = false, country: String? = nil,
    sector: String? = nil
  ) {
    self.name = name
    self.actor = actor
    self.isNamed = isNamed
    self.country = country
    self.sector = sector
  }
}

extension Participant {
  /// One that nothing tells from others neither speaks for two events being one nor against it.
  var isTelling: Bool { state != nil || actor != nil }

  /// How two participants are known to be the same.
  enum Agreement: Int, Sendable, Hashable {
    /// The same country, through whomever it acts.
    case country
    /// The same actor.
    case actor
  }

  /// Sectors through which a state acts: its minister, its army and itself are one party.
  private static let state: Set<String> = ["GOV", "MIL", "LEG", "JUD", "COP", "SPY", "PRM"]

  /// Codes that PLOVER has in the place of a country, and that many bodies share.
  private static let shared: Set<String> = ["IGO", "IMG", "INT", "MNC", "NGO", "NGM"]

  /// The country, where it is one.
  var state: String? { country.flatMap { Self.shared.contains($0) ? nil : $0 } }

  /// The part of the country that is meant; `nil` for the state.
  private var part: String? { sector.flatMap { Self.state.contains($0) ? nil : $0 } }

  func agreement(with other: Participant) -> Agreement? {
    if let actor, actor == other.actor { return isNamed ? .actor : .country }
    if let state, let theirs = other.state {
      guard state == theirs, !isAnotherPerson(other) else { return nil }
      return isSamePart(other) ? .country : nil
    }
    return nil
  }

  /// Armed bodies are nobody else; who is only one of the people may be more than that.
  private static let armed: Set<String> = ["REB", "CRM", "UAF"]
  private static let people = "CVL"

  private func isSamePart(_ other: Participant) -> Bool {
    guard sector != nil, other.sector != nil, part != other.part else { return true }
    guard let part, let theirs = other.part else { return false }
    return [part, theirs].contains(Self.people)
      && !Self.armed.contains(part) && !Self.armed.contains(theirs)
  }

  /// Whether the two are persons with two full names that do not end alike. "Lind" may be Ana Lind,
  /// but Nils Dahl is not.
  private func isAnotherPerson(_ other: Participant) -> Bool {
    guard isPerson, other.isPerson, let mine = fullName, let theirs = other.fullName else {
      return false
    }
    return mine.last != theirs.last && !mine.contains(theirs.last ?? "")
      && !theirs.contains(mine.last ?? "")
  }

  /// Its words in lower case; `nil` for what is no name of two words ("the minister", "Lind").
  private var fullName: [String]? {
    let words = name.split(separator: " ")
    guard words.count > 1, words.allSatisfy({ $0.first?.isUppercase == true }), words[0] != "The"
    else { return nil }
    return words.map { $0.lowercased() }
  }

  /// What it is looked up by: two that agree have one in common. Empty for one that nothing tells
  /// from others ("a man").
  var keys: [PartyKey] {
    var keys: [PartyKey] = []
    if let state { keys.append(.country(state)) }
    if let actor, isNamed || state == nil { keys.append(.actor(actor)) }
    return keys
  }

  /// In a reason: "KOR", or a name.
  var label: String { state ?? name }
}

enum PartyKey: Sendable, Hashable {
  case country(String)
  case actor(Int)
}
