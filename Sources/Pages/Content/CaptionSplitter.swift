/// Finds the credit in a caption's bytes.
struct CaptionSplitter {
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
    if let found = splitAtMark() ?? splitAtBrackets() ?? splitAtBar() ?? splitAtSentence() {
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
  func markEnd(_ at: Int) -> Int? {
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
      isAgencyCredit((start + 1)..<(end - 1)) || isNames((start + 1)..<(end - 1))
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

  func isBar(_ at: Int) -> Bool {
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
