/// Asks what stands around a match whether a rule's guards hold.
struct TimeGuardReader {
  let book: TimeRulebook
  let tokens: [TimeToken]
  let parse: TimeParse?
  let tenses: TenseReader

  func accepts(_ match: TimeMatcher.Match) -> Bool {
    book.rules[match.rule].guards.allSatisfy { holds($0, match) } && !isTorn(match)
  }

  /// "until Friday" at the end of a line, and below it a date that is no Friday.
  private func isTorn(_ match: TimeMatcher.Match) -> Bool {
    let fields = match.partial.fields
    guard let weekday = fields["weekday"], let month = fields["month"], let day = fields["day"],
      match.start + 1 < match.end, tokens[match.start + 1].opensLine
    else { return false }
    // A date without its year tells nothing: it is taken for another line's.
    guard let year = fields["year"] else { return true }
    return CivilDay(year, month, day).map { $0.weekday != weekday } ?? false
  }

  private func holds(_ condition: TimeGuard, _ match: TimeMatcher.Match) -> Bool {
    switch condition {
    case .next(let words, let isWanted): isAmong(words, match.end) == isWanted
    case .previous(let words, let isWanted): isAmong(words, match.start - 1) == isWanted
    case .tag(let prefix): tag(match.start)?.hasPrefix(prefix) ?? true
    case .named(let condition): holds(condition, match)
    }
  }

  private func isAmong(_ words: TimeGuard.Words, _ index: Int) -> Bool {
    guard tokens.indices.contains(index) else { return false }
    let token = tokens[index]
    if token.form == .number { return words.anyNumber }
    return token.word > 0 && words.words.contains(token.word)
  }

  private func tag(_ index: Int) -> String? {
    guard tokens.indices.contains(index) else { return nil }
    return tokens[index].parsed.flatMap { parse?[$0].tag }
  }

  private func holds(_ condition: TimeGuard.Condition, _ match: TimeMatcher.Match) -> Bool {
    switch condition {
    case .sure: return !match.partial.fields.isDoubtful
    case .lone: return isLone(match)
    case .named: return isNamed(match)
    case .bareyear: return isBareYear(match)
    case .timely: return isTimely(match)
    case .rated: return isRated(match)
    case .bareunits:
      return wordBefore(match).map { book.words.spanPrepositions.contains($0) } ?? false
    case .tensefuture: return tenses.tense(at: match.start..<match.end) == .future
    case .ahead: return tokens[match.start].parsed.map(tenses.isAhead) ?? false
    case .attributive: return isAttributive(match)
    case .titled: return tokens[match.end - 1].isTitled
    case .opening: return opens(match)
    case .capital: return tokens[match.start].isCapital
    case .shouted: return tokens[match.start..<match.end].contains { $0.isAllCapitals }
    case .unjoined: return !isJoined(match)
    }
  }

  private func wordBefore(_ match: TimeMatcher.Match) -> Int? {
    guard match.start > 0, tokens[match.start - 1].word > 0 else { return nil }
    return tokens[match.start - 1].word
  }

  private func isJoined(_ match: TimeMatcher.Match) -> Bool {
    guard match.end + 1 < tokens.count, tokens[match.end].word == book.words.hyphen else {
      return false
    }
    return tokens[match.end].isGlued && tokens[match.end + 1].isGlued
  }

  private func opens(_ match: TimeMatcher.Match) -> Bool {
    guard match.end < tokens.count, tokens[match.end].word == book.words.comma else { return false }
    return match.start == 0 || tokens[match.start - 1].sentence != tokens[match.start].sentence
  }

  private func isLone(_ match: TimeMatcher.Match) -> Bool {
    if match.start > 0, tokens[match.start].isGlued, isJoint(match.start - 1) { return false }
    guard match.end < tokens.count, tokens[match.end].isGlued else { return true }
    let next = tokens[match.end]
    guard next.form == .mark else { return false }
    let word = next.word
    guard
      word == book.words.hyphen || word == book.words.slash || word == book.words.stop
        || word == book.words.colon
    else { return true }
    return match.end + 1 >= tokens.count || !tokens[match.end + 1].isGlued
      || tokens[match.end + 1].form != .number
  }

