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
    answer.modified = page.declared.modified.first { PublicationDate.isPossible($0.value) }
    answer.published = page.declared.published.first { PublicationDate.isPossible($0.value) }
    if answer.published == nil { readPage(into: &answer) }
    if answer.published == nil { answer.published = answer.modified }
    if answer.published?.value == answer.modified?.value { answer.modified = nil }
    return answer
  }

  private static func isPossible(_ date: Timestamp) -> Bool { years.contains(date.year) }

  /// Where nothing sure is declared: what stands by the headline, unsure declarations ("date"), the
  /// address, what stands elsewhere.
  private func readPage(into answer: inout Answer) {
    let marked = marked()
    let printed = DatelineReader(page, isPossible: PublicationDate.isPossible).read()
    let best = printed.first { !$0.isModified }
    let weak = page.declared.weaklyPublished.first { PublicationDate.isPossible($0.value) }
    if answer.modified == nil {
      answer.modified =
        marked.first { $0.isModified && $0.weight >= DatelineReader.near }?.claim
        ?? printed.first { $0.isModified && $0.weight >= DatelineReader.near }
        .map { Claim($0.date, from: "dateline") }
    }
    let sure = marked.first { !$0.isModified }
    if let sure, sure.weight >= DatelineReader.near {
      answer.published = sure.claim
    } else if let best, best.weight >= DatelineReader.near {
      answer.published = Claim(best.date, from: "dateline")
    } else if let weak {
      answer.published = weak
    } else if let day = page.address.flatMap(PageAddress.day) {
      answer.published = Claim(day, from: "address")
    } else if let sure {
      answer.published = sure.claim
    } else if let best, best.weight > 0 {
      answer.published = Claim(best.date, from: "dateline")
    } else if answer.modified == nil {
      answer.modified =
        (marked.first?.claim)
        ?? printed.first { $0.weight > -2 }.map { Claim($0.date, from: "dateline") }
      answer.published = answer.modified ?? pictureDay()
    }
  }

  /// The day in the address of the page's picture.
  private func pictureDay() -> Claim<Timestamp>? {
    for image in page.declared.images.prefix(3) {
      if let day = image.value.url.flatMap(PageAddress.day) {
        return Claim(day, from: image.source)
      }
    }
    return nil
  }

  // MARK: Elements called dates

  private struct Marked {
    var claim: Claim<Timestamp>
    var isModified: Bool
    var weight: Int
  }

  /// Dates of elements that are called dates, the likeliest first, of equals the page's first.
  private func marked() -> [Marked] {
    let found = page.declared.scan.dates.compactMap(marked)
    return found.enumerated().sorted {
      ($0.element.weight, -$0.offset) > ($1.element.weight, -$1.offset)
    }.map(\.element)
  }

  private func marked(_ candidate: PageScan.Candidate) -> Marked? {
    let tree = page.tree
    let isTime = tree.tag(candidate.node) == .time
    let isSure = candidate.hints.contains(.sureDate)
    var place = page.place(of: candidate.node, hints: candidate.hints)
    if isSure, place == .furniture, !candidate.hints.contains(.aside) { place = .elsewhere }
    guard place > .furniture else { return nil }
    guard let (date, cue) = date(of: candidate) else { return nil }
    var weight = place.rawValue * 2
    if isTime { weight += 1 }
    if isSure { weight += 3 }
    if cue == .published { weight += 1 }
    if candidate.hints.contains(.date) { weight += 1 }
    let isModified =
      cue == .modified || (candidate.hints.contains(.modified) && cue == nil && !isSure)
    let source = isSure ? "microdata" : isTime ? "time" : "dateline"
    return Marked(claim: Claim(date, from: source), isModified: isModified, weight: weight)
  }

  private func date(of candidate: PageScan.Candidate) -> (Timestamp, DateCues.Meaning?)? {
    let tree = page.tree
    let text = tree.inlineText(candidate.node, limit: 240)
    for name in [HTMLName.datetime, .content, .title] {
      guard let value = tree.attribute(candidate.node, name),
        let date = DateText.value(value, language: page.language),
        PublicationDate.isPossible(date)
      else { continue }
      return (date, DateCues.table.meaning(before: text))
    }
    guard text.utf8.count < 200 else { return nil }
    let matches = DateText.matches(in: text, language: page.language)
    guard let first = matches.first, PublicationDate.isPossible(first.timestamp) else { return nil }
    let lead = String(decoding: Array(text.utf8)[..<first.range.lowerBound], as: UTF8.self)
    let cue = DateCues.table.meaning(before: lead)
    // "Updated 3 May, first published 1 May": the second is meant.
    if cue == .modified, matches.count > 1, PublicationDate.isPossible(matches[1].timestamp) {
      let between = Array(text.utf8)[first.range.upperBound..<matches[1].range.lowerBound]
      if DateCues.table.meaning(before: String(decoding: between, as: UTF8.self)) == .published {
        return (matches[1].timestamp, .published)
      }
    }
    return cue == .other ? nil : (first.timestamp, cue)
  }
}
