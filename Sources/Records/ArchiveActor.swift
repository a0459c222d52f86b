/// An actor of the archive: who the actors of many reports are.
package struct ArchiveActor: Sendable, Hashable, Identifiable {
  package var id: Int
  package var kind: String
  package var name: String
  package var country: String?
  package var sector: String?
  /// Reports whose latest version names it.
  package var reports: Int

  package init(
    id: Int, kind: String, name: String, country: String?, sector: String?, reports: Int
  ) {
    self.id = id
    self.kind = kind
    self.name = name
    self.country = country
    self.sector = sector
    self.reports = reports
  }
}

/// The report an item stands in, in short.
package struct ItemSource: Sendable, Hashable {
  package var report: Int
  package var title: String?
  /// As the page writes it (ISO 8601).
  package var published: String?

  package init(report: Int, title: String?, published: String?) {
    self.report = report
    self.title = title
    self.published = published
  }

  /// "2025-03-04"; `nil` where the report has no date.
  package var day: String? { published.map { String($0.prefix(10)) } }
}

/// An office as one report tells it, with its evidence.
package struct OfficeEvidence: Sendable, Hashable {
  package var role: Actor.Role
  package var source: ItemSource
  /// Number of the actor in the report's record.
  package var number: Int

  package init(role: Actor.Role, source: ItemSource, number: Int) {
    self.role = role
    self.source = source
    self.number = number
  }
}

/// What an actor says in a report.
package struct ActorStatement: Sendable, Hashable {
  package var words: String
  package var kind: String
  package var act: String
  package var source: ItemSource
  /// Number of the statement in the report's record.
  package var number: Int

  package init(words: String, kind: String, act: String, source: ItemSource, number: Int) {
    self.words = words
    self.kind = kind
    self.act = act
    self.source = source
    self.number = number
  }
}

/// What an actor does, or has done to it, as a report tells it.
package struct ActorEvent: Sendable, Hashable {
  package var type: String
  package var status: String?
  /// Somebody's claim, not the report's word.
  package var isClaim: Bool
  /// The words that name the deed.
  package var words: String
  package var sources: [String]
  package var targets: [String]
  /// Days since 1970-01-01; `nil` where open.
  package var firstDay: Int?
  package var source: ItemSource
  /// Number of the event in the report's record.
  package var number: Int

  package init(
    type: String, status: String?, isClaim: Bool, words: String, sources: [String],
    targets: [String], firstDay: Int?, source: ItemSource, number: Int
  ) {
    self.type = type
    self.status = status
    self.isClaim = isClaim
    self.words = words
    self.sources = sources
    self.targets = targets
    self.firstDay = firstDay
    self.source = source
    self.number = number
  }
}

/// Who takes part in events with an actor, and in how many.
package struct Companion: Sendable, Hashable {
  package var actor: Int
  package var name: String
  package var events: Int

  package init(actor: Int, name: String, events: Int) {
    self.actor = actor
    self.name = name
    self.events = events
  }
}

/// What the archive knows of an actor, in short lists; totals say how much more there is.
package struct ActorProfile: Sendable, Hashable {
  package var actor: ArchiveActor
  package var offices: [OfficeEvidence]
  package var statements: [ActorStatement]
  package var statementCount: Int
  /// Events in which it is the source, and those in which it is the target.
  package var deeds: [ActorEvent]
  package var deedCount: Int
  package var suffered: [ActorEvent]
  package var sufferedCount: Int
  package var companions: [Companion]

  package init(
    actor: ArchiveActor, offices: [OfficeEvidence], statements: [ActorStatement],
    statementCount: Int, deeds: [ActorEvent], deedCount: Int, suffered: [ActorEvent],
    sufferedCount: Int, companions: [Companion]
  ) {
    self.actor = actor
    self.offices = offices
    self.statements = statements
    self.statementCount = statementCount
    self.deeds = deeds
    self.deedCount = deedCount
    self.suffered = suffered
    self.sufferedCount = sufferedCount
    self.companions = companions
  }
}
