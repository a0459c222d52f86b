/// The small elements that hold a picture and the words under it, where no `figure` says so.
struct PictureRegions {
  /// By line: stands under a picture.
  private(set) var isCaption: [Bool]
  /// By entry of an `img`: the element round picture and words.
  private(set) var regions: [Int: Int] = [:]

  /// Most text under a picture, in bytes, and the ancestors of a picture that are searched.
  private static let mostText = 700
  private static let farthest = 6

  init(outline: Outline, stats: PageStats, from start: Int, to end: Int, main: MainRun) {
    isCaption = [Bool](repeating: false, count: outline.lines.count)
    for index in start..<max(start, end) where outline.entries[index].tag == .img {
      var at = Int(outline.entries[index].parent)
      for _ in 0..<Self.farthest where at > start {
        // The words of buttons ("enlarge") are no words under the picture.
        let lines = outline.lineRange(at)
        if lines.contains(where: {
          !outline.entries[outline.owner($0)].context.contains(.form)
        }) {
          if Self.isRegion(at, outline, stats, main) {
            regions[index] = at
            for line in lines { isCaption[line] = true }
          }
          break
        }
        at = Int(outline.entries[at].parent)
      }
    }
  }

  private static func isRegion(
    _ index: Int, _ outline: Outline, _ stats: PageStats, _ main: MainRun
  )
    -> Bool
  {
    let entry = outline.entries[index]
    let lines = outline.lineRange(index)
    if entry.tag == .figure { return true }
    guard stats.text(lines) <= mostText, entry.tag != .p,
      stats.linked(lines) * 2 <= stats.text(lines)
    else { return false }
    if lines.contains(where: { line in
      let context = outline.entries[outline.owner(line)].context
      return !context.isDisjoint(with: [.heading, .time, .address])
    }) {
      return false
    }
    // A portrait beside the makers' names.
    if (index..<Int(entry.end)).contains(where: {
      !outline.entries[$0].evidence.isDisjoint(with: [.byline, .author])
    }) {
      return false
    }
    if !entry.evidence.isDisjoint(with: [.caption, .picture]) { return true }
    return !lines.contains { line in
      stats.worth[line] > 0 && main.looks.contains(outline.entries[outline.owner(line)].look)
        || outline.entries[outline.owner(line)].context.contains(.list)
        || outline.lines[line].count > 400
    }
  }
}
