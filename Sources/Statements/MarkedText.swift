internal import Language
internal import Syntax

/// A parse with what the rules of statements ask of it at every token, worked out once: quotations,
/// lines, words of the cue lexicon, and which phrase hangs on behind which token. Linear. A class,
/// so that the many values that look into it carry one reference.
final class MarkedText: Sendable {
  let tree: SyntaxTree
  let quotations: [Quotation]
  /// For each token the number of the quotation it is in, or -1.
  let quotationOf: [Int32]
  /// For each token the number of its line.
  let lineOf: [Int32]
  /// Token ranges of lines.
  let lines: [Range<Int>]
  /// For each line its first token that is no mark, or its end.
  let firstWords: [Int]
  /// How many lines begin with a label and a colon, as those of a transcript do.
  let labelledLines: Int
  /// Lower case, by the doc's number of a lemma.
  let lemmas: [String]
  let lemmaHashes: [UInt64]
  let lexicon: CueLexicon
  /// By lemma number: entries of the lexicon by class, or -1.
  private let entryOf: [SIMD8<Int16>]
  /// Of the doc's numbers of tags, relations and types of entities.
  let tagHashes: [UInt64]
  let relationHashes: [UInt64]
  let entityHashes: [UInt64]
  /// For each token the word highest in the tree whose phrase begins there and whose head stands
  /// before it, or -1.
  let attachmentAt: [Int32]
  /// Numbers of lemmas that are part of a person's name somewhere in the text.
  private let personLemmas: Set<UInt32>

  init(_ tree: SyntaxTree, lexicon: CueLexicon) {
    self.tree = tree
    self.lexicon = lexicon
    let doc = tree.doc
    let count = tree.count
    quotations = QuotationReader.quotations(tree)
    var inside = [Int32](repeating: -1, count: count)
    for (number, quotation) in quotations.enumerated() {
      for token in quotation.tokens { inside[token] = Int32(number) }
    }
    quotationOf = inside

    var lineNumbers = [Int32](repeating: 0, count: count)
    var lineRanges: [Range<Int>] = []
    var start = 0
    for token in 0..<count {
      lineNumbers[token] = Int32(lineRanges.count)
      if doc.isSpace(token), doc.utf8[doc.range(token)].contains(0x0A) {
        lineRanges.append(start..<token + 1)
        start = token + 1
      }
    }
    if start < count { lineRanges.append(start..<count) }
    lineOf = lineNumbers
    lines = lineRanges
    firstWords = lineRanges.map { line in
      line.first { !Self.isPunctuation($0, tree) } ?? line.upperBound
    }
    labelledLines = lineRanges.count { line in
      line.prefix(8).dropFirst().contains {
        doc.lengths[$0] == 1 && doc.utf8[doc.range($0).lowerBound] == 0x3A
      }
    }

    let lower = doc.lemmaTexts.map { Self.isLowercase($0) ? $0 : $0.lowercased() }
    lemmas = lower
    lemmaHashes = lower.map { TraitWeights.hash($0) }
    entryOf = lower.map { lexicon.number($0) }
    tagHashes = doc.labels.tags.map { TraitWeights.hash((Tag(rawValue: $0) ?? .other).rawValue) }
    relationHashes = doc.labels.relations.map {
      TraitWeights.hash((Relation(rawValue: $0) ?? .other).rawValue)
    }
    entityHashes = doc.labels.entities.map { TraitWeights.hash($0) }

    var attachments = [Int32](repeating: -1, count: count)
    for token in 0..<count where tree.head(token) < token {
      let first = tree.subtree(token).lowerBound
      guard tree.head(token) < first else { continue }
      let other = Int(attachments[first])
      if other < 0 || tree.subtree(other).count < tree.subtree(token).count
        || (tree.subtree(other).count == tree.subtree(token).count && tree.head(other) == token)
      {
        attachments[first] = Int32(token)
      }
    }
    attachmentAt = attachments
    var persons: Set<UInt32> = []
    for token in 0..<count where doc.entityLabel(token) == "PERSON" {
      persons.insert(doc.lemmas[token])
    }
    personLemmas = persons
  }

  /// Whether nothing in a word can have a lower case.
  private static func isLowercase(_ word: String) -> Bool {
    word.utf8.allSatisfy { $0 < 0x80 && !($0 >= 0x41 && $0 <= 0x5A) }
  }

