import Archive
import Records

/// The actors of the archive, those in most reports first.
enum ActorsPage {
  struct Model: Sendable, Hashable {
    var actors: Paged<ArchiveActor>
    var name: String
    var kind: String
    /// There are pairs of one name that may be one.
    var hasDoubtful: Bool
  }

  static func view(_ model: Model) -> HTML {
    Layout(title: "Actors", place: .actors).page {
      p(.class("eyebrow")) { "Persons, organizations, countries and groups that reports name" }
      h1 { "Actors" }
      filter(model)
      p(.class("meta")) {
        span(.class("total")) { Numbers.counted(model.actors.total, "actor", "actors") }
        if model.hasDoubtful {
          " · "
          a(.href(.page("actors", "doubtful"))) { "namesakes that may be one" }
        }
      }
      if model.actors.items.isEmpty { p { "There are none in the archive." } }
      ul(.class("tally narrow")) { for actor in model.actors.items { li { line(actor) } } }
      Pager.links(model.actors, older: "More", newer: "Back") { page in
        .page(
          "actors",
          query: [
            .init("q", model.name), .init("kind", model.kind), .init("page", String(page)),
          ].filter { !$0.value.isEmpty })
      }
    }
  }

  private static func filter(_ model: Model) -> HTML {
    form(.class("filter"), Attribute("action", "/actors"), Attribute("method", "get")) {
      p {
        label(Attribute("for", "q")) { "Name or country" }
        input(
          .id("q"), Attribute("type", "text"), Attribute("name", "q"),
          Attribute("value", model.name), Attribute("maxlength", "200"))
      }
      p {
        label(Attribute("for", "kind")) { "Kind" }
        choice(.id("kind"), Attribute("name", "kind")) {
          for kind in [""] + Actor.Kind.allCases.map(\.rawValue) {
            option(
              Attribute("value", kind), kind == model.kind ? Attribute("selected", nil) : nil
            ) { kind.isEmpty ? "any" : kind }
          }
        }
      }
      button(Attribute("type", "submit")) { "Show" }
    }
  }

  private static func line(_ actor: ArchiveActor) -> HTML {
    a(.href(.page("actors", String(actor.id)))) {
      span {
        bdi { actor.name }
        span(.class("meta")) { " " + about(actor) }
      }
      b(.title(Numbers.counted(actor.reports, "report", "reports"))) {
        Numbers.grouped(actor.reports)
      }
    }
  }

  /// "person, NRD, GOV".
  static func about(_ actor: ArchiveActor) -> String {
    [actor.kind, actor.country, actor.sector].compactMap(\.self).joined(separator: ", ")
  }
}

/// Pairs of one name that the archive keeps apart.
enum DoubtfulPage {
  static func view(_ pairs: [DoubtfulPair], page: Int, hasMore: Bool, formToken: String?) -> HTML {
    Layout(title: "Namesakes", place: .actors).page {
      h1 { "Namesakes" }
      p(.class("lead")) {
        "Actors of one name whose countries or offices differ or are not told. Whether they are one "
        "is your word; it can be undone on the actor's page."
      }
      if pairs.isEmpty { p { "There are none." } }
      ul(.class("pairs")) {
        for pair in pairs {
          li {
            p { side(pair.first) }
            p { side(pair.second) }
            if let formToken { DecisionForm.pair(pair.first.id, pair.second, formToken) }
          }
        }
      }
      if page > 1 || hasMore {
        nav(.class("pager"), .label("Pages")) {
          if page > 1 { a(Attribute("rel", "prev"), .href(address(page - 1))) { "Back" } }
          if hasMore { a(Attribute("rel", "next"), .href(address(page + 1))) { "More" } }
        }
      }
    }
  }

  private static func address(_ page: Int) -> Address {
    .page("actors", "doubtful", query: [.init("page", String(page))])
  }

  static func side(_ actor: ArchiveActor) -> HTML {
    group {
      a(.href(.page("actors", String(actor.id)))) { bdi { actor.name } }
      span(.class("meta")) {
        " " + ActorsPage.about(actor) + ", "
          + Numbers.counted(actor.reports, "report", "reports") + ", number \(actor.id)"
      }
    }
  }
}

/// Forms for the user's word on who is who.
enum DecisionForm {
  /// Two namesakes are one, or two.
  static func pair(_ actor: Int, _ other: ArchiveActor, _ token: String) -> HTML {
    form(actor, token) {
      hiddenField("other", String(other.id))
      p(.class("acts")) {
        decision("joined", "Join", "Join \(other.name), number \(other.id)")
        decision("apart", "Keep apart", "Keep \(other.name), number \(other.id), apart")
      }
    }
  }

  static func undo(_ actor: Int, _ made: ActorDecision, _ token: String) -> HTML {
    form(actor, token) {
      hiddenField("other", String(made.id))
      p(.class("acts")) { decision("undone", "Undo", "Undo decision \(made.id)") }
    }
  }

  /// A number from the user: another actor, or a report.
  static func number(
    _ actor: Int, _ token: String, field: String, words: String, decision name: String,
    button: String
  ) -> HTML {
    form(actor, token) {
      p(.class("field")) {
        label(Attribute("for", "decide-" + name)) { words }
        input(
          .id("decide-" + name), Attribute("type", "number"), Attribute("name", field),
          Attribute("min", "1"), Attribute("required", nil))
      }
      p(.class("acts")) { decision(name, button, button) }
    }
  }

  private static func form(
    _ actor: Int, _ token: String, @HTMLBuilder _ content: () -> HTML
  ) -> HTML {
    Tag("form")(
      .class("decide"), Attribute("method", "post"), Attribute("action", "/actors/\(actor)/decide"),
      Attribute("autocomplete", "off")
    ) {
      hiddenField("token", token)
      content()
    }
  }

  private static func decision(_ value: String, _ words: String, _ label: String) -> HTML {
    button(
      Attribute("type", "submit"), Attribute("name", "decision"), Attribute("value", value),
      .label(label)
    ) { words }
  }
}
