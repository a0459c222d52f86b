import Pages
import Records
import Testing

@Suite struct DateTextTests {
  static let written: [(String, String?, String)] = [
    ("January 13, 2025", "en", "2025-01-13"),
    ("Jan. 13th, 2025", "en", "2025-01-13"),
    ("Posted on 3rd of May 2024 by Ana", "en", "2024-05-03"),
    ("13. Januar 2025", "de", "2025-01-13"),
    ("Montag, 13. Jänner 2025, 09:20 Uhr", "de", "2025-01-13T09:20:00"),
    ("13.01.2025 um 9.20 Uhr", "de", "2025-01-13T09:20:00"),
    ("Stand: 13.01.25", "de", "2025-01-13"),
    ("13 janvier 2025 à 09h20", "fr", "2025-01-13T09:20:00"),
    ("1er août 2024", "fr", "2024-08-01"),
    ("13 de enero de 2025", "es", "2025-01-13"),
    ("13 gennaio 2025 alle 09.20", "it", "2025-01-13T09:20:00"),
    ("13 de março de 2025 às 9h", "pt", "2025-03-13T09:00:00"),
    ("13. tammikuuta 2025 klo 9.20", "fi", "2025-01-13T09:20:00"),
    ("13. jan. 2025 kl. 09.20", "da", "2025-01-13T09:20:00"),
    ("13 stycznia 2025", "pl", "2025-01-13"),
    ("13 listopada 2025", "pl", "2025-11-13"),
    ("13. listopada 2025.", "hr", "2025-10-13"),
    ("2025. január 13. 09:20", "hu", "2025-01-13T09:20:00"),
    ("13 января 2025 г. в 09:20", "ru", "2025-01-13T09:20:00"),
    ("13 січня 2025", "uk", "2025-01-13"),
    ("13 Ocak 2025 - 09:20", "tr", "2025-01-13T09:20:00"),
    ("2025年1月13日 午後9時20分", "ja", "2025-01-13T21:20:00"),
    ("2025年1月13日(月) 9:20", "ja", "2025-01-13T09:20:00"),
    ("令和7年1月13日", "ja", "2025-01-13"),
    ("입력 2025.01.13 09:20", "ko", "2025-01-13T09:20:00"),
    ("2025년 1월 13일 오후 3시 5분", "ko", "2025-01-13T15:05:00"),
    ("13 tháng 1 năm 2025", "vi", "2025-01-13"),
    ("Thứ hai, 13/1/2025, 09:20 (GMT+7)", "vi", "2025-01-13T09:20:00+07:00"),
    ("13 มกราคม 2568", "th", "2025-01-13"),
    ("١٣ يناير ٢٠٢٥", "ar", "2025-01-13"),
    ("24 نيسان / أبريل 2020", "ar", "2020-04-24"),
    ("5/3/2024", "en-GB", "2024-03-05"),
    ("5/3/2024", "en-US", "2024-05-03"),
    ("5/3/2024", "fr", "2024-03-05"),
    ("1/13/2025", nil, "2025-01-13"),
    ("2025-01-13 09:20:00 +0100", nil, "2025-01-13T09:20:00+01:00"),
    ("9:20 a.m. EST, Mon January 13, 2025", "en", "2025-01-13T09:20:00-05:00"),
    ("Updated 9:20 PM ET, July 13, 2025", "en", "2025-07-13T21:20:00-04:00"),
    ("Mon Jan 13 2025 09:20:00 GMT+0100 (CET)", nil, "2025-01-13T09:20:00+01:00"),
    ("Mon Jan 13 09:20:00 CET 2025", nil, "2025-01-13T09:20:00+01:00"),
    ("13-Jan-25", "en", "2025-01-13"),
  ]

  @Test(arguments: written) func readsWhatPagesPrint(
    text: String, language: String?, expected: String
  ) {
    #expect(DateText.find(in: text, language: language).map(\.iso8601) == [expected])
  }

  @Test(arguments: [
    "version 1.2.25.4", "call 030 12 34 56", "in May we met", "chapter 13. 2. 1", "31.02.2024",
    "10.000.000", "May 2024", "12:30 to 14:00", "3/4 of 2025 people", "192.168.10.24",
  ]) func leavesWhatIsNoDate(text: String) {
    #expect(DateText.find(in: text, language: "en").isEmpty)
  }

  @Test func findsSeveralAndKeepsTheirTimesApart() {
    let found = DateText.find(
      in: "Published 12 Jan 2025, 09:20 - Updated 13 Jan 2025, 10:30", language: "en")
    #expect(found.map(\.iso8601) == ["2025-01-12T09:20:00", "2025-01-13T10:30:00"])
  }

  @Test func saysWhereADateStands() {
    let text = "Text: 13. Mai 2024, 9 Uhr, mehr"
    let match = DateText.matches(in: text, language: "de").first
    let bytes = Array(text.utf8)
    #expect(match.map { String(decoding: bytes[$0.range], as: UTF8.self) } == "13. Mai 2024, 9 Uhr")
  }

  static let values: [(String, String)] = [
    ("2025-01-13", "2025-01-13"),
    ("2025-01-13T09:20", "2025-01-13T09:20:00"),
    ("2025-01-13T09:20:00Z", "2025-01-13T09:20:00Z"),
    ("2025-01-13T09:20:05.389+00:00", "2025-01-13T09:20:05Z"),
    ("2025-01-13T09:20:00+0530", "2025-01-13T09:20:00+05:30"),
    ("2025-01-13T09:20:00-05", "2025-01-13T09:20:00-05:00"),
    ("20250113", "2025-01-13"),
    ("20250113T092000Z", "2025-01-13T09:20:00Z"),
    ("1736760000", "2025-01-13T09:20:00Z"),
    ("1736760000123", "2025-01-13T09:20:00Z"),
    ("Mon, 13 Jan 2025 09:20:00 GMT", "2025-01-13T09:20:00Z"),
    ("Mon, 13 Jan 2025 09:20:00 +0100", "2025-01-13T09:20:00+01:00"),
    ("2025/01/13 09:20:00", "2025-01-13T09:20:00"),
    ("2025-01-13 9:20 PM", "2025-01-13T21:20:00"),
  ]

  @Test(arguments: values) func readsValues(text: String, expected: String) {
    #expect(DateText.value(text)?.iso8601 == expected)
  }

  @Test(arguments: ["", "0", "yesterday", "12345678901234567890", "20251399", "2025"])
  func refusesOtherValues(text: String) {
    #expect(DateText.value(text) == nil)
  }
}
