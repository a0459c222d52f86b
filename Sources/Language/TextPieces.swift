/// A long text in pieces of at most a million scalars, each parsed as a text of its own.
///
/// Memory grows with a text's tokens, so there must be a limit somewhere; the published pipeline
/// refuses longer texts. Pieces end behind white space where there is any in their last quarter,
/// behind a line break if possible.
package struct TextPieces: Sequence {
  /// Scalars of a piece (spaCy's `max_length`).
  package static let maximumScalars = 1_000_000

  private let text: [UInt8]
  private let limit: Int

  package init(_ text: [UInt8], limit: Int = maximumScalars) {
    self.text = text
    self.limit = limit
  }

  /// The bytes with ill-formed sequences replaced by U+FFFD.
  package static func validUTF8(_ bytes: [UInt8]) -> [UInt8] {
    if String(validating: bytes, as: UTF8.self) != nil { return bytes }
    return Array(String(decoding: bytes, as: UTF8.self).utf8)
  }

  package func makeIterator() -> AnyIterator<[UInt8]> {
    var start = 0
    return AnyIterator {
      guard start < text.count else { return nil }
      let end = end(ofPieceAt: start)
      defer { start = end }
      return Array(text[start..<end])
    }
  }

  private func end(ofPieceAt start: Int) -> Int {
    guard text.count - start > limit else { return text.count }
    var scalars = 0
    var hard = start
    while hard < text.count {
      if text[hard] & 0xC0 != 0x80 {
        if scalars == limit { break }
        scalars += 1
      }
      hard += 1
    }
    guard hard < text.count else { return text.count }
    let earliest = hard - (hard - start) / 4
    let last = text[earliest..<hard]
    if let line = last.lastIndex(of: 0x0A) { return line + 1 }
    if let space = last.lastIndex(of: 0x20) { return space + 1 }
    return hard
  }
}
