/// What the user said of a place of a report: evidence for what its name means in others.
package struct PlaceDecision: Sendable, Hashable {
  /// As the report's text has it.
  package var name: String
  /// What the name means, or, where it is ruled out, what it does not; the range is the report's.
  package var place: Place
  /// The user rejected the place.
  package var isRuledOut: Bool

  package init(name: String, place: Place, isRuledOut: Bool) {
    self.name = name
    self.place = place
    self.isRuledOut = isRuledOut
  }
}
