import Records
import Testing

@testable import Ingest

/// Offices that other reports tell, and which of them a text gets.
@Suite struct OfficeBookTests {
  private let book = OfficeBook([
    OfficeHolding(
      name: "Ana Lind", country: "NOR", title: "foreign minister", sector: "GOV",
      from: "2025-01-01", to: "2025-09-01", report: 7)
  ])

  private func reports(_ text: String, _ day: String?, besides report: Int? = nil) -> [Int?] {
    book.holdings(in: text, on: day.flatMap(Timestamp.init(iso8601:)), besides: report)
      .map(\.report)
  }

  @Test func areFoundByTheFamilyNameOnTheDay() {
    #expect(reports("“No,” said Lind. Lind left.", "2025-03-04") == [7])
    #expect(reports("She lay under the lind.", "2025-03-04") == [])
    #expect(reports("Lindt said no.", "2025-03-04") == [])
    #expect(reports("Lind said no.", "2026-03-04") == [])
    #expect(reports("Lind said no.", nil) == [])
  }

  @Test func aReportIsNoEvidenceForItself() {
    #expect(reports("Lind said no.", "2025-03-04", besides: 7) == [])
    #expect(reports("Lind said no.", "2025-03-04", besides: 8) == [7])
  }
}
