import Records

/// Pictures and recordings out of lines: captions with credits and alternative texts, and the cards
/// of videos.
struct ScrapeMedia {
  /// By the index of the caption's line.
  private(set) var images: [Int: Image] = [:]
  /// By the index of the line that gives the length.
  private(set) var videos: [Int: Recording] = [:]

  init(page: ScrapePage, classes: [LineClass]) {
    for index in page.lines.indices {
      if classes[index] == .caption, !Self.isAlternative(index, page, classes) {
        images[index] = Self.image(index, page, classes)
      }
      if let seconds = Self.length(page.lines[index]) {
        guard let title = Self.title(before: index, page, classes) else { continue }
        videos[index] = Recording(title: title, duration: seconds)
      }
    }
  }

  /// Of two captions with no blank line between, the first is the picture's alternative text,
  /// unless the second is nothing but the credit.
  private static func isAlternative(
    _ index: Int, _ page: ScrapePage, _ classes: [LineClass]
  ) -> Bool {
    let next = index + 1
    guard classes.indices.contains(next), classes[next] == .caption,
      page.lines[next].blanksBefore == 0
    else { return false }
    return CaptionCredit(splitting: page.lines[next].text).caption != nil
  }

  private static func image(_ index: Int, _ page: ScrapePage, _ classes: [LineClass]) -> Image {
    let split = CaptionCredit(splitting: page.lines[index].text)
    var image = Image(caption: split.caption, credit: split.credit)
    if image.credit == nil { image.credit = credit(near: index, page, classes) }
    if index > 0, page.lines[index].blanksBefore == 0,
      classes[index - 1] == .other || classes[index - 1] == .caption,
      page.lines[index - 1].shape.words >= 2, page.lines[index - 1].shape.letters >= 8
    {
      image.alt = page.lines[index - 1].text
    }
    return image
  }

  /// A line of its own, directly before or behind, that is nothing but a credit.
  private static func credit(near index: Int, _ page: ScrapePage, _ classes: [LineClass]) -> String?
  {
    for near in [index + 1, index - 1] where page.lines.indices.contains(near) {
      guard classes[near] == .other || classes[near] == .caption, page.lines[near].shape.width <= 90
      else { continue }
      let split = CaptionCredit(splitting: page.lines[near].text)
      if split.caption == nil, let credit = split.credit { return credit }
    }
    return nil
  }

  /// "03:11" or "1:02:45" alone in a line, in seconds.
  static func length(_ line: ScrapeLine) -> Int? {
    let parts = line.text.split(separator: ":", omittingEmptySubsequences: false)
    guard line.shape.letters == 0, (2...3).contains(parts.count) else { return nil }
    var seconds = 0
    for (index, part) in parts.enumerated() {
      guard (1...2).contains(part.utf8.count), part.utf8.allSatisfy(\.isDigit),
        let value = Int(part),
        index == 0 || (value < 60 && part.utf8.count == 2)
      else { return nil }
      seconds = seconds * 60 + value
    }
    return seconds
  }

  /// The line before the length, if it can be a title.
  private static func title(before index: Int, _ page: ScrapePage, _ classes: [LineClass])
    -> String?
  {
    guard index > 0 else { return nil }
    let line = page.lines[index - 1]
    guard classes[index - 1] != .text, classes[index - 1] != .caption, line.shape.words >= 2,
      line.shape.width <= 200, page.phrases[index - 1].map({ $0.extent == .inside }) ?? true
    else { return nil }
    return line.text
  }
}
