/// Who did what to whom, in the codes of PLOVER 0.8.
package struct Event: Sendable, Hashable {
  package enum Status: String, Sendable, Hashable, CaseIterable {
    case historical
    case future
    case hypothetical
    case negation
  }

  /// One side of an event.
  package struct Party: Sendable, Hashable {
    /// Index in the record's `actors`.
    package var actor: Int?
    /// UTF-8 bytes of the text.
    package var range: Range<Int>
    /// ISO 3166-1 alpha-3, or "IGO" and the like.
    package var country: String?
    /// PLOVER sector.
    package var sector: String?

    package init(
      actor: Int? = nil, range: Range<Int>, country: String? = nil, sector: String? = nil
    ) {
      self.actor = actor
      self.range = range
      self.country = country
      self.sector = sector
    }

    /// Country and sector in one code ("USAGOV"); `nil` where the country is not known.
    package var code: String? { country.map { $0 + (sector ?? "") } }
  }

  package var type: EventType
  package var mode: String?
  package var contexts: [String] = []
  /// CAMEO root or code, where the frame knows it.
  package var code: String?
  /// Several for compound parties; all participants of a meeting are sources.
  package var sources: [Party]
  package var targets: [Party]
  /// TIMEX3 value.
  package var time: String?
  /// Whether `time` is only the report's own day, for want of a better one.
  package var isTimeGuessed = false
  /// Index in the record's `places`.
  package var place: Int?
  /// `nil`: told as a plain fact.
  package var status: Status?
  /// Index in the record's `statements`: then it is that speaker's claim, not the report's.
  package var statement: Int?
  /// UTF-8 bytes of the words that name the deed.
  package var range: Range<Int>
  /// Further words of the same report for the same deed.
  package var mentions: [Range<Int>] = []
  /// Index in the record's `sentences`.
  package var sentence: Int
  package var rule: String

  package init(
    type: EventType, sources: [Party], targets: [Party], range: Range<Int>, sentence: Int,
    rule: String
  ) {
    self.type = type
    self.sources = sources
    self.targets = targets
    self.range = range
    self.sentence = sentence
    self.rule = rule
  }
}
