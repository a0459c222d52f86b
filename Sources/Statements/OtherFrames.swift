internal import Language
internal import Syntax

/// Constructions without a verb or noun of their own: prepositions and adverbs.
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
    if text.lemma(preposition) == "in", text.entries(object, .view) != nil {
      return proposeView(preposition, object)
    }
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

  /// "in the eyes of the union", "in her view"
  private mutating func proposeView(_ preposition: Int, _ noun: Int) {
    let phrase = preposition ..~ min(tree.subtree(noun).upperBound, noun + 60)
    if let owner = tree.child(noun, .poss), owner > preposition {
      proposeRest(
        .according, trigger: preposition, cue: preposition ..~ preposition + 1, object: owner,
        link: noun,
        phrase: phrase)
    } else if let of = tree.children(noun).first(where: { $0 > noun && text.lemma($0) == "of" }),
      let owner = tree.child(of, .pobj)
    {
      proposeRest(
        .according, trigger: preposition, cue: preposition ..~ of + 1, object: owner, link: noun,
        phrase: phrase
      )
    }
  }

  /// "The ferry, Dahl claims, is not safe": a verb taken for a noun, its speaker for a part of it.
  mutating func proposeMistaken(_ token: Int) {
    guard token > 1, token + 2 < text.count, tree.tag(token + 1) == .comma,
      tree.tag(token - 1).isProperNoun || tree.tag(token - 1) == .prp,
      text.entries(token, .verb)?.frames.contains(.inserted) == true
    else { return }
    let sentence = tree.sentence(of: token)
    var first = token - 1
    while first > sentence.lowerBound, tree.tag(first - 1).isProperNoun { first -= 1 }
    guard first - 1 > sentence.lowerBound, tree.tag(first - 1) == .comma else { return }
    propose(
      .inserted, trigger: token, cue: token ..~ token + 1, source: token - 1,
      phrase: first ..~ token,
      head: first - 2,
      content: [sentence.lowerBound ..~ first - 1, token + 2 ..~ sentence.upperBound])
  }

  private mutating func proposeRest(
    _ frame: Frame, trigger: Int, cue: Range<Int>, object: Int, link: Int? = nil, phrase: Range<Int>
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
      frame, trigger: trigger, cue: cue, source: object, link: link, head: tree.head(trigger),
      content: pieces)
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
    propose(
      frame, trigger: trigger, cue: cue, source: object, link: link, head: clause, content: pieces)
    if pieces.count == 2 {
      propose(
        frame, trigger: trigger, cue: cue, source: object, link: link, head: clause,
        content: [pieces[0]])
      propose(
        frame, trigger: trigger, cue: cue, source: object, link: link, head: clause,
        content: [pieces[1]])
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
}
