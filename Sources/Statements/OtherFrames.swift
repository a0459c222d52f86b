internal import Language
internal import Syntax

/// Constructions without a verb or noun of their own: prepositions, adverbs, colons; and
/// quotations, whatever the trees say.
extension CandidateFinder {
  /// "according to X"
  mutating func proposeAccording(_ token: Int) {
    guard let to = tree.child(token, .prep), to > token, to - token < 3,
      let object = tree.child(to, .pobj) ?? tree.child(to, .pcomp)
    else { return }
    proposeRest(
      .according, trigger: token, cue: token ..~ to + 1, object: object,
      phrase: token ..~ min(tree.subtree(object).upperBound, object + 60))
  }

  /// "In a poll by X, ...": a preposition whose noun names what speaks.
  mutating func proposeArtefact(_ preposition: Int) {
    guard tree.relation(preposition) == .prep,
      let object = tree.child(preposition, .pobj), object > preposition
    else { return }
    let sentence = tree.sentence(of: preposition)
    guard
      preposition == sentence.lowerBound || text.isPunctuation(preposition - 1)
        || text.entries(object, .artefact) != nil
    else { return }
    let word = text.lemma(preposition)
    guard
      word == "in" || word == "per" || word == "to" || word == "for" || word == "under"
        || word == "by" || word == "among" || word == "on",
      word == "to" || word == "for" || word == "per" || word == "among"
        || text.entries(object, .artefact) != nil
    else { return }
    proposeRest(
      .according, trigger: preposition, cue: preposition ..~ preposition + 1, object: object,
      phrase: preposition ..~ min(tree.subtree(object).upperBound, object + 60))
  }

  private mutating func proposeRest(
    _ frame: Frame, trigger: Int, cue: Range<Int>, object: Int, phrase: Range<Int>
  ) {
    var sentence = tree.sentence(of: trigger)
    if sentence.count > Self.reach {
      sentence = max(sentence.lowerBound, trigger - Self.reach)
        ..~ min(sentence.upperBound, trigger + Self.reach)
    }
    var pieces: [Range<Int>] = []
    if sentence.lowerBound < phrase.lowerBound {
      pieces.append(sentence.lowerBound ..~ phrase.lowerBound)
    }
    if phrase.upperBound < sentence.upperBound {
      pieces.append(phrase.upperBound ..~ sentence.upperBound)
    }
    propose(
      frame, trigger: trigger, cue: cue, source: object, head: tree.head(trigger), content: pieces)
    // The clause alone.
    var clause = tree.head(trigger)
    for _ in 0..<8 where !tree.tag(clause).isVerb && !tree.isRoot(clause) {
      clause = tree.head(clause)
    }
    let whole = tree.subtree(clause)
    pieces = []
    if whole.lowerBound < phrase.lowerBound {
      pieces.append(whole.lowerBound ..~ phrase.lowerBound)
    }
    if phrase.upperBound < whole.upperBound {
      pieces.append(phrase.upperBound ..~ whole.upperBound)
    }
    propose(frame, trigger: trigger, cue: cue, source: object, head: clause, content: pieces)
    if pieces.count == 2 {
      propose(frame, trigger: trigger, cue: cue, source: object, head: clause, content: [pieces[0]])
      propose(frame, trigger: trigger, cue: cue, source: object, head: clause, content: [pieces[1]])
    }
  }

  /// "reportedly"
  mutating func proposeAdverb(_ token: Int) {
    switch text.lemma(token) {
    case "reportedly", "allegedly", "supposedly", "purportedly", "apparently", "seemingly":
      let verb = tree.head(token)
      guard tree.tag(verb).isVerb else { return }
      let whole = tree.subtree(verb)
      propose(
        .adverb, trigger: token, cue: token ..~ token + 1, source: nil, head: verb,
        content: [whole.lowerBound ..~ token, token + 1 ..~ whole.upperBound])
    default: return
    }
  }

  /// "She wrote: ...", "Smith: ..."
  mutating func proposeColon(_ token: Int) {
    guard tree.doc.utf8[tree.doc.range(token)].elementsEqual([UInt8(ascii: ":")]), token > 0,
      token + 1 < text.count
    else { return }
    let line = text.lines[Int(text.lineOf[token])]
    var sentence = tree.sentence(of: token)
    sentence = max(sentence.lowerBound, line.lowerBound)
      ..~ min(sentence.upperBound, line.upperBound)
    // What follows: the rest of the sentence, or the next, on this line or the one after.
    var start = token + 1
    while start < text.count, tree.doc.isSpace(start) { start += 1 }
    guard start < text.count, start - token < 4 else { return }
    let next = tree.sentence(of: start)
    let lineEnd = text.lines[Int(text.lineOf[start])].upperBound
    let end = min(next.upperBound, lineEnd)
    guard start < end else { return }
    var position = token - 1
    var verb: Int?
    let limit = max(sentence.lowerBound, token - 30)
    while position >= limit {
      if tree.tag(position).isVerb, text.entries(position, .verb) != nil,
        text.quotation(position) == nil
      {
        verb = position
        break
      }
      position -= 1
    }
    if let verb {
      let group = cue(verb)
      propose(
        .colon, trigger: verb, cue: group.lowerBound ..~ max(group.upperBound, token + 1),
        source: source(verb), link: token, head: start, content: [start ..~ end])
    } else if token - line.lowerBound <= 10, token > line.lowerBound,
      let name = (line.lowerBound ..~ token).last(where: { tree.tag($0).isNoun })
    {
      propose(
        .label, trigger: token, cue: token ..~ token + 1, source: name, head: start,
        content: [start ..~ end])
    }
  }

  /// How far from a quotation its verb may stand, tokens.
  private static let neighbourhood = 18

  /// The nearest verbs before and after each quotation.
  mutating func proposeQuotations() {
    for quotation in text.quotations {
      let tokens = quotation.tokens
      guard let last = tokens.last else { continue }
      let line = text.lines[Int(text.lineOf[tokens.lowerBound])]
      let lastLine = text.lines[Int(text.lineOf[last])]
      var count = 0
      var position = tokens.upperBound
      let limit = min(lastLine.upperBound, tokens.upperBound + Self.neighbourhood)
      while position < limit, count < 2 {
        if text.quotation(position) != nil { break }
        if isSpeaking(position) {
          count += 1
          let source = source(position)
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
      count = 0
      position = tokens.lowerBound - 1
      let first = max(line.lowerBound, tokens.lowerBound - Self.neighbourhood)
      while position >= first, count < 2 {
        if text.quotation(position) != nil { break }
        if isSpeaking(position) {
          count += 1
          propose(
            .quotation, trigger: position, cue: cue(position, until: tokens.lowerBound),
            source: source(position), link: tokens.lowerBound, head: tokens.lowerBound,
            content: [tokens])
        }
        position -= 1
      }
    }
  }

  private func isSpeaking(_ token: Int) -> Bool {
    guard let entry = text.entries(token, .verb), entry.frames.contains(.quotation) else {
      return false
    }
    return tree.tag(token).isVerb && tree.relation(token) != .aux
  }
}