  /// Whether what stands there would make one figure of what follows.
  private func isJoint(_ index: Int) -> Bool {
    let token = tokens[index]
    if token.form != .mark { return true }
    let joints = [
      book.words.hyphen, book.words.slash, book.words.stop, book.words.comma, book.words.colon,
    ]
    guard joints.contains(token.word) else { return book.words.currencies.contains(token.word) }
    return index > 0 && token.isGlued && tokens[index - 1].form == .number
  }

  private func isNamed(_ match: TimeMatcher.Match) -> Bool {
    let token = tokens[match.start]
    guard match.partial.fields.isDoubtful else { return false }
    if let tag = tag(match.start), !tag.hasPrefix("NNP") { return false }
    // "April Jones" is a person.
    if match.end < tokens.count, tokens[match.end].isCapital { return false }
    guard let before = wordBefore(match) else { return false }
    return token.isCapital && !token.isAllCapitals && book.words.datePrepositions.contains(before)
  }

  /// "The March summit": a noun follows that is no name. "The May government" is a person's.
  private func isAttributive(_ match: TimeMatcher.Match) -> Bool {
    guard match.partial.fields.isDoubtful, tokens[match.start].isTitled,
      let before = wordBefore(match), book.words.articles.contains(before),
      match.end < tokens.count, tokens[match.end].form == .word, !tokens[match.end].isCapital,
      let next = tag(match.end), next.hasPrefix("NN")
    else { return false }
    return !book.words.governments.contains(tokens[match.end].word)
  }

  /// Four figures are a year where a preposition of time stands before them, or if they are of our
  /// times and nothing tells that they count something.
  private func isBareYear(_ match: TimeMatcher.Match) -> Bool {
    guard let year = match.partial.fields["year"], isLone(match) else { return false }
    if match.end < tokens.count, tokens[match.end].word == book.words.percent { return false }
    let before = wordBefore(match)
    if let before, book.words.currencies.contains(before) { return false }
    let isIntroduced = before.map { book.words.yearPrepositions.contains($0) } ?? false
    if tokens[match.start].form == .word, year == 2000 { return isIntroduced }
    guard isIntroduced else { return (1920...2040).contains(year) && !isJoined(match) }
    // "in 1100 villages": so many of something, as figures below those of our times often are.
    let isCounting =
      year < 1900 && tag(match.end)?.hasPrefix("NN") == true
      && !tokens[match.end].isCapital
    return (1000...2100).contains(year) && !isCounting
  }

  private func isTimely(_ match: TimeMatcher.Match) -> Bool {
    let fields = match.partial.fields
    // "a quarter to six" may be a share.
    if fields.has("quarterly") {
      return wordBefore(match).map { book.words.clockPrepositions.contains($0) } ?? false
    }
    if fields.has("pm") || fields.has("zone") || tokens[match.start].form == .word { return true }
    if fields.has("hhmm") { return true }
    guard tokens[match.end - 1].form == .number else { return true }
    // The length of a video stands on a line of its own.
    if tokens[match.start].opensLine { return false }
    return wordBefore(match).map { book.words.clockPrepositions.contains($0) } ?? false
  }

  /// An amount stands before, and no word that asks for a length of time.
  private func isRated(_ match: TimeMatcher.Match) -> Bool {
    if let before = wordBefore(match), book.words.notRates.contains(before) { return false }
    let sentence = tokens[match.start].sentence
    for index in stride(from: match.start - 1, through: max(0, match.start - 6), by: -1) {
      guard tokens[index].sentence == sentence else { return false }
      if tokens[index].form == .number || book.words.currencies.contains(tokens[index].word) {
        return true
      }
      if book.lexicon.value("number", of: tokens[index].word) != nil { return true }
      if book.lexicon.value("scale", of: tokens[index].word) != nil { return true }
    }
    return false
  }
}
