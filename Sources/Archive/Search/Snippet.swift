/// A piece of text with the words that were searched for.
package struct Snippet: Sendable, Hashable {
  package struct Segment: Sendable, Hashable {
    package var text: String
    /// A word that was searched for.
    package var isLit: Bool

    package init(text: String, isLit: Bool) {
      self.text = text
      self.isLit = isLit
    }
  }

  package private(set) var segments: [Segment] = []

  package init(segments: [Segment]) { self.segments = segments }

  package var text: String { segments.map(\.text).joined() }

  /// Where the words searched for stand in `text`, in UTF-8 bytes.
  package var lit: [Range<Int>] {
    var start = 0
    var out: [Range<Int>] = []
    for segment in segments {
      let end = start + segment.text.utf8.count
      if segment.isLit { out.append(start..<end) }
      start = end
    }
    return out
  }

  /// Marks around found words; `SearchText` keeps both out of what is indexed.
  static let start: Unicode.Scalar = "\u{2}"
  static let end: Unicode.Scalar = "\u{3}"

  /// Reads a text that FTS5 has put the marks into.
  init(marked text: String) {
    var current = String.UnicodeScalarView()
    var isLit = false
    func flush(_ segments: inout [Segment]) {
      if !current.isEmpty { segments.append(Segment(text: String(current), isLit: isLit)) }
      current = String.UnicodeScalarView()
    }
    for scalar in text.unicodeScalars {
      switch scalar {
      case Snippet.start, Snippet.end:
        flush(&segments)
        isLit = scalar == Snippet.start
      case SearchText.separator: break
      case "\n": current.append(" ")
      default: current.append(scalar)
      }
    }
    flush(&segments)
  }
}
