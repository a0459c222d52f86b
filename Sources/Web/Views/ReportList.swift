import Archive
import Records

/// Reports in a list: by day on the front page, in order of fit in a search.
enum ReportList {
  /// Reports by the day their pages tell, days in the order in which the list comes to them.
  /// Lists are ordered by the moment, so that pages of far zones would else split a day.
  static func days(_ reports: [ReportLine]) -> [(day: Timestamp?, reports: [ReportLine])] {
    var days: [(day: Timestamp?, reports: [ReportLine])] = []
    var places: [Int?: Int] = [:]
    for line in reports {
      let day = line.report.published?.dayNumber
      if let place = places[day] {
        days[place].reports.append(line)
      } else {
        places[day] = days.count
        days.append((line.report.published, [line]))
      }
    }
    return days
  }

  static func byDay(_ reports: [ReportLine]) -> HTML {
    group {
      for day in days(reports) {
        section(.class("day")) {
          h2 {
            if let date = day.day {
              timeElement(Timestamp.day(of: date), Dates.weekdayAndDay)
            } else {
              "Without a date"
            }
          }
          list(day.reports, dated: false)
        }
      }
    }
  }

  /// A list; with `dated` each line says its day, where no heading does.
  static func list(_ reports: [ReportLine], dated: Bool) -> HTML {
    ol(.class("reports")) {
      for line in reports { li { view(line, dated: dated) } }
    }
  }

  private static func view(_ line: ReportLine, dated: Bool) -> HTML {
    article(Attribute("data-step", nil)) {
      p(.class("source")) { source(line.report, dated: dated) }
      // Below a day's heading, or right below the page's.
      headline(line, level: dated ? h2 : h3)
      words(line)
      notes(line)
    }
  }

  @HTMLBuilder
  private static func source(_ report: ReportSummary, dated: Bool) -> HTML {
    if let outlet = report.outlet {
      a(.href(.page("outlet", String(outlet.id)))) { bdi { outlet.title } }
    } else {
      span { "Outlet not known" }
    }
    if let date = report.published, dated || date.time != nil {
      timeElement(date, dated ? Dates.dayAndClock : Dates.clock)
    }
    if let kicker = report.kicker {
      span(.class("kicker")) { bdi { kicker } }
    }
  }

  private static func headline(_ line: ReportLine, level: Tag) -> HTML {
    level([.class("headline")] + .language(of: line.report)) {
      a(.href(address(line.report))) {
        if let found = line.headline, !found.segments.isEmpty {
          marked(found)
        } else {
          line.report.title ?? "Without a headline"
        }
      }
    }
  }

  @HTMLBuilder
  private static func words(_ line: ReportLine) -> HTML {
    if let passage = line.passage {
      p([.class("snippet")] + .language(of: line.report)) { marked(passage) }
    } else if let lead = line.report.lead {
      p([.class("standfirst")] + .language(of: line.report)) { lead }
    }
  }

  private static func marked(_ found: Snippet) -> HTML {
    group {
      for segment in found.segments {
        if segment.isLit { mark { segment.text } } else { segment.text }
      }
    }
  }

  @HTMLBuilder
  private static func notes(_ line: ReportLine) -> HTML {
    let report = line.report
    let language = Language(report.language).flatMap { $0.primary == "en" ? nil : $0.name }
    if language != nil || report.versionCount > 1 || report.kind.tag != nil {
      ul(.class("notes")) {
        if let kind = report.kind.tag { li(.class("notice")) { kind } }
        if let language { li { "in " + language } }
        if report.versionCount > 1 {
          li {
            a(.href(address(report).at("versions"))) {
              Numbers.counted(report.versionCount, "version", "versions")
                + (line.isHeadlineChanged ? ", headline changed" : "")
            }
          }
        }
      }
    }
  }

  private static func address(_ report: ReportSummary) -> Address {
    .page("report", String(report.id))
  }
}

extension [Attribute] {
  fileprivate static func language(of report: ReportSummary) -> [Attribute] {
    .language(Language(report.language))
  }
}

extension Timestamp {
  /// The day alone.
  fileprivate static func day(of date: Timestamp) -> Timestamp {
    var day = date
    day.time = nil
    return day
  }
}
