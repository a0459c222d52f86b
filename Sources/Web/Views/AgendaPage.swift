import Records

/// What is coming, by day: dates that reports name and that lie after their own day.
enum AgendaPage {
  struct Model: Sendable, Hashable {
    var entries: Paged<AgendaEntry>
    /// First and last day asked for, as YYYY-MM-DD.
    var from: String
    var to: String
  }

  static func view(_ model: Model) -> HTML {
    Layout(title: "Agenda", place: .agenda).page {
      p(.class("eyebrow")) { "Dates that reports announce" }
      h1 { "Agenda" }
      filter(model)
      p(.class("meta")) {
        span(.class("total")) { Numbers.counted(model.entries.total, "date", "dates") }
        " · "
        a(.href(.page("agenda.ics"))) { "calendar (.ics)" }
        " · "
        a(.href(.page("agenda.atom"))) { "feed (Atom)" }
      }
      if model.entries.items.isEmpty {
        p {
          "Nothing in the archive is due in these days. "
          a(.href(.page("agenda", query: [.init("from", "0001-01-01")]))) { "Show all dates" }
        }
      }
      for day in days(model.entries.items) {
        section(.class("day")) {
          h2 { day.heading }
          ol(.class("reports")) { for entry in day.entries { li { view(entry) } } }
        }
      }
      Pager.links(model.entries, older: "Later", newer: "Earlier") { page in
        .page(
          "agenda",
          query: [
            .init("from", model.from), .init("to", model.to), .init("page", String(page)),
          ].filter { !$0.value.isEmpty })
      }
    }
  }

  private static func filter(_ model: Model) -> HTML {
    form(.class("filter"), Attribute("action", "/agenda"), Attribute("method", "get")) {
      day("from", "From", model.from)
      day("to", "To", model.to)
      button(Attribute("type", "submit")) { "Show" }
    }
  }

  private static func day(_ name: String, _ words: String, _ value: String) -> HTML {
    p {
      label(Attribute("for", name)) { words }
      input(
        .id(name), Attribute("type", "date"), Attribute("name", name), Attribute("value", value))
    }
  }

  // MARK: - Entries

  private struct Day {
    var heading: String
    var entries: [AgendaEntry]
  }

  /// In the order of the list, which is that of the calendar.
  private static func days(_ entries: [AgendaEntry]) -> [Day] {
    var days: [Day] = []
    for entry in entries {
      let heading = heading(of: entry)
      if days.last?.heading == heading {
        days[days.count - 1].entries.append(entry)
      } else {
        days.append(Day(heading: heading, entries: [entry]))
      }
    }
    return days
  }

  /// What is known as a week, month or year only is said to be no day.
  private static func heading(of entry: AgendaEntry) -> String {
    switch entry.period.precision {
    case .day, .time:
      Timestamp(dayNumber: entry.period.days.lowerBound).map(Dates.weekdayAndDay) ?? entry.value
    default: "Some time in " + stretch(entry)
    }
  }

  /// "March 2025", "the week of 10 March 2025", "the spring of 2025", "2025".
  private static func stretch(_ entry: AgendaEntry) -> String {
    let value = entry.value
    guard let first = Timestamp(dayNumber: entry.period.days.lowerBound) else { return value }
    let year = value.prefix(4)
    let part = value.dropFirst(5)
    switch entry.period.precision {
    case .time, .day: return Dates.weekdayAndDay(first)
    case .weekend: return "the weekend of " + Dates.day(first)
    case .week: return "the week of " + Dates.day(first)
    case .month: return Dates.monthAndYear(first)
    case .season:
      let names = ["SP": "spring", "SU": "summer", "FA": "autumn", "WI": "winter"]
      return names[String(part)].map { "the \($0) of \(year)" } ?? value
    case .quarter: return part.dropFirst().first.map { "quarter \($0) of \(year)" } ?? value
    case .half: return (part == "H1" ? "the first half of " : "the second half of ") + year
    case .year: return String(year)
    }
  }

  private static func view(_ entry: AgendaEntry) -> HTML {
    article(Attribute("data-step", nil)) {
      p(.class("source")) {
        span {
          "told on "
          timeElement(entry.published, Dates.day)
        }
        if entry.period.clock != nil { span { entry.value.behind("T") } }
      }
      h3(.class("headline"), Attribute("lang", "en")) {
        a(.href(.page("report", String(entry.report)))) { entry.title ?? "Without a headline" }
      }
      p(.class("snippet"), Attribute("lang", "en")) { sentence(entry) }
      changes(entry)
    }
  }

  /// What later reports said of the plan.
  @HTMLBuilder
  private static func changes(_ entry: AgendaEntry) -> HTML {
    if let status = status(entry) { p(.class("notice")) { status } }
    for change in entry.changes {
      p(.class("snippet")) {
        timeElement(change.published, Dates.day)
        ", "
        a(.href(.page("report", String(change.report)))) { change.title ?? "a later report" }
        ": " + change.sentence
      }
      if let reason = change.reason { p(.class("meta")) { "taken for the same: " + reason } }
    }
  }

  private static func status(_ entry: AgendaEntry) -> String? {
    switch entry.status {
    case .planned: nil
    case .moved: "Moved from " + ItemWords.value(entry.firstValue)
    case .postponed: "Postponed, no new day is told"
    case .cancelled: "Cancelled"
    case .held: "Held"
    }
  }

  /// The sentence with the words that name the date.
  private static func sentence(_ entry: AgendaEntry) -> HTML {
    let words = entry.words.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard !words.isEmpty, let range = entry.sentence.firstRange(of: words) else {
      return .text(entry.sentence)
    }
    return group {
      String(entry.sentence[..<range.lowerBound])
      mark { words }
      String(entry.sentence[range.upperBound...])
    }
  }
}

extension String {
  /// What stands behind the first such character.
  fileprivate func behind(_ character: Character) -> String {
    firstIndex(of: character).map { String(self[index(after: $0)...]) } ?? ""
  }
}
