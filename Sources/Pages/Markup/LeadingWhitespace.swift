/// White space at the beginning of a run of characters, which modes treat apart.
extension HTMLTreeBuilder {
  /// Bytes of white space at the front; a carriage return can only come from a reference.
  func leadingWhitespace(_ token: HTMLToken) -> Int32 {
    var count: Int32 = 0
    while count < token.count {
      let byte = tokenizer.byte(Int(token.start + count))
      guard CodeUnit(byte).isWhitespace || byte == 0x0D else { break }
      count += 1
    }
    return count
  }

  func isWhitespace(_ token: HTMLToken) -> Bool { leadingWhitespace(token) == token.count }

  /// Takes the white space off the front. True where nothing is left.
  mutating func dropsLeadingWhitespace(_ token: inout HTMLToken) -> Bool {
    let count = leadingWhitespace(token)
    token.start += count
    token.count -= count
    return token.count == 0
  }

  /// Takes the white space off the front and inserts it. True where nothing is left.
  mutating func insertsLeadingWhitespace(_ token: inout HTMLToken) -> Bool {
    var white = token
    white.count = leadingWhitespace(token)
    insertCharacters(white)
    token.start += white.count
    token.count -= white.count
    return token.count == 0
  }
}
