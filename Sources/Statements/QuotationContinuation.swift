internal import Language
internal import Syntax

/// Joins quotations that no cue of their own claims to the statement they go on from: "...," she
/// said. "...", over sentences, and over paragraphs where the marks say so.
struct QuotationContinuation {
  let text: MarkedText

  func join(to chosen: inout [Candidate]) {
    guard !text.quotations.isEmpty else { return }
    // For each token the statement whose content holds it, its cue standing outside the quotation.
    var ownerOf = [Int32](repeating: -1, count: text.count)
    for (index, candidate) in chosen.enumerated() {
      let own = text.quotationOf[candidate.trigger]
      for piece in candidate.content {
        for token in piece where text.quotationOf[token] != own || own < 0 {
          ownerOf[token] = Int32(index)
        }
      }
    }
    // The statement that a quotation may go on from.
    var last: (statement: Int, line: Int32, continues: Bool)?
    for (number, quotation) in text.quotations.enumerated() {
      let tokens = quotation.tokens
      guard let end = tokens.last else { continue }
      let line = text.lineOf[tokens.lowerBound]
      let owner = tokens.lazy.map { Int(ownerOf[$0]) }.first { $0 >= 0 }
      if let owner {
        last = (owner, text.lineOf[end], quotation.continues)
        continue
      }
      guard let from = last,
        from.continues
          || from.line == line && goesOn(chosen[from.statement], to: tokens, number, chosen)
          || from.line == lineBefore(line) && fillsLine(tokens)
            && isQuoted(chosen[from.statement])
      else {
        last = nil
        continue
      }
      chosen[from.statement].content = joined(chosen[from.statement].content, tokens)
      last = (from.statement, text.lineOf[end], quotation.continues)
    }
  }

  /// The number of the last line with words before a line's.
  private func lineBefore(_ line: Int32) -> Int32 {
    var before = Int(line) - 1
    while before >= 0, text.lines[before].allSatisfy({ text.tree.doc.isSpace($0) }) { before -= 1 }
    return Int32(before)
  }

  /// Whether nothing but a quotation stands in its line: the speaker is the one of the line before.
  private func fillsLine(_ tokens: Range<Int>) -> Bool {
    let line = text.lines[Int(text.lineOf[tokens.lowerBound])]
    return line.allSatisfy {
      tokens.contains($0) || text.isPunctuation($0) || text.tree.doc.isSpace($0)
    }
  }

  private func isQuoted(_ candidate: Candidate) -> Bool {
    candidate.content.contains { piece in piece.contains { text.quotationOf[$0] >= 0 } }
  }

  /// Whether nothing but the cue's own clause stands between the content and a quotation.
  private func goesOn(
    _ candidate: Candidate, to tokens: Range<Int>, _ number: Int, _ chosen: [Candidate]
  ) -> Bool {
    guard tokens.lowerBound > candidate.hull.lowerBound, tokens.count > 4 else { return false }
    var start = tokens.lowerBound
    while start > 0, text.isPunctuation(start - 1) { start -= 1 }
    let from = max(
      candidate.hull.upperBound, candidate.cue.upperBound, candidate.source?.upperBound ?? 0)
    let sentence = text.tree.sentence(of: tokens.lowerBound)
    return start <= from || start <= sentence.lowerBound + 1
      || text.tree.sentence(of: max(0, start - 1)).contains(max(0, from - 1))
  }

  private func joined(_ content: [Range<Int>], _ piece: Range<Int>) -> [Range<Int>] {
    var pieces = content
    if let last = pieces.last, last.upperBound <= piece.lowerBound,
      (last.upperBound..<piece.lowerBound).allSatisfy({ text.tree.doc.isSpace($0) })
    {
      pieces[pieces.count - 1] = last.lowerBound..<piece.upperBound
      return pieces
    }
    pieces.append(piece)
    return pieces.sorted { $0.lowerBound < $1.lowerBound }
  }
}
