/// Finds the element that holds the article's text: the one with the most worth of paragraphs close
/// to it, as in Readability, then its ancestors as long as they add more text than furniture.
struct RootFinder {
  let outline: Outline
  let stats: PageStats

  /// An ancestor must add this share of text to be taken for the article's element.
  private static let leastGain: Float = 0.03
  /// So many ancestors are tried beyond the last that gained.
  private static let farthestLook = 5
  /// Ancestors that share in a line's worth.
  private static let sharingAncestors = 6

  func find() -> Int? {
    guard let best = best() else { return nil }
    return climb(from: best)
  }

  /// The entry with the highest score.
  private func best() -> Int? {
    var scores = [Float](repeating: 0, count: outline.entries.count)
    for (index, line) in outline.lines.enumerated() where stats.worth[index] > 0 {
      var entry = container(of: Int(line.owner))
      var share: Float = 1
      for level in 0..<Self.sharingAncestors where entry >= 0 {
        scores[entry] += stats.worth[index] * share
        share = level == 0 ? 0.6 : share * 0.6
        entry = Int(outline.entries[entry].parent)
      }
    }
    var best: (entry: Int, score: Float)?
    for entry in scores.indices where scores[entry] > 0 {
      let score = scores[entry] * weight(entry)
      if score > best?.score ?? 0 { best = (entry, score) }
    }
    return best?.entry
  }

  /// The first element above a line's own that can hold a run of paragraphs.
  private func container(of owner: Int) -> Int {
    var entry = owner
    for _ in 0..<Outline.farthestAncestor where entry > 0 {
      switch outline.entries[entry].tag {
      case .p, .li, .ul, .ol, .dl, .dd, .dt, .blockquote, .pre, .h1, .h2, .h3, .h4, .h5, .h6,
        .figure,
        .figcaption, .tr, .tbody, .center:
        entry = Int(outline.entries[entry].parent)
      case .div where outline.lineRange(entry).count == 1:
        // A paragraph by another name.
        entry = Int(outline.entries[entry].parent)
      default: return entry
      }
    }
    return entry
  }

  private func weight(_ index: Int) -> Float {
    let entry = outline.entries[index]
    var weight = 1 - stats.linkDensity(outline.lineRange(index))
    if entry.evidence.contains(.articleBody) { weight *= 1.5 }
    if entry.evidence.contains(.body) { weight *= 1.25 }
    if entry.tag == .article || entry.tag == .main { weight *= 1.1 }
    if stats.isFurniture[index] { weight *= 0.3 }
    return weight
  }

  private func climb(from start: Int) -> Int {
    var root = start
    var entry = Int(outline.entries[start].parent)
    var looked = 0
    while entry >= 0, looked < Self.farthestLook {
      let inner = outline.lineRange(root)
      let outer = outline.lineRange(entry)
      let gain = stats.worth(outer) - stats.worth(inner)
      let added = stats.text(outer) - stats.text(inner)
      if added == 0 {
        root = entry
      } else if gain > Self.leastGain * stats.worth(inner), isMostlyText(gain: gain, added: added) {
        root = entry
        looked = 0
      } else {
        looked += 1
      }
      entry = Int(outline.entries[entry].parent)
    }
    return root
  }

  /// A hundred bytes of running text are worth about 2.5; less than a third of that is furniture.
  private func isMostlyText(gain: Float, added: Int) -> Bool {
    gain > Float(added) / 100 * 0.8
  }
}
