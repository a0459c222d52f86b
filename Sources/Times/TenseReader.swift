/// Tells whether what stands at a token is past, present or to come.
///
/// By the governing verb and its auxiliaries where there is a parse; else by the nearest word of
/// the sentence that tells.
struct TenseReader {
  let book: TimeRulebook
  let tokens: [TimeToken]
  let parse: TimeParse?
  /// Steps from a word up to its verb that are followed.
  private static let longestClimb = 24
  /// Words on either side that are asked where there is no parse.
  private static let reach = 14

  init(book: TimeRulebook, tokens: [TimeToken], parse: TimeParse?) {
    self.book = book
    self.tokens = tokens
    self.parse = parse
  }

  func tense(at span: Range<Int>) -> Tense {
    let index = span.lowerBound
    if isDeadline(index) { return isMissed(index) ? .past : .future }
    if isAwaited(index) { return isOver(index) ? .past : .future }
    if isArranged(index) { return .future }
    if let parse, let start = tokens[index].parsed {
      return tense(parse, from: start, isOwner: isOwner(span))
    }
    return nearby(index)
  }

  /// Whether the tense leaves no doubt on which side of the report a time lies.
  func isDecided(at span: Range<Int>) -> Bool {
    isDeadline(span.lowerBound) || isDone(span.lowerBound)
  }

  /// "no later than May 31".
  private func isDeadline(_ index: Int) -> Bool {
    guard let than = waiting(before: index, where: { $0 == book.words.than }), than >= 2 else {
      return false
    }
    return tokens[than - 1].word == book.words.later && tokens[than - 2].word == book.words.no
      && tokens[than - 2].sentence == tokens[index].sentence
  }

  /// "was paid no later than May 31": it was, and that is over.
  private func isMissed(_ index: Int) -> Bool {
    guard let parse, var token = tokens[index].parsed else { return false }
    for _ in 0..<Self.longestClimb {
      if parse[token].tag.hasPrefix("VB") {
        let helpers = auxiliaries(token, parse)
        guard !helpers.contains(where: { $0.tag == "MD" || $0.tag == "TO" }) else { return false }
        return parse[token].tag == "VBD"
          || helpers.contains { $0.tag == "VBD" || $0.lemma == "have" }
      }
      guard parse[token].head != token else { return false }
      token = parse[token].head
    }
    return false
  }

  /// "was passed on 12 February": by the verb that the time itself hangs on.
  private func isDone(_ index: Int) -> Bool {
    guard let parse, var token = tokens[index].parsed else { return false }
    for _ in 0..<Self.longestPhrase {
      switch parse[token].relation {
      case "nummod", "compound", "nmod", "pobj", "npadvmod", "det", "amod": break
      case "prep":
        guard ["on", "in", "since"].contains(parse[token].lemma) else { return false }
      default: return isDone(verb: token, parse)
      }
      token = parse[token].head
      if parse[token].tag.hasPrefix("VB") { return isDone(verb: token, parse) }
    }
    return false
  }

  private func isDone(verb: Int, _ parse: TimeParse) -> Bool {
    let token = parse[verb]
    guard token.tag == "VBD" || token.tag == "VBN" else { return false }
    let helpers = auxiliaries(verb, parse)
    if helpers.contains(where: { $0.tag == "MD" || $0.tag == "TO" }) { return false }
    if token.tag == "VBN", !helpers.isEmpty,
      !helpers.contains(where: { $0.tag == "VBD" || $0.lemma == "have" })
    {
      return false
    }
    // "said the fair opened on 12 May": it opens then.
    if token.relation == "ccomp", book.tenses.calendar.contains(token.lemma) { return false }
    return !isOpen(token.lemma) && !hasOpenObject(verb, parse)
  }

  /// Words whose past tense leaves it open when what they govern takes place.
  private func isOpen(_ lemma: String) -> Bool {
    let tenses = book.tenses
    return tenses.open.contains(lemma) || tenses.plans.contains(lemma)
      || tenses.arrangements.contains(lemma)
  }

