import Records

/// Reports in a list: by day on the front page, in order of fit in a search.
enum ReportList {
  /// Days of one list, in its order; reports without a date stand under a day of their own.
  static func days(_ reports: [ReportLine]) -> [(day: Timestamp?, reports: [ReportLine])] {
    var days: [(day: Timestamp?, reports: [ReportLine])] = []
    for report in reports {
      if let last = days.indices.last, days[last].day?.dayNumber == report.published?.dayNumber {
        days[last].reports.append(report)
      } else {
        days.append((report.published, [report]))
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

  /// - Parameter dated: whether each line says its day, where no heading does.
  static func list(_ reports: [ReportLine], dated: Bool) -> HTML {
    ol(.class("reports")) {
      for report in reports { line(report, dated: dated) }
    }
  }

  private static func line(_ report: ReportLine, dated: Bool) -> HTML {
    li {
      article(Attribute("data-step", nil)) {
        p(.class("source")) { source(report, dated: dated) }
        headline(report)
        words(report)
        notes(report)
      }
    }
  }

  @HTMLBuilder
  private static func source(_ report: ReportLine, dated: Bool) -> HTML {
    if let outlet = report.outlet {
      a(.href(.page("outlet", String(outlet.id)))) { bdi { outlet.name } }
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

  private static func headline(_ report: ReportLine) -> HTML {
    let language = Attribute.language(Language(report.language))
    return h3(language.first, language.dropFirst().first) {
      a(.href(.page("report", String(report.id)))) { report.title ?? "Without a headline" }
    }
  }

  @HTMLBuilder
  private static func words(_ report: ReportLine) -> HTML {
    let language = Attribute.language(Language(report.language))
    if !report.snippet.isEmpty {
      p(.class("snippet"), language.first, language.dropFirst().first) {
        for part in report.snippet {
          if part.isMatch { mark { part.text } } else { part.text }
        }
      }
    } else if let lead = report.lead {
      p(.class("standfirst"), language.first, language.dropFirst().first) { lead }
    }
  }

  @HTMLBuilder
  private static func notes(_ report: ReportLine) -> HTML {
    let language = Language(report.language).flatMap { $0.primary == "en" ? nil : $0.name }
    let versions = report.versions > 1 ? Numbers.counted(report.versions, "version", "versions") : nil
    if language != nil || versions != nil || report.kind.tag != nil {
      ul(.class("notes")) {
        if let kind = report.kind.tag { li(.class("notice")) { kind } }
        if let language { li { "in " + language } }
        if let versions {
          li {
            a(.href(.page("report", String(report.id)).at("versions"))) {
              versions + (report.isHeadlineChanged ? ", headline changed" : "")
            }
          }
        }
      }
    }
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
