package import Language

/// Parses as trees for people: a sentence, then each word under its head.
///
///     Ministers met in Oslo.
///     met  VERB VBD ROOT (meet)
///     ├─ Ministers  NOUN NNS nsubj (minister)
///     ├─ in  ADP IN prep
///     │  └─ Oslo  PROPN NNP pobj  GPE
///     └─ .  PUNCT . punct
package struct ParseTree: Sendable {
  /// Bold words and dim marks, for a terminal.
  private let isStyled: Bool

  package init(isStyled: Bool) { self.isStyled = isStyled }

  package func append(_ doc: Doc, to out: inout [UInt8]) {
    for (i, sentence) in doc.sentences.enumerated() {
      if i > 0 { out.append(0x0A) }
      append(doc, sentence, to: &out)
    }
  }

  package func append(_ doc: Doc, _ sentence: Range<Int>, to out: inout [UInt8]) {
    line(styled(ParseCoNLLU.visible(doc.text(sentence), spaces: false), "4"), to: &out)
    var children = [[Int]](repeating: [], count: sentence.count)
    for token in sentence where !doc.isRoot(token) && sentence.contains(doc.head(token)) {
      children[doc.head(token) - sentence.lowerBound].append(token)
    }
    // A list of its own instead of recursion: trees may be as deep as sentences are long.
    var waiting: [(token: Int, bars: String, branch: String, below: String)] = []
    for token in sentence.reversed() where doc.isRoot(token) { waiting.append((token, "", "", "")) }
    while let (token, bars, branch, below) = waiting.popLast() {
      line(dim(bars + branch) + word(doc, token), to: &out)
      let kids = children[token - sentence.lowerBound]
      let inner = ParseTree.clip(bars + below)
      for (i, child) in kids.enumerated().reversed() {
        let isLast = i == kids.count - 1
        waiting.append((child, inner, isLast ? "└─ " : "├─ ", isLast ? "   " : "│  "))
      }
    }
  }

  /// Deeper than this, branches are no longer told apart, or output would be quadratic.
  private static func clip(_ bars: String) -> String {
    bars.count > 120 ? String(bars.prefix(120)) : bars
  }

  private func word(_ doc: Doc, _ token: Int) -> String {
    let text = doc.text(token)
    var marks = "\(doc.partOfSpeech(token)) \(doc.tag(token)) \(doc.relation(token))"
    let lemma = doc.lemma(token)
    if lemma != text { marks += " (\(ParseCoNLLU.visible(lemma)))" }
    let entity = doc.entityLabel(token)
    let name = entity.isEmpty ? "" : "  " + styled(entity, "36")
    return styled(ParseCoNLLU.visible(text), "1") + "  " + dim(marks) + name
  }

  private func dim(_ text: String) -> String { text.isEmpty ? "" : styled(text, "2") }

  private func styled(_ text: String, _ code: String) -> String {
    isStyled ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }

  private func line(_ text: String, to out: inout [UInt8]) {
    out.append(contentsOf: text.utf8)
    out.append(0x0A)
  }
}
