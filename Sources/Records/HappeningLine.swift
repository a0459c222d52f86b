/// A happening as the archive keeps it: an event in the world, with how often and by whom it is told.
package struct HappeningLine: Sendable, Hashable, Identifiable {
  package struct Party: Sendable, Hashable {
    /// The actor's name, or the words that stand for it.
    package var name: String
    /// The archive's number of the actor.
    package var actor: Int?
    /// ISO 3166-1 alpha-3, or "IGO" and the like.
    package var country: String?
    /// PLOVER sector.
    package var sector: String?

    package init(
      name: String, actor: Int? = nil, country: String? = nil, sector: String? = nil
    ) {
      self.name = name
      self.actor = actor
      self.country = country
      self.sector = sector
    }
  }

  /// Where it was, as far as the text and the gazetteer tell.
  package struct Spot: Sendable, Hashable {
    package var name: String
    /// ISO 3166-1 alpha-2.
    package var country: String?
    package var point: Place.Point?
    package var precision: Place.Precision?

    package init(
      name: String, country: String? = nil, point: Place.Point? = nil,
      precision: Place.Precision? = nil
    ) {
      self.name = name
      self.country = country
      self.point = point
      self.precision = precision
    }
  }

  /// What became of an announcement.
  package struct Outcome: Sendable, Hashable {
    /// "held", "postponed" or "cancelled".
    package var kind: String
    /// The happening that tells it.
    package var answer: Int
    package var reason: String

    package init(kind: String, answer: Int, reason: String) {
      self.kind = kind
      self.answer = answer
      self.reason = reason
    }
  }

  package var id: Int
  package var type: EventType
  package var mode: String?
  package var status: Event.Status?
  package var sources: [Party] = []
  package var targets: [Party] = []
  /// Days since 1970-01-01; `nil` where nobody tells them.
  package var days: Range<Int>?
  /// "2025-01-13", "2025-W03"; `nil` as `days`.
  package var value: String?
  /// Whether the day is only that of a report.
  package var isDayGuessed = false
  /// The day of the first report.
  package var reported: Int
  package var spot: Spot?
  /// Mentions and happenings are never counted together.
  package var mentions: Int
  package var reports: Int
  /// Witnesses that do not copy from one another.
  package var outlets: Int
  /// Mentions that are somebody's claim.
  package var claims: Int
  /// PLOVER's, -10 to 10.
  package var score: Double
  package var outcome: Outcome?
  /// The words for the deed in its most exact mention, and their sentence.
  package var words = ""
  package var sentence = ""

  package init(
    id: Int, type: EventType, reported: Int, mentions: Int, reports: Int, outlets: Int,
    claims: Int, score: Double
  ) {
    self.id = id
    self.type = type
    self.reported = reported
    self.mentions = mentions
    self.reports = reports
    self.outlets = outlets
    self.claims = claims
    self.score = score
  }

  /// Nobody reports it as a fact.
  package var isOnlyClaimed: Bool { claims == mentions }
}

/// A mention of a happening: its words, and why it is one of it.
package struct HappeningMention: Sendable, Hashable {
  package var report: Int
  /// Its number among the events of the report's record.
  package var event: Int
  package var version: Int
  package var title: String?
  package var outlet: String?
  package var published: String?
  package var words: String
  package var sentence: String
  /// `nil` for the mention that the others were merged with.
  package var reason: String?
  /// Whether it is one of it on the user's word.
  package var isJoined: Bool
  package var isClaim: Bool

  package init(
    report: Int, event: Int, version: Int, title: String?, outlet: String?, published: String?,
    words: String, sentence: String, reason: String?, isJoined: Bool, isClaim: Bool
  ) {
    self.report = report
    self.event = event
    self.version = version
    self.title = title
    self.outlet = outlet
    self.published = published
    self.words = words
    self.sentence = sentence
    self.reason = reason
    self.isJoined = isJoined
    self.isClaim = isClaim
  }
}