  /// "called a vote on 12 February".
  private func hasOpenObject(_ verb: Int, _ parse: TimeParse) -> Bool {
    (verb + 1..<min(parse.count, verb + Self.helperReach)).contains {
      parse[$0].head == verb && parse[$0].relation == "dobj"
        && book.tenses.arrangements.contains(parse[$0].lemma)
    }
  }

  /// Steps from a word of a time up to the preposition or verb it hangs on.
  private static let longestPhrase = 5

  /// "Wednesday's ruling".
  private func isOwner(_ span: Range<Int>) -> Bool {
    let end = span.upperBound
    guard end + 1 < tokens.count else { return false }
    return tokens[end].word == book.words.apostrophe && tokens[end + 1].word == book.words.pluralS
  }

  /// Behind a verb in the past without a preposition: "said Tuesday".
  func isReported(at span: Range<Int>) -> Bool {
    guard let parse, let token = tokens[span.lowerBound].parsed, token > 0 else { return false }
    return parse[token - 1].tag == "VBD" && parse[token].head == token - 1
  }

  /// "will be ready in two weeks": so much time goes by before what the verb tells.
  func isAhead(_ preposition: Int) -> Bool {
    guard let parse, parse[preposition].relation == "prep" else { return false }
    let verb = parse[preposition].head
    guard parse[verb].tag.hasPrefix("VB") else { return false }
    let helpers = auxiliaries(verb, parse)
    return helpers.contains { $0.tag == "MD" && book.tenses.modals.contains($0.lemma) }
      && !helpers.contains { $0.lemma == "have" }
  }

  /// "until Friday", "effective June 1": what is waited for lies ahead, whatever the verb.
  private func isAwaited(_ index: Int) -> Bool {
    waiting(before: index, where: book.words.awaiting.contains) != nil
  }

  /// The token before a time, over words that belong to it, that a test holds for.
  private func waiting(before index: Int, where test: (Int) -> Bool) -> Int? {
    var before = index - 1
    while before >= 0, index - before <= 4, tokens[before].sentence == tokens[index].sentence {
      if test(tokens[before].word) { return before }
      guard book.words.modifiers.contains(tokens[before].word) else { return nil }
      before -= 1
    }
    return nil
  }

  /// "did not answer until Friday": then it did, and that is over.
  private func isOver(_ index: Int) -> Bool {
    guard let parse, let start = tokens[index].parsed else { return false }
    let preposition = parse[start].head
    guard parse[preposition].relation == "prep",
      ["until", "till"].contains(parse[preposition].lemma)
    else { return false }
    let verb = parse[preposition].head
    let helpers = auxiliaries(verb, parse)
    let isPast = parse[verb].tag == "VBD" || helpers.contains { $0.tag == "VBD" }
    let isNegated = (max(0, verb - Self.helperReach)..<verb).contains {
      parse[$0].head == verb && parse[$0].relation == "neg"
    }
    return isPast && isNegated && !helpers.contains { $0.tag == "MD" }
  }

  /// "announced a visit for Friday".
  private func isArranged(_ index: Int) -> Bool {
    guard let parse, let start = tokens[index].parsed else { return false }
    let preposition = parse[start].head
    guard parse[preposition].relation == "prep", parse[preposition].lemma == "for" else {
      return false
    }
    let above = parse[preposition].head
    guard book.tenses.arrangements.contains(parse[above].lemma) else { return false }
    // "the service planned for Saturday was cancelled": as its verb says.
    return !parse[above].tag.hasPrefix("VB")
      || !isPerfect(above, parse)
        && !(parse[above].tag == "VBN" && auxiliaries(above, parse).isEmpty)
  }

  /// - isOwner: what belongs to a day is no more to come than its verb is.
  private func tense(_ parse: TimeParse, from start: Int, isOwner: Bool) -> Tense {
    var index = start
    for _ in 0..<Self.longestClimb {
      let token = parse[index]
      if token.tag.hasPrefix("VB") {
        let tense = verb(index, parse)
        if tense != .unknown || isOwner { return tense }
      } else if token.lemma == "due", token.relation == "acomp", parse[token.head].tag != "VBD" {
        return isPerfect(token.head, parse) ? .past : .future
      }
      guard token.head != index else { break }
      index = token.head
    }
    return .unknown
  }

