package import Language

/// Parses as JSON Lines: a document a line,
/// `{"id", "tokens": [[text, offset, space, tag, pos, morph, lemma, head, dep, iob, ent, start]]}`.
///
/// Offsets count Unicode scalars, heads are token numbers of the document. Labels are escaped once
/// for all documents.
package struct ParseJSONL: Sendable {
  private let tags: [[UInt8]]
  private let partsOfSpeech: [[UInt8]]
  private let morphologies: [[UInt8]]
  private let relations: [[UInt8]]
  private let entities: [[UInt8]]

  package init(labels: Labels) {
    /// With the quotes and the comma that follows.
    func quoted(_ labels: [String]) -> [[UInt8]] {
      labels.map { label in
        var out: [UInt8] = []
        Array(label.utf8).withUnsafeBufferPointer { ParseJSONL.quote($0, to: &out) }
        out.append(UInt8(ascii: ","))
        return out
      }
    }
    tags = quoted(labels.tags)
    partsOfSpeech = quoted(labels.partsOfSpeech)
    morphologies = quoted(labels.morphologies)
    relations = quoted(labels.relations)
    entities = quoted(labels.entities)
  }

  /// The line of a document in one piece.
  package func append(_ doc: Doc, id: String, to out: inout [UInt8]) {
    begin(id: id, to: &out)
    var part = Part()
    append(doc, 0..<doc.count, &part, to: &out)
    end(&out)
  }

  /// Where a document that is written in several parts has got to.
  package struct Part {
    fileprivate var scalars = 0
    fileprivate var bytes = 0
    fileprivate var firstToken = 0
    fileprivate var isFirst = true

    package init() {}

    /// The next tokens are another piece of the text, numbered and measured from 0 again.
    package mutating func nextPiece(after doc: Doc) {
      scalars += ParseJSONL.scalarCount(doc.utf8, bytes..<doc.utf8.count)
      bytes = 0
      firstToken += doc.count
    }
  }

  package func begin(id: String, to out: inout [UInt8]) {
    out.append(contentsOf: #"{"id":"#.utf8)
    Array(id.utf8).withUnsafeBufferPointer { ParseJSONL.quote($0, to: &out) }
    out.append(contentsOf: #","tokens":["#.utf8)
  }

  package func end(_ out: inout [UInt8]) { out.append(contentsOf: "]}\n".utf8) }

  /// Some tokens of a document, in order.
  package func append(_ doc: Doc, _ tokens: Range<Int>, _ part: inout Part, to out: inout [UInt8]) {
    let lemmas = doc.lemmaTexts.map { lemma in
      var quoted: [UInt8] = []
      Array(lemma.utf8).withUnsafeBufferPointer { ParseJSONL.quote($0, to: &quoted) }
      return quoted
    }
    doc.utf8.withUnsafeBufferPointer { text in
      for token in tokens {
        let range = doc.range(token)
        part.scalars += ParseJSONL.scalarCount(text, part.bytes..<range.lowerBound)
        part.bytes = range.lowerBound
        if !part.isFirst { out.append(UInt8(ascii: ",")) }
        part.isFirst = false
        append(doc, token, UnsafeBufferPointer(rebasing: text[range]), part, lemmas, to: &out)
      }
    }
  }

  private func append(
    _ doc: Doc, _ token: Int, _ text: UnsafeBufferPointer<UInt8>, _ part: Part,
    _ lemmas: [[UInt8]], to out: inout [UInt8]
  ) {
    let comma = UInt8(ascii: ",")
    out.append(UInt8(ascii: "["))
    ParseJSONL.quote(text, to: &out)
    out.append(comma)
    ParseJSONL.number(part.scalars, to: &out)
    out.append(contentsOf: doc.hasSpace(token) ? ",1,".utf8 : ",0,".utf8)
    out.append(contentsOf: tags[Int(doc.tags[token])])
    out.append(contentsOf: partsOfSpeech[Int(doc.partsOfSpeech[token])])
    out.append(contentsOf: morphologies[Int(doc.morphologies[token])])
    out.append(contentsOf: lemmas[Int(doc.lemmas[token])])
    out.append(comma)
    ParseJSONL.number(part.firstToken + doc.head(token), to: &out)
    out.append(comma)
    out.append(contentsOf: relations[Int(doc.relations[token])])
    ParseJSONL.number(doc.entityPosition(token), to: &out)
    out.append(comma)
    out.append(contentsOf: entities[Int(doc.entityLabels[token])])
    out.append(UInt8(ascii: doc.startsSentence(token) ? "1" : "0"))
    out.append(UInt8(ascii: "]"))
  }

  // MARK: Bytes

  private static func scalarCount(_ bytes: [UInt8], _ range: Range<Int>) -> Int {
    bytes.withUnsafeBufferPointer { scalarCount($0, range) }
  }

  private static func scalarCount(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
  ) -> Int {
    var count = 0
    for i in range where bytes[i] & 0xC0 != 0x80 { count += 1 }
    return count
  }

  private static func number(_ value: Int, to out: inout [UInt8]) {
    if value >= 10 { number(value / 10, to: &out) }
    out.append(UInt8(ascii: "0") + UInt8(value % 10))
  }

  /// A JSON string; control characters and DEL are escaped, for the line may end up on a terminal.
  private static func quote(_ text: UnsafeBufferPointer<UInt8>, to out: inout [UInt8]) {
    let hex = Array("0123456789abcdef".utf8)
    out.append(UInt8(ascii: "\""))
    if text.allSatisfy({ $0 >= 0x20 && $0 != 0x22 && $0 != 0x5C && $0 != 0x7F }) {
      out.append(contentsOf: text)
    } else {
      for byte in text {
        switch byte {
        case 0x22, 0x5C:
          out.append(0x5C)
          out.append(byte)
        case 0..<0x20, 0x7F:
          out.append(contentsOf: "\\u00".utf8)
          out.append(hex[Int(byte >> 4)])
          out.append(hex[Int(byte & 15)])
        default: out.append(byte)
        }
      }
    }
    out.append(UInt8(ascii: "\""))
  }
}

extension UInt8 {
  fileprivate init(ascii character: String) { self = character.utf8.first ?? 0 }
}
