internal import Syntax

/// The words that name a source: the noun phrase of its head with what identifies it.
struct SourcePhrase {
  let text: MarkedText
  let edges: EdgeScorer

  /// How far from its head a phrase may reach, tokens.
  private static let reach = 60

  /// - limit: tokens of cue and content, which a source never enters.
  func range(_ head: Int, before limit: Int, trace: inout EdgeTrace) -> Range<Int> {
    let tree = text.tree
    if tree.tag(head) == .prp || tree.tag(head).isRelativePronoun { return head ..~ head + 1 }
    let whole = tree.subtree(head)
    var start = head
    for child in tree.children(head) where child < head {
      switch tree.relation(child) {
      case .punct, .cc, .mark, .advcl: continue
      case .preconj, .predet: start = min(start, child)
      case .advmod where text.isPunctuation(min(child + 1, head)): continue
      default: start = min(start, tree.subtree(child).lowerBound)
      }
    }
    start = max(start, head - Self.reach, whole.lowerBound)
    // It stays in its line, and does not begin in what is said before it.
    let line = text.lines[Int(text.lineOf[head])]
    start = max(start, line.lowerBound)
    var first = head
    while first > start, text.quotationOf[first - 1] == text.quotationOf[head] { first -= 1 }
    if first > start, let number = text.quotation(first - 1),
      text.endsBeforeCue(text.quotations[number])
    {
      start = first
    }
    var maximum = min(whole.upperBound, head + Self.reach)
    maximum = min(maximum, line.upperBound)
    if limit > head { maximum = min(maximum, limit) }
    let end = edges.end(
      .sourceEnd, from: start, minimum: head + 1, maximum: maximum, owner: head, trigger: head,
      frame: nil, text, trace: &trace)
    var range = start ..~ max(end, head + 1)
    while range.count > 1, text.isPunctuation(range.upperBound - 1),
      tree.tag(range.upperBound - 1) != .closeBracket
    {
      range = range.lowerBound ..~ range.upperBound - 1
    }
    while range.count > 1, range.lowerBound < head, text.isPunctuation(range.lowerBound) {
      range = range.lowerBound + 1 ..~ range.upperBound
    }
    return range
  }
}
