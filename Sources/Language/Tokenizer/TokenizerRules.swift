/// The tokenizer's data: what is cut off, what is kept whole.
struct TokenizerRules: Sendable {
  /// A text with tokens of its own ("don't": "do", "n't").
  struct Exception: Sendable {
    var text: String
    var parts: [Part]
  }

  /// The parts' texts joined are the exception's text.
  struct Part: Sendable {
    var text: String
    var norm: String?
  }

  var prefix: AffixExpression
  var suffix: AffixExpression
  var infix: AffixExpression
  /// Lower-case letters, for top-level domains.
  var domainLetters: ScalarSet
  var exceptions: [Exception]
  /// Exceptions that affix rules cut up: the texts of the tokens they are cut into.
  var phrases: [[String]] = []

  func write(to writer: inout ByteWriter) {
    prefix.write(to: &writer)
    suffix.write(to: &writer)
    infix.write(to: &writer)
    domainLetters.write(to: &writer)
    writer.array(exceptions) { writer, exception in
      writer.string(exception.text)
      writer.array(exception.parts) {
        $0.string($1.text)
        $0.integer(UInt8($1.norm == nil ? 0 : 1))
        if let norm = $1.norm { $0.string(norm) }
      }
    }
    writer.array(phrases) { $0.strings($1) }
  }
}

extension TokenizerRules {
  init(from reader: inout ByteReader) throws(ByteError) {
    prefix = try AffixExpression(from: &reader)
    suffix = try AffixExpression(from: &reader)
    infix = try AffixExpression(from: &reader)
    domainLetters = try ScalarSet(from: &reader)
    exceptions = try reader.array { (reader: inout ByteReader) throws(ByteError) in
      let text = try reader.string()
      let parts = try reader.array { (reader: inout ByteReader) throws(ByteError) in
        let text = try reader.string()
        let hasNorm = try reader.integer(UInt8.self) == 1
        return Part(text: text, norm: hasNorm ? try reader.string() : nil)
      }
      return Exception(text: text, parts: parts)
    }
    phrases = try reader.array { (reader: inout ByteReader) throws(ByteError) in
      try reader.strings()
    }
  }
}