  /// `unknown` for a form that takes its tense from the verb above it.
  private func verb(_ index: Int, _ parse: TimeParse) -> Tense {
    let token = parse[index]
    let helpers = auxiliaries(index, parse)
    if let modal = helpers.first(where: { $0.tag == "MD" }) {
      // "would have met": it did not, and the time is over.
      if !book.tenses.certain.contains(modal.lemma), helpers.contains(where: { $0.lemma == "have" })
      {
        return .past
      }
      return book.tenses.modals.contains(modal.lemma) || isConditional(index, parse)
        ? .future : .unknown
    }
    if helpers.contains(where: { $0.tag == "TO" }) { return infinitive(token, parse) }
    if helpers.contains(where: { $0.tag == "VBD" || $0.lemma == "have" }) { return .past }
    switch token.tag {
    case "VBD": return .past
    case "VBN":
      if helpers.isEmpty { return .past }
      return book.tenses.plans.contains(token.lemma) ? .future : .present
    case "VBG": return helpers.isEmpty ? .unknown : .future
    case "VBZ", "VBP":
      let isAhead =
        book.tenses.calendar.contains(token.lemma) || book.tenses.intentions.contains(token.lemma)
      return isAhead ? .future : .present
    default: return .unknown
    }
  }

  /// A verb's auxiliaries stand near it.
  private func auxiliaries(_ verb: Int, _ parse: TimeParse) -> [TimeParse.Token] {
    (max(0, verb - Self.helperReach)..<min(parse.count, verb + Self.helperReach)).compactMap {
      let token = parse[$0]
      guard token.head == verb, $0 != verb else { return nil }
      return token.relation == "aux" || token.relation == "auxpass" ? token : nil
    }
  }

  /// "if they agree, ships could sail": what hangs on a condition is to come.
  private func isConditional(_ verb: Int, _ parse: TimeParse) -> Bool {
    let near = max(0, verb - Self.clauseReach)..<min(parse.count, verb + Self.clauseReach)
    return near.contains { clause in
      let token = parse[clause]
      guard token.relation == "advcl", token.head == verb else { return false }
      return near.contains {
        parse[$0].head == clause && parse[$0].relation == "mark" && parse[$0].lemma == "if"
      }
    }
  }

  private static let helperReach = 8
  /// Tokens to either side of a verb in which its condition is looked for.
  private static let clauseReach = 20

  /// "plans to meet": what is planned is to come; "had to leave" has its verb's time.
  private func infinitive(_ token: TimeParse.Token, _ parse: TimeParse) -> Tense {
    // "the first to arrive were": the time is that of the verb.
    if token.relation == "csubj" { return .unknown }
    let head = parse[token.head]
    let isPlan = book.tenses.plans.contains(head.lemma) || head.tag == "VBZ" || head.tag == "VBP"
    guard isPlan else { return .unknown }
    return isPerfect(head.tag.hasPrefix("VB") ? token.head : head.head, parse) ? .past : .future
  }

  /// "had been due", "had planned": what was to come then is over.
  private func isPerfect(_ verb: Int, _ parse: TimeParse) -> Bool {
    auxiliaries(verb, parse).contains { $0.lemma == "have" && $0.tag == "VBD" }
  }

  private func nearby(_ index: Int) -> Tense {
    let sentence = tokens[index].sentence
    for step in 1...Self.reach {
      for neighbour in [index - step, index + step] {
        guard tokens.indices.contains(neighbour), tokens[neighbour].sentence == sentence else {
          continue
        }
        let word = tokens[neighbour].word
        guard word > 0 else { continue }
        if book.words.futures.contains(word) { return .future }
        if book.words.pasts.contains(word) { return .past }
      }
    }
    return .unknown
  }
}
