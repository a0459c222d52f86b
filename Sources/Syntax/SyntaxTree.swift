package import Language

/// A doc's trees made quick to ask: children, edges and sentences of each token are worked out
/// once, in time linear in the text, so that a rule may ask at every token.
///
/// Tokens are indices into the doc. A class, so that what looks into it carries one reference.
package final class SyntaxTree: Sendable {
  package let doc: Doc
  /// Token ranges, in order, covering the doc.
  package let sentences: [Range<Int>]
  package let relations: [Relation]
  package let tags: [Tag]
  private let sentenceNumbers: [Int32]
  private let firstChild: [Int32]
  private let childList: [Int32]
  private let leftEdges: [Int32]
  private let rightEdges: [Int32]

  package init(_ doc: Doc) {
    self.doc = doc
    sentences = doc.sentences
    let relationOfLabel = doc.labels.relations.map { Relation(rawValue: $0) ?? .other }
    relations = doc.relations.map { relationOfLabel[Int($0)] }
    let tagOfLabel = doc.labels.tags.map { Tag(rawValue: $0) ?? .other }
    tags = doc.tags.map { tagOfLabel[Int($0)] }

    let count = doc.count
    var numbers = [Int32](repeating: 0, count: count)
    for (number, sentence) in sentences.enumerated() {
      for token in sentence { numbers[token] = Int32(number) }
    }
    sentenceNumbers = numbers

    var starts = [Int32](repeating: 0, count: count + 1)
    for token in 0..<count where doc.head(token) != token { starts[doc.head(token) + 1] += 1 }
    for token in 0..<count { starts[token + 1] += starts[token] }
    var next = starts
    var list = [Int32](repeating: 0, count: Int(starts[count]))
    for token in 0..<count where doc.head(token) != token {
      list[Int(next[doc.head(token)])] = Int32(token)
      next[doc.head(token)] += 1
    }
    firstChild = starts
    childList = list
    (leftEdges, rightEdges) = Self.edges(doc, starts)
  }

  /// Leaves first, each token once.
  private static func edges(_ doc: Doc, _ starts: [Int32]) -> (left: [Int32], right: [Int32]) {
    let count = doc.count
    var left = (0..<count).map { Int32($0) }
    var right = left
    var open = (0..<count).map { starts[$0 + 1] - starts[$0] }
    var ready = (0..<count).filter { open[$0] == 0 }
    while let token = ready.popLast() {
      let head = doc.head(token)
      guard head != token else { continue }
      left[head] = min(left[head], left[token])
      right[head] = max(right[head], right[token])
      open[head] -= 1
      if open[head] == 0 { ready.append(head) }
    }
    return (left, right)
  }

  package var count: Int { doc.count }

  package func head(_ token: Int) -> Int { doc.head(token) }
  package func relation(_ token: Int) -> Relation { relations[token] }
  package func tag(_ token: Int) -> Tag { tags[token] }
  package func lemma(_ token: Int) -> String { doc.lemma(token) }
  package func isRoot(_ token: Int) -> Bool { doc.head(token) == token }

  /// Index in `sentences`.
  package func sentenceNumber(_ token: Int) -> Int { Int(sentenceNumbers[token]) }
  package func sentence(of token: Int) -> Range<Int> { sentences[sentenceNumber(token)] }

  /// The children in the order of the text, `widest` of them at most.
  package func children(_ token: Int) -> Children {
    let first = Int(firstChild[token])
    return Children(
      list: childList, range: first..<min(Int(firstChild[token + 1]), first + Self.widest))
  }

  /// Most children of a token that are told of: far more than prose has. Rules ask at every token of
  /// those beside it, and in a heap of marks all may hang on one.
  package static let widest = 400

  package struct Children: RandomAccessCollection, Sendable {
    let list: [Int32]
    let range: Range<Int>
    package var startIndex: Int { range.lowerBound }
    package var endIndex: Int { range.upperBound }
    package subscript(index: Int) -> Int { Int(list[index]) }
  }

  package func child(_ token: Int, _ relation: Relation) -> Int? {
    children(token).first { relations[$0] == relation }
  }

  package func children(_ token: Int, _ wanted: Set<Relation>) -> [Int] {
    children(token).filter { wanted.contains(relations[$0]) }
  }

  /// From the first to the last token below a token, itself among them.
  package func subtree(_ token: Int) -> Range<Int> {
    Int(leftEdges[token])..<Int(rightEdges[token]) + 1
  }

  /// Whether `token` is `ancestor` or stands below it.
  package func isWithin(_ token: Int, _ ancestor: Int) -> Bool {
    var current = token
    while current != ancestor {
      guard !isRoot(current) else { return false }
      current = head(current)
    }
    return true
  }
}
