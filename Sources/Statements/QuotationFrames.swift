internal import Syntax

/// Quotations and the verbs beside them, whatever the trees say.
extension CandidateFinder {
  /// How far from a quotation its verb may stand, tokens.
  private static let neighbourhood = 18

  /// The nearest verbs before and after each quotation, and its signature.
  mutating func proposeQuotations() {
    for quotation in text.quotations {
      guard let last = quotation.tokens.last else { continue }
      proposeAfter(quotation, last)
      proposeBefore(quotation)
      proposeSigned(quotation)
    }
  }

  /// "...," the mayor said.
  private mutating func proposeAfter(_ quotation: Quotation, _ last: Int) {
    let tokens = quotation.tokens
    let line = text.lines[Int(text.lineOf[last])]
    var count = 0
    var position = tokens.upperBound
    let limit = min(line.upperBound, tokens.upperBound + Self.neighbourhood)
    // A verb that the lexicon does not know for it speaks where it stands right beside.
    var isBeside = text.endsBeforeCue(quotation)
    while position < limit, count < 2 {
      if text.quotation(position) != nil { break }
      if isSpeaking(position) || isBeside && (isVerb(position) || isLastWord(position)) {
        count += 1
        isBeside = false
        let source = besideSource(position, tokens.upperBound)
        let after = source.map { $0 > position } ?? false
        propose(
          .quotation, trigger: position,
          cue: cue(position, until: after ? position + 1 : text.count), source: source, link: nil,
          head: tokens.lowerBound, content: [tokens])
      } else if tree.tag(position) == .stop {
        break
      }
      position += 1
    }
  }

  /// Who speaks where a verb stands behind a quotation: as the trees have it, or who stands between
  /// the two.
  private func besideSource(_ verb: Int, _ start: Int) -> Int? {
    if let source = source(verb) { return source }
    guard verb > start, verb - start < 8 else { return nil }
    return (start..<verb).last { tree.tag($0) == .prp || tree.tag($0).isNoun }
  }

  /// The mayor said: "..."
  private mutating func proposeBefore(_ quotation: Quotation) {
    let tokens = quotation.tokens
    let line = text.lines[Int(text.lineOf[tokens.lowerBound])]
    var count = 0
    var position = tokens.lowerBound - 1
    let first = max(line.lowerBound, tokens.lowerBound - Self.neighbourhood)
    var isBeside = false
    if position >= first {
      isBeside = tree.tag(position) == .colon || tree.tag(position) == .comma
    }
    while position >= first, count < 2 {
      if text.quotation(position) != nil { break }
      if isSpeaking(position) || isBeside && isVerb(position) {
        count += 1
        isBeside = false
        propose(
          .quotation, trigger: position, cue: cue(position, until: tokens.lowerBound),
          source: source(position), link: tokens.lowerBound, head: tokens.lowerBound,
          content: [tokens])
      }
      position -= 1
    }
  }

  /// A known cue, whatever its tag, that ends its clause: "...," the letter read.
  private func isLastWord(_ token: Int) -> Bool {
    guard text.entries(token, .verb) != nil, !tree.tag(token).isProperNoun else { return false }
    return token + 1 >= text.count || text.isPunctuation(token + 1)
  }

  private func isVerb(_ token: Int) -> Bool {
    guard tree.tag(token).isVerb else { return false }
    switch tree.relation(token) {
    case .aux, .auxpass, .amod, .compound: return false
    default: return true
    }
  }

  private func isSpeaking(_ token: Int) -> Bool {
    guard let entry = text.entries(token, .verb), entry.frames.contains(.quotation) else {
      return false
    }
    return tree.tag(token).isVerb && tree.relation(token) != .aux
  }
}
