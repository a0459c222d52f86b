package import Language

/// What the rules of times ask of a parse: one entry a token, as it stands in the text.
///
/// Filled from a `Doc`; tests write it by hand.
package struct TimeParse: Sendable {
  package struct Token: Sendable {
    /// UTF-8 bytes of the text.
    package var range: Range<Int>
    /// Penn Treebank tag ("VBD").
    package var tag: String
    package var lemma: String
    /// Index of the head; its own for a root.
    package var head: Int
    /// Dependency label ("aux").
    package var relation: String

    package init(range: Range<Int>, tag: String, lemma: String, head: Int, relation: String) {
      self.range = range
      self.tag = tag
      self.lemma = lemma
      self.head = head
      self.relation = relation
    }
  }

  /// UTF-8 bytes of the text, in order.
  package let sentences: [Range<Int>]
  private let source: Source

  private enum Source: Sendable {
    case doc(Doc)
    case tokens([Token])
  }

  package init(tokens: [Token], sentences: [Range<Int>]) {
    source = .tokens(tokens)
    self.sentences = sentences
  }

  package init(_ doc: Doc) {
    source = .doc(doc)
    sentences = SentenceRanges.of(doc)
  }

  var count: Int {
    switch source {
    case .doc(let doc): doc.count
    case .tokens(let tokens): tokens.count
    }
  }

  func range(_ index: Int) -> Range<Int> {
    switch source {
    case .doc(let doc): doc.range(index)
    case .tokens(let tokens): tokens[index].range
    }
  }

  /// Made when asked for: few tokens of a text are.
  subscript(index: Int) -> Token {
    switch source {
    case .tokens(let tokens): tokens[index]
    case .doc(let doc):
      Token(
        range: doc.range(index), tag: doc.tag(index), lemma: doc.lemma(index),
        head: doc.head(index), relation: doc.relation(index))
    }
  }
}

/// The sentences of a parse as ranges of the text, without the white space around them.
enum SentenceRanges {
  static func of(_ doc: Doc) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var current: Range<Int>?
    for token in 0..<doc.count {
      if doc.startsSentence(token), let ended = current {
        ranges.append(ended)
        current = nil
      }
      guard !doc.isSpace(token) else { continue }
      let range = doc.range(token)
      current = (current?.lowerBound ?? range.lowerBound)..<range.upperBound
    }
    if let current { ranges.append(current) }
    return ranges
  }
}
