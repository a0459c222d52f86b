/// The bytes of a page as UTF-8, and what kind of page they hold.
package struct PageBytes: Sendable {
  package enum Format: Sendable { case html, text }

  package var utf8: [UInt8]
  package var format: Format
  /// WHATWG name of the encoding the bytes were in.
  package var encoding: String
}

extension PageBytes {
  package static func decode(_ bytes: [UInt8], charset: String?) throws(ReadError) -> PageBytes {
    guard !bytes.isEmpty else { throw .empty }
    return PageBytes(utf8: bytes, format: .html, encoding: "UTF-8")
  }
}
