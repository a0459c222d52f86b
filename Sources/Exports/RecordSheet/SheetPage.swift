internal import Records

/// What the sections of a sheet are written with: the record, its text, and lines of a width.
struct SheetPage {
  let record: Record
  private let utf8: [UInt8]
  private let styled: Bool

  /// Columns that lines of running text are broken at.
  static let width = WrappedLines.width
  /// Columns before an item's first line, and before those that tell more of it.
  static let margin = "  "
  static let indent = "      "

  init(_ record: Record, text: String, styled: Bool) {
    self.record = record
    self.styled = styled
    utf8 = Array(text.utf8)
  }

  /// The day that relative times were counted from, and where it came from.
  func day() -> String {
    guard let day = record.day else { return "Day: not known; relative times stay open\n" }
    var source = day.source == .published ? "day of publication" : "dateline in the text"
    if let place = day.place { source += ", from " + place }
    var out = "Day: \(day.timestamp.iso8601) (\(source))\n"
    if let other = day.dateline {
      out += "     The text is dated \(other.iso8601); that was not used.\n"
    }
    return out
  }

  func heading(_ title: String) -> String { bold(title) + "\n" }

  func bold(_ text: String) -> String { styled ? "\u{1B}[1m\(text)\u{1B}[0m" : text }

  /// An item's first line.
  func line(_ text: String) -> String { Self.margin + text + "\n" }

  /// What tells more of an item, parted by commas; nothing where there is nothing.
  func details(_ parts: [String?], indent: String = SheetPage.indent) -> String {
    let parts = parts.compactMap(\.self)
    return parts.isEmpty ? "" : wrapped(parts.joined(separator: ", "), indent: indent)
  }

  /// The words of a range on one line.
  func words(_ range: Range<Int>) -> String {
    let bytes = utf8[range.clamped(to: utf8.indices)]
    return String(decoding: bytes.map { $0 < 0x20 ? 0x20 : $0 }, as: UTF8.self)
  }

  /// A name on one line.
  func flat(_ text: String) -> String {
    text.split(whereSeparator: \.isNewline).joined(separator: " ")
  }

  /// The sentence that a range stands in, or what is near in a long one.
  func context(_ range: Range<Int>, indent: String = SheetPage.indent) -> String {
    guard let sentence = sentence(of: range.lowerBound) else { return "" }
    let range = range.clamped(to: sentence)
    let reach = 60
    var start = max(sentence.lowerBound, range.lowerBound - reach)
    var end = min(sentence.upperBound, range.upperBound + reach)
    // Not within a word, and never within a character.
    while start > sentence.lowerBound, utf8[start - 1] != 0x20 { start -= 1 }
    while end < sentence.upperBound, utf8[end] != 0x20 { end += 1 }
    let words = words(start..<max(start, end))
    let before = start > sentence.lowerBound ? "… " : ""
    return wrapped(before + words + (end < sentence.upperBound ? " …" : ""), indent: indent)
  }

  /// By halving: a record has many sentences and items.
  private func sentence(of position: Int) -> Range<Int>? {
    var low = 0
    var high = record.sentences.count
    while low < high {
      let middle = (low + high) / 2
      if record.sentences[middle].upperBound <= position { low = middle + 1 } else { high = middle }
    }
    guard low < record.sentences.count, record.sentences[low].contains(position) else { return nil }
    return record.sentences[low].clamped(to: utf8.indices)
  }

  /// Broken between words; a word that is longer than the line stands alone.
  func wrapped(_ text: String, indent: String) -> String {
    WrappedLines.text(text, indent: indent, width: Self.width)
  }

  func pad(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }

  /// The name of an actor, or the words where the record has no actor for them.
  func name(_ actor: Int?, _ range: Range<Int>) -> String {
    if let actor, record.actors.indices.contains(actor) { return flat(record.actors[actor].name) }
    return words(range)
  }
}
