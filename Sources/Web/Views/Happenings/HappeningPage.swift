import Archive
import Records

/// A happening: what it was, every mention of it with its words and the reason why it is one.
enum HappeningPage {
  struct Model: Sendable, Hashable {
    var line: HappeningLine
    var mentions: [HappeningMention]
    /// Announcements of which it tells what became.
    var announcements: [HappeningLine] = []
    /// What might be the same and is not.
    var near: [HappeningLine] = []
    var decisions: [HappeningDecision] = []
    /// `nil` where the archive is shown only.
    var formToken: String?
  }

  static func view(_ model: Model) -> HTML {
    Layout(
      title: HappeningWords.title(model.line), place: .happenings,
      skip: ("mentions", "Skip to the mentions")
    ).page {
      p(.class("eyebrow")) {
        HappeningWords.type(model.line) + " - " + HappeningWords.quad(model.line.type.quadClass)
      }
      h1 { bdi { heading(model.line) } }
      counts(model.line)
      div(.class("columns")) {
        div {
          section(.labelledBy("mentions")) {
            h2(.id("mentions"), Attribute("tabindex", "-1")) { "How it is told" }
            ol(.class("happenings")) {
              for (index, mention) in model.mentions.enumerated() {
                li {
                  view(
                    mention, model,
                    isSameReport: index > 0 && model.mentions[index - 1].report == mention.report)
                }
              }
            }
          }
          related(model)
        }
        aside(.class("margin"), .labelledBy("facts")) {
          facts(model.line)
          decisions(model)
        }
      }
    }
  }

  private static func heading(_ line: HappeningLine) -> String {
    let parties = HappeningWords.parties(line)
    return parties.isEmpty ? "Nobody named" : parties.prefix(1).uppercased() + parties.dropFirst()
  }

  private static func counts(_ line: HappeningLine) -> HTML {
    ul(.class("counts")) {
      count(line.mentions, "mention", "mentions")
      count(line.reports, "report", "reports")
      count(line.outlets, "independent outlet", "independent outlets")
      if line.claims > 0 { count(line.claims, "of them a claim", "of them claims") }
    }
  }

  private static func count(_ number: Int, _ one: String, _ many: String) -> HTML {
    li {
      a(.href(.anchor("mentions"))) {
        b { Numbers.grouped(number) }
        " "
        span { number == 1 ? one : many }
      }
    }
  }

  // MARK: - Mentions

  /// - isSameReport: as the mention before; its headline is not told again.
  private static func view(_ mention: HappeningMention, _ model: Model, isSameReport: Bool) -> HTML
  {
    let report = Address.page("report", String(mention.report))
    return article {
      p(.class("source")) {
        if isSameReport {
          span { "the same report" }
        } else {
          span { bdi { mention.outlet ?? "Outlet not known" } }
        }
        if !isSameReport, let date = mention.published.flatMap(Timestamp.init(iso8601:)) {
          timeElement(date, Dates.dayAndClock)
        }
        if mention.isClaim { span(.class("kicker")) { "a claim" } }
      }
      if !isSameReport {
        p(.class("headline")) {
          a(.href(report)) { bdi { mention.title ?? "Without a headline" } }
        }
      }
      p(.class("passage")) {
        a(.href(report.at(ItemAnchor.words(.event, mention.event)))) {
          HappeningWords.lit(mention.words, in: mention.sentence)
        }
      }
      if let reason = mention.reason {
        p(.class("meta")) { "One of it: " + reason + "." }
      } else if model.mentions.count > 1 {
        p(.class("meta")) { "The most exact mention." }
      }
      if let token = model.formToken, model.mentions.count > 1 {
        splitForm(mention, of: model.line.id, token)
      }
    }
  }

  // MARK: - The user's word

  private static func splitForm(_ mention: HappeningMention, of id: Int, _ token: String) -> HTML {
    let name = "mention \(mention.event + 1) of report \(mention.report)"
    return form(
      .class("decide"), Attribute("method", "post"), Attribute("action", "/happenings/\(id)/split")
    ) {
      hidden("token", token)
      hidden("report", String(mention.report))
      hidden("event", String(mention.event))
      button(Attribute("type", "submit"), .label("Not this happening: " + name)) {
        "Not this happening"
      }
    }
  }

