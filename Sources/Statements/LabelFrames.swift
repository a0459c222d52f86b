internal import Language
internal import Syntax

/// What layout attributes: a colon behind a name or a cue, a name that signs a quotation.
extension CandidateFinder {
  /// Most tokens of a label or a signature.
  private static let labelReach = 14

  /// "She wrote: ...", "Smith: ...", "More from Smith: ..."
  mutating func proposeColon(_ token: Int) {
    guard token > 0, token + 1 < text.count else { return }
    let line = text.lines[Int(text.lineOf[token])]
    proposeHeadline(token, in: line)
    // What follows: the rest of the sentence, or the next, on this line or the one after.
    var start = token + 1
    while start < text.count, tree.doc.isSpace(start) { start += 1 }
    guard start < text.count, start - token < 4 else { return }
    let next = tree.sentence(of: start)
    let nextLine = text.lines[Int(text.lineOf[start])]
    let end = min(next.upperBound, nextLine.upperBound)
    guard start < end else { return }
    let name = label(before: token, in: line)
    if let verb = cueVerb(before: token, in: line) {
      let group = cue(verb)
      propose(
        .colon, trigger: verb, cue: group.lowerBound ..~ max(group.upperBound, token + 1),
        source: source(verb), link: token, head: start, content: [start ..~ end])
      // A name right before the colon may speak all the same: "What it means - More from Smith:".
      guard name != nil, text.quotation(start) != nil else { return }
    }
    guard let name else { return }
    let head = name.head
    propose(
      .label, trigger: token, cue: token ..~ token + 1, source: head, phrase: name.phrase,
      head: start,
      content: [start ..~ end])
    // A turn of a transcript: all the line.
    if text.quotation(start) == nil, end < nextLine.upperBound {
      propose(
        .label, trigger: token, cue: token ..~ token + 1, source: head, phrase: name.phrase,
        head: start,
        content: [start ..~ nextLine.upperBound])
    }
  }

  /// "We will not yield": minister; Ferry sinks off Orre: police.
  private mutating func proposeHeadline(_ colon: Int, in line: Range<Int>) {
    guard colon - line.lowerBound <= Self.headlineReach else { return }
    var end = line.upperBound
    while end > colon + 1, tree.doc.isSpace(end - 1) { end -= 1 }
    guard let speaker = speaker(colon + 1 ..~ end) else { return }
    let content = line.lowerBound ..~ colon
    let isQuoted = text.quotation(colon - 1) != nil
    // Headlines do without articles: "He feared one man: the sheriff" tells whom.
    let isHeadline = tree.tag(speaker.lowerBound) != .dt && content.contains { isPredicate($0) }
    guard content.count > 2, isQuoted || isHeadline else { return }
    propose(
      .headline, trigger: colon, cue: colon ..~ colon + 1, source: end - 1, phrase: speaker,
      head: line.lowerBound, content: [content])
  }

  /// Most tokens of a headline.
  private static let headlineReach = 30
  /// Most tokens of a speaker who is told by what he or she is.
  private static let speakerReach = 6

  private func isPredicate(_ token: Int) -> Bool {
    switch tree.tag(token) {
    case .vbz, .vbp, .vbd, .vbn, .vb, .md: true
    default: false
    }
  }

  /// Words that are a name or a noun for one who speaks, and no more.
  private func speaker(_ words: Range<Int>) -> Range<Int>? {
    guard let first = words.first(where: { !tree.doc.isSpace($0) }), let last = words.last,
      last - first < Self.speakerReach
    else { return nil }
    for token in first...last {
      if isPredicate(token) || text.quotation(token) != nil { return nil }
      if text.isPunctuation(token), token == first || token == last { return nil }
    }
    let isNamed = ["PERSON", "ORG"].contains(text.entity(last) ?? "")
    let isKnown =
      StatementWords.standard.speakers.contains(text.lemma(last))
      || text.entries(last, .artefact) != nil && tree.tag(last).isNoun
    return isNamed && text.entity(first) != nil || isKnown ? first ..~ last + 1 : nil
  }

