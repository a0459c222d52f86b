package import Records

/// A record as a sheet to read: a section a kind of item, each with its words.
package enum RecordSheet {
  package static func write(_ record: Record, text: String, styled: Bool) -> String {
    let utf8 = Array(text.utf8)
    var out = ""
    switch record.day {
    case .some(let day):
      let source = day.source == .published ? "day of publication" : "dateline in the text"
      out += "Day: \(day.timestamp.iso8601) (\(source))\n"
    case .none: out += "Day: not known; relative times stay open\n"
    }
    out += "\n" + heading("Times", styled)
    if record.times.isEmpty { out += "none\n" }
    for time in record.times { out += line(time, utf8, record.sentences, styled) }
    return VisibleText.clean(out)
  }

  private static func heading(_ title: String, _ styled: Bool) -> String {
    (styled ? "\u{1B}[1m\(title)\u{1B}[0m" : title) + "\n"
  }

  private static func line(
    _ time: TimeExpression, _ utf8: [UInt8], _ sentences: [Range<Int>], _ styled: Bool
  ) -> String {
    let value = time.value ?? "no such day"
    let details = [time.mod?.rawValue, anchor(time.anchor)].compactMap(\.self)
    var line = "  " + pad(value, 16) + " " + pad(time.kind.rawValue, 8) + "  "
    line += oneLine(utf8[time.range])
    if !details.isEmpty { line += " (" + details.joined(separator: ", ") + ")" }
    line += "\n"
    if let sentence = sentences.first(where: { $0.contains(time.range.lowerBound) }) {
      line += "      " + oneLine(context(utf8, time.range, in: sentence)) + "\n"
    }
    return line
  }

  private static func anchor(_ anchor: TimeAnchor?) -> String? {
    switch anchor {
    case .publication: "from the day"
    case .expression(let value): "from \(value)"
    case .open: "from something not dated"
    case nil: nil
    }
  }

  /// The sentence, or what is near in a long one.
  private static func context(_ utf8: [UInt8], _ range: Range<Int>, in sentence: Range<Int>)
    -> ArraySlice<UInt8>
  {
    let reach = 60
    var start = max(sentence.lowerBound, range.lowerBound - reach)
    var end = min(sentence.upperBound, range.upperBound + reach)
    // Not within a word, and never within a character.
    while start > sentence.lowerBound, utf8[start - 1] != 0x20 { start -= 1 }
    while end < sentence.upperBound, utf8[end] != 0x20 { end += 1 }
    return utf8[start..<max(start, end)]
  }

  private static func oneLine(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes.map { $0 < 0x20 ? 0x20 : $0 }, as: UTF8.self)
  }

  private static func pad(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }
}
