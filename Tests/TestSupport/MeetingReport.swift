package import Records

/// A made-up report of a meeting at Norby, with its record: for tests of happenings.
package struct MeetingReport: Sendable {
  package var article: Article
  package var record: Record

  /// - ministers: of those that `countries` knows.
  package init(
    _ title: String, _ body: String, day: String?, ministers: [String] = ["Lind", "Orre"],
    published: String = "2025-03-04", status: Event.Status? = nil, publisher: String? = nil
  ) {
    var article = Article()
    article.title = title
    article.blocks = [Block(.text, text: body)]
    article.published = Timestamp(iso8601: published)
    article.language = "en"
    article.publisher = publisher
    self.article = article
    var sketch = RecordSketch(ArticleText(article).text)
    var parties: [Event.Party] = []
    for name in ministers {
      let actor = sketch.actor(name, country: Self.countries[name], sector: "GOV")
      parties.append(sketch.party(actor))
    }
    let norby = sketch.place(
      "Norby", country: "NO", at: .init(latitude: 60.5, longitude: 5.25), .city)
    sketch.event(.consult, "meet", source: parties, time: day, place: norby, status: status)
    record = sketch.record
  }

  private static let countries = ["Lind": "NRD", "Orre": "EST", "Baar": "WLD"]

  /// Two of one meeting, one of another of that day, one of what is to come.
  package static let some = [
    MeetingReport(
      "Ferry talks", "Lind did meet Orre at Norby.", day: "2025-03-04", publisher: "Quay"),
    MeetingReport(
      "Two ministers", "So Orre could meet Lind near Norby.", day: "2025-W10", publisher: "Post"),
    MeetingReport(
      "Grain", "Baar went to meet Lind in Norby again.", day: "2025-03-04",
      ministers: ["Lind", "Baar"]),
    MeetingReport(
      "Next", "Baar will meet Orre in Norby.", day: "2025-04-02", ministers: ["Orre", "Baar"],
      status: .future),
  ]
}
