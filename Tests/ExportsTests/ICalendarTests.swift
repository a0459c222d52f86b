import Records
import Testing

@testable import Exports

@Suite struct ICalendarTests {
  private func entry(_ value: String, _ sentence: String, version: Int = 1) throws -> AgendaEntry {
    AgendaEntry(
      period: try #require(TimePeriod(value: value)), value: value, words: "then",
      sentence: sentence, report: 1, key: "https://post.example/a", title: "Ferry; talks, again",
      address: "https://post.example/a",
      published: try #require(Timestamp(year: 2025, month: 1, day: 13)), version: version,
      fetched: UnixTime(seconds: 1_750_000_000))
  }

  private func lines(_ entries: [AgendaEntry]) -> [String] {
    ICalendar.write(entries).replacing("\r\n ", with: "").split(separator: "\r\n").map(String.init)
  }

  @Test func aDayIsAnAllDayEvent() throws {
    let lines = lines([try entry("2025-01-14", "They meet.")])
    #expect(lines.contains("DTSTART;VALUE=DATE:20250114"))
    #expect(lines.contains("DTEND;VALUE=DATE:20250115"))
    #expect(lines.contains("STATUS:CONFIRMED"))
    #expect(lines.contains("SEQUENCE:0"))
  }

  @Test func aMonthIsTentativeAndSpansItsDays() throws {
    let lines = lines([try entry("2025-03", "They meet.")])
    #expect(lines.contains("DTSTART;VALUE=DATE:20250301"))
    #expect(lines.contains("DTEND;VALUE=DATE:20250401"))
    #expect(lines.contains("STATUS:TENTATIVE"))
    #expect(lines.contains("SUMMARY:(month of 2025-03) They meet."))
  }

  @Test func timesInUTCOrFloating() throws {
    #expect(lines([try entry("2025-01-14T10:35", "a")]).contains("DTSTART:20250114T103500"))
    #expect(lines([try entry("2025-01-14T23:00-05:00", "a")]).contains("DTSTART:20250115T040000Z"))
  }

  @Test func identifiersAreStableAcrossVersions() throws {
    let uid: (AgendaEntry) -> String? = { entry in
      self.lines([entry]).first { $0.hasPrefix("UID:") }
    }
    let first = uid(try entry("2025-01-14", "They meet."))
    #expect(first == uid(try entry("2025-01-14", "They meet.", version: 2)))
    #expect(first != uid(try entry("2025-01-15", "They meet.")))
    #expect(lines([try entry("2025-01-14", "a", version: 2)]).contains("SEQUENCE:1"))
  }

  @Test func aMovedPlanStaysTheSameEventInALaterRevision() throws {
    let first = try entry("2025-01-14", "They meet.")
    var moved = first
    moved.was = "2025-01-14"
    moved.value = "2025-01-21"
    moved.period = try #require(TimePeriod(value: "2025-01-21"))
    moved.status = .moved
    moved.changes = [
      .init(
        .postponed, report: 2, title: "Later", address: "https://post.example/b",
        published: try #require(Timestamp(year: 2025, month: 1, day: 13)),
        sentence: "It was put off.")
    ]
    let (old, new) = (lines([first]), lines([moved]))
    #expect(old.first { $0.hasPrefix("UID:") } == new.first { $0.hasPrefix("UID:") })
    #expect(new.contains("SEQUENCE:1"))
    #expect(new.contains("DTSTART;VALUE=DATE:20250121"))
    #expect(new.contains("STATUS:CONFIRMED"))
    #expect(new.contains("SUMMARY:(moved from 2025-01-14) They meet."))
    #expect(new.contains { $0.hasPrefix("DESCRIPTION:") && $0.contains("It was put off.") })
  }

  @Test func whatIsOffIsCancelled() throws {
    var off = try entry("2025-01-14", "They meet.")
    for status in [AgendaEntry.Status.cancelled, .postponed] {
      off.status = status
      #expect(lines([off]).contains("STATUS:CANCELLED"))
    }
  }

  @Test func textIsEscapedAndLinesAreFolded() throws {
    let long = String(repeating: "fähre, ", count: 60) + "ende;\n\u{1B}[31m"
    let calendar = ICalendar.write([try entry("2025-01-14", long)])
    for line in calendar.split(separator: "\r\n") { #expect(line.utf8.count <= 75) }
    #expect(!calendar.contains("\u{1B}"))
    #expect(lines([try entry("2025-01-14", "a, b; c")]).contains("SUMMARY:a\\, b\\; c"))
  }
}
