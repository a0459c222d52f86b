/// Finds the line above the headline ("Politics", "Analysis") where it has an element of its own.
enum KickerReader {
  /// How far before the headline, in nodes, an element may be.
  private static let reach = 60

  static func read(_ page: PageReading) -> String? {
    guard let headline = page.headlineNode else { return nil }
    let title = TitleLikeness.key(page.headline?.text ?? "")
    for candidate in page.declared.scan.kickers.reversed() {
      let distance = headline.index - candidate.node.index
      guard distance > 0, distance < reach else { continue }
      // An element round the headline is no line above it.
      if let end = page.tree.after(candidate.node, within: page.tree.root), end > headline {
        continue
      }
      guard page.place(of: candidate.node, hints: candidate.hints) > .furniture else { continue }
      let text = PlainValue.words(page.tree.inlineText(candidate.node, limit: 100))
      let key = TitleLikeness.key(text)
      guard (2...60).contains(text.utf8.count), !key.isEmpty,
        !TitleLikeness.holds(title, key) || key.utf8.count < title.utf8.count / 2,
        !page.affixes.isSite(text), DateText.find(in: text, language: page.language).isEmpty
      else { continue }
      return text
    }
    return nil
  }
}
