internal import Language
internal import Syntax

/// The phrases of the tables in a text: one pass over the tokens.
struct PhraseScan: Sendable {
  struct Match: Sendable {
    var tokens: Range<Int>
    /// Number of the phrase in the table.
    var phrase: Int
    var meanings: [Meaning]

    func meaning(_ kinds: Meaning.Kind...) -> Meaning? {
      meanings.first { kinds.contains($0.kind) }
    }
  }

  private(set) var matches: [Match] = []
  /// By token: the match it is in, or -1.
  private var matchNumbers: [Int32]
  /// By token: the number of its word in the tables, or 0.
  let words: [Int32]

  init(_ tree: SyntaxTree, _ vocabulary: ActorVocabulary, _ placed: PlacedNames = PlacedNames()) {
    let doc = tree.doc
    let table = vocabulary.phrases
    var words: [Int32] = []
    words.reserveCapacity(doc.count)
    var folded: [UInt8] = []
    for token in 0..<doc.count {
      folded.removeAll(keepingCapacity: true)
      FoldedWord.append(doc.utf8[doc.range(token)], to: &folded)
      words.append(table.words[folded])
    }
    self.words = words
    matchNumbers = Array(repeating: -1, count: doc.count)
    var found: [Match] = []
    var token = 0
    while token < doc.count {
      let start = token
      guard
        let (phrase, end) = table.longest(
          at: start, in: words,
          passes: { phrase, end in
            !Self.read(table.meanings[phrase], start..<end, tree).isEmpty
          })
      else {
        token += 1
        continue
      }
      let range = start..<end
      let meanings = placed.settle(Self.read(table.meanings[phrase], range, tree), of: phrase)
      found.append(Match(tokens: range, phrase: phrase, meanings: meanings))
      token = end
    }
    let told = Set(found.flatMap { $0.meanings.filter { !$0.isLocal } }.compactMap(\.country))
    for var match in found {
      // A few words alone name no country beside the abbreviation.
      if doc.count >= 24 {
        match.meanings.removeAll { $0.isLocal && !told.contains($0.country ?? "") }
      }
      guard !match.meanings.isEmpty else { continue }
      for part in match.tokens { matchNumbers[part] = Int32(matches.count) }
      matches.append(match)
    }
  }

  /// The meanings that the writing allows.
  private static func read(_ meanings: [Meaning], _ tokens: Range<Int>, _ tree: SyntaxTree)
    -> [Meaning]
  {
    let doc = tree.doc
    let bytes = doc.utf8[doc.bytes(tokens)]
    let isCapital = bytes.contains { $0 &- 65 < 26 || $0 >= 0xC3 }
    if !isCapital { return meanings.filter { $0.writing == .any } }
    let first = bytes.first ?? 0
    let isUpper = first &- 65 < 26 || first >= 0xC3 || !(first &- 97 < 26)
    let isAllCapitals = !bytes.contains { $0 &- 97 < 26 }
    return meanings.filter { meaning in
      switch meaning.writing {
      case .any: true
      case .capital: isUpper && isName(meaning, tokens, tree)
      case .mixed: isName(meaning, tokens, tree)
      case .capitals: isAllCapitals
      }
    }
  }

  /// A single capital word is a name only where the tagger does not take it for a common one.
  private static func isName(_ meaning: Meaning, _ tokens: Range<Int>, _ tree: SyntaxTree) -> Bool {
    switch meaning.kind {
    case .place:
      // Many a place is called by a common word.
      if isPartOfPlace(tokens, tree) || isInsideName(tokens, tree) { return false }
      return !tree.doc.entityLabel(tokens.lowerBound).isEmpty || tree.count < 24
    case .capital:
      // "Morgan Stanley" has nothing to do with the Falklands.
      if isPartOfPlace(tokens, tree) || isInsideName(tokens, tree, orAtEnd: true) { return false }
    case .country: if isPartOfPlace(tokens, tree) { return false }
    default: break
    }
    guard tokens.count == 1, meaning.kind == .organization else { return true }
    let token = tokens.lowerBound
    return tree.tag(token).isProperNoun || tree.tag(token) == .jj
      || !tree.doc.entityLabel(token).isEmpty
      || token != tree.sentence(of: token).lowerBound
  }

  /// "St. Paris", "Hamilton County": another place, called after it or not.
  private static func isPartOfPlace(_ tokens: Range<Int>, _ tree: SyntaxTree) -> Bool {
    let doc = tree.doc
    func isName(_ token: Int, _ words: Set<String>) -> Bool {
      tree.tag(token).isProperNoun && doc.text(token).first?.isUppercase == true
        && words.contains(doc.text(token).lowercased())
    }
    let end = tokens.upperBound
    if end < tree.count, isName(end, ActorWords.standard.placeBehind) { return true }
    let before = tokens.lowerBound - 1
    return before >= 0 && isName(before, ActorWords.standard.placeBefore)
  }

  /// "the Pacific Coast Federation": a word of a longer name, at neither end of it, and of a
  /// person's name at either.
  private static func isInsideName(
    _ tokens: Range<Int>, _ tree: SyntaxTree, orAtEnd: Bool = false
  ) -> Bool {
    let doc = tree.doc
    let label = doc.entityLabel(tokens.lowerBound)
    guard !label.isEmpty else { return false }
    if label == "PERSON" { return true }
    let end = tokens.upperBound
    let goesOn = end < tree.count && doc.entityPosition(end) == 1
    guard doc.entityPosition(tokens.lowerBound) == 1, goesOn || orAtEnd else { return false }
    let before = doc.text(tokens.lowerBound - 1)
    return !["of", "in", "at", "de", "di", "do", "the", ",", "-", "/", "and"].contains(
      before.lowercased())
  }

  func match(at token: Int) -> Match? {
    matchNumbers[token] < 0 ? nil : matches[Int(matchNumbers[token])]
  }

  func matchNumber(at token: Int) -> Int? {
    matchNumbers[token] < 0 ? nil : Int(matchNumbers[token])
  }

  /// The matches that lie in a range of tokens, in order. Linear in the range.
  func matches(in tokens: Range<Int>) -> [Match] {
    var found: [Match] = []
    var token = tokens.lowerBound
    while token < tokens.upperBound {
      guard let match = match(at: token) else {
        token += 1
        continue
      }
      if match.tokens.upperBound <= tokens.upperBound, match.tokens.lowerBound >= tokens.lowerBound
      {
        found.append(match)
      }
      token = match.tokens.upperBound
    }
    return found
  }
}
