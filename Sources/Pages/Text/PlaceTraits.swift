/// Says what holds of each line's place on its page: the model's input.
struct PlaceTraits {
  let page: ScrapePage
  private let headline: Int?
  private let aboveProse: [Int]
  private let belowProse: [Int]

  init(page: ScrapePage) {
    self.page = page
    headline = page.headline?.index
    aboveProse = Self.distances(page.isProse)
    belowProse = Self.distances(page.isProse.reversed()).reversed()
  }

  /// Lines since the last paragraph, not counting the line itself.
  private static func distances(_ isProse: [Bool]) -> [Int] {
    var distance = 1000
    return isProse.map { holds in
      distance += 1
      defer { if holds { distance = 0 } }
      return distance
    }
  }

  func all() -> [[PlaceTrait]] {
    var tail = 1000
    return page.lines.indices.map { index in
      tail = opensTail(index) ? 0 : tail + 1
      return traits(index, sinceTail: tail)
    }
  }

  private func opensTail(_ index: Int) -> Bool {
    guard let phrase = page.phrases[index], phrase.extent <= .label else { return false }
    switch phrase.kind {
    case .more, .comments, .tags, .newsletter, .subscribe, .donate, .rights: return true
    default: return false
    }
  }

  private func traits(_ index: Int, sinceTail: Int) -> [PlaceTrait] {
    var traits: [PlaceTrait] = [core(index)]
    if let shares = shares(index) { traits.append(shares) }
    addHeadline(index, to: &traits)
    addProse(index, to: &traits)
    traits.append(
      sinceTail <= 1
        ? .tailOpened1
        : sinceTail <= 5 ? .tailOpened5 : sinceTail <= 20 ? .tailOpened20 : .noTailOpened)
    addCompany(index, to: &traits)
    if page.isMarkdown { traits.append(.markdownPage) }
    if index * 10 < page.lines.count { traits.append(.firstTenth) }
    if index * 10 >= page.lines.count * 9 { traits.append(.lastTenth) }
    return traits
  }

  private func shares(_ index: Int) -> PlaceTrait? {
    let (shared, all) = page.vocabulary.shared(index)
    guard all >= 2 else { return nil }
    switch Double(shared) / Double(all) {
    case ..<0.1: return .sharesNone
    case ..<0.3: return .sharesFew
    case ..<0.55: return .sharesSome
    default: return .sharesMany
    }
  }

  private func addHeadline(_ index: Int, to traits: inout [PlaceTrait]) {
    guard let headline else {
      traits.append(.noHeadline)
      return
    }
    let after = index - headline
    switch after {
    case ..<0: traits.append(.beforeHeadline)
    case 0: traits.append(.isHeadline)
    case ...3: traits.append(.afterHeadline3)
    case ...8: traits.append(.afterHeadline8)
    case ...20: traits.append(.afterHeadline20)
    case ...60: traits.append(.afterHeadline60)
    default: traits.append(.afterHeadlineMore)
    }
    if after != 0, page.lines[index].text == page.lines[headline].text {
      traits.append(.repeatsHeadline)
    }
  }

  private func core(_ index: Int) -> PlaceTrait {
    if page.core.contains(index) { return .inCore }
    if index < page.core.lowerBound { return .beforeCore }
    switch index - page.core.upperBound {
    case ..<3: return .afterCore3
    case ..<10: return .afterCore10
    case ..<30: return .afterCore30
    default: return .afterCoreMore
    }
  }

  private func addProse(_ index: Int, to traits: inout [PlaceTrait]) {
    switch count(max(0, index - 4)..<index) {
    case 0: traits.append(.proseAbove0)
    case 1: traits.append(.proseAbove1)
    case 2: traits.append(.proseAbove2)
    default: traits.append(.proseAbove3)
    }
    switch count((index + 1)..<max(index + 1, min(index + 5, page.lines.count))) {
    case 0: traits.append(.proseBelow0)
    case 1: traits.append(.proseBelow1)
    case 2: traits.append(.proseBelow2)
    default: traits.append(.proseBelow3)
    }
    switch aboveProse[index] {
    case ...1: traits.append(.lastProse1)
    case 2: traits.append(.lastProse2)
    case ...4: traits.append(.lastProse4)
    case ...8: traits.append(.lastProse8)
    default: traits.append(.lastProseMore)
    }
    switch belowProse[index] {
    case ...1: traits.append(.nextProse1)
    case 2: traits.append(.nextProse2)
    case ...4: traits.append(.nextProse4)
    case ...8: traits.append(.nextProse8)
    default: traits.append(.nextProseMore)
    }
    let isBetween = aboveProse[index] == 1 && belowProse[index] == 1
    if isBetween { traits.append(page.isProse[index] ? .proseAfterProse : .shortBetweenProse) }
  }

  private func count(_ range: Range<Int>) -> Int {
    range.reduce(0) { $0 + (page.isProse[$1] ? 1 : 0) }
  }

  private func addCompany(_ index: Int, to traits: inout [PlaceTrait]) {
    let near = max(0, index - 5)..<min(page.lines.count, index + 6)
    let headings = near.reduce(0) { $0 + (page.lines[$1].headingLevel != nil ? 1 : 0) }
    if headings >= 5 {
      traits.append(.headingsNearMore)
    } else if headings >= 3 {
      traits.append(.headingsNear3)
    } else if headings >= 1 {
      traits.append(.headingsNear1)
    }
    let close = max(0, index - 2)..<min(page.lines.count, index + 3)
    let items = close.filter { page.lines[$0].isItem }
    guard items.count >= 3 else { return }
    let width = items.reduce(0) { $0 + page.lines[$1].shape.width } / items.count
    traits.append(width < 40 ? .menuRun : .longItemRun)
  }
}
