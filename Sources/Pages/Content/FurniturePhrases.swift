import CTables

/// What a line of a page's furniture is about.
package enum FurnitureKind: String, Sendable, CaseIterable {
  /// A way to other reports ("Read more", "Lesen Sie auch").
  case more
  case newsletter
  /// A paywall, a log-in, an offer of a subscription.
  case subscribe
  case donate
  /// What a player or an embedded part shows in its place.
  case player
  case share
  case cookie
  case comments
  case advert
  case skip
  case rights
  case tags
  /// Names the makers: "With reporting by", "Additional reporting by".
  case signature
}

/// Tells lines that belong to the furniture of a page by their words, in many languages.
///
/// The words stand in `furniture-phrases.tsv`. A match is evidence, not proof: "Share" alone in a
/// line is furniture, "Sign up for" may begin a sentence of the article.
package struct FurniturePhrases: Sendable {
  /// How much of the line the phrase covers, the strongest evidence first.
  package enum Extent: UInt8, Sendable, Comparable {
    /// The whole line, but for punctuation.
    case whole
    /// The line's start, set off by a colon, dash, bar or arrow.
    case label
    case start
    case inside

    package static func < (a: Extent, b: Extent) -> Bool { a.rawValue < b.rawValue }
  }

  package struct Match: Sendable, Hashable {
    package var kind: FurnitureKind
    package var extent: Extent
  }

  private enum Form: UInt8 { case whole, label, start, inside }

  private struct Phrase {
    var kind: FurnitureKind
    var form: Form
    var bytes: Range<Int>
    /// The next phrase of the same bucket, or -1.
    var next: Int32
  }

  /// Lines longer than this are not searched for phrases within.
  static let longestSearched = 400

  package static let table = FurniturePhrases(DataTable(dateline_table_furniture_phrases()))

  private var text: [UInt8] = []
  private var phrases: [Phrase] = []
  private var starts = [Int32](repeating: -1, count: 1024)
  private var insides = [Int32](repeating: -1, count: 1024)

  init(_ table: DataTable) {
    for row in table.rows where row.count == 4 {
      guard let kind = FurnitureKind(rawValue: row.string(0)) else { continue }
      let form: Form =
        switch row.string(2) {
        case "is": .whole
        case "label": .label
        case "starts": .start
        default: .inside
        }
      add(row.bytes(3), kind, form)
    }
  }

  private mutating func add(
    _ phrase: UnsafeBufferPointer<UInt8>, _ kind: FurnitureKind, _ form: Form
  ) {
    guard !phrase.isEmpty else { return }
    let start = text.count
    text.append(contentsOf: phrase)
    let bucket = Self.bucket(phrase, 0, min(3, phrase.count))
    let head = form == .inside ? insides[bucket] : starts[bucket]
    phrases.append(Phrase(kind: kind, form: form, bytes: start..<text.count, next: head))
    let index = Int32(phrases.count - 1)
    if form == .inside { insides[bucket] = index } else { starts[bucket] = index }
  }

  /// The strongest match of a line's words.
  package func match(_ line: String) -> Match? {
    match(folded: Self.normalised(line.utf8))
  }

  package func match(_ line: UnsafeBufferPointer<UInt8>) -> Match? {
    match(folded: Self.normalised(line))
  }

  private func match(folded line: [UInt8]) -> Match? {
    line.withUnsafeBufferPointer { line in
      guard !line.isEmpty else { return nil }
      return matchAtStart(line) ?? matchInside(line)
    }
  }

  private func matchAtStart(_ line: UnsafeBufferPointer<UInt8>) -> Match? {
    var best: Match?
    for length in 1...3 where length <= line.count {
      var next = starts[Self.bucket(line, 0, length)]
      while next >= 0 {
        let phrase = phrases[Int(next)]
        next = phrase.next
        guard min(3, phrase.bytes.count) == length, stands(phrase, in: line, at: 0),
          let extent = Self.extent(of: phrase.form, line, length: phrase.bytes.count)
        else { continue }
        if best.map({ extent < $0.extent }) ?? true {
          best = Match(kind: phrase.kind, extent: extent)
        }
      }
    }
    return best
  }

  private func matchInside(_ line: UnsafeBufferPointer<UInt8>) -> Match? {
    guard line.count >= 3, line.count <= Self.longestSearched else { return nil }
    for at in 0...(line.count - 3) {
      guard at == 0 || !line[at - 1].isWordByte || line[at] >= 0xE3 else { continue }
      var next = insides[Self.bucket(line, at, 3)]
      while next >= 0 {
        let phrase = phrases[Int(next)]
        next = phrase.next
        guard stands(phrase, in: line, at: at) else { continue }
        return Match(kind: phrase.kind, extent: phrase.bytes.count == line.count ? .whole : .inside)
      }
    }
    return nil
  }

  private func stands(_ phrase: Phrase, in line: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool
  {
    guard start + phrase.bytes.count <= line.count else { return false }
    var at = start
    for index in phrase.bytes {
      if text[index] != line[at] { return false }
      at += 1
    }
    return true
  }

  /// What a phrase of `length` bytes at the line's start amounts to.
  private static func extent(of form: Form, _ line: UnsafeBufferPointer<UInt8>, length: Int)
    -> Extent?
  {
    var at = length
    while at < line.count, line[at] == 0x20 { at += 1 }
    if isClosing(line, from: at) { return .whole }
    switch form {
    case .whole, .inside: return nil
    case .label: return isSeparator(line, at) ? .label : nil
    case .start:
      let ends = !line[length - 1].isWordByte || !line[length].isWordByte || line[length] >= 0xE3
      return ends ? .start : nil
    }
  }

  private static func isClosing(_ line: UnsafeBufferPointer<UInt8>, from start: Int) -> Bool {
    var at = start
    while at < line.count {
      let byte = line[at]
      // Arrows, dots, digits (counts of comments) and brackets; of longer characters those of the
      // blocks for punctuation, arrows and symbols.
      if byte >= 0x80 {
        guard byte == 0xE2 || byte == 0xC2 || byte == 0xEF else { return false }
        at += byte == 0xC2 ? 2 : 3
      } else if byte.isWordByte && !byte.isDigit {
        return false
      } else {
        at += 1
      }
    }
    return true
  }

  private static func isSeparator(_ line: UnsafeBufferPointer<UInt8>, _ at: Int) -> Bool {
    switch line[at] {
    case 0x3A, 0x7C, 0x3E: true  // : | >
    case 0x2D: at > 0 && line[at - 1] == 0x20  // a dash, not a hyphen
    case 0xE2: true  // dashes, arrows, bullets, quotation marks
    case 0xC2: at + 1 < line.count && (line[at + 1] == 0xBB || line[at + 1] == 0xAB)  // » «
    case 0xEF: at + 2 < line.count && line[at + 1] == 0xBC && line[at + 2] == 0x9A  // ：
    default: false
    }
  }

  /// Folded, white space joined, curly apostrophes straight, leading marks and spaces dropped.
  private static func normalised(_ line: some Sequence<UInt8>) -> [UInt8] {
    var out: [UInt8] = []
    for byte in line {
      if byte.isSpace || byte == 0xA0 && out.last == 0xC2 {
        if byte == 0xA0 { out.removeLast() }
        if let last = out.last, last != 0x20 { out.append(0x20) }
      } else if byte < 0x80, !byte.isWordByte, out.isEmpty, byte != 0x28 {
        continue
      } else if byte == 0x99, out.count >= 2, out[out.count - 1] == 0x80, out[out.count - 2] == 0xE2
      {
        out.removeLast(2)
        out.append(0x27)
      } else {
        out.append(byte)
      }
    }
    while out.last == 0x20 { out.removeLast() }
    dropLeadingSymbols(&out)
    Folding.fold(&out)
    return out
  }

  /// Drops arrows, bullets, dingbats and emoji before the first word.
  private static func dropLeadingSymbols(_ line: inout [UInt8]) {
    var at = 0
    while at < line.count {
      if line[at] == 0xE2, at + 2 < line.count {
        at += 3
      } else if line[at] == 0xF0, at + 3 < line.count {
        at += 4
      } else if line[at] == 0xEF, at + 2 < line.count, line[at + 1] == 0xB8 {
        at += 3
      } else if line[at] == 0x20 || at > 0 && line[at] < 0x80 && !line[at].isWordByte {
        at += 1
      } else {
        break
      }
    }
    if at > 0, at < line.count { line.removeFirst(at) }
  }

  private static func bucket(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ count: Int) -> Int
  {
    var hash: UInt32 = UInt32(count)
    for index in start..<(start + count) { hash = hash &* 0x0100_0193 ^ UInt32(bytes[index]) }
    return Int((hash ^ hash >> 11) & 1023)
  }
}
