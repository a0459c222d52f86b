import Records
import Testing

@testable import Web

@Suite struct WordsTests {
  @Test func days() throws {
    let day = try #require(Timestamp(year: 2025, month: 3, day: 4))
    #expect(Dates.weekdayAndDay(day) == "Tuesday, 4 March 2025")
    #expect(Dates.dayAndClock(day) == "4 March 2025")
    let old = try #require(Timestamp(year: 1969, month: 12, day: 31))
    #expect(Dates.weekdayAndDay(old) == "Wednesday, 31 December 1969")
  }

  @Test(arguments: [(0, "UTC"), (60, "UTC+1"), (-210, "UTC-3:30"), (345, "UTC+5:45")])
  func zones(offset: Int, words: String) throws {
    let time = Timestamp.TimeOfDay(hour: 9, minute: 5, offset: offset)
    let date = try #require(Timestamp(year: 2025, month: 3, day: 4, time: time))
    #expect(Dates.zone(date) == words)
    #expect(Dates.dayAndClock(date) == "4 March 2025, 09:05")
  }

  @Test(arguments: [(14, "14 s"), (120, "2 min"), (134, "2 min 14 s"), (3780, "1 h 3 min")])
  func lengths(seconds: Int, words: String) {
    #expect(Dates.length(seconds: seconds) == words)
  }

  @Test(arguments: [(0, "0"), (999, "999"), (1204, "1,204"), (1_234_567, "1,234,567")])
  func numbers(number: Int, words: String) {
    #expect(Numbers.grouped(number) == words)
  }

  @Test(arguments: ["", "0", "01", "-1", "+1", "1.5", "1e3", "９", "12345678901234567890"])
  func whatIsNoNumber(text: String) {
    #expect(Numbers.read(text) == nil)
  }

  @Test(arguments: [
    ("ar", "rtl"), ("he-IL", "rtl"), ("fa", "rtl"), ("ur-PK", "rtl"), ("ar-Latn", "ltr"),
    ("pa-Arab", "rtl"), ("en", "ltr"), ("de-AT", "ltr"), ("zh-Hant", "ltr"),
  ])
  func directions(tag: String, direction: String) {
    #expect(Language(tag)?.direction == direction)
  }

  @Test func whatIsNoLanguageTag() {
    #expect(Language("en\" onload=\"x") == nil)
    #expect(Language("") == nil)
    #expect(Language(nil) == nil)
    #expect(Language("xx")?.name == "xx")
  }

  @Test(arguments: [
    ("/data/archive.sqlite", "/data/archive.sqlite"), ("/my data/a", "'/my data/a'"),
    ("/it's", "'/it'\\''s'"), ("$(x)", "'$(x)'"),
  ])
  func shellWords(path: String, word: String) {
    #expect(FrontPage.shellQuoted(path) == word)
  }
}
