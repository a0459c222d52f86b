import Records

/// Happenings in a list, by day.
enum HappeningList {
  static func byDay(_ lines: [HappeningLine]) -> HTML {
    group {
      for day in days(lines) {
        section(.class("day")) {
          h2 {
            if let line = day.lines.first, let words = HappeningWords.day(line) {
              words + (line.isDayGuessed ? " or the day before" : "")
            } else {
              "Without a day"
            }
          }
          list(day.lines)
        }
      }
    }
  }

  /// Runs of one day; a guessed day is one of its own, so that it says so.
  private static func days(_ lines: [HappeningLine]) -> [(key: String, lines: [HappeningLine])] {
    var days: [(key: String, lines: [HappeningLine])] = []
    for line in lines {
      let key = (line.value ?? "") + (line.isDayGuessed ? "?" : "")
      if days.last?.key == key {
        days[days.count - 1].lines.append(line)
      } else {
        days.append((key, [line]))
      }
    }
    return days
  }

  static func list(_ lines: [HappeningLine]) -> HTML {
    ol(.class("happenings")) {
      for line in lines { li { view(line) } }
    }
  }

  static func view(_ line: HappeningLine) -> HTML {
    article {
      p(.class("source")) {
        quadMark(line.type.quadClass)
        span { HappeningWords.type(line) }
        if let status = line.status {
          span(.class("kicker")) { HappeningWords.status(status) }
        }
        if line.isOnlyClaimed { span(.class("kicker")) { "only claimed" } }
      }
      p(.class("headline")) {
        a(.href(line.page)) { bdi { name(line) } }
      }
      ul(.class("notes")) {
        if let spot = line.spot { li { bdi { HappeningWords.place(spot) } } }
        li { HappeningWords.counts(line) }
        if let outcome = line.outcome {
          li {
            a(.href(.page("happenings", String(outcome.answer)))) {
              HappeningWords.outcome(outcome.kind)
            }
          }
        }
      }
    }
  }

  private static func name(_ line: HappeningLine) -> String {
    let parties = HappeningWords.parties(line)
    return parties.isEmpty ? "Nobody named" : parties
  }

  /// A small square in the class's pattern and colour; its words stand beside it elsewhere.
  static func quadMark(_ quad: EventType.QuadClass) -> HTML {
    span(.quad(quad), .title(HappeningWords.quad(quad)))
  }
}

extension Attribute {
  static func quad(_ quad: EventType.QuadClass) -> Attribute {
    switch quad {
    case .verbalCooperation: .class("quad q1")
    case .materialCooperation: .class("quad q2")
    case .verbalConflict: .class("quad q3")
    case .materialConflict: .class("quad q4")
    }
  }
}