  private func cueVerb(before token: Int, in line: Range<Int>) -> Int? {
    let limit = max(tree.sentence(of: token).lowerBound, line.lowerBound, token - 30)
    var position = token - 1
    while position >= limit {
      if tree.tag(position).isVerb, text.entries(position, .verb) != nil,
        text.quotation(position) == nil
      {
        return position
      }
      position -= 1
    }
    return nil
  }

  /// The name that a colon ends: what stands before it on the line, or the name right before it.
  private func label(before token: Int, in line: Range<Int>) -> (head: Int, phrase: Range<Int>?)? {
    let start = text.firstWords[Int(text.lineOf[token])]
    guard start < token else { return nil }
    let whole = start ..~ token
    if whole.count <= 6, text.isInCapitals(whole) { return (token - 1, whole) }
    let name = text.name(endingAt: token, from: start)
    if token - line.lowerBound <= 10, name?.lowerBound != start,
      let noun = whole.last(where: { tree.tag($0).isNoun })
    {
      return (noun, nil)
    }
    return name.map { ($0.upperBound - 1, $0) }
  }

  /// A quotation with its author behind it: "..." — Anna Berg; "..." [Harbour Post]; on the same
  /// line or the next.
  mutating func proposeSigned(_ quotation: Quotation) {
    guard let last = quotation.tokens.last else { return }
    var position = quotation.tokens.upperBound
    var breaks = 0
    while position < text.count, position - last < 4,
      tree.doc.isSpace(position) || tree.tag(position) == .stop
    {
      if text.breaksLine(position) { breaks += 1 }
      position += 1
    }
    guard position < text.count else { return }
    let line = text.lines[Int(text.lineOf[position])]
    var end = line.upperBound
    while end > position, tree.doc.isSpace(end - 1) { end -= 1 }
    let first = tree.doc.utf8[tree.doc.range(position)]
    if first.elementsEqual([UInt8(ascii: "[")]) {
      guard let close = (position ..~ min(end, position + 8)).first(where: { isBracketEnd($0) }),
        close > position + 1
      else { return }
      propose(
        .signed, trigger: position, cue: position ..~ close + 1, source: close - 1,
        phrase: position + 1 ..~ close, head: quotation.tokens.lowerBound,
        content: [quotation.tokens])
      return
    }
    guard end - position <= 2 * Self.labelReach else { return }
    var name = position
    while name < end, isDash(name) || name > position && tree.doc.isSpace(name) { name += 1 }
    guard name > position || dashBegins(position), name < end,
      let author = text.name(startingAt: name, before: end) ?? speaker(name ..~ end)
    else { return }
    // On the quotation's own line nothing but the name may follow, or it is an insertion.
    var rest = author.upperBound
    while rest < end, text.isPunctuation(rest) { rest += 1 }
    if breaks == 0, rest < end, tree.tag(author.upperBound) != .comma { return }
    propose(
      .signed, trigger: position, cue: position ..~ max(name, position + 1),
      source: author.upperBound - 1, phrase: author, head: quotation.tokens.lowerBound,
      content: [quotation.tokens])
  }

  private func isBracketEnd(_ token: Int) -> Bool {
    tree.doc.utf8[tree.doc.range(token)].last == UInt8(ascii: "]")
  }

  private func isDash(_ token: Int) -> Bool {
    let bytes = tree.doc.utf8[tree.doc.range(token)]
    if bytes.allSatisfy({ $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "~") }) { return true }
    return bytes.count == 3 && dashBegins(token)
  }

  private func dashBegins(_ token: Int) -> Bool {
    let bytes = tree.doc.utf8[tree.doc.range(token)]
    guard let first = bytes.first else { return false }
    if first == UInt8(ascii: "-") { return true }
    let start = bytes.startIndex
    return bytes.count >= 3 && first == 0xE2 && bytes[start + 1] == 0x80
      && (0x92...0x95).contains(bytes[start + 2])
  }
}
