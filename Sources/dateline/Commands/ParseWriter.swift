import Exports
import Language

/// Writes parses in the form asked for.
struct ParseWriter: Sendable {
  private let form: String
  private let jsonl: ParseJSONL
  private let isStyled: Bool

  init(form: String, labels: Labels, isStyled: Bool) {
    self.form = form
    self.isStyled = isStyled
    jsonl = ParseJSONL(labels: labels)
  }

  /// One output line a document, errors too.
  var isLines: Bool { form == "jsonl" }

  /// Tokens written at a time of a long text.
  private static let portion = 4096

  /// A document whole.
  func append(_ doc: Doc, id: String, to out: inout [UInt8]) {
    switch form {
    case "jsonl": jsonl.append(doc, id: id, to: &out)
    default: jsonl.append(doc, id: id, to: &out)
    }
  }

  /// A document that comes piece by piece, written a portion at a time.
  func write<Failure: Error>(
    id: String, pieces: some Sequence<Doc>, _ write: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    var out: [UInt8] = []
    var part = ParseJSONL.Part()
    jsonl.begin(id: id, to: &out)
    for doc in pieces {
      for start in stride(from: 0, to: doc.count, by: ParseWriter.portion) {
        jsonl.append(doc, start..<min(start + ParseWriter.portion, doc.count), &part, to: &out)
        try write(out)
        out.removeAll(keepingCapacity: true)
      }
      part.nextPiece(after: doc)
    }
    jsonl.end(&out)
    try write(out)
  }
}
