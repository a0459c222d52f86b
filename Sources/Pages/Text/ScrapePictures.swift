/// Finds pictures' words that the line model took for furniture, by their credits.
struct ScrapePictures {
  let page: ScrapePage
  let body: ClosedRange<Int>
  /// Lines that are something else already: lead, bylines.
  let taken: Set<Int>

  /// Lines above the headline and below the text where pictures of the article may stand.
  private static let reach = (above: 6, below: 3)

  /// The classes with more captions in them.
  func completed(_ classes: [LineClass]) -> [LineClass] {
    var classes = classes
    let top = min(page.headline?.index ?? body.lowerBound, body.lowerBound)
    let start = max(0, top - Self.reach.above)
    let end = min(page.lines.count, body.upperBound + Self.reach.below + 1)
    for index in start..<end where isOpen(index, classes) {
      let split = CaptionCredit(splitting: page.lines[index].text)
      guard let credit = split.credit, credit.utf8.count <= 120 else { continue }
      if let caption = split.caption {
        if isCaption(caption, index) { classes[index] = .caption }
      } else if let caption = captionLine(of: index, classes) {
        classes[caption] = .caption
      }
    }
    return classes
  }

  private func isOpen(_ index: Int, _ classes: [LineClass]) -> Bool {
    classes[index] == .other && index != page.headline?.index && !taken.contains(index)
      && page.lines[index].shape.width <= 600
      && page.lines[index].headingLevel == nil
      && page.phrases[index].map({ $0.extent > .start }) ?? true
      && !LineFacts.isDateLine(page.lines[index]) && !page.lines[index].isItem
  }

  private func isCaption(_ caption: String, _ index: Int) -> Bool {
    caption.utf8.lazy.filter { $0 == 0x20 }.count >= 3
      || page.lines[index].shape.unspaced >= 12
  }

  /// The line a credit of its own belongs to: directly below it (where the alternative text is
  /// above), else directly above.
  private func captionLine(of credit: Int, _ classes: [LineClass]) -> Int? {
    let below = credit + 1
    if below < page.lines.count, page.lines[below].blanksBefore == 0, isWords(below, classes),
      credit > 0, page.lines[credit].blanksBefore == 0, classes[credit - 1] == .other
    {
      return below
    }
    let above = credit - 1
    guard above >= 0, page.lines[credit].blanksBefore <= (page.isMarkdown ? 1 : 0),
      isWords(above, classes)
    else {
      return nil
    }
    return above
  }

  private func isWords(_ index: Int, _ classes: [LineClass]) -> Bool {
    isOpen(index, classes) && page.lines[index].shape.words >= 4
      && page.vocabulary.shared(index).shared >= 1
      && CaptionCredit(splitting: page.lines[index].text).credit == nil
      && !PersonNames.isAnnounced(page.lines[index].text)
  }
}
