internal import Language
internal import Records
internal import Syntax

/// Which of a sentence's times is a deed's own.
struct EventTimes: Sendable {
  private struct Anchored: Sendable {
    var time: Int
    var token: Int
    /// The first verb or noun of a deed above the time's words.
    var anchor: Int
    /// A year that an agreement is called by: "the 2023 pact", "the pact of 2023".
    var isName: Bool
  }

  private let text: EventText
  private let times: [TimeExpression]
  /// By sentence.
  private var anchored: [Int: [Anchored]] = [:]
  private let day: Timestamp?

  /// No time hangs deeper below its verb.
  private static let farthest = 10
  /// Days after which what was done is background.
  private static let background = 45

  init(_ text: EventText, _ times: [TimeExpression], day: Timestamp?) {
    self.text = text
    self.times = times
    self.day = day
    for (number, time) in times.enumerated() {
      guard time.kind == .date || time.kind == .time, let value = time.value,
        TimePeriod(value: value) != nil
      else { continue }
      let tokens = text.tree.doc.tokens(overlapping: time.range)
      guard
        let first = tokens.first(where: { !tokens.contains(text.tree.head($0)) }) ?? tokens.first
      else { continue }
      anchored[text.tree.sentenceNumber(first), default: []].append(
        Anchored(
          time: number, token: first, anchor: anchor(behindPreposition(first)),
          isName: value.utf8.count == 4 && isName(first)))
    }
  }

  /// A time right behind a preposition hangs where that does, whatever the parser made of it: "signed
  /// in 2023 look set to".
  private func behindPreposition(_ token: Int) -> Int {
    let tree = text.tree
    guard token > 0, tree.relation(token - 1) == .prep, tree.tag(token - 1) == .inPreposition,
      tree.head(token) != token - 1
    else { return token }
    return token - 1
  }

  private func isName(_ year: Int) -> Bool {
    let tree = text.tree
    let above = tree.head(year)
    switch tree.relation(year) {
    case .nummod, .compound, .nmod, .amod: return tree.tag(above).isCommonNoun
    case .pobj:
      return text.words[above] == text.ofWord && tree.tag(tree.head(above)).isCommonNoun
    default: return false
    }
  }

  private func anchor(_ token: Int) -> Int {
    var current = token
    for _ in 0..<Self.farthest {
      let above = text.tree.head(current)
      guard above != current else { return current }
      current = above
      if text.tree.tag(current).isVerb || text.deedNoun(current) != nil { return current }
    }
    return current
  }

  /// The time of a deed named by some tokens: its value, and whether it is a guess.
  ///
  /// - isAgreed: the deed makes an agreement, whose year is its own.
  func time(_ deed: [Int], isPast: Bool, isAgreed: Bool) -> (value: String, isGuessed: Bool)? {
    guard let first = deed.first else { return nil }
    let here = (anchored[text.tree.sentenceNumber(first)] ?? []).filter {
      !$0.isName || isAgreed || $0.anchor == first
    }
    let own = here.filter { deed.contains($0.anchor) }
    // "left the 2015 pact on Monday": the verb's own time before the one its object is named by.
    if let first = own.first(where: { text.tree.tag($0.anchor).isVerb }) ?? own.first {
      return value(first)
    }
    // A time of the verb that governs the deed, or of one that it governs: "agreed on Monday to
    // send", "met in Rome, where they spoke on Friday".
    for token in deed {
      var current = token
      for _ in 0..<Self.farthest {
        let above = text.tree.head(current)
        guard above != current else { break }
        let relation = text.tree.relation(current)
        guard relation != .ccomp, relation != .relcl, relation != .parataxis else { break }
        current = above
        if let own = here.first(where: { $0.anchor == current }) { return value(own) }
      }
    }
    if let own = here.first(where: { isOfSameTime($0, deed[0]) }) { return value(own) }
    // The parser hangs many a time on a neighbour: the only one that stands near.
    if here.count == 1, let only = here.first,
      let near = deed.min(by: { abs($0 - only.token) < abs($1 - only.token) }),
      abs(near - only.token) <= 5, !isSaying(only.anchor)
    {
      return value(only)
    }
    guard isPast, let day else { return nil }
    return Timestamp(dayNumber: day.dayNumber).map { ($0.iso8601, true) }
  }

  /// Whether a time stands in what a deed is said to coincide with: "the test coincided with the
  /// envoy's visit last week", "came as the envoy was visiting last week".
  private func isOfSameTime(_ anchored: Anchored, _ deed: Int) -> Bool {
    let tree = text.tree
    let verb = tree.head(deed)
    guard tree.relation(deed) == .nsubj, text.lexicon.words("coincide").contains(text.words[verb])
    else { return false }
    return tree.children(verb).contains { child in
      guard child > verb, tree.subtree(child).contains(anchored.token) else { return false }
      switch tree.relation(child) {
      case .prep: return tree.lemma(child).lowercased() == "with"
      case .advcl:
        return tree.children(child).contains {
          (tree.relation($0) == .mark || tree.relation($0) == .advmod)
            && ["as", "while", "when"].contains(tree.lemma($0).lowercased())
        }
      default: return false
      }
    }
  }

  private func isSaying(_ token: Int) -> Bool {
    text.lexicon.embeddings[text.words[token]] == .fact
      && text.tree.child(token, .ccomp) != nil
  }

  private func value(_ anchored: Anchored) -> (value: String, isGuessed: Bool)? {
    times[anchored.time].value.map { ($0, false) }
  }

  /// Whether a sentence names a time more than a year before the report, and none since: what it
  /// tells of the past is background.
  func isAboutLongAgo(_ sentence: Int) -> Bool {
    guard let day else { return false }
    var sentence = sentence
    // A sentence without a time goes on with the story of the one before it.
    if anchored[sentence] == nil, sentence > 0, isSameParagraph(sentence - 1, sentence) {
      sentence -= 1
    }
    let ends = (anchored[sentence] ?? []).filter { !$0.isName }.compactMap { entry in
      times[entry.time].value.flatMap(TimePeriod.init(value:))?.days.upperBound
    }
    guard let last = ends.max() else { return false }
    return last + 365 < day.dayNumber
  }

  private func isSameParagraph(_ first: Int, _ second: Int) -> Bool {
    text.lines[text.tree.sentences[first].lowerBound]
      == text.lines[text.tree.sentences[second].lowerBound]
  }

  /// Whether a value lies so far before the report's day that it is background, or behind it.
  func status(of value: String) -> Event.Status? {
    guard let day, let period = TimePeriod(value: value) else { return nil }
    if period.days.lowerBound > day.dayNumber { return .future }
    if period.days.upperBound + Self.background < day.dayNumber { return .historical }
    return nil
  }
}
