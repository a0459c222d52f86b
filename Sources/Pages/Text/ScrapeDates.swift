import Records

/// The days of publication and change, out of lines that say little else.
struct ScrapeDates {
  struct Found {
    var timestamp: Timestamp
    var index: Int
  }

  private(set) var published: Found?
  private(set) var modified: Found?
  /// Lines round the text that say a date.
  private(set) var lines: [Int] = []

  /// Lines above the headline, and below the first paragraph and the last, that are looked at.
  private static let reach = (above: 12, below: 6, end: 6)

  init(page: ScrapePage, classes: [LineClass], body: ClosedRange<Int>) {
    let top = page.headline?.index ?? body.lowerBound
    var best: (cost: Int, index: Int, found: [Timestamp])?
    for index in page.lines.indices where classes[index] != .text && classes[index] != .caption {
      guard let cost = Self.cost(index, top: top, body: body) else { continue }
      let found = Self.dates(page.lines[index])
      guard !found.isEmpty else { continue }
      lines.append(index)
      if cost < best?.cost ?? .max { best = (cost, index, found) }
    }
    guard let best else { return }
    published = Found(timestamp: best.found[0], index: best.index)
    if best.found.count > 1, Self.isLater(best.found[1], best.found[0]) {
      modified = Found(timestamp: best.found[1], index: best.index)
    }
  }

  private static func dates(_ line: ScrapeLine) -> [Timestamp] {
    guard line.shape.digits > 0, line.shape.words <= 30, line.text.utf8.count <= 300 else {
      return []
    }
    return DateText.find(in: line.text)
  }

  private static func isLater(_ a: Timestamp, _ b: Timestamp) -> Bool {
    if a.dayNumber != b.dayNumber { return a.dayNumber > b.dayNumber }
    guard let x = a.time, let y = b.time else { return false }
    return (x.hour, x.minute) > (y.hour, y.minute)
  }

  /// Lines away from the headline; `nil` where a date is somebody else's.
  private static func cost(_ index: Int, top: Int, body: ClosedRange<Int>) -> Int? {
    if index < top { return top - index <= reach.above ? (top - index) * 2 : nil }
    if index <= body.lowerBound + reach.below { return index - top }
    let behind = index - body.upperBound
    return behind > 0 && behind <= reach.end ? 100 + behind : nil
  }
}
