/// Sentences by their punctuation, for text that was not parsed.
///
/// A stop, question or exclamation mark ends a sentence before a capital letter, unless a single
/// letter or a short abbreviation stands before it; a line break ends one where the next line
/// begins with a capital or figure and the line before ended with a mark, or is blank.
enum SentenceSplitter {
  static func sentences(_ utf8: [UInt8], _ tokens: [TimeToken]) -> [Range<Int>] {
    var sentences: [Range<Int>] = []
    var first = 0
    for index in tokens.indices where ends(utf8, tokens, index) {
      sentences.append(tokens[first].range.lowerBound..<tokens[index].range.upperBound)
      first = index + 1
    }
    if first < tokens.count, let last = tokens.last {
      sentences.append(tokens[first].range.lowerBound..<last.range.upperBound)
    }
    return sentences
  }

  private static func ends(_ utf8: [UInt8], _ tokens: [TimeToken], _ index: Int) -> Bool {
    let next = index + 1
    guard next < tokens.count else { return true }
    let byte = utf8[tokens[index].range.lowerBound]
    let isMark = byte == UInt8(ascii: ".") || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "!")
    let follower = tokens[next]
    if follower.opensLine { return true }
    guard isMark, tokens[index].form == .mark, !follower.isGlued else { return false }
    guard follower.isCapital || follower.form == .mark else { return false }
    guard byte == UInt8(ascii: "."), index > 0, tokens[index].isGlued else { return true }
    // "J. Smith", "U.S. President", "Sen. Jones", "Aug. Wilhelm".
    let before = tokens[index - 1]
    return before.form != .word || before.range.count > 4 || !before.isCapital
      || before.isAllCapitals
  }
}