  private static func hidden(_ name: String, _ value: String) -> HTML {
    input(
      Attribute("type", "hidden"), Attribute("name", name), Attribute("value", value))
  }

  @HTMLBuilder
  private static func related(_ model: Model) -> HTML {
    if !model.announcements.isEmpty {
      section(.labelledBy("announced")) {
        h2(.id("announced")) { "Announced before" }
        HappeningList.list(model.announcements)
      }
    }
    if !model.near.isEmpty {
      section(.labelledBy("near")) {
        h2(.id("near")) { "Alike, and kept apart" }
        ol(.class("happenings")) {
          for line in model.near {
            li {
              HappeningList.view(line)
              if let token = model.formToken { joinForm(line, with: model.line.id, token) }
            }
          }
        }
      }
    }
  }

  private static func joinForm(_ line: HappeningLine, with id: Int, _ token: String) -> HTML {
    form(
      .class("decide"), Attribute("method", "post"), Attribute("action", "/happenings/\(id)/join")
    ) {
      hidden("token", token)
      hidden("other", String(line.id))
      button(Attribute("type", "submit"), .label("Join: this is happening \(line.id) too")) {
        "The same happening"
      }
    }
  }

  @HTMLBuilder
  private static func decisions(_ model: Model) -> HTML {
    if !model.decisions.isEmpty {
      section(.labelledBy("decisions")) {
        h2(.id("decisions")) { "Your word" }
        ul(.class("happenings")) {
          for decision in model.decisions {
            li {
              p(.class("meta")) {
                (decision.kind == .joined ? "Joined: " : "Kept apart: ")
                  + decision.words.map { "\"\($0)\"" }.joined(separator: ", ")
              }
              if let token = model.formToken {
                form(
                  .class("decide"), Attribute("method", "post"),
                  Attribute("action", "/happenings/\(model.line.id)/undo")
                ) {
                  hidden("token", token)
                  hidden("decision", String(decision.id))
                  button(Attribute("type", "submit"), .label("Take back decision \(decision.id)")) {
                    "Take back"
                  }
                }
              }
            }
          }
        }
      }
    }
  }

  // MARK: - Facts

  private static func facts(_ line: HappeningLine) -> HTML {
    section(.labelledBy("facts")) {
      h2(.id("facts")) { "What is known" }
      dl(.class("record")) {
        row("Type") { HappeningWords.type(line) + ", " + HappeningWords.quad(line.type.quadClass) }
        row("PLOVER score") { HappeningWords.score(line.score) + " of -10 to +10" }
        row("Told as") { line.status.map(HappeningWords.status) ?? "a fact" }
        if line.isOnlyClaimed { row("Claimed") { "by those it is told of only" } }
        row("When") {
          HappeningWords.day(line).map {
            $0 + (line.isDayGuessed ? ", or the day before (the day of a report)" : "")
          } ?? "not told"
        }
        row("Where") {
          if let spot = line.spot {
            a(.href(placed(spot).address())) { bdi { HappeningWords.place(spot) } }
          } else {
            "not told"
          }
        }
        parties("Who", line.sources)
        parties("To whom", line.targets)
        if let outcome = line.outcome {
          row("Became of it") {
            a(.href(.page("happenings", String(outcome.answer)))) {
              HappeningWords.outcome(outcome.kind)
            }
            ": " + outcome.reason
          }
        }
      }
    }
  }

  private static func placed(_ spot: HappeningLine.Spot) -> TimelineFilter {
    var filter = TimelineFilter()
    filter.place = spot.name
    filter.country = spot.country
    return filter
  }

  @HTMLBuilder
  private static func parties(_ term: String, _ parties: [HappeningLine.Party]) -> HTML {
    if !parties.isEmpty {
      row(term) {
        ul(.class("plain")) {
          for party in parties {
            li {
              if let actor = party.actor {
                a(.href(.page("actors", String(actor)))) { bdi { party.name } }
              } else {
                bdi { party.name.isEmpty ? "not named" : party.name }
              }
              if let country = party.country {
                span(.class("meta")) { " " + country + (party.sector.map { " " + $0 } ?? "") }
              }
            }
          }
        }
      }
    }
  }

  private static func row(_ term: String, @HTMLBuilder _ content: () -> HTML) -> HTML {
    div {
      dt { term }
      dd(content: content)
    }
  }
}
