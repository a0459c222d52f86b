internal import Records

/// What a predicate says was done, before it is known who did it and whether it was.
struct DeedReading: Sendable {
  var type: EventType
  var mode: String?
  var code: String?
  /// The word that the parties are sought from.
  var predicate: Int
  /// The frame that read it; `nil`: a noun that stands alone.
  var frame: Int?
  /// The word for the deed itself, where the predicate only carries it out, ends it, means it.
  var deed: Int?
  /// Tokens that hold the deed's object.
  var objects: [Int]
  /// Whether the deed is the outer one ("threatened to attack"), so that the inner is no event.
  var isComposed: Bool
}
