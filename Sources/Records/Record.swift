/// What an article says, each item tied to the words it was read from.
///
/// All ranges are half-open, in UTF-8 bytes of the text recorded.
package struct Record: Sendable, Hashable {
  /// What the day was taken from that relative times are counted from.
  package struct Day: Sendable, Hashable {
    package enum Source: String, Sendable, Hashable {
      /// Given with the text, or found by the reading of the page.
      case published
      /// A dateline in the text, taken where no day of publication is known.
      case text
    }

    package var timestamp: Timestamp
    package var source: Source
    /// Where in the page it was found ("json-ld"); `nil` where it was given, or is the text's own.
    package var place: String?
    /// The dateline that the text carries, where it is another day; it was not used.
    package var dateline: Timestamp?

    package init(
      timestamp: Timestamp, source: Source, place: String? = nil, dateline: Timestamp? = nil
    ) {
      self.timestamp = timestamp
      self.source = source
      self.place = place
      self.dateline = dateline
    }
  }

  package var sentences: [Range<Int>] = []
  package var actors: [Actor] = []
  package var statements: [Attribution] = []
  package var events: [Event] = []
  package var times: [TimeExpression] = []
  package var places: [Place] = []
  package var changes: [PlanChange] = []
  /// `nil`: relative times stay open.
  package var day: Day?
  /// Version of the rules that made the items.
  package var rulebook: String

  package init(rulebook: String) { self.rulebook = rulebook }
}
