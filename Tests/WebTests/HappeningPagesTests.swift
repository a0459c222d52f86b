import Archive
import Foundation
import Records
import TestSupport
import Testing

@testable import Web

/// Happenings in the reader: by day, one by one, between two, on the map.
@Suite struct HappeningPagesTests {
  private func sample() throws -> SampleArchive {
    let sample = try SampleArchive()
    let archive = try Archive.open(path: sample.path, mode: .write)
    for report in MeetingReport.some { try archive.add(report) }
    return sample
  }

  @Test(arguments: [
    ("/happenings", 200), ("/happenings/1", 200), ("/happenings?who=NRD&type=CONSULT", 200),
    ("/happenings?who=nobody", 200), ("/happenings?from=yesterday&quad=9&status=x", 200),
    ("/happenings?page=2", 404), ("/happenings/999", 404), ("/happenings/0", 404),
    ("/relations", 200), ("/relations?a=NRD&b=Orre", 200), ("/relations?a=NRD&b=EST&by=week", 200),
    ("/relations?a=nobody&b=NRD", 200), ("/relations?a=WLD&b=WLD", 200), ("/map", 200),
    ("/map?who=Lind&from=2025-03-04&to=2025-03-04", 200), ("/map?who=%27%22%3Cb%3E", 200),
  ])
  func statuses(target: String, status: Int) throws {
    let sample = try sample()
    defer { sample.remove() }
    let response = try sample.get(target)
    #expect(response.status == status)
    #expect(!response.text.contains("style=\""))
    #expect(!response.text.contains("<b>\""))
  }

  @Test func timelineSaysWhatIsCounted() throws {
    let sample = try sample()
    defer { sample.remove() }
    let all = try sample.page("/happenings")
    #expect(all.contains("3 happenings in 4 mentions"))
    #expect(all.contains("Tuesday, 4 March 2025"))
    #expect(all.contains("announced"))
    let between = try sample.page("/happenings?who=NRD&with=EST&status=fact")
    #expect(between.contains("1 happening in 2 mentions"))
    #expect(try sample.page("/happenings?who=zebra").contains("is called &quot;zebra&quot;"))
  }

  @Test func happeningShowsEachMentionWithItsReason() throws {
    let sample = try sample()
    defer { sample.remove() }
    let archive = try Archive.open(path: sample.path, mode: .update)
    try archive.refreshHappenings()
    let id = try #require(try archive.happenings(HappeningQuery()).first { $0.mentions == 2 }?.id)
    let page = try sample.page("/happenings/\(id)")
    #expect(page.contains("Lind did <mark>meet</mark> Orre at Norby."))
    #expect(page.contains("href=\"/report/1#w-e1\""))
    #expect(page.contains("One of it: same type, parties "))
    #expect(page.contains("2</b> <span>independent outlets"))
    #expect(page.contains("Alike, and kept apart"))
  }

  @Test func relationsLinkEachNumberToWhatItCounts() throws {
    let sample = try sample()
    defer { sample.remove() }
    let page = try sample.page("/relations?a=NRD&b=Orre")
    #expect(page.contains("1 happening</h2>"))
    #expect(page.contains("2 mentions of them</h2>"))
    #expect(page.contains("of 2 happenings of the archive in these months"))
    #expect(page.components(separatedBy: "<svg").count == 3)
    #expect(
      page.contains(
        "/happenings?who=NRD&amp;with=Orre&amp;from=2025-03-01&amp;to=2025-03-31&amp;status=fact"
          + "&amp;within=1"))
    #expect(try sample.page("/relations").contains("EST and NRD"))
  }

  @Test func mapDrawsPrecisionAndTellsTheSameInATable() throws {
    let sample = try sample()
    defer { sample.remove() }
    let page = try sample.page("/map")
    #expect(page.contains("<circle class=\"city\""))
    #expect(page.contains("3 of 3 happenings have a place"))
    #expect(page.contains("/happenings?place=Norby&amp;country=NO"))
    let archive = try Archive.open(path: sample.path, mode: .write)
    var report = MeetingReport(
      "Far", "Lind did meet Baar at Norby.", day: "2025-05-01", ministers: ["Lind", "Baar"])
    report.record.places[0].precision = .country
    try archive.add(report)
    #expect(try sample.page("/map").contains("<path class=\"country\" d=\"M"))
  }

  @Test func shapesAreOnTheMap() throws {
    let shapes = WorldShapes.shared
    #expect(shapes.countries.count > 170)
    #expect(shapes.path(of: "NO") != nil)
    #expect(shapes.path(of: "AQ") == nil)
    let (x, y) = MapProjection.point(longitude: 0, latitude: 0)
    #expect(abs(x - 480) < 0.01)
    #expect(y > 0 && y < MapProjection.height)
    let corner = MapProjection.point(longitude: 180, latitude: 0)
    #expect(abs(corner.x - 960) < 0.01)
  }
}

extension Archive {
  /// Adds a made-up report with its record.
  func add(_ report: MeetingReport) throws {
    let name = report.article.title ?? ""
    let text = ArticleText(report.article).text
    let identity = PageIdentity(name: name, given: nil, bytes: Array(name.utf8))
    let draft = try VersionDraft(
      identity, bytes: Array(name.utf8), article: report.article, reader: "test",
      fetched: UnixTime(seconds: 1_741_100_000))
    guard case .newReport(_, let version) = try add(draft) else { return }
    try setItems(
      RecordItems.items(of: report.record, text: text, hash: Digest(of: text)), ofVersion: version)
  }
}
