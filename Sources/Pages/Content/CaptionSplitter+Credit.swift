/// What is a credit, and how it reads without marks.
extension CaptionSplitter {
  func joined(before: Range<Int>, name: Range<Int>, after: Range<Int>) -> CaptionCredit {
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
  func isAbbreviation(_ end: Int) -> Bool {
    let word = folded[..<(end - 1)].suffix(while: \.isWordByte)
    return word.count == 1 || word.elementsEqual("inc".utf8) || word.elementsEqual("jr".utf8)
  }

  func canBeCredit(_ range: Range<Int>, mostWords: Int) -> Bool {
    guard !range.isEmpty, range.count <= Self.longestCredit,
      bytes[range].contains(where: \.isWordByte)
    else { return false }
    return bytes[range].lazy.filter { $0 == 0x20 }.count < mostWords
  }

  /// Few words, an agency among them, and no running text.
  func isAgencyCredit(_ range: Range<Int>) -> Bool {
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

  /// "Ana Lind/Harbour Post": capitalized words round a slash.
  func isNames(_ range: Range<Int>) -> Bool {
    guard canBeCredit(range, mostWords: Self.mostWordsUnmarked), bytes[range].contains(0x2F) else {
      return false
    }
    return bytes[range].split(whereSeparator: { !$0.isWordByte }).allSatisfy {
      ($0.first ?? 0).isUpperASCII || ($0.first ?? 0) >= 0x80
    }
  }

  func skipSeparators(_ start: Int) -> Int {
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

  func trimmed(_ range: Range<Int>, trailing: Bool) -> [UInt8] {
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

  func string(_ range: Range<Int>) -> String {
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
