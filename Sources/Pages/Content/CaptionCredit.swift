/// The line under a picture, taken apart: what it says, and who made or supplied the picture.
///
/// Credits are known by a mark ("Foto: dpa", "Photo by Ana Lind", "© AP", also where it is glued
/// to the word before it), by brackets or a bar at the end that hold an agency ("(AFP / Ana
/// Lind)"), or by a line that is nothing but an agency's credit.
package struct CaptionCredit: Sendable, Hashable {
  package var caption: String?
  package var credit: String?

  package init(caption: String? = nil, credit: String? = nil) {
    self.caption = caption
    self.credit = credit
  }

  /// Takes a caption's text apart.
  package init(splitting text: String) {
    let bytes = CaptionSplitter.joined(text.utf8)
    var splitter = CaptionSplitter(bytes: bytes)
    self = splitter.split()
  }

  /// A credit that stands alone, in an element or field of its own, without its mark.
  package static func credit(from text: String) -> String? {
    let bytes = CaptionSplitter.joined(text.utf8)
    let splitter = CaptionSplitter(bytes: bytes)
    return splitter.credit(0..<bytes.count)
  }
}

/// Finds the credit in a caption's bytes.
private struct CaptionSplitter {
  /// Longest credit, in bytes; longer text behind a mark is taken for part of the caption.
  static let longestCredit = 160
  /// Most words of a credit that has a mark, and of one that only an agency's name makes known.
  static let mostWords = 14
  static let mostWordsUnmarked = 8

  let bytes: [UInt8]
  let folded: [UInt8]

  init(bytes: [UInt8]) {
    self.bytes = bytes
    var folded = bytes
    Folding.fold(&folded)
    self.folded = folded
  }

  mutating func split() -> CaptionCredit {
    guard !bytes.isEmpty else { return CaptionCredit() }
    if let found = splitAtBrackets() ?? splitAtMark() ?? splitAtBar() ?? splitAtSentence() {
      return found
    }
    if isAgencyCredit(0..<bytes.count) {
      return CaptionCredit(credit: credit(0..<bytes.count))
    }
    return CaptionCredit(caption: string(0..<bytes.count))
  }

  /// At the first mark whose rest can be a credit.
  private func splitAtMark() -> CaptionCredit? {
    var at = 0
    while at < bytes.count {
      if let end = markEnd(at), let found = split(markStart: at, nameStart: end) { return found }
      at += 1
    }
    return nil
  }

  /// Where the name starts if a mark stands at `at`.
  private func markEnd(_ at: Int) -> Int? {
    guard startsWord(at) else { return nil }
    if let length = CreditMarks.table.length(of: .word, in: folded[...], at: at) {
      return skipSeparators(at + length)
    }
    guard let length = CreditMarks.table.length(of: .label, in: folded[...], at: at),
      !isInAgencyName(at)
    else { return nil }
    var end = at + length
    while end < bytes.count, bytes[end] == 0x20 { end += 1 }
    guard end < bytes.count else { return nil }
    switch bytes[end] {
    case 0x3A, 0x2F, 0x3D, 0x7C: return skipSeparators(end + 1)
    case 0xEF where end + 2 < bytes.count && bytes[end + 1] == 0xBC: return end + 3  // ： ＝
    default: return nil
    }
  }

  /// The word belongs to an agency's name before it ("AP Photo/", "Getty Images/").
  private func isInAgencyName(_ at: Int) -> Bool {
    for start in max(0, at - 24)..<max(at, 0) where start == 0 || !bytes[start - 1].isWordByte {
      if let length = CreditMarks.table.length(of: .agency, in: folded[...], at: start),
        start + length >= at - 1
      {
        return true
      }
    }
    return false
  }

  /// A word starts here, or a capital is glued to a small letter ("impeachedImage").
  private func startsWord(_ at: Int) -> Bool {
    // Not inside a character.
    if bytes[at] & 0xC0 == 0x80 { return false }
    guard at > 0 else { return true }
    let previous = bytes[at - 1]
    if !previous.isWordByte { return true }
    if bytes[at] >= 0xE3 || bytes[at] == 0xC2 || bytes[at] == 0xE2 { return true }
    let isCapital =
      bytes[at] != folded[at]
      || bytes[at] >= 0x80 && at + 1 < bytes.count && folded[at + 1] != bytes[at + 1]
    return isCapital && (folded[at - 1] == previous || previous.isDigit) && !previous.isUpperASCII
  }

