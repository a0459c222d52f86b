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
      guard let from = last, from.line == line || from.continues,
        from.continues || goesOn(chosen[from.statement], to: tokens, number, chosen)
      else {
        last = nil
        continue
      }
      chosen[from.statement].content = joined(chosen[from.statement].content, tokens)
      last = (from.statement, text.lineOf[end], quotation.continues)
    }
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
