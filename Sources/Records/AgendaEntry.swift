/// A date that a report names and that lies after the report's own day, with what later reports
/// said of it.
package struct AgendaEntry: Sendable, Hashable {
  package enum Status: String, Sendable, Hashable, CaseIterable {
    case planned
    /// To the day of `period`; `was` is the first one.
    case moved
    /// No new day is known; `period` is the old one.
    case postponed
    case cancelled
    /// A later report tells that it took place.
    case held
  }

  /// What a later report says of the plan.
  package struct Change: Sendable, Hashable {
    package enum Outcome: String, Sendable, Hashable, CaseIterable {
      case cancelled, postponed, advanced, held
    }

    package var outcome: Outcome
    package var report: Int
    package var title: String?
    package var address: String?
    package var published: Timestamp
    package var sentence: String
    /// Why the report is taken to speak of this plan, where that was found by comparing the events
    /// that the two reports tell.
    package var reason: String?

    package init(
      _ outcome: Outcome, report: Int, title: String?, address: String?,
      published: Timestamp, sentence: String, reason: String? = nil
    ) {
      self.reason = reason
      self.outcome = outcome
      self.report = report
      self.title = title
      self.address = address
      self.published = published
      self.sentence = sentence
    }
  }

  /// As last told.
  package var period: TimePeriod
  /// TIMEX3 value, as last told.
  package var value: String
  /// The value that the report itself names, where the plan was moved.
  package var was: String?
  /// The words that name the date.
  package var words: String
  /// The sentence they stand in.
  package var sentence: String
  package var report: Int
  /// What the report is known by in any archive: its address, or its name.
  package var key: String
  package var title: String?
  package var address: String?
  package var published: Timestamp
  /// The report's version that was read, from 1.
  package var version: Int
  package var fetched: UnixTime
  package var status: Status = .planned
  /// In the order they were told.
  package var changes: [Change] = []

  package init(
    period: TimePeriod, value: String, words: String, sentence: String, report: Int, key: String,
    title: String?, address: String?, published: Timestamp, version: Int, fetched: UnixTime
  ) {
    self.period = period
    self.value = value
    self.words = words
    self.sentence = sentence
    self.report = report
    self.key = key
    self.title = title
    self.address = address
    self.published = published
    self.version = version
    self.fetched = fetched
  }

  /// The value that the report itself names.
  package var firstValue: String { was ?? value }
}