  private func split(markStart: Int, nameStart: Int) -> CaptionCredit? {
    var start = markStart
    while start > 0, bytes[start - 1] == 0x20 { start -= 1 }
    if start > 0, bytes[start - 1] == 0x28 || bytes[start - 1] == 0x5B {
      let closing: UInt8 = bytes[start - 1] == 0x28 ? 0x29 : 0x5D
      if let end = closingBracket(closing, from: nameStart) {
        return joined(
          before: 0..<(start - 1), name: nameStart..<end, after: (end + 1)..<bytes.count)
      }
    }
    guard canBeCredit(nameStart..<bytes.count, mostWords: Self.mostWords) else { return nil }
    return joined(
      before: 0..<start, name: nameStart..<bytes.count, after: bytes.count..<bytes.count)
  }

  private func closingBracket(_ closing: UInt8, from start: Int) -> Int? {
    let opening: UInt8 = closing == 0x29 ? 0x28 : 0x5B
    var depth = 0
    for at in start..<min(bytes.count, start + Self.longestCredit) {
      if bytes[at] == opening { depth += 1 }
      if bytes[at] == closing {
        if depth == 0 { return at }
        depth -= 1
      }
    }
    return nil
  }

  /// Brackets at the end that hold an agency.
  private func splitAtBrackets() -> CaptionCredit? {
    var end = bytes.count
    while end > 0, bytes[end - 1] == 0x2E || bytes[end - 1] == 0x20 { end -= 1 }
    guard end > 2, bytes[end - 1] == 0x29 || bytes[end - 1] == 0x5D else { return nil }
    let opening: UInt8 = bytes[end - 1] == 0x29 ? 0x28 : 0x5B
    guard let start = bytes[..<end].lastIndex(of: opening), start > 0,
      isAgencyCredit((start + 1)..<(end - 1))
    else { return nil }
    return joined(before: 0..<start, name: (start + 1)..<(end - 1), after: end..<end)
  }

  /// A bar, dash, slash or bullet behind which an agency stands.
  private func splitAtBar() -> CaptionCredit? {
    var at = bytes.count - 1
    while at > 1 {
      if isBar(at), bytes[at - 1] == 0x20 {
        let start = skipSeparators(at)
        guard isAgencyCredit(start..<bytes.count) else { return nil }
        return joined(before: 0..<(at - 1), name: start..<bytes.count, after: at..<at)
      }
      at -= 1
    }
    return nil
  }

  private func isBar(_ at: Int) -> Bool {
    switch bytes[at] {
    case 0x7C, 0x2D, 0x2F: at + 1 < bytes.count && bytes[at + 1] == 0x20
    case 0xE2:
      // En and em dash, horizontal bar, bullet.
      at + 2 < bytes.count && bytes[at + 1] == 0x80
        && [0x93, 0x94, 0x95, 0xA2].contains(bytes[at + 2])
    default: false
    }
  }

  /// An agency's credit behind the last sentence.
  private func splitAtSentence() -> CaptionCredit? {
    var at = bytes.count - 2
    while at > 1 {
      if bytes[at] == 0x20, [0x2E, 0x21, 0x3F, 0x22, 0x9D].contains(bytes[at - 1]) {
        guard isAgencyCredit((at + 1)..<bytes.count) else { return nil }
        return joined(before: 0..<at, name: (at + 1)..<bytes.count, after: at..<at)
      }
      at -= 1
    }
    return nil
  }
}

extension CaptionSplitter {
  private func joined(before: Range<Int>, name: Range<Int>, after: Range<Int>) -> CaptionCredit {
    var caption = trimmed(before, trailing: true)
    let rest = trimmed(after, trailing: false)
    if !rest.isEmpty, rest.contains(where: \.isWordByte) {
      if !caption.isEmpty { caption.append(0x20) }
      caption += rest
    }
    return CaptionCredit(
      caption: caption.isEmpty ? nil : String(decoding: caption, as: UTF8.self),
      credit: credit(name))
  }

