/// A text made ready for the rules: its tokens, and the parse where there is one.
package struct RecordedText: Sendable {
  let tokens: [TimeToken]
  let parse: TimeParse?
  package let sentences: [Range<Int>]

  package init(_ text: String, parse: TimeParse? = nil) {
    let utf8 = Array(text.utf8)
    var tokens = TimeScanner.tokens(of: utf8, TimeRulebook.standard.lexicon.vocabulary)
    sentences = parse?.sentences ?? SentenceSplitter.sentences(utf8, tokens)
    Self.number(&tokens, sentences)
    if let parse { Self.link(&tokens, parse) }
    self.tokens = tokens
    self.parse = parse
  }

  private static func number(_ tokens: inout [TimeToken], _ sentences: [Range<Int>]) {
    var sentence = 0
    for index in tokens.indices {
      let start = tokens[index].range.lowerBound
      while sentence + 1 < sentences.count, sentences[sentence].upperBound <= start {
        sentence += 1
      }
      tokens[index].sentence = sentence
    }
  }

  private static func link(_ tokens: inout [TimeToken], _ parse: TimeParse) {
    let count = parse.count
    var parsed = 0
    for index in tokens.indices {
      let start = tokens[index].range.lowerBound
      while parsed < count, parse.range(parsed).upperBound <= start { parsed += 1 }
      guard parsed < count else { return }
      if parse.range(parsed).lowerBound <= start { tokens[index].parsed = parsed }
    }
  }
}
