/// Questions about a doc's dependencies and sentences.
extension Doc {
  /// Sentences in order, as ranges of tokens; together they are all tokens.
  package var sentences: [Range<Int>] {
    var found: [Range<Int>] = []
    var start = 0
    for token in 0..<count where token > 0 && startsSentence(token) {
      found.append(start..<token)
      start = token
    }
    if start < count { found.append(start..<count) }
    return found
  }

  /// The sentence a token is in. Linear in the sentence's length.
  package func sentence(of token: Int) -> Range<Int> {
    var start = token
    while start > 0, !startsSentence(start) { start -= 1 }
    var end = token + 1
    while end < count, !startsSentence(end) { end += 1 }
    return start..<end
  }

  /// A token is its sentence's root if it is its own head.
  package func isRoot(_ token: Int) -> Bool { head(token) == token }

  /// The direct dependents of a token, in order. Linear in the sentence's length.
  package func children(of token: Int) -> [Int] {
    sentence(of: token).filter { $0 != token && head($0) == token }
  }

  /// The direct dependents of a token with one of these relations.
  package func children(of token: Int, _ relations: Set<String>) -> [Int] {
    children(of: token).filter { relations.contains(relation($0)) }
  }

  /// The tokens from a token up to its root, without the token.
  package func ancestors(of token: Int) -> [Int] {
    var found: [Int] = []
    var current = token
    while !isRoot(current), found.count < count {
      current = head(current)
      found.append(current)
    }
    return found
  }

  package func isAncestor(_ ancestor: Int, of token: Int) -> Bool {
    ancestors(of: token).contains(ancestor)
  }

  /// The smallest range that holds a token and all that depends on it, however indirectly. Where
  /// arcs cross it holds other tokens too.
  package func subtreeRange(of token: Int) -> Range<Int> {
    let members = subtree(of: token)
    guard let first = members.first, let last = members.last else { return token..<token }
    return first..<last + 1
  }

  /// A token and all that depends on it, in order. Linear in the sentence's length.
  package func subtree(of token: Int) -> [Int] {
    let sentence = sentence(of: token)
    // 0 not known, 1 within, 2 outside; each walk up ends at a known token.
    var places = [UInt8](repeating: 0, count: sentence.count)
    places[token - sentence.lowerBound] = 1
    for start in sentence {
      var path: [Int] = []
      var current = start
      while sentence.contains(current), places[current - sentence.lowerBound] == 0 {
        path.append(current)
        if isRoot(current) { break }
        current = head(current)
      }
      let place =
        sentence.contains(current) && places[current - sentence.lowerBound] == 1 ? 1 : 2
      for passed in path { places[passed - sentence.lowerBound] = UInt8(place) }
    }
    return sentence.filter { places[$0 - sentence.lowerBound] == 1 }
  }
}
