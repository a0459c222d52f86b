import Records
import Testing

@Suite struct ArticleTests {
  private var sample: Article {
    var article = Article()
    article.title = "Ferry talks resume"
    article.published = Timestamp(
      year: 2025, month: 3, day: 4, time: .init(hour: 9, minute: 20, offset: 60))
    article.lead = "Two ministers met."
    article.images = [Image(url: "https://post.example/a.jpg", caption: "The quay", credit: "NPA")]
    article.videos = [Recording(title: "Why it closed", duration: 134)]
    article.blocks = [
      Block(.text, text: "First\nparagraph."), Block(.image, media: 0),
      Block(.list, items: ["one", "two"]), Block(.video, media: 0),
    ]
    article.provenance = ["title": "h1"]
    return article
  }

  @Test func jsonFormReadsBack() throws {
    var json = JSONWriter()
    sample.write(to: &json)
    #expect(Article(json: try JSONReader.read(json.bytes)) == sample)
  }

  @Test func textIsALineAPart() {
    let text = ArticleText(sample)
    #expect(
      text.text == "Ferry talks resume\nTwo ministers met.\nFirst paragraph.\nThe quay\none\ntwo")
    #expect(
      text.lines.map(\.part)
        == [.title, .lead, .block(0), .caption(0), .item(2, 0), .item(2, 1)])
    #expect(text.lines[1].range == 19..<37)
  }

  @Test(arguments: [
    "2025-01-13", "2025-01-13T09:20:00", "2025-01-13T09:20:00Z", "2025-01-13T09:20:00-03:30",
  ])
  func timestampsReadBack(text: String) {
    #expect(Timestamp(iso8601: text)?.iso8601 == text)
  }

  @Test(arguments: ["2025-02-29", "2025-13-01", "2025-1-1", "x", "2025-01-13T25:00:00"])
  func impossibleDaysAreRefused(text: String) {
    #expect(Timestamp(iso8601: text) == nil)
  }

  @Test func dayNumbers() {
    #expect(Timestamp(year: 1970, month: 1, day: 1)?.dayNumber == 0)
    #expect(Timestamp(year: 2000, month: 3, day: 1)?.dayNumber == 11017)
    for number in [-719_162, -1, 0, 59, 60, 11016, 11017, 2_932_896] {
      #expect(Timestamp(dayNumber: number)?.dayNumber == number)
    }
    #expect(Timestamp(dayNumber: -719_163) == nil && Timestamp(dayNumber: 2_932_897) == nil)
  }
}
