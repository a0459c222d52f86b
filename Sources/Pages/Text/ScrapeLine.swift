/// One line of a scrape that is not blank: its words, and what is left of its markup.
struct ScrapeLine: Sendable, Hashable {
  enum Mark: Sendable, Hashable {
    case plain
    /// "#" to "######".
    case heading(Int)
    case bullet
    case number
    /// "> ".
    case quote
    /// A row of a table, cells between bars.
    case row
    /// A rule ("* * *", "---").
    case rule
  }

  /// Place in the file, from 1.
  var number: Int
  /// Without marks, blanks joined.
  var text: String
  var mark: Mark
  /// A heading or text that stands in a list's item.
  var isInList: Bool
  /// Spaces before the line's mark or first word.
  var indent: Int
  /// Blank lines between this line and the one before.
  var blanksBefore: Int
  var shape: LineShape
  /// The line, parted where blanks show that elements stood side by side; empty where none do.
  var parts: [String] = []
  /// Where a dash began an element of its own, in UTF-8 bytes of the text.
  var elementDash: Int?

  var isItem: Bool { mark == .bullet || mark == .number }

  var headingLevel: Int? {
    guard case .heading(let level) = mark else { return nil }
    return level
  }

  /// "line 7", for the provenance.
  var place: String { "line \(number)" }
}

extension ScrapeLine {
  /// No scrape of one article has more lines; a longer file is read up to here.
  static let limit = 200_000

  /// The lines of a scrape that have words or are rules.
  static func lines(of text: String) -> [ScrapeLine] {
    var lines: [ScrapeLine] = []
    var number = 0
    var blanks = 0
    var bytes = text
    bytes.withUTF8 { bytes in
      var start = 0
      while start < bytes.count, lines.count < limit {
        let (end, next) = lineEnd(bytes, from: start)
        number += 1
        if let line = ScrapeLine(
          bytes: bytes[start..<end], number: number, blanksBefore: blanks)
        {
          lines.append(line)
          blanks = 0
        } else {
          blanks += 1
        }
        start = next
      }
    }
    return unwrapped(lines)
  }

  /// The end of the line that starts at `start`, and the start of the next: CR, LF, both, form
  /// feed, or U+2028 and U+2029.
  private static func lineEnd(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> (Int, Int) {
    var at = start
    while at < bytes.count {
      switch bytes[at] {
      case 0x0A, 0x0B, 0x0C: return (at, at + 1)
      case 0x0D: return (at, at + (at + 1 < bytes.count && bytes[at + 1] == 0x0A ? 2 : 1))
      case 0xE2 where at + 2 < bytes.count && bytes[at + 1] == 0x80:
        if bytes[at + 2] == 0xA8 || bytes[at + 2] == 0xA9 { return (at, at + 3) }
      default: break
      }
      at += 1
    }
    return (at, at)
  }

  private init?(bytes: Slice<UnsafeBufferPointer<UInt8>>, number: Int, blanksBefore: Int) {
    let cleaner = LineCleaner()
    let indent = cleaner.indent(of: bytes)
    var (words, gaps) = cleaner.cleaned(bytes)
    let count = words.count
    guard !words.isEmpty else { return nil }
    let marks = LineMarks.take(from: &words, indent: indent)
    if marks.mark == .rule {
      self.init(
        number: number, text: "", mark: .rule, isInList: false, indent: indent,
        blanksBefore: blanksBefore, shape: LineShape())
      return
    }
    guard !words.isEmpty else { return nil }
    let dash = words.firstIndex(of: MarkdownInline.elementMark)
    words.removeAll { $0 == MarkdownInline.elementMark }
    self.init(
      number: number, text: String(decoding: words, as: UTF8.self), mark: marks.mark,
      isInList: marks.isInList, indent: indent,
      blanksBefore: blanksBefore, shape: LineShape(words), elementDash: dash)
    // Marks may be off the start, and escapes from within: then the places are no longer right.
    let taken = count - words.count
    if !gaps.isEmpty, dash == nil, taken <= 8 {
      parts = Self.parts(words, at: gaps.map { $0 - taken })
    }
  }

  private static func parts(_ words: [UInt8], at gaps: [Int]) -> [String] {
    guard words.count <= 400, gaps.allSatisfy({ $0 > 0 && $0 < words.count && words[$0] == 0x20 })
    else { return [] }
    var parts: [String] = []
    var start = 0
    for gap in gaps {
      parts.append(String(decoding: words[start..<gap], as: UTF8.self))
      start = gap + 1
    }
    return parts + [String(decoding: words[start...], as: UTF8.self)]
  }

  /// Joins the lines of paragraphs that were wrapped at some column (html2text wraps at 78, mail
  /// at 72). A scrape is taken for wrapped if no line is long and most lines that fill the
  /// column go on in the next.
  private static func unwrapped(_ lines: [ScrapeLine]) -> [ScrapeLine] {
    let column = 80
    guard lines.count > 8, lines.allSatisfy({ $0.indent + $0.shape.width <= column + 8 }) else {
      return lines
    }
    var full = 0
    var goOn = 0
    for index in 1..<lines.count where lines[index - 1].shape.width >= 56 {
      full += 1
      if continues(lines[index], lines[index - 1]) { goOn += 1 }
    }
    guard full >= 6, goOn * 10 >= full * 6 else { return lines }
    var out: [ScrapeLine] = []
    var parts: [String] = []
    for line in lines {
      if let last = parts.indices.last, let previous = out.last, continues(line, previous) {
        parts[last] += " " + line.text
      } else {
        out.append(line)
        parts.append(line.text)
      }
    }
    for index in out.indices where out[index].text.utf8.count != parts[index].utf8.count {
      out[index].text = parts[index]
      out[index].shape = LineShape(Array(parts[index].utf8))
    }
    return out
  }

  private static func continues(_ line: ScrapeLine, _ previous: ScrapeLine) -> Bool {
    guard line.blanksBefore == 0, line.mark == .plain || line.mark == .quote else { return false }
    return previous.mark == line.mark || (line.mark == .plain && previous.isItem)
  }
}
