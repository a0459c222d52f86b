/// A moment of the machine's clock: seconds since 1970-01-01 00:00 UTC, without leap seconds.
///
/// For what Dateline itself does (fetch, add, correct); what a page says is a `Timestamp`.
package struct UnixTime: Sendable, Hashable, Comparable {
  package var seconds: Int

  package init(seconds: Int) { self.seconds = seconds }

  package static func < (a: UnixTime, b: UnixTime) -> Bool { a.seconds < b.seconds }

  /// The moment a page gives; a day without a time is its first second, a time without a zone is
  /// taken for UTC, so that pages can be put in order.
  package init(_ timestamp: Timestamp) {
    var seconds = timestamp.dayNumber * 86_400
    if let time = timestamp.time {
      seconds += (time.hour * 60 + time.minute - (time.offset ?? 0)) * 60 + time.second
    }
    self.seconds = seconds
  }

  /// Day and time in UTC; `nil` outside the years 1 to 9999.
  package var timestamp: Timestamp? {
    guard abs(seconds) < 400_000_000_000 else { return nil }
    let day = (seconds >= 0 ? seconds : seconds - 86_399) / 86_400
    let rest = seconds - day * 86_400
    return Timestamp(
      dayNumber: day,
      time: Timestamp.TimeOfDay(
        hour: rest / 3600, minute: rest / 60 % 60, second: rest % 60, offset: 0))
  }

  /// "2025-01-13T09:20:00Z"; the bare number outside the calendar's years.
  package var iso8601: String { timestamp?.iso8601 ?? String(seconds) }
}

extension UnixTime: CustomStringConvertible {
  package var description: String { iso8601 }
}
