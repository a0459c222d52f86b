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

  /// Day and time in UTC (Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms",
  /// civil_from_days); `nil` outside the years 1 to 9999.
  package var timestamp: Timestamp? {
    guard abs(seconds) < 400_000_000_000 else { return nil }
    let day = (seconds >= 0 ? seconds : seconds - 86_399) / 86_400
    let rest = seconds - day * 86_400
    let shifted = day + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return Timestamp(
      year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month,
      day: dayOfYear - (153 * shiftedMonth + 2) / 5 + 1,
      time: Timestamp.TimeOfDay(
        hour: rest / 3600, minute: rest / 60 % 60, second: rest % 60, offset: 0))
  }

  /// "2025-01-13T09:20:00Z"; the bare number outside the calendar's years.
  package var iso8601: String { timestamp?.iso8601 ?? String(seconds) }
}

extension UnixTime: CustomStringConvertible {
  package var description: String { iso8601 }
}
