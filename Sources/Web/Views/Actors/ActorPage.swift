import Archive
import Records

/// An actor: offices over time with their evidence, what it said, did and had done to it, with whom.
enum ActorPage {
  struct Model: Sendable, Hashable {
    var profile: ActorProfile
    /// Others of its name.
    var namesakes: [ArchiveActor]
    var decisions: [ActorDecision]
    var formToken: String?
  }

  static func view(_ model: Model) -> HTML {
    let profile = model.profile
    let actor = profile.actor
    return Layout(title: actor.name, place: .actors).page {
      p(.class("eyebrow")) { ActorsPage.about(actor) }
      h1 { bdi { actor.name } }
      counts(profile)
      div(.class("columns")) {
        div {
          said(profile)
          events(
            "did", "Did", profile.deeds, profile.deedCount,
            .page("actors", String(actor.id), "did"))
          events(
            "had-done", "Had done to it", profile.suffered, profile.sufferedCount,
            .page("actors", String(actor.id), "had-done"))
          if profile.statements.isEmpty, profile.deeds.isEmpty, profile.suffered.isEmpty {
            p { "The reports name it without a statement or event of its own." }
          }
        }
        aside(.class("margin"), .label("About")) {
          offices(profile.offices)
          companions(profile.companions)
          identity(model)
        }
      }
    }
  }

  private static func counts(_ profile: ActorProfile) -> HTML {
    let id = String(profile.actor.id)
    return ul(.class("counts")) {
      count(
        profile.actor.reports, "report", "reports",
        .page("search", query: [.init("q", "actor:" + id)]))
      count(
        profile.statementCount, "statement", "statements", .page("actors", id, "said"))
      count(profile.deedCount, "event by it", "events by it", .page("actors", id, "did"))
      count(
        profile.sufferedCount, "event to it", "events to it", .page("actors", id, "had-done"))
    }
  }

  private static func count(
    _ number: Int, _ one: String, _ many: String, _ address: Address
  ) -> HTML {
    li {
      a(.href(address)) {
        b { Numbers.grouped(number) }
        " "
        span { number == 1 ? one : many }
      }
    }
  }

  // MARK: - Said and did

  @HTMLBuilder
  private static func said(_ profile: ActorProfile) -> HTML {
    if !profile.statements.isEmpty {
      section(.labelledBy("said")) {
        h2(.id("said")) { "Said" }
        ol(.class("items")) { for item in profile.statements { statement(item) } }
        more(
          profile.statements.count, profile.statementCount,
          .page("actors", String(profile.actor.id), "said"), "All statements")
      }
    }
  }

  @HTMLBuilder
  private static func events(
    _ id: String, _ title: String, _ events: [ActorEvent], _ total: Int, _ address: Address
  ) -> HTML {
    if !events.isEmpty {
      section(.labelledBy(id)) {
        h2(.id(id)) { title }
        ol(.class("items")) { for item in events { event(item) } }
        more(events.count, total, address, "All events")
      }
    }
  }

  @HTMLBuilder
  private static func more(_ shown: Int, _ total: Int, _ address: Address, _ words: String) -> HTML
  {
    if total > shown {
      p(.class("more")) { a(.href(address)) { words + ", " + Numbers.grouped(total) } }
    }
  }

  static func statement(_ item: ActorStatement) -> HTML {
    li(.class("item"), Attribute("data-step", nil), Attribute("data-kind", "statement")) {
      p(.class("words headline")) {
        link(item.source, .statement, item.number) { ItemCards.shortened(item.words) }
      }
      p(.class("meta")) {
        item.act + ", " + item.kind + " · "
        origin(item.source)
      }
    }
  }

  static func event(_ item: ActorEvent) -> HTML {
    li(.class("item"), Attribute("data-step", nil), Attribute("data-kind", "event")) {
      p(.class("words headline")) {
        b { item.type }
        " "
        link(item.source, .event, item.number) { ItemCards.shortened(item.words) }
      }
      p { parties(item) }
      if let status = status(item) { p(.class("status")) { status } }
      p(.class("meta")) {
        (item.firstDay.flatMap { Timestamp(dayNumber: $0) }.map(Dates.day) ?? "day open") + " · "
        origin(item.source)
      }
    }
  }

  private static func parties(_ event: ActorEvent) -> String {
    let sources = event.sources.isEmpty ? "nobody named" : event.sources.joined(separator: ", ")
    return sources
      + (event.targets.isEmpty ? "" : " to " + event.targets.joined(separator: ", "))
  }

  private static func status(_ event: ActorEvent) -> String? {
    let told = event.status.flatMap(Event.Status.init(rawValue:)).map(ItemWords.words)
    let all = [event.isClaim ? "somebody's claim" : nil, told].compactMap(\.self)
    return all.isEmpty ? nil : all.joined(separator: ", ")
  }

  private static func link(
    _ source: ItemSource, _ kind: ItemKind, _ number: Int, _ words: () -> String
  ) -> HTML {
    let text = words()
    return a(
      .href(.page("report", String(source.report)).at(ItemAnchor.words(kind, number)))
    ) { bdi { text } }
  }

  private static func origin(_ source: ItemSource) -> HTML {
    group {
      if let day = source.day.flatMap({ Timestamp(iso8601: $0) }) {
        timeElement(day, Dates.day)
        ", "
      }
      bdi { source.title ?? "report \(source.report)" }
    }
  }