  /// The name without marks, brackets and separators round it.
  func credit(_ range: Range<Int>) -> String? {
    var start = skipSeparators(range.lowerBound)
    var end = range.upperBound
    while start < end, bytes[start] == 0x28 || bytes[start] == 0x5B { start += 1 }
    for _ in 0..<3 {
      guard start < end, let next = markEnd(start), next < end else { break }
      start = skipSeparators(next)
    }
    while end > start, [0x20, 0x2C, 0x3B, 0x7C, 0x2E, 0x3A].contains(bytes[end - 1]) {
      if bytes[end - 1] == 0x2E, isAbbreviation(end) { break }
      end -= 1
    }
    if end > start, bytes[end - 1] == 0x29, !bytes[start..<end].contains(0x28) { end -= 1 }
    if end > start, bytes[end - 1] == 0x5D, !bytes[start..<end].contains(0x5B) { end -= 1 }
    guard end > start, end - start <= 2 * Self.longestCredit else { return nil }
    return string(start..<end)
  }

  /// The dot before `end` belongs to "Inc.", "Jr." or an initial.
  private func isAbbreviation(_ end: Int) -> Bool {
    let word = folded[..<(end - 1)].suffix(while: \.isWordByte)
    return word.count == 1 || word.elementsEqual("inc".utf8) || word.elementsEqual("jr".utf8)
  }

  private func canBeCredit(_ range: Range<Int>, mostWords: Int) -> Bool {
    guard !range.isEmpty, range.count <= Self.longestCredit,
      bytes[range].contains(where: \.isWordByte)
    else { return false }
    return bytes[range].lazy.filter { $0 == 0x20 }.count < mostWords
  }

  /// Few words, an agency among them, and no running text.
  private func isAgencyCredit(_ range: Range<Int>) -> Bool {
    guard canBeCredit(range, mostWords: Self.mostWordsUnmarked),
      CreditMarks.table.namesAgency(folded[range])
    else { return false }
    var small = 0
    for word in bytes[range].split(whereSeparator: { !$0.isWordByte }) {
      if word.count > 3, word.first.map(\.isLowerASCII) ?? false,
        CreditMarks.table.length(of: .agency, in: folded[..<range.upperBound], at: word.startIndex)
          == nil
      {
        small += 1
      }
    }
    return small <= 1
  }

  private func skipSeparators(_ start: Int) -> Int {
    var at = start
    while at < bytes.count {
      if [0x20, 0x3A, 0x2F, 0x7C, 0x2D, 0x2C, 0x3D].contains(bytes[at]) {
        at += 1
      } else if isBar(at), bytes[at] == 0xE2 {
        at += 3
      } else {
        break
      }
    }
    return at
  }

  private func trimmed(_ range: Range<Int>, trailing: Bool) -> [UInt8] {
    var slice = bytes[range]
    while let first = slice.first, [0x20, 0x7C, 0x2F, 0x3B, 0x2C, 0x3A].contains(first) {
      slice.removeFirst()
    }
    while let last = slice.last {
      if [0x20, 0x7C, 0x2F, 0x2D, 0x28, 0x5B, 0x3B, 0x2C].contains(last) {
        slice.removeLast()
      } else if slice.count >= 3, isBar(slice.endIndex - 3), bytes[slice.endIndex - 3] == 0xE2 {
        slice.removeLast(3)
      } else {
        break
      }
    }
    return Array(slice)
  }

  private func string(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  /// White space (also no-break spaces) joined to single spaces, none at the ends.
  static func joined(_ text: some Sequence<UInt8>) -> [UInt8] {
    var out: [UInt8] = []
    for byte in text {
      if byte.isSpace || byte == 0xA0 && out.last == 0xC2 {
        if byte == 0xA0 { out.removeLast() }
        if let last = out.last, last != 0x20 { out.append(0x20) }
      } else {
        out.append(byte)
      }
    }
    if out.last == 0x20 { out.removeLast() }
    return out
  }
}

extension ArraySlice<UInt8> {
  fileprivate func suffix(while holds: (UInt8) -> Bool) -> ArraySlice<UInt8> {
    var start = endIndex
    while start > startIndex, holds(self[start - 1]) { start -= 1 }
    return self[start...]
  }
}
