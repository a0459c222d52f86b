/// Comma-separated values (RFC 4180).
package enum CSV {
  /// A line with its end. A field that holds a comma, a quotation mark or a line's end is quoted; one
  /// that a spreadsheet would take for a formula is kept from it by an apostrophe.
  package static func line(_ fields: [String]) -> [UInt8] {
    Array((fields.map(field).joined(separator: ",") + "\r\n").utf8)
  }

  private static func field(_ text: String) -> String {
    var text = VisibleText.clean(text)
    if let first = text.utf8.first, Array("=+-@\t\r".utf8).contains(first), Double(text) == nil {
      text = "'" + text
    }
    guard text.utf8.contains(where: { Array(",\"\r\n".utf8).contains($0) }) else { return text }
    return "\""
      + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
      + "\""
  }

  /// Without a fraction where it has none.
  package static func number(_ value: Double) -> String {
    Int(exactly: value).map(String.init) ?? String(value)
  }
}
