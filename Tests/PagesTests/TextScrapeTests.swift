import Records
import Testing

@testable import Pages

/// A scrape in the look of Resiliparse: no heading marks, alternative texts above captions.
let ferryScrape = """
    1. Skip to content
    2. Skip to main menu
  EconomyNorland

  Norland and Estmark agree to reopen the ferry line

  March 4, 2025

  Ministers Ana Lind and Oskar Wren signed the papers in Port Hallow, four years after the last \
  ferry had left the quay there.

  A white ferry at the quay of Port Hallow, seen from the sea wall on a grey morning
  The ferry will sail twice a day from the old quayImage: Jon Bell/NPA/picture pool

  The two governments signed an agreement on Tuesday that lets ferries cross the sound again, \
  with a first crossing planned for the summer.

  "We have waited long enough for this day," Lind said at a joint press conference with Wren, \
  who thanked the harbour workers for their patience.

  Fares to be set by a joint board

  The fares for the ferry will be set by a board with members of both countries, according to a \
  paper that the ministers showed to reporters.

  Opponents of the ferry line said they would ask a court to look at the agreement before the \
  first ferry sails in the summer.

  Why the ferry line was closed

  02:14

  This browser does not support the video element.

  ln/ow (AFP, Reuters)

  Skip next section Top stories

  Top stories

  Skip next section More from the paper
  """

@Suite struct TextScrapeTests {
  private let article = TextScrapeReader.read(ferryScrape)

  @Test func headlineAndDay() {
    #expect(article.title == "Norland and Estmark agree to reopen the ferry line")
    #expect(article.published?.iso8601 == "2025-03-04")
    #expect(article.language == "en")
    #expect(article.kind == .article)
  }

  @Test func leadIsTheParagraphSetApart() {
    #expect(article.lead?.hasPrefix("Ministers Ana Lind") == true)
  }

  @Test func bodyHasTextAndSubheadsOnly() {
    let texts = article.blocks.filter { $0.kind == .text }.map(\.text)
    #expect(texts.count == 4)
    #expect(texts.last?.hasPrefix("Opponents of the ferry") == true)
    let subheads = article.blocks.filter { $0.kind == .subhead }.map(\.text)
    #expect(subheads == ["Fares to be set by a joint board"])
  }

  @Test func videoCardHasTitleAndLength() {
    #expect(article.videos.map(\.title) == ["Why the ferry line was closed"])
    #expect(article.videos.map(\.duration) == [134])
  }

  @Test func gluedCreditIsParted() {
    #expect(article.images.map(\.credit) == ["Jon Bell/NPA/picture pool"])
    #expect(article.images.map(\.caption) == ["The ferry will sail twice a day from the old quay"])
    #expect(article.images.first?.alt?.hasPrefix("A white ferry") == true)
  }
}
