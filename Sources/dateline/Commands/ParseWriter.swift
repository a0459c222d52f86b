import Exports
import Language

/// Writes parses in the form asked for.
struct ParseWriter: Sendable {
  private let form: String
  private let jsonl: ParseJSONL
  private let tree: ParseTree

  init(form: String, labels: Labels, isStyled: Bool) {
    self.form = form
    tree = ParseTree(isStyled: isStyled)
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
    case "conllu": ParseCoNLLU.append(doc, id: id, to: &out)
    default: tree.append(doc, to: &out)
    }
  }

  /// A document that comes piece by piece, written a portion at a time.
  func write<Failure: Error>(
    id: String, pieces: some Sequence<Doc>, _ write: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    var out: [UInt8] = []
    guard form == "jsonl" else {
      var isContinuation = false
      for doc in pieces {
        for sentence in doc.sentences {
          append(doc, sentence, id: isContinuation ? nil : id, to: &out)
          isContinuation = true
          if out.count > 1 << 16 { try flush(&out, write) }
        }
      }
      return try flush(&out, write)
    }
    var part = ParseJSONL.Part()
    jsonl.begin(id: id, to: &out)
    for doc in pieces {
      for start in stride(from: 0, to: doc.count, by: ParseWriter.portion) {
        jsonl.append(doc, start..<min(start + ParseWriter.portion, doc.count), &part, to: &out)
        try flush(&out, write)
      }
      part.nextPiece(after: doc)
    }
    jsonl.end(&out)
    try flush(&out, write)
  }

  /// A sentence; the first of a document bears its id.
  private func append(_ doc: Doc, _ sentence: Range<Int>, id: String?, to out: inout [UInt8]) {
    if form == "conllu" {
      if let id { ParseCoNLLU.begin(id: id, to: &out) }
      ParseCoNLLU.append(doc, sentence, to: &out)
    } else {
      tree.append(doc, sentence, to: &out)
    }
  }

  private func flush<Failure: Error>(
    _ out: inout [UInt8], _ write: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    try write(out)
    out.removeAll(keepingCapacity: true)
  }
}
