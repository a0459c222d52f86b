/// The constructions in which a cue ties a source to a content; each is also the name of the rule
/// of an item.
enum Frame: UInt8, Sendable, Hashable, CaseIterable {
  /// A verb and a finite clause after it: "she said that it rains".
  case clause
  /// A verb and an infinitive: "they promised to come".
  case infinitive
  /// A verb, or adjective, and a small clause: "calls it unfair".
  case complement
  /// A verb and a noun phrase: "he denied the report".
  case object
  /// A verb and what a preposition of its governs: "they called for elections".
  case preposition
  /// A noun that a verb governs, and its own complement: "issued a warning that ...".
  case nounObject
  /// An adjective with a copula: "is critical of the plan", "is sure that ...".
  case adjective
  /// A passive, or a raising verb, whose subject is part of the content: "she is expected to win".
  case subject
  /// The content stands before: "it rains, she said".
  case preposed
  /// The same with the cue as an insertion, between commas or at the end.
  case inserted
  /// A clause with "as": "as he put it".
  case asClause
  /// A verb of a clause that modifies the content: "the plan he proposed".
  case relative
  /// A quotation beside a verb, whatever the trees say.
  case quotation
  /// What follows a colon.
  case colon
  /// "X: Y" without a verb.
  case label
  /// A quotation with its author behind it: "..." — Anna Berg
  case signed
  /// A noun and its clause: "his claim that ...".
  case nounClause
  /// A noun and what its preposition governs: "support for the plan".
  case nounPreposition
  /// A noun, a copula and a clause: "the aim is to win".
  case copula
  /// "According to" and the like.
  case according
  /// "reportedly"
  case adverb
  /// Left over of a quotation that an earlier cue began.
  case continuation
  /// What stands before a colon, with its speaker behind: "Ferry sinks off Orre: police".
  case headline

  /// Whether its content may stand on another line than its cue.
  var crossesLines: Bool {
    switch self {
    case .colon, .label, .quotation, .signed: true
    default: false
    }
  }

  /// As tables and records write it.
  var name: String { String(describing: self) }

  init?(name: String) {
    guard let frame = Self.byName[name] else { return nil }
    self = frame
  }

  private static let byName = Dictionary(
    uniqueKeysWithValues: allCases.map { ($0.name, $0) })
}

/// Frames as the bits of a number.
struct FrameSet: Sendable, Hashable {
  private var bits: UInt64 = 0

  func contains(_ frame: Frame) -> Bool { bits & (1 << UInt64(frame.rawValue)) != 0 }
  mutating func insert(_ frame: Frame) { bits |= 1 << UInt64(frame.rawValue) }
  mutating func formUnion(_ other: FrameSet) { bits |= other.bits }
}
