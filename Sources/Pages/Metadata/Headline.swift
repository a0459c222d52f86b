/// The headline as the page prints it, and the element that holds it.
package struct Headline: Sendable {
  /// `nil` where the headline is only declared.
  package var node: HTMLTree.NodeID?
  package var text: String
  /// What stands above the headline within its element.
  package var kicker: String?
  /// For the provenance: "h1", "headline", or the declaration's name.
  package var source: String

  /// Finds the headline by what it looks like and by its likeness to the declared titles; `nil`
  /// where the page neither shows nor declares one.
  package static func find(
    in tree: HTMLTree, declared: Declared, url: String? = nil
  ) -> Headline? {
    let finder = HeadlineFinder(tree: tree, declared: declared, url: url)
    return finder.shown() ?? finder.declaredOnly()
  }
}

/// Weighs the candidates for a headline.
struct HeadlineFinder {
  private let tree: HTMLTree
  private let declared: Declared
  private let affixes: TitleAffixes
  /// The declared titles without the site's name, the most trusted first.
  private let titles: [(text: String, key: String, source: String)]
  /// Key of the whole title element.
  private let titleElement: String

  init(tree: HTMLTree, declared: Declared, url: String?) {
    self.tree = tree
    self.declared = declared
    let address = url ?? declared.canonicals.first?.value
    let affixes = TitleAffixes(publishers: declared.publishers.map(\.value), address: address)
    self.affixes = affixes
    titles = declared.titles.prefix(8).map { claim in
      let text = affixes.stripped(claim.value, isLoose: claim.source == "title")
      return (text, TitleLikeness.key(text), claim.source)
    }.filter { !$0.1.isEmpty && !affixes.isSite($0.0) }
    titleElement = TitleLikeness.key(declared.scan.titleElement ?? "")
  }

  // MARK: Shown

  private struct Candidate {
    var node: HTMLTree.NodeID
    var text: String
    var key: String
    var weight: Double
    var likeness: Double
  }

  func shown() -> Headline? {
    var best: Candidate?
    for (position, heading) in declared.scan.headings.prefix(120).enumerated() {
      guard let candidate = candidate(heading, position: position) else { continue }
      if candidate.weight > (best?.weight ?? HeadlineFinder.threshold) { best = candidate }
    }
    guard let best else { return nil }
    let parts = KickerSplit.split(best.node, in: tree) { text in
      let key = TitleLikeness.key(text)
      return titles.contains { $0.key == key }
    }
    var text = PlainValue.words(parts.title)
    // Where the page joins elements, the declaration knows the mark between them.
    let key = TitleLikeness.key(text)
    if parts.isJoined, let same = titles.first(where: { $0.key == key && $0.source != "title" }) {
      text = same.text
    }
    guard !text.isEmpty else { return nil }
    var kicker = parts.kicker
    if kicker == nil, let (head, rest) = declaredRest(of: text) { (kicker, text) = (head, rest) }
    let source = tree.tag(best.node) == .h1 ? "h1" : "headline"
    return Headline(node: best.node, text: text, kicker: kicker, source: source)
  }

  /// A printed line that is a declared headline behind a kicker: "Floods: Rain goes on" where
  /// "Rain goes on" is declared.
  private func declaredRest(of text: String) -> (kicker: String, title: String)? {
    for mark in [": ", " – ", " - ", " | "] {
      let parts = text.split(separator: mark, maxSplits: 1).map(String.init)
      guard parts.count == 2, parts[0].utf8.count <= 60, parts[1].utf8.count >= 20 else { continue }
      let key = TitleLikeness.key(parts[1])
      if titles.contains(where: { $0.key == key && $0.source != "title" }) {
        return (parts[0], parts[1])
      }
    }
    return nil
  }

  /// A lone `h1` without any likeness passes; a heading of another kind needs likeness.
  private static let threshold = 0.3

  private func candidate(_ heading: PageScan.Candidate, position: Int) -> Candidate? {
    let text = tree.inlineText(heading.node, limit: 600)
    let key = TitleLikeness.key(text)
    guard !key.isEmpty, text.utf8.count < 500 else { return nil }
    let isFirstClass = tree.tag(heading.node) == .h1
    let likeness = likeness(key, isExact: !isFirstClass)
    if !isFirstClass, likeness < 0.75 { return nil }
    var weight = likeness * 2 + (isFirstClass ? 0.6 : 0)
    if affixes.isSite(text), likeness < 0.9 { weight -= 1 }
    if heading.hints.contains(.headline) { weight += 0.1 }
    if heading.hints.contains(.aside) { weight -= 0.3 }
    weight -= furniture(heading.node)
    weight -= Double(min(position, 20)) * 0.01
    return Candidate(node: heading.node, text: text, key: key, weight: weight, likeness: likeness)
  }

  /// `isExact`: wordings that only resemble one another do not count.
  ///
  /// 0 to 1: how much a heading's words are those of a declared title.
  private func likeness(_ key: String, isExact: Bool) -> Double {
    var best = 0.0
    for title in titles {
      // The title element is also the wording for search engines.
      if title.key == key {
        best = max(best, title.source == "title" ? 0.95 : 1)
        continue
      }
      let shorter = min(title.key.utf8.count, key.utf8.count)
      let longer = max(title.key.utf8.count, key.utf8.count)
      // Kicker and headline in one, or the headline within a longer title.
      if shorter >= 12, TitleLikeness.holds(title.key, key) || TitleLikeness.holds(key, title.key) {
        best = max(best, 0.7 + 0.25 * Double(shorter) / Double(longer))
      } else if !isExact, longer < shorter * 3 {
        best = max(best, TitleLikeness.similarity(title.key, key) * 0.9)
      }
    }
    if best < 0.8, key.utf8.count >= 12, TitleLikeness.holds(titleElement, key) { best = 0.8 }
    return best
  }

  /// What stands against a heading by the elements it is in.
  private func furniture(_ node: HTMLTree.NodeID) -> Double {
    var up = tree.parent(node)
    var steps = 0
    var weight = 0.0
    while let node = up, steps < 12 {
      switch tree.tag(node) {
      case .nav, .footer, .aside, .dialog, .form: weight = max(weight, 0.6)
      case .li: weight = max(weight, 0.7)
      case .a: weight = max(weight, 0.15)
      default: break
      }
      up = tree.parent(node)
      steps += 1
    }
    return weight
  }

  // MARK: Declared

  func declaredOnly() -> Headline? {
    guard let title = titles.first else { return nil }
    return Headline(node: nil, text: title.text, kicker: nil, source: title.source)
  }
}
