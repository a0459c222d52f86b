/// The article's run of paragraphs: what its elements look like, and how far it reaches.
struct MainRun {
  /// Looks of elements that hold at least `leastShare` of the root's worth each.
  private(set) var looks: Set<UInt32> = []
  /// The first and the last line of such a look with running text; empty where there is none.
  private(set) var span: Range<Int> = 0..<0
  /// The entry round the last line of the span: what is behind it in there is still the article.
  private(set) var lastContainer = 0

  private(set) var firstContainer = 0

  private static let leastShare: Float = 0.2

  init(outline: Outline, stats: PageStats, root: Int, headline: Int?) {
    var sums: [UInt32: Float] = [:]
    let lines = outline.lineRange(root)
    for line in lines where stats.worth[line] > 0 {
      sums[outline.entries[outline.owner(line)].look, default: 0] += stats.worth[line]
    }
    let least = stats.worth(lines) * Self.leastShare
    for (look, sum) in sums where sum >= least { looks.insert(look) }
    let members = lines.filter { line in
      stats.worth[line] > 0.5 && looks.contains(outline.entries[outline.owner(line)].look)
        && !stats.isFurniture[outline.owner(line)]
    }
    let start = headline.map { outline.lineRange($0).upperBound } ?? 0
    if let first = members.first(where: { $0 >= start }) ?? members.first, let last = members.last {
      span = first..<(last + 1)
      firstContainer = max(root, Int(outline.entries[outline.owner(first)].parent))
      lastContainer = max(root, Int(outline.entries[outline.owner(last)].parent))
    }
  }

  /// The line looks like the paragraphs and stands beside the first of them.
  func isMember(_ outline: Outline, _ line: Int) -> Bool {
    let entry = outline.entries[outline.owner(line)]
    return looks.contains(entry.look) && Int(entry.parent) == firstContainer
  }
}
