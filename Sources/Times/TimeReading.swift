package import Records

/// The times of a text, and the day they were counted from: the face of this target.
package struct TimeReading: Sendable {
  /// `nil`: no day of publication is known and the text has no dateline; relative times stay open.
  package let day: Record.Day?
  package let times: [TimeExpression]

  package init(_ recorded: RecordedText, published: Timestamp?) {
    let dateline = TextDateline.find(recorded)
    if let published {
      let isOther = dateline.map { CivilDay($0) != CivilDay(published) } ?? false
      day = .init(
        timestamp: published, source: .published, dateline: isOther ? dateline : nil)
    } else {
      day = dateline.map { .init(timestamp: $0, source: .text) }
    }
    times = TimeExtractor.times(in: recorded, today: day.map { CivilDay($0.timestamp) })
  }
}
