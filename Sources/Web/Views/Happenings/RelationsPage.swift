import Exports
import Records

/// A pair of countries or actors by month or week: happenings and mentions, each a chart with its
/// table.
enum RelationsPage {
  struct Model: Sendable, Hashable {
    /// As typed.
    var first: String
    var second: String
    var step: Relations.Step
    var relations: Relations?
    /// A name that the archive does not know.
    var unknown: String?
    /// Pairs of countries with most happenings, to begin with.
    var pairs: [Pair] = []
  }

  struct Pair: Sendable, Hashable {
    var first: String
    var second: String
    var happenings: Int
  }

  static func view(_ model: Model) -> HTML {
    Layout(title: title(model), place: .relations).page {
      p(.class("eyebrow")) { "What happened between two" }
      h1 { bdi { title(model) } }
      fields(model)
      if let unknown = model.unknown {
        p(.class("notice")) { "No actor or country of the archive is called \"\(unknown)\"." }
      }
      if let relations = model.relations {
        if relations.periods.isEmpty {
          p { RelationsText.sums(relations) }
        } else {
          for measure in RelationsSVG.Measure.allCases { part(relations, measure, model) }
        }
      } else if !model.pairs.isEmpty {
        pairs(model.pairs)
      }
    }
  }

  private static func title(_ model: Model) -> String {
    model.relations.map { "\($0.first) and \($0.second)" } ?? "Relations"
  }

  private static func fields(_ model: Model) -> HTML {
    form(
      .class("filter"), Attribute("action", "/relations"), Attribute("method", "get"),
      .label("Choose a pair")
    ) {
      FilterForm.field("a", "Actor or country") {
        input(.id("a"), Attribute("name", "a"), Attribute("value", model.first))
      }
      FilterForm.field("b", "And") {
        input(.id("b"), Attribute("name", "b"), Attribute("value", model.second))
      }
      FilterForm.field("by", "By") {
        FilterForm.choices(
          "by", Relations.Step.allCases.map { ($0.rawValue, $0.rawValue) }, model.step.rawValue)
      }
      button(Attribute("type", "submit")) { "Show" }
    }
  }

  private static func pairs(_ pairs: [Pair]) -> HTML {
    section(.labelledBy("pairs")) {
      h2(.id("pairs")) { "Pairs of countries with most happenings" }
      ul(.class("tally narrow")) {
        for pair in pairs {
          li {
            a(.href(.page("relations", query: [.init("a", pair.first), .init("b", pair.second)]))) {
              bdi { pair.first + " and " + pair.second }
              " "
              b { Numbers.grouped(pair.happenings) }
              span(.class("unseen")) { pair.happenings == 1 ? " happening" : " happenings" }
            }
          }
        }
      }
    }
  }

  // MARK: - Chart and table

  private static func part(
    _ relations: Relations, _ measure: RelationsSVG.Measure, _ model: Model
  ) -> HTML {
    section(.labelledBy(measure.noun)) {
      h2(.id(measure.noun)) { heading(relations, measure) }
      figure(.class("drawing")) {
        scrolling("Chart of \(measure.noun)") { RelationsChart.view(relations, measure) }
        RelationsChart.legend
        figcaption(.class("meta")) { caption(relations, measure) }
      }
      details(.class("table")) {
        summary { "The numbers as a table" }
        scrolling("Table of \(measure.noun)") { table(relations, measure, model) }
      }
    }
  }

  private static func heading(_ relations: Relations, _ measure: RelationsSVG.Measure) -> String {
    switch measure {
    case .happenings: Numbers.counted(relations.happenings, "happening", "happenings")
    case .mentions: Numbers.counted(relations.mentions, "mention", "mentions") + " of them"
    }
  }

  private static func caption(_ relations: Relations, _ measure: RelationsSVG.Measure) -> String {
    let how =
      "How to read it: each bar is a \(relations.step.rawValue); cooperation stands above the line, "
      + "conflict below it; deeds are full, words striped. "
    switch measure {
    case .happenings: return how + RelationsText.sums(relations)
    case .mentions:
      let reports = relations.periods.reduce(0) { $0 + $1.allReports }
      return how
        + "A mention is one report's telling of a happening; copies of one wire report are "
        + "each a mention, and one independent outlet. Reports of these \(relations.step.rawValue)s "
        + "in the archive: \(Numbers.grouped(reports))."
    }
  }

  private static func table(
    _ relations: Relations, _ measure: RelationsSVG.Measure, _ model: Model
  ) -> HTML {
    Tag("table")(.class("numbers")) {
      Tag("caption")(.class("unseen")) {
        "\(relations.first) and \(relations.second): \(measure.noun) by \(relations.step.rawValue)"
      }
      thead {
        tr {
          column(relations.step.rawValue)
          column(measure.noun)
          for quad in EventType.QuadClass.allCases { column(HappeningWords.quad(quad)) }
          switch measure {
          case .happenings:
            column("mean score")
            column("of all happenings")
          case .mentions:
            column("independent outlets")
            column("reports in all")
          }
        }
      }
      tbody {
        for period in relations.periods { row(period, measure, model) }
      }
    }
  }

  private static func column(_ words: String) -> HTML {
    th(Attribute("scope", "col")) { words }
  }

  private static func row(
    _ period: RelationPeriod, _ measure: RelationsSVG.Measure, _ model: Model
  ) -> HTML {
    var filter = TimelineFilter()
    filter.who = model.first
    filter.with = model.second
    filter.status = "fact"
    filter.isWithin = true
    filter.from = Timestamp(dayNumber: period.days.lowerBound)?.iso8601
    filter.to = Timestamp(dayNumber: period.days.upperBound - 1)?.iso8601
    return tr {
      th(Attribute("scope", "row")) { period.value }
      cell(measure == .happenings ? period.happenings : period.mentions, filter)
      for quad in EventType.QuadClass.allCases {
        quadCell(measure.count(period.counts[quad.rawValue - 1]), quad, filter)
      }
      switch measure {
      case .happenings:
        td { period.meanScore.map(HappeningWords.score) ?? "-" }
        everyone(period, filter)
      case .mentions:
        td { Numbers.grouped(period.outlets) }
        td { Numbers.grouped(period.allReports) }
      }
    }
  }

  private static func quadCell(
    _ number: Int, _ quad: EventType.QuadClass, _ filter: TimelineFilter
  ) -> HTML {
    var filter = filter
    filter.quad = quad
    return cell(number, filter)
  }

  private static func everyone(_ period: RelationPeriod, _ filter: TimelineFilter) -> HTML {
    var filter = filter
    filter.who = nil
    filter.with = nil
    return cell(period.allHappenings, filter)
  }

  /// A number, as a link to what it counts.
  private static func cell(_ number: Int, _ filter: TimelineFilter) -> HTML {
    td {
      if number == 0 {
        "0"
      } else {
        a(.href(filter.address())) { Numbers.grouped(number) }
      }
    }
  }
}
