package import Records

/// An event as one report tells it, with what tells it from others: what the merging needs to know.
package struct EventMention: Sendable, Hashable {
  /// What names it in an archive: the report, and its number among the events of the report's record.
  package struct ID: Sendable, Hashable, Comparable {
    package var report: Int
    package var number: Int

    package init(report: Int, number: Int) {
      self.report = report
      self.number = number
    }

    package static func < (a: ID, b: ID) -> Bool {
      (a.report, a.number) < (b.report, b.number)
    }
  }

  package var id: ID
  package var witness: Witness
  package var type: EventType
  package var mode: String?
  package var status: Event.Status?
  /// Whether it stands inside what somebody said.
  package var isClaim = false
  package var sources: [Participant]
  package var targets: [Participant]
  /// `nil`: the text tells no time that has a place in the calendar.
  package var time: EventTime?
  /// The report's own day: days since 1970-01-01.
  package var reported: Int?
  package var site: Site?
  /// The sentence it stands in.
  package var sentence: String
  /// The words in it that name the deed.
  package var words = ""

  package init(
    id: ID, witness: Witness, type: EventType, sources: [Participant] = [],
    targets: [Participant] = [], time: EventTime? = nil, sentence: String = ""
  ) {
    self.id = id
    self.witness = witness
    self.type = type
    self.sources = sources
    self.targets = targets
    self.time = time
    self.sentence = sentence
  }

  /// A shorter sentence ("He was arrested.") may stand in any two reports.
  private static let leastWording = 40

  /// The deed's words in their sentence, where the same ones in two reports tell that one has it from
  /// the other.
  var wording: String? {
    sentence.utf8.count >= Self.leastWording ? words + "\n" + sentence : nil
  }
}

/// Who tells it: reports that share an outlet, an agency or a text are one witness.
package struct Witness: Sendable, Hashable {
  package var outlet: Int?
  /// Names of agencies credited.
  package var agencies: [String]
  /// Reports with nearly the same text have one number (`CopyGroups`).
  package var copy: Int

  package init(outlet: Int? = nil, agencies: [String] = [], copy: Int) {
    self.outlet = outlet
    self.agencies = agencies
    self.copy = copy
  }
}

/// When an event was: the days that its time covers.
package struct EventTime: Sendable, Hashable {
  /// Half-open, in days since 1970-01-01.
  package var days: Range<Int>
  /// Whether it is only the report's own day, for want of a better one.
  package var isGuessed: Bool

  /// `nil` for no day at all.
  package init?(days: Range<Int>, isGuessed: Bool = false) {
    guard !days.isEmpty else { return nil }
    self.days = days
    self.isGuessed = isGuessed
  }

  /// The days on which the event can have been. News of a day is told on that day or the next, so
  /// that a day that is only the report's own may stand for the day before.
  var window: Range<Int> {
    isGuessed ? days.lowerBound - 1..<days.upperBound : days
  }

  /// "2025-01-13", "2025-W03", "2025-01", "2025-Q1", "2025", else the first and the last day.
  package var value: String {
    guard let first = Timestamp(dayNumber: days.lowerBound),
      let last = Timestamp(dayNumber: days.upperBound - 1)
    else { return "\(days.lowerBound)" }
    let day = first.iso8601
    if days.count == 1 { return day }
    if let week = Relations.Step.week.period(of: days.lowerBound), week.days == days {
      return week.value
    }
    let isWhole = first.day == 1 && last.day == Timestamp.days(inMonth: last.month, of: last.year)
    if isWhole, first.year == last.year {
      switch (first.month, last.month) {
      case (1, 12): return String(day.prefix(4))
      case let (a, b) where a == b: return String(day.prefix(7))
      case let (a, b) where a % 3 == 1 && b == a + 2: return day.prefix(4) + "-Q\(a / 3 + 1)"
      default: break
      }
    }
    return day + "/" + last.iso8601
  }
}
