internal import Records

/// What a predicate's surroundings must be for it to name a deed, and which deed it then is.
struct EventFrame: Sendable {
  /// Where a filler stands.
  enum Slot: Sendable, Hashable {
    /// `directObject`: the verb's own, where the frame's object stands behind a preposition.
    case directObject
    case subject, object, indirectObject, infinitive, clause, participle, complement, adverb
    case preposition(Int32)
    /// Of a meeting: all who stand with the predicate.
    case all
    case nobody
  }

  /// What a filler must be.
  enum Filler: Sendable {
    case any, party, thing, place, country, official
    case words(Set<Int32>)
    indirect case either(Filler, Filler)
    /// A noun or verb that names a deed, of these types where any are given.
    case deed(Set<EventType>)
  }

  struct Condition: Sendable {
    var slot: Slot
    var filler: Filler
    var isRequired = true
  }

  enum Outcome: Sendable {
    case none(silencesClause: Bool)
    case deed(EventType, mode: String?)
    /// What the object, or the governed verb, names.
    case same
    /// What the table of compositions makes of it; the type where no deed is named.
    case composed(EventOperation, otherwise: EventType?)
  }

  /// The predicate's further words, in order: particles, prepositions, "fire" of "open fire on".
  var furtherWords: [Int32]
  var conditions: [Condition]
  var outcome: Outcome
  /// CAMEO.
  var code: String?
  var sources: [Slot]
  var targets: [Slot]
  /// The words, for the event's `rule`.
  var name: String

  /// The more is asked, the more is known.
  var weight: Int {
    furtherWords.count * 3
      + conditions.reduce(0) { sum, condition in
        switch condition.filler {
        case .words, .deed, .either: sum + 4
        case .any: sum + (condition.isRequired ? 2 : 1)
        case .thing: sum + 2
        default: sum + 3
        }
      }
  }
}

/// How a deed stands under the verb that governs it.
enum EventOperation: String, Sendable, Hashable {
  case intend, stop, request, refuse, threaten
}

/// A noun that names a deed.
struct DeedNoun: Sendable {
  /// Who stands where.
  enum Roles: String, Sendable {
    case deed, undergone, mutual, mediation, gift, visit, call, protest
  }

  /// Words before the noun, the nearest last.
  var modifiers: [Int32]
  var type: EventType
  var mode: String?
  var code: String?
  var roles: Roles
  /// Whether it names a deed without a verb such as "hold" or "end" over it.
  var standsAlone: Bool
  var name: String
}
