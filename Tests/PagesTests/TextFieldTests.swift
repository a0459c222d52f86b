import Records
import Testing

@testable import Pages

/// The fields round the text, a trait a test.
@Suite struct TextFieldTests {
  static let paragraphs = [
    "The two governments signed an agreement on Tuesday that lets ferries cross the sound again.",
    "The fares for the ferry will be set by a board with members of both countries, a paper says.",
    "Opponents of the ferry line said they would ask a court to look at the agreement in summer.",
    "The harbour workers of the old town thanked both ministers for their patience with the board.",
  ]

  /// A page in the look of html2text with these lines above and below the text.
  private func read(above: String = "", below: String = "", headline: String? = nil) -> Article {
    let title = headline ?? "# Ferry line across the sound to open again in summer"
    return TextScrapeReader.read(
      "  * Home\n  * Sport\n  * Weather\n\n" + title + "\n\n" + above + "\n\n"
        + Self.paragraphs.joined(separator: "\n\n") + "\n\n" + below + "\n")
  }

  @Test(arguments: [
    ("By Ana Lind", ["Ana Lind"]), ("Von Ana Lind und Oskar Wren", ["Ana Lind", "Oskar Wren"]),
    ("byAna Lind", ["Ana Lind"]), ("Ana Lind\n\n4 March 2025", ["Ana Lind"]),
    ("Ana Lind  Oskar Wren  4 March 2025", ["Ana Lind", "Oskar Wren"]),
    ("Ana Lind | Oskar Wren", ["Ana Lind", "Oskar Wren"]), ("Par :\n\nAna Lind", ["Ana Lind"]),
  ])
  func bylines(line: String, names: [String]) {
    #expect(read(above: line).authors == names)
  }

  @Test(arguments: ["WEST END FINAL", "Share this", "Ferry Line", "Listen to the article"])
  func otherLinesAreNoBylines(line: String) {
    #expect(read(above: line).authors.isEmpty)
  }

  @Test func signOffNamesAgencies() {
    #expect(read(below: "ln/ow (AFP, Reuters)").agencies == ["AFP", "Reuters"])
    #expect(read(below: "Read more about it").agencies.isEmpty)
  }

  @Test func firstPublicationAndUpdate() {
    let article = read(above: "Published 4 March 2025, 09:20  Updated 5 March 2025, 10:00")
    #expect(article.published?.iso8601 == "2025-03-04T09:20:00")
    #expect(article.modified?.iso8601 == "2025-03-05T10:00:00")
    #expect(article.provenance["published"]?.hasPrefix("line ") == true)
  }

  @Test func dateFarAboveIsThePagesOwn() {
    let menu = (1...40).map { "  * Section \($0)" }.joined(separator: "\n")
    let article = read(
      headline: "Monday, 3 March 2025\n\n" + menu + "\n\n# Ferry line to open again")
    #expect(article.published == nil)
  }

  @Test(arguments: [
    "Related topics\n\n  * Ferries\n  * Harbour workers", "Topics: Ferries, Harbour workers",
    "FerriesHarbour workers", "Tags\n\nFerries\n\nHarbour workers",
  ])
  func tags(below: String) {
    #expect(read(below: below).topics == ["Ferries", "Harbour workers"])
  }

  @Test func menusAreNoTags() {
    #expect(read(below: "  * Imprint\n  * Privacy\n  * Contact").topics.isEmpty)
  }

  @Test func kickerAboveTheHeadline() {
    let article = read(headline: "EconomyNorland\n# Ferry line across the sound to open again")
    #expect(article.kicker == "Economy / Norland")
    #expect(article.topics == ["Economy", "Norland"])
  }

  @Test func kickerInTheHeadline() {
    let article = read(headline: "# Port Hallow \\-  Ferry line across the sound to open again")
    #expect(article.title == "Ferry line across the sound to open again")
    #expect(article.kicker == "Port Hallow")
  }

  @Test func dashInAHeadlineStays() {
    let article = read(headline: "# Ferry line to open again - and what it costs")
    #expect(article.title == "Ferry line to open again - and what it costs")
  }

  @Test func shownHeadlineBeforeThePagesOwn() {
    let article = read(
      headline: "# Norland ferry line: opening, fares, harbour\n\n"
        + "## Ferry line opening again in Norland harbour")
    #expect(article.title == "Ferry line opening again in Norland harbour")
  }

  @Test func standfirstWithoutStopIsTheLead() {
    let lead = "Ministers of both countries agree on fares and a board for the ferry"
    #expect(read(above: lead).lead == lead)
  }

  @Test func gluedTopics() {
    #expect(ScrapeTopics.parts(ofGlued: "PoliticsJapan") == ["Politics", "Japan"])
    #expect(ScrapeTopics.parts(ofGlued: "PolitikÖsterreich") == ["Politik", "Österreich"])
    #expect(ScrapeTopics.parts(ofGlued: "MacDonald") == ["MacDonald"])
    #expect(ScrapeTopics.parts(ofGlued: "TikTok") == ["TikTok"])
    #expect(ScrapeTopics.parts(ofGlued: "Trade and ferries") == ["Trade and ferries"])
  }

  @Test(arguments: [("03:11", 191), ("1:02:45", 3765), ("0:07", 7)])
  func lengths(text: String, seconds: Int) {
    #expect(ScrapeLine.lines(of: text).first.flatMap(ScrapeMedia.length) == seconds)
  }

  @Test(arguments: ["3:1", "03:71", "1:2:3:4", "3:11 pm", "1:", ":11"])
  func noLengths(text: String) {
    #expect(ScrapeLine.lines(of: text).first.flatMap(ScrapeMedia.length) == nil)
  }

  @Test func textFarAboveTheHeadlineDoesNotTrap() {
    let menu = (1...80).map { "Section \($0)\n" }.joined(separator: "\n")
    let article = TextScrapeReader.read(
      Self.paragraphs.joined(separator: "\n\n") + "\n\n" + menu
        + "\n\n# Ferry line across the sound to open again\n\n"
        + (Self.paragraphs + Self.paragraphs.reversed()).joined(separator: "\n\n"))
    #expect(!article.blocks.isEmpty)
  }

  @Test func menuAloneIsNoArticle() {
    let menu = (1...60).map { "  * Section number \($0)" }.joined(separator: "\n")
    let article = TextScrapeReader.read(menu)
    #expect(article.kind != .article)
    #expect(article.blocks.isEmpty)
  }
}
