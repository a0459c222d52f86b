/// A headline's line, parted from the kicker that ran into it.
struct ScrapeTitle {
  var title: String
  var kicker: String?

  /// Heading marks keep what inline elements lose: "# Analysis \-  Why it rains" has two blanks
  /// behind the dash. Without a mark only a dash or bar with a short head is parted.
  init(_ line: String, hasMark: Bool) {
    title = line
    guard hasMark, let dash = line.firstRange(of: " - "), let first = line.first,
      line.distance(from: line.startIndex, to: dash.lowerBound) <= 40, first.isUppercase
    else { return }
    let rest = line[dash.upperBound...]
    guard rest.count >= 15 else { return }
    title = String(rest)
    kicker = String(line[..<dash.lowerBound])
  }
}
