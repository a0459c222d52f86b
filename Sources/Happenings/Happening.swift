package import Records

/// An event in the world: the mentions of it in many reports, merged.
package struct Happening: Sendable, Hashable {
  /// A mention with the reason for which it is one of this happening.
  package struct Member: Sendable, Hashable {
    package var mention: EventMention
    /// `nil` for the mention that all others were merged with.
    package var reason: MergeReason?
  }

  package var type: EventType
  package var mode: String?
  /// That of all its mentions.
  package var status: Event.Status?
  package var sources: [Participant]
  package var targets: [Participant]
  /// The finest that was told; `nil` where nobody tells one.
  package var time: EventTime?
  package var site: Site?
  /// In the order in which they were merged; never empty.
  package var members: [Member]
  /// What became of what was announced; of happenings with status future alone.
  package var outcome: Outcome?

  package var mentions: [EventMention] { members.map(\.mention) }

  /// What it is known by: its mention of the earliest report.
  package var first: EventMention.ID {
    members.reduce(members[0].mention.id) { min($0, $1.mention.id) }
  }

  package var reports: Int { Set(members.map(\.mention.id.report)).count }

  /// Mentions that are somebody's claim; where all are, nobody reports it as a fact.
  package var claims: Int { members.count { $0.mention.isClaim } }

  /// Witnesses that do not copy from one another.
  package var independentOutlets: Int { Witness.independent(members.map(\.mention.witness)) }

  package var score: Double { type.score(ofMode: mode) }
}

/// Why a mention is one of a happening.
package struct MergeReason: Sendable, Hashable {
  package enum Ground: Sendable, Hashable {
    case evidence
    /// The user's word.
    case joined
  }

  package var ground: Ground
  package var sentence: String

  package init(ground: Ground, sentence: String) {
    self.ground = ground
    self.sentence = sentence
  }
}

/// What became of an announcement; `happening` is its place in the list of all.
package struct Outcome: Sendable, Hashable {
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    case held
    case postponed
    case cancelled
  }

  package var kind: Kind
  package var happening: Int
  package var reason: String
}

/// The user's word on which mentions are one happening.
package enum MentionDecision: Sendable, Hashable {
  case joined(EventMention.ID, EventMention.ID)
  case apart(EventMention.ID, EventMention.ID)
}
