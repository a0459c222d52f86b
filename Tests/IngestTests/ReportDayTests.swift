import Ingest
import Records
import Testing

@Suite struct ReportDayTests {
  private func day(_ published: String?, _ modified: String?, _ text: String) -> String? {
    var article = Article()
    article.published = published.flatMap(Timestamp.init(leading:))
    article.modified = modified.flatMap(Timestamp.init(leading:))
    return ReportDay(of: article, text: text).map { "\($0.day.iso8601) \($0.field)" }
  }

  private let kept = "In 2024 the club had 20 members. Since 2025 it has 32, and 2,025 guests came."

  @Test func aPageKeptUpToDateIsOfItsLastChange() {
    #expect(day("2012-05-10", "2026-04-25", kept) == "2026-04-25 modified")
  }

  @Test func otherPagesAreOfTheirPublication() {
    #expect(day("2012-05-10", "2012-05-11", kept) == "2012-05-10 published")
    #expect(day("2012-05-10", nil, kept) == "2012-05-10 published")
    #expect(day(nil, "2026-04-25", kept) == nil)
    // A page that was only moved to another place.
    #expect(
      day("2012-05-10", "2026-04-25", "The club had 20 members, by 2030 it wants 32.")
        == "2012-05-10 published")
    // Plans for the year after.
    #expect(
      day("2023-12-20", "2025-01-02", "Elections are due in 2024. The 2024 budget is late.")
        == "2023-12-20 published")
  }
}
