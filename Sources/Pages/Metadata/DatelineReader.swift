import Records

/// Finds the dates that a page prints as text, for pages that declare none: near the headline, at
/// the article's ends, anywhere.
struct DatelineReader {
  struct Found {
    var date: Timestamp
    var isModified: Bool
    var weight: Int
  }

  private let page: PageReading
  /// Years in which a page can have been published.
  private let isPossible: (Timestamp) -> Bool

  init(_ page: PageReading, isPossible: @escaping (Timestamp) -> Bool) {
    self.page = page
    self.isPossible = isPossible
  }

  /// Text nodes looked at; longer pages have their date before.
  private static let nodeLimit = 20_000

  /// Weight from which a date stands where a page's own date stands.
  static let near = 8

  /// The dates, the likeliest first; of equals the one nearest behind the headline.
  func read() -> [Found] {
    let tree = page.tree
    let headline = page.headlineNode?.index ?? 0
    var found: [(found: Found, distance: Int)] = []
    var before = ""
    for index in 0..<min(tree.count, DatelineReader.nodeLimit) {
      let node = HTMLTree.NodeID(index)
      guard tree.kind(node) == .text, let parent = tree.parent(node),
        !InlineText.isSilent(tree.tag(parent)), tree.tag(parent) != .title
      else { continue }
      let length = tree.withText(node) { text in
        text.contains { $0.isDigit || $0 >= 0xC0 }
          ? text.count : text.contains { !$0.isSpace } ? -1 : 0
      }
      guard length != 0 else { continue }
      let text = tree.text(node)
      if length > 0, length < 2000 {
        for one in dates(in: text, before: before, node) {
          let distance = index >= headline ? index - headline : (headline - index) * 3
          found.append((one, distance))
        }
      }
      before = text
    }
    return found.enumerated().sorted { a, b in
      (-a.element.found.weight, a.element.distance, a.offset)
        < (-b.element.found.weight, b.element.distance, b.offset)
    }.map(\.element.found)
  }

  private func dates(in text: String, before: String, _ node: HTMLTree.NodeID) -> [Found] {
    let matches = DateText.matches(in: text, language: page.language)
    guard !matches.isEmpty else { return [] }
    let bytes = Array(text.utf8)
    let place = page.place(of: node)
    var out: [Found] = []
    for (i, match) in matches.prefix(4).enumerated() where isPossible(match.timestamp) {
      let start = i == 0 ? 0 : matches[i - 1].range.upperBound
      var lead = String(decoding: bytes[start..<match.range.lowerBound].suffix(60), as: UTF8.self)
      if i == 0, lead.utf8.count < 12 { lead = before.suffix(40) + " " + lead }
      let cue = DateCues.table.meaning(before: lead)
      if cue == .other { continue }
      let around = bytes.count - match.range.count
      var weight = place == .furniture ? -4 : place.rawValue * 2
      weight += around <= 30 ? 3 : around <= 90 ? 1 : cue == nil ? -3 : 0
      if cue == .published { weight += 2 }
      if match.timestamp.time != nil { weight += 1 }
      out.append(Found(date: match.timestamp, isModified: cue == .modified, weight: weight))
    }
    return out
  }
}
