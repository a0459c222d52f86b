/// A date that a report names and that lies after the report's own day.
package struct AgendaEntry: Sendable, Hashable {
  package var period: TimePeriod
  /// TIMEX3 value.
  package var value: String
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
}
