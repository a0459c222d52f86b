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

  func tense(at index: Int) -> Tense {
    if isAwaited(index) { return .future }
    if let parse, let start = tokens[index].parsed { return tense(parse, from: start) }
    return nearby(index)
  }

  /// "until Friday", "effective June 1": what is waited for lies ahead, whatever the verb.
  private func isAwaited(_ index: Int) -> Bool {
    var before = index - 1
    while before >= 0, index - before <= 4, tokens[before].sentence == tokens[index].sentence {
      if book.words.awaiting.contains(tokens[before].word) { return true }
      guard book.words.modifiers.contains(tokens[before].word) else { return false }
      before -= 1
    }
    return false
  }

  private func tense(_ parse: TimeParse, from start: Int) -> Tense {
    var index = start
    for _ in 0..<Self.longestClimb {
      let token = parse[index]
      if token.tag.hasPrefix("VB") {
        let tense = verb(index, parse)
        if tense != .unknown { return tense }
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
      return Self.future.contains(modal.lemma) ? .future : .unknown
    }
    if helpers.contains(where: { $0.tag == "TO" }) { return infinitive(token, parse) }
    if helpers.contains(where: { $0.tag == "VBD" || $0.lemma == "have" }) { return .past }
    switch token.tag {
    case "VBD": return .past
    case "VBN":
      if helpers.isEmpty { return .past }
      return Self.plans.contains(token.lemma) ? .future : .present
    case "VBG": return helpers.isEmpty ? .unknown : .future
    case "VBZ", "VBP": return Self.beginnings.contains(token.lemma) ? .future : .present
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

  private static let helperReach = 8

  /// "plans to meet": what is planned is to come; "had to leave" has its verb's time.
  private func infinitive(_ token: TimeParse.Token, _ parse: TimeParse) -> Tense {
    let head = parse[token.head]
    let isPlan = Self.plans.contains(head.lemma) || head.tag == "VBZ" || head.tag == "VBP"
    return isPlan ? .future : .unknown
  }

  private static let future: Set<String> = ["will", "shall", "may", "might", "'ll", "would"]
  /// Verbs whose infinitive is still to come.
  private static let plans: Set<String> = [
    "plan", "expect", "schedule", "set", "hope", "intend", "aim", "agree", "slate", "due", "want",
    "promise", "vow", "pledge", "prepare", "propose", "decide", "be", "expire", "announce",
  ]
  /// Verbs whose present tense tells of what is on the calendar.
  private static let beginnings: Set<String> = [
    "begin", "start", "open", "expire", "end", "leave", "arrive", "resume", "meet", "mature",
  ]

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
