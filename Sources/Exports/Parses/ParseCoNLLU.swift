package import Language

/// Parses in CoNLL-U (universaldependencies.org/format.html).
///
/// Relations are the model's (ClearNLP), not Universal Dependencies. MISC carries `SpaceAfter=No`
/// and the named entity (`NER=B-GPE`). A token of white space is written with `\n`, `\t`, `\s` and
/// so on, for a line of the format holds no white space but tabs and inner spaces.
package enum ParseCoNLLU {
  /// A document.
  package static func append(_ doc: Doc, id: String, to out: inout [UInt8]) {
    begin(id: id, to: &out)
    for sentence in doc.sentences { append(doc, sentence, to: &out) }
  }

  /// The line that begins a document.
  package static func begin(id: String, to out: inout [UInt8]) {
    out.append(contentsOf: "# newdoc id = \(visible(id))\n".utf8)
  }

  /// A sentence of a document.
  package static func append(_ doc: Doc, _ sentence: Range<Int>, to out: inout [UInt8]) {
    out.append(contentsOf: "# text = \(visible(doc.text(sentence), spaces: false))\n".utf8)
    for token in sentence {
      let head = doc.isRoot(token) ? 0 : doc.head(token) - sentence.lowerBound + 1
      let fields = [
        String(token - sentence.lowerBound + 1), visible(doc.text(token)),
        visible(doc.lemma(token)), orNone(doc.partOfSpeech(token)), orNone(doc.tag(token)),
        orNone(doc.morphology(token)), String(head),
        doc.isRoot(token) ? "root" : doc.relation(token), "_", misc(doc, token),
      ]
      out.append(contentsOf: fields.joined(separator: "\t").utf8)
      out.append(0x0A)
    }
    out.append(0x0A)
  }

  private static func misc(_ doc: Doc, _ token: Int) -> String {
    var fields: [String] = []
    switch doc.entityPosition(token) {
    case 3: fields.append("NER=B-\(doc.entityLabel(token))")
    case 1: fields.append("NER=I-\(doc.entityLabel(token))")
    default: break
    }
    if !doc.hasSpace(token) { fields.append("SpaceAfter=No") }
    return orNone(fields.joined(separator: "|"))
  }

  private static func orNone(_ text: String) -> String { text.isEmpty ? "_" : text }

  /// White space and control characters as escapes; with `spaces`, plain spaces too where the
  /// text has nothing else.
  static func visible(_ text: String, spaces: Bool = true) -> String {
    let isBlank = spaces && !text.unicodeScalars.contains { $0 != " " }
    var out = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n": out += "\\n"
      case "\t": out += "\\t"
      case "\r": out += "\\r"
      case " " where isBlank: out += "\\s"
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}":
        out += "\\u{" + String(scalar.value, radix: 16) + "}"
      default: out.unicodeScalars.append(scalar)
      }
    }
    return orNone(out)
  }
}
