import Records
import Testing

@testable import Extraction
@testable import Times

@Suite struct TimeRobustnessTests {
  private let day = Timestamp(year: 2025, month: 1, day: 13)

  private func values(_ text: String, _ published: Timestamp?) -> [String?] {
    RecordExtractor.record(text, published: published).times.map(\.value)
  }

  @Test func yearsBeyondTheCalendarHaveNoWrongValue() {
    for year in [0, 1, 99, 100, 999, 9999, 10_000, 99_999] {
      for text in ["In \(year) it ended.", "On 5 May \(year) it ended.", "\(year) BC"] {
        for case let value? in values(text, day) {
          #expect(value.utf8.count < 12, "\(text): \(value)")
          #expect(!value.contains("99999"))
        }
      }
    }
  }

  @Test func daysThatNoMonthHasAreKeptWithoutAValue() {
    for text in ["31 February", "30 February 2024", "29 February 2023", "31 June", "2023-02-29"] {
      #expect(values("On \(text) it rained.", day) == [nil], "\(text)")
    }
    #expect(values("On 0 May and 32 May it rained.", day).allSatisfy { $0 == "2025-05" })
  }

  /// What follows the last day of the calendar, or comes before its first, has no value.
  @Test func theCalendarEnds() {
    let first = Timestamp(year: 1, month: 1, day: 1)
    let last = Timestamp(year: 9999, month: 12, day: 31)
    #expect(values("It ended yesterday.", first) == [nil])
    #expect(values("It ends tomorrow.", last) == [nil])
    #expect(values("It ends 3 days from now.", last) == [nil])
  }

  @Test func arithmeticStaysInsideTheCalendar() {
    #expect(values("999999999 years ago", day) == [nil])
    #expect(values("999999999 billion days from now", day).count <= 1)
    let first = Timestamp(year: 1, month: 1, day: 1)
    let last = Timestamp(year: 9999, month: 12, day: 31)
    for text in [
      "yesterday", "tomorrow", "last year", "next week", "the next decade", "last Friday",
    ] {
      #expect(values(text, first).count == 1)
      #expect(values(text, last).count == 1)
    }
  }

  @Test func aMegabyteOfDigitsIsNoTime() {
    #expect(values(String(repeating: "7", count: 1 << 20), day).isEmpty)
    #expect(values("In " + String(repeating: "0", count: 1 << 20) + "2024 it ended.", day).isEmpty)
  }

  @Test func manyExpressionsTakeLinearTime() {
    let clock = ContinuousClock()
    func time(_ count: Int) -> Duration {
      let text = String(repeating: "the 1 a few 3 May - 12 : the the two and a half ", count: count)
      return clock.measure { _ = values(text, day) }
    }
    _ = time(10)
    let short = time(200)
    let long = time(1600)
    #expect(long < short * 40)
  }

  /// A date on the next line that is no Friday is another expression.
  @Test func aLineMayEndInADay() {
    #expect(
      values("It is shut until Friday\nSeptember 18, 2024\nThe crew left.", day)
        == ["2025-01-17", "2024-09-18"])
    #expect(values("It shut on Wednesday,\nSeptember 18, 2024.", day) == ["2024-09-18"])
  }

  /// An expression may be the last of the text.
  @Test func aTextMayEndInATime() {
    for text in [
      "It was 1883", "In 1883", "No. 1985", "Friday", "a week", "the year", "at six", "the 5th",
    ] {
      _ = values(text, day)
      _ = values(text, nil)
    }
    #expect(values("It was in 1883", day) == ["1883"])
  }

  @Test func noDayLeavesRelativeTimesOpen() {
    #expect(
      values("It was today, last week and last month.", nil) == [
        "XXXX-XX-XX", "XXXX-WXX", "XXXX-XX",
      ])
  }

  @Test func anotherDatelineThanTheDayIsTold() {
    let text = "Talks resume\nMarch 3, 2025\nThe ministers met today."
    let published = Timestamp(year: 2025, month: 3, day: 4)
    let record = RecordExtractor.record(text, published: published)
    #expect(record.day?.source == .published)
    #expect(record.day?.dateline == Timestamp(year: 2025, month: 3, day: 3))
    #expect(record.times.last?.value == "2025-03-04")
    let same = RecordExtractor.record(
      text, published: Timestamp(year: 2025, month: 3, day: 3))
    #expect(same.day?.dateline == nil)
  }

  @Test func aDatelineInTheTextStandsInForTheDay() {
    let record = RecordExtractor.record(
      "Talks resume\nMarch 4, 2025\nThe ministers met today.", published: nil)
    #expect(record.day?.source == .text)
    #expect(record.times.map(\.value) == ["2025-03-04", "2025-03-04"])
    #expect(record.day?.dateline == nil)
  }
}
