/// Weighs who wrote the article: declared names against printed ones, people before houses.
struct AuthorReader {
  private let page: PageReading

  struct Answer {
    var authors: [String] = []
    var agencies: [String] = []
    var source: String?
  }

  init(_ page: PageReading) { self.page = page }

  func read() -> Answer {
    var answer = Answer()
    var houses: [(names: [String], source: String)] = []
    for (names, source) in declared() + printed() {
      let people = names.filter { !isHouse($0) && !Agencies.isAgency($0) }
      for name in names where Agencies.isAgency(name) {
        for agency in Agencies.names(in: name) where !answer.agencies.contains(agency) {
          answer.agencies.append(agency)
        }
      }
      if !people.isEmpty {
        answer.authors = people
        answer.source = source
        break
      }
      houses.append((names, source))
    }
    for line in page.content.signatures {
      for agency in Agencies.names(in: line) where !answer.agencies.contains(agency) {
        answer.agencies.append(agency)
      }
    }
    // The paper itself, where it is all there is.
    if answer.authors.isEmpty, answer.agencies.isEmpty, let house = houses.first {
      answer.authors = house.names.filter { !Agencies.isAgency($0) }
      answer.source = house.source
    }
    return answer
  }

  private func isHouse(_ name: String) -> Bool {
    page.affixes.isSite(name) || page.declared.organizations.contains(name)
  }

  // MARK: Declared

  private func declared() -> [(names: [String], source: String)] {
    var bySource: [(names: [String], source: String)] = []
    for claim in page.declared.authors where !isAddress(claim.value) {
      let names = PersonNames.names(in: claim.value, trust: .declared)
      if names.isEmpty { continue }
      if let index = bySource.firstIndex(where: { $0.source == claim.source }) {
        for name in names where !bySource[index].names.contains(name) {
          bySource[index].names.append(name)
        }
      } else {
        bySource.append((names, claim.source))
      }
    }
    return bySource
  }

  private func isAddress(_ value: String) -> Bool {
    let lower = value.lowercased()
    return lower.hasPrefix("http") || lower.hasPrefix("www.") || lower.hasPrefix("/")
      || lower.hasPrefix("@") || (lower.contains("@") && !lower.contains(" "))
  }

  // MARK: Printed

  private struct Printed {
    var node: HTMLTree.NodeID
    var names: [String]
    var weight: Int
  }

  /// The names of elements that are called bylines, those nearest to the headline first.
  private func printed() -> [(names: [String], source: String)] {
    var found: [Printed] = []
    var covered: Set<HTMLTree.NodeID> = []
    // Inner elements first: "<div class=byline>By <a rel=author>Ana Lind</a>, reporter</div>".
    for candidate in page.declared.scan.bylines.reversed() {
      guard !covered.contains(candidate.node) else { continue }
      guard let printed = printed(candidate) else { continue }
      found.append(printed)
      var up = page.tree.parent(candidate.node)
      for _ in 0..<8 {
        guard let node = up else { break }
        covered.insert(node)
        up = page.tree.parent(node)
      }
    }
    found.reverse()
    if let line = announcedLine() { found.append(line) }
    guard let best = found.map(\.weight).max(), best > 0 else { return [] }
    var names: [String] = []
    var keys: Set<String> = []
    guard let first = found.first(where: { $0.weight == best }) else { return [] }
    for printed in found where printed.weight == best {
      guard abs(printed.node.index - first.node.index) < 200 else { continue }
      for name in printed.names where keys.insert(TitleLikeness.key(name)).inserted {
        names.append(name)
      }
    }
    return names.isEmpty ? [] : [(Array(names.prefix(10)), "byline")]
  }

  private func printed(_ candidate: PageScan.Candidate) -> Printed? {
    let text = page.tree.inlineText(candidate.node, limit: 300)
    guard !text.isEmpty, text.utf8.count < 280 else { return nil }
    let place = page.place(of: candidate.node, hints: candidate.hints)
    guard place > .furniture else { return nil }
    let isSure = candidate.hints.contains(.sureAuthor)
    let announced = PersonNames.isAnnounced(text)
    let names = PersonNames.names(in: text, trust: .labelled)
    guard !names.isEmpty else { return nil }
    if !isSure, !announced, candidate.hints.contains(.date) { return nil }
    var weight = place.rawValue * 2
    if isSure { weight += 2 }
    if announced { weight += 2 }
    if place == .elsewhere, !isSure, !announced { return nil }
    if names.count == 1, names[0].split(separator: " ").count >= 2 { weight += 1 }
    return Printed(node: candidate.node, names: names, weight: weight)
  }

  /// A short line near the headline, or one that the body was freed of, that begins with "By".
  private func announcedLine() -> Printed? {
    for line in page.content.signatures {
      let names = PersonNames.names(in: line, trust: .line)
      if !names.isEmpty, let root = page.content.root {
        return Printed(node: root, names: names, weight: 7)
      }
    }
    guard let headline = page.headlineNode else { return nil }
    let tree = page.tree
    let end = min(tree.count, headline.index + 300)
    for index in headline.index..<max(end, headline.index) {
      let node = HTMLTree.NodeID(index)
      guard tree.kind(node) == .text else { continue }
      guard let parent = tree.parent(node), !InlineText.isSilent(tree.tag(parent)) else { continue }
      guard tree.withText(node, { $0.count < 200 && $0.contains { !$0.isSpace } }) else { continue }
      guard PersonNames.isAnnounced(tree.text(node)) || isLead(tree.text(node)) else { continue }
      let text = tree.inlineText(parent, limit: 220)
      guard text.utf8.count < 200 else { continue }
      let names = PersonNames.names(in: text, trust: .line)
      if !names.isEmpty { return Printed(node: node, names: names, weight: 7) }
    }
    return nil
  }

  /// "By" alone, the name stands in an element beside it.
  private func isLead(_ text: String) -> Bool {
    let words = PlainValue.words(text).lowercased().split(separator: " ").map(String.init)
    return !words.isEmpty && BylineWords.table.leadLength(words[...]) == words.count
  }
}
