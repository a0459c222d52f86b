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
    article(Attribute("data-step", nil)) {
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
      if !line.words.isEmpty {
        p(.class("passage"), Attribute("lang", "en")) {
          bdi { HappeningWords.lit(line.words, in: shortened(line)) }
        }
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

  /// Of a long sentence what stands about the words.
  private static func shortened(_ line: HappeningLine) -> String {
    let reach = 140
    guard line.sentence.count > 2 * reach, let range = line.sentence.firstRange(of: line.words)
    else { return line.sentence }
    let sentence = line.sentence
    func index(_ from: String.Index, _ by: Int, _ limit: String.Index) -> String.Index {
      sentence.index(from, offsetBy: by, limitedBy: limit) ?? limit
    }
    var start = index(range.lowerBound, -reach, sentence.startIndex)
    var end = index(range.upperBound, reach, sentence.endIndex)
    // Not within a word.
    while start > sentence.startIndex, sentence[sentence.index(before: start)] != " " {
      start = sentence.index(before: start)
    }
    while end < sentence.endIndex, sentence[end] != " " { end = sentence.index(after: end) }
    return (start > sentence.startIndex ? "… " : "") + sentence[start..<end]
      + (end < sentence.endIndex ? " …" : "")
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
