extension SyntaxTree {
  /// The phrase a noun heads: what stands before it, and complements after it up to the first
  /// loose attachment (relative clause, apposition, conjunct, punctuation).
  package func phrase(around noun: Int) -> Range<Int> {
    var end = noun + 1
    for child in children(noun) where child > noun {
      if isLoose(child) { break }
      end = max(end, subtree(child).upperBound)
    }
    return firstOfPhrase(noun)..<max(end, noun + 1)
  }

  /// The same without anything after the noun.
  package func phrase(endingAt noun: Int) -> Range<Int> { firstOfPhrase(noun)..<noun + 1 }

  private func isLoose(_ child: Int) -> Bool {
    switch relation(child) {
    case .relcl, .acl, .appos, .conj, .cc, .punct, .parataxis, .advcl: true
    default: false
    }
  }

  private func firstOfPhrase(_ noun: Int) -> Int {
    var first = noun
    for child in children(noun) where child < noun {
      switch relation(child) {
      case .cc, .punct, .preconj, .conj, .mark, .advcl: continue
      case .advmod where child < noun - 1 && relation(noun) == .conj: continue
      default: first = min(first, subtree(child).lowerBound)
      }
    }
    return first
  }

  /// A token and all that is coordinated with it, from it on: "Cho and Iwaya".
  package func conjuncts(from first: Int) -> [Int] {
    var found = [first]
    var index = 0
    while index < found.count {
      found += children(found[index]).filter { relation($0) == .conj && $0 > found[index] }
      index += 1
    }
    return found.sorted()
  }

  /// The first of a row of conjuncts that a token belongs to; itself where it is in none.
  package func firstConjunct(_ token: Int) -> Int {
    var current = token
    while relation(current) == .conj, head(current) < current { current = head(current) }
    return current
  }
}