  // MARK: - Offices

  private struct Office {
    var words: String
    var evidence: [OfficeEvidence]
  }

  /// Offices that are worded alike, each with the reports that tell it, in the order of their days.
  private static func grouped(_ evidence: [OfficeEvidence]) -> [Office] {
    var offices: [Office] = []
    var places: [String: Int] = [:]
    for one in evidence {
      let words = ItemWords.office(one.role)
      if let place = places[words] {
        offices[place].evidence.append(one)
      } else {
        places[words] = offices.count
        offices.append(Office(words: words, evidence: [one]))
      }
    }
    return offices
  }

  private static let mostLinks = 6

  @HTMLBuilder
  private static func offices(_ evidence: [OfficeEvidence]) -> HTML {
    if !evidence.isEmpty {
      section(.labelledBy("offices")) {
        h2(.id("offices")) { "Offices" }
        ol(.class("versions offices")) {
          for office in grouped(evidence) {
            li {
              p { office.words }
              p(.class("meta")) {
                "told " + days(of: office.evidence) + ": "
                for (index, one) in office.evidence.prefix(mostLinks).enumerated() {
                  if index > 0 { ", " }
                  a(
                    .href(
                      .page("report", String(one.source.report))
                        .at(ItemAnchor.card(.actor, one.number)))
                  ) { "report \(one.source.report)" }
                }
                if office.evidence.count > mostLinks {
                  " and " + Numbers.grouped(office.evidence.count - mostLinks) + " more"
                }
              }
            }
          }
        }
      }
    }
  }

  /// Days of the first and the last report that tells an office.
  private static func days(of evidence: [OfficeEvidence]) -> String {
    let days = evidence.compactMap(\.source.day)
    guard let first = days.min(), let last = days.max() else { return "without a date" }
    return first == last ? "on " + first : "from " + first + " to " + last
  }

  @HTMLBuilder
  private static func companions(_ companions: [Companion]) -> HTML {
    if !companions.isEmpty {
      section(.labelledBy("with")) {
        h2(.id("with")) { "With whom" }
        ul(.class("tally")) {
          for companion in companions {
            li {
              a(.href(.page("actors", String(companion.actor)))) {
                bdi { companion.name }
                b(.title(Numbers.counted(companion.events, "event", "events"))) {
                  Numbers.grouped(companion.events)
                }
              }
            }
          }
        }
      }
    }
  }

  // MARK: - Who is who

  private static func identity(_ model: Model) -> HTML {
    let id = model.profile.actor.id
    return section(.labelledBy("identity"), .class("identity")) {
      h2(.id("identity")) { "Who is who" }
      p(.class("meta")) { "This is actor number \(id)." }
      for namesake in model.namesakes {
        p { DoubtfulPage.side(namesake) }
        if let token = model.formToken { DecisionForm.pair(id, namesake, token) }
      }
      for made in model.decisions {
        p { words(made) }
        if let token = model.formToken { DecisionForm.undo(id, made, token) }
      }
      if let token = model.formToken {
        details(.class("judge")) {
          summary { "Join or split" }
          DecisionForm.number(
            id, token, field: "other", words: "Actor number", decision: "joined",
            button: "Join that actor")
          DecisionForm.number(
            id, token, field: "report", words: "Report number", decision: "split",
            button: "Split off in that report")
        }
      }
    }
  }

  private static func words(_ made: ActorDecision) -> HTML {
    group {
      switch made.kind {
      case .joined: "You joined "
      case .apart: "You keep apart "
      case .split: "You split off "
      }
      a(.href(.page("actors", String(made.other)))) {
        bdi { made.otherName }
        ", number \(made.other)"
      }
      if let report = made.report {
        " in "
        a(.href(.page("report", String(report)))) { "report \(report)" }
      }
      switch made.kind {
      case .joined: " with number \(made.actor)"
      case .apart: " from number \(made.actor)"
      case .split: ""
      }
    }
  }
}

/// All that an actor said, or did, a page at a time.
enum ActorListPage {
  static func view(_ actor: ArchiveActor, _ statements: Paged<ActorStatement>) -> HTML {
    page(actor, "Said", "said", statements, "statement", "statements", ActorPage.statement)
  }

  static func view(_ actor: ArchiveActor, _ events: Paged<ActorEvent>, as side: Archive.Side)
    -> HTML
  {
    page(
      actor, side == .source ? "Did" : "Had done to it", side == .source ? "did" : "had-done",
      events, "event", "events", ActorPage.event)
  }

  private static func page<Item>(
    _ actor: ArchiveActor, _ title: String, _ path: String, _ items: Paged<Item>, _ one: String,
    _ many: String, _ view: (Item) -> HTML
  ) -> HTML {
    Layout(title: title + " - " + actor.name, place: .actors).page {
      p(.class("eyebrow")) { a(.href(.page("actors", String(actor.id)))) { bdi { actor.name } } }
      h1 { title }
      p(.class("meta")) { span(.class("total")) { Numbers.counted(items.total, one, many) } }
      ol(.class("items wide")) { for item in items.items { view(item) } }
      Pager.links(items) { page in
        .page("actors", String(actor.id), path, query: [.init("page", String(page))])
      }
    }
  }
}
