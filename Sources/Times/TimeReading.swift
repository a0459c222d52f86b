package import Records

/// The times of a text, and the day they were counted from: the face of this target.
package struct TimeReading: Sendable {
  /// `nil`: no day of publication is known and the text has no dateline; relative times stay open.
  package let day: Record.Day?
  package let times: [TimeExpression]

  package init(_ recorded: RecordedText, published: Timestamp?) {
    if let published {
      day = .init(timestamp: published, source: .published)
    } else {
      day = TextDateline.find(recorded).map { .init(timestamp: $0, source: .text) }
    }
    times = TimeExtractor.times(in: recorded, today: day.map { CivilDay($0.timestamp) })
  }
}
