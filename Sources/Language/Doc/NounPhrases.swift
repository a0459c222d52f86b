/// Base noun phrases: a noun or pronoun with what stands before it and belongs to it.
extension Doc {
  /// Relations that the head of a noun phrase may bear.
  private static let phraseRelations: Set<String> = [
    "oprd", "nsubj", "dobj", "nsubjpass", "pcomp", "pobj", "dative", "appos", "attr", "ROOT",
  ]

  /// The base noun phrases in order, none within another: from the leftmost dependent of a noun,
  /// proper noun or pronoun up to that word itself. (spaCy's `noun_chunks` for English.)
  package var nounPhrases: [Range<Int>] {
    var found: [Range<Int>] = []
    for token in 0..<count {
      guard let phrase = nounPhrase(endingAt: token),
        found.last.map({ $0.upperBound <= phrase.lowerBound }) ?? true
      else { continue }
      found.append(phrase)
    }
    return found
  }

  /// The phrase whose last word is `token`; `nil` if the token heads none.
  package func nounPhrase(endingAt token: Int) -> Range<Int>? {
    guard ["NOUN", "PROPN", "PRON"].contains(partOfSpeech(token)) else { return nil }
    if Doc.phraseRelations.contains(relation(token)) { return phrase(token) }
    guard relation(token) == "conj" else { return nil }
    // A conjunct is what the first of its row is.
    var first = head(token)
    var steps = 0
    while relation(first) == "conj", head(first) < first, steps < count {
      first = head(first)
      steps += 1
    }
    return Doc.phraseRelations.contains(relation(first)) ? phrase(token) : nil
  }

  private func phrase(_ token: Int) -> Range<Int> {
    subtreeRange(of: token).lowerBound..<token + 1
  }

  /// The whole noun phrase of a head word: its subtree without what only hangs on behind it
  /// (clauses, appositions, conjuncts, punctuation).
  package func nounPhrase(around token: Int) -> Range<Int> {
    let loose: Set<String> = ["relcl", "acl", "appos", "conj", "cc", "punct", "parataxis"]
    var end = token + 1
    for child in children(of: token).filter({ $0 > token }) {
      if loose.contains(relation(child)) { break }
      end = max(end, subtreeRange(of: child).upperBound)
    }
    return subtreeRange(of: token).lowerBound..<max(end, token + 1)
  }
}