  var count: Int { tree.count }

  func lemma(_ token: Int) -> String { lemmas[Int(tree.doc.lemmas[token])] }

  func entries(_ token: Int, _ wordClass: CueLexicon.WordClass) -> CueLexicon.Entry? {
    let number = entryOf[Int(tree.doc.lemmas[token])][wordClass.index]
    return number < 0 ? nil : lexicon.entries[Int(number)]
  }

  /// Whether a phrase ascribes all before it to somebody: ", according to the ministry".
  func isAttributing(_ token: Int) -> Bool {
    let word = lemma(token)
    return (word == "accord" || word == "according") && quotation(token) == nil
      && token + 1 < count && lemma(token + 1) == "to"
  }

  /// The type of the entity that a token is in.
  func entity(_ token: Int) -> String? {
    let label = tree.doc.entityLabel(token)
    return label.isEmpty ? nil : label
  }

  /// Whether a word is part of a person's name, here or elsewhere in the text.
  func isPersonName(_ token: Int) -> Bool { personLemmas.contains(tree.doc.lemmas[token]) }

  /// Whether a token is in an entity.
  func isEntity(_ token: Int) -> Bool {
    !tree.doc.labels.entities[Int(tree.doc.entityLabels[token])].isEmpty
  }

  func isInCapitals(_ range: Range<Int>) -> Bool {
    var letters = 0
    for byte in tree.doc.utf8[tree.doc.bytes(range)] {
      if byte >= 0x61 && byte <= 0x7A { return false }
      if byte >= 0x41 && byte <= 0x5A { letters += 1 }
    }
    return letters > 0
  }

  func isTime(_ token: Int) -> Bool {
    let label = tree.doc.entityLabel(token)
    return label == "DATE" || label == "TIME"
  }

  func quotation(_ token: Int) -> Int? {
    let number = quotationOf[token]
    return number < 0 ? nil : Int(number)
  }

  /// Whether a sentence ends its line without a mark, as headlines do.
  func doc(endsLike sentence: Range<Int>) -> Bool {
    var last = sentence.upperBound - 1
    while last > sentence.lowerBound, tree.doc.isSpace(last) { last -= 1 }
    return tree.tag(last) != .stop && !isQuoteMark(last)
  }

  func isPunctuation(_ token: Int) -> Bool { Self.isPunctuation(token, tree) }

  private static func isPunctuation(_ token: Int, _ tree: SyntaxTree) -> Bool {
    switch tree.tag(token) {
    case .comma, .stop, .colon, .openQuote, .closeQuote, .openBracket, .closeBracket, .space: true
    case .other: tree.relation(token) == .punct
    default: false
    }
  }

  func isQuoteMark(_ token: Int) -> Bool {
    tree.tag(token) == .openQuote || tree.tag(token) == .closeQuote
  }

  /// A colon, or one that the tokenizer has left with the bracket before it: "(Labour):".
  func isColon(_ token: Int) -> Bool {
    let length = tree.doc.lengths[token]
    guard length == 1 || length == 2 else { return false }
    let bytes = tree.doc.utf8[tree.doc.range(token)]
    return bytes.last == UInt8(ascii: ":") && (length == 1 || bytes.first == UInt8(ascii: ")"))
  }

  /// A range without the punctuation, white space and, at its end, quotation marks around it.
  /// Quotation marks that open or close a quotation in it stay.
  func trimmed(_ range: Range<Int>) -> Range<Int>? {
    var start = range.lowerBound
    var end = range.upperBound
    while start < end, isLoose(start, opensIn: range) { start += 1 }
    while end > start, isLoose(end - 1, closesIn: start..<end) { end -= 1 }
    return start < end ? start..<end : nil
  }

  private func isLoose(_ token: Int, opensIn range: Range<Int>) -> Bool {
    if let number = quotation(token), quotations[number].tokens.lowerBound == token { return false }
    return isPunctuation(token) && tree.tag(token) != .openBracket
  }

  private func isLoose(_ token: Int, closesIn range: Range<Int>) -> Bool {
    guard isPunctuation(token), tree.tag(token) != .closeBracket else { return false }
    if let number = quotation(token), range.contains(quotations[number].tokens.lowerBound) {
      return tree.doc.isSpace(token)
    }
    return true
  }
}
