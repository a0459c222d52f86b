/// Lines for a terminal of 80 columns, broken between words; a word that is longer than the line, such
/// as an address, stands alone. Columns are counted in characters.
package enum WrappedLines {
  package static let width = 80

  /// Each line ends in a line feed; empty for a text without words. Control characters become U+FFFD.
  package static func text(_ text: String, indent: String, width: Int = width) -> String {
    var out = ""
    var line = indent
    var length = indent.count
    var isEmpty = true
    for word in VisibleText.clean(text).split(whereSeparator: \.isWhitespace) {
      let size = word.count
      if !isEmpty, length + 1 + size > width {
        out += line + "\n"
        (line, length, isEmpty) = (indent, indent.count, true)
      }
      if !isEmpty {
        line += " "
        length += 1
      }
      line += word
      length += size
      isEmpty = false
    }
    return isEmpty ? out : out + line + "\n"
  }
}
