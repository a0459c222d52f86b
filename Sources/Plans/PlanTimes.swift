internal import Language
internal import Records
internal import Syntax

/// The dates of a text as the rules of plans ask for them: by where they stand in the trees.
struct PlanTimes {
  private let tree: SyntaxTree
  /// Days and stretches of the calendar only, in the order of the text.
  private let dates: [TimeExpression]

  init(_ tree: SyntaxTree, _ times: [TimeExpression]) {
    self.tree = tree
    dates = times.filter { time in time.value.flatMap { TimePeriod(value: $0) } != nil }
  }

  /// Values of the dates that begin among some tokens.
  func within(_ tokens: Range<Int>) -> [String] { found(in: tokens).compactMap(\.value) }

  /// Values of the dates behind one of some prepositions, in what a token governs.
  func behind(_ prepositions: Set<String>, below token: Int) -> [String] {
    found(in: tree.subtree(token)).compactMap { time in
      let first = tree.doc.tokens(overlapping: time.range).lowerBound
      var before = first - 1
      // "to the end of March": the preposition is the nearest before the words of the date.
      while before > token, first - before <= 3, !prepositions.contains(word(before)),
        tree.tag(before) != .inPreposition
      {
        before -= 1
      }
      guard before >= 0, before != token, prepositions.contains(word(before)) else { return nil }
      return time.value
    }
  }

  private func word(_ token: Int) -> String { tree.lemma(token).lowercased() }

  private func found(in tokens: Range<Int>) -> ArraySlice<TimeExpression> {
    guard !dates.isEmpty, !tokens.isEmpty else { return [] }
    let bytes = tree.doc.bytes(tokens)
    let first = lowerBound(bytes.lowerBound)
    return dates[first..<max(first, lowerBound(bytes.upperBound))]
  }

  /// The first date that begins at or behind a byte.
  private func lowerBound(_ byte: Int) -> Int {
    var low = 0
    var high = dates.count
    while low < high {
      let middle = (low + high) / 2
      if dates[middle].range.lowerBound < byte { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
