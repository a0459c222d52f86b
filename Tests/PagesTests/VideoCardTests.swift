import Records
import Testing

@testable import Pages

@Suite struct VideoCardTests {
  private func content(_ part: String) -> Content {
    ContentPage.content(ContentPage.article(around: part))
  }

  @Test func aPosterWithTitleAndLengthIsAVideo() {
    let content = content(
      """
      <div class="teaser-video"><a href="/watch/7"><img src="/poster.jpg" alt="">
      <span>How the bridge was built</span> <span>1:02:45</span></a>
      <p>Your browser does not support the video element.</p></div>
      """)
    #expect(content.images.isEmpty)
    #expect(
      content.videos == [
        Recording(
          title: "How the bridge was built", poster: "https://example.org/poster.jpg",
          duration: 3765)
      ])
    #expect(content.blocks.contains { $0.kind == .video && $0.media == 0 })
  }

  @Test func aTimeOfDayInACaptionMakesNoVideo() {
    let content = content(
      """
      <figure><img src="/bridge.jpg" alt=""><figcaption>The bridge on Monday at 10:45</figcaption>
      </figure>
      """)
    #expect(content.videos.isEmpty)
    #expect(content.images.map(\.caption) == ["The bridge on Monday at 10:45"])
  }

  @Test(arguments: [("02:14", 134), ("1:02:45", 3765), ("0:07", 7)])
  func lengths(word: String, seconds: Int) { #expect(VideoCard.seconds(word) == seconds) }

  @Test(arguments: ["2:7", "10:75", "1:2:3", "12", "a:14", "00:00", "123:00", "1:00:00:00", ":30"])
  func noLengths(word: String) { #expect(VideoCard.seconds(word) == nil) }

  @Test func aPageOfTeasersIsAnIndex() {
    let teasers = (1...8).map {
      "<article><h2><a href=/\($0)>Headline number \($0) of the day, long enough</a></h2></article>"
    }
    #expect(ContentPage.content("<main>" + teasers.joined() + "</main>").kind == .index)
  }
}
