import Records

/// Weighs when the article was first published, and when it was last changed.
struct PublicationDate {
  private let page: PageReading

  init(_ page: PageReading) { self.page = page }

  struct Answer {
    var published: Claim<Timestamp>?
    var modified: Claim<Timestamp>?
  }

  /// Years in which a page of the web can have been published.
  static let years = 1994...2100

  func read() -> Answer {
    var answer = Answer()
    answer.modified = page.declared.modified.first { isPossible($0.value) }
    answer.published = published()
    if let printed = printedModified(), answer.modified == nil { answer.modified = printed }
    if answer.published == nil { answer.published = answer.modified }
    if answer.published?.value == answer.modified?.value { answer.modified = nil }
    return answer
  }

  private func isPossible(_ date: Timestamp) -> Bool {
    PublicationDate.years.contains(date.year) && !(date.year == 1970 && date.month == 1)
  }

  private func published() -> Claim<Timestamp>? {
    if let declared = page.declared.published.first(where: { isPossible($0.value) }) {
      return declared
    }
    let printed = printed()
    if let best = printed.first, best.weight >= 6 { return best.claim }
    if let address = page.address, let day = PageAddress.day(in: address) {
      if let same = printed.first(where: { isSameDay($0.claim.value, day) }) { return same.claim }
      return Claim(day, from: "address")
    }
    if let best = printed.first { return best.claim }
    return nil
  }

  private func isSameDay(_ a: Timestamp, _ b: Timestamp) -> Bool {
    a.year == b.year && a.month == b.month && a.day == b.day
  }

  // MARK: Printed

  private struct Printed {
    var claim: Claim<Timestamp>
    var weight: Int
  }

  /// Dates of elements that are called dates, the most likely first.
  private func printed() -> [Printed] {
    var found: [Printed] = []
    for candidate in page.declared.scan.dates where !candidate.hints.contains(.modified) {
      if let printed = printed(candidate) { found.append(printed) }
    }
    // The sort must not change the order of equals: the first on the page is the article's.
    return found.enumerated().sorted {
      ($0.element.weight, -$0.offset) > ($1.element.weight, -$1.offset)
    }
    .map(\.element)
  }

  private func printed(_ candidate: PageScan.Candidate) -> Printed? {
    let tree = page.tree
    let isTime = tree.tag(candidate.node) == .time
    let place = page.place(of: candidate.node, hints: candidate.hints)
    guard place > .furniture else { return nil }
    var date: Timestamp?
    if let value = tree.attribute(candidate.node, .datetime)
      ?? tree.attribute(candidate.node, .content)
    {
      date = DateText.value(value, language: page.language)
    }
    let text = tree.inlineText(candidate.node, limit: 220)
    if date == nil, text.utf8.count < 200 {
      date = DateText.find(in: text, language: page.language).first
    }
    guard let date, isPossible(date) else { return nil }
    var weight = place.rawValue * 2
    if isTime { weight += 1 }
    if candidate.hints.contains(.sureDate) { weight += 3 }
    let source = candidate.hints.contains(.sureDate) ? "microdata" : isTime ? "time" : "dateline"
    return Printed(claim: Claim(date, from: source), weight: weight)
  }

  private func printedModified() -> Claim<Timestamp>? {
    for candidate in page.declared.scan.dates where candidate.hints.contains(.modified) {
      if let printed = printed(candidate), printed.weight >= 6 { return printed.claim }
    }
    return nil
  }
}
