/// Data, RCDATA, RAWTEXT, PLAINTEXT and CDATA section states.
extension HTMLTokenizer {
  /// A run of text under way: all input, or in the tail as soon as a reference was in it.
  private struct Run {
    var inputStart: Int
    var tailStart: Int?
  }

  /// "Data state"
  mutating func dataState() -> Bool { textWithReferences(isRCDATA: false) }

  /// "RCDATA state", its less-than sign and end tag states
  mutating func rcdataState() -> Bool { textWithReferences(isRCDATA: true) }

  private mutating func textWithReferences(isRCDATA: Bool) -> Bool {
    var run = Run(inputStart: position, tailStart: nil)
    var index = position
    while true {
      index = ByteScan.first(0x3C, 0x26, 0x00, in: input, from: index)
      guard index < input.count else {
        position = index
        return emit(run, upTo: index) || emitEndOfFile()
      }
      switch codeUnit(at: index) {
      case "<":
        guard isRCDATA ? isAppropriateEndTag(at: index) : isMarkup(at: index) else {
          index += 1
          continue
        }
        position = index + 1
        state = .tagOpen
        return emit(run, upTo: index)
      case "&":
        index = takeReference(at: index, in: &run)
      default:
        position = index
        if emit(run, upTo: index) { return true }
        position += 1
        return isRCDATA ? emitReplacement() : emitNull()
      }
    }
  }

  /// Takes the reference at `index`, if it is one, into the run's tail. Returns where to go on.
  private mutating func takeReference(at index: Int, in run: inout Run) -> Int {
    guard let reference = reference(at: index, isInAttribute: false) else { return index + 1 }
    if run.tailStart == nil { run.tailStart = tailEnd }
    tail.append(contentsOf: slice(run.inputStart..<index))
    append(reference)
    run.inputStart = reference.end
    return reference.end
  }

  private mutating func emit(_ run: Run, upTo end: Int) -> Bool {
    guard let tailStart = run.tailStart else { return emitCharacters(run.inputStart, end) }
    tail.append(contentsOf: slice(run.inputStart..<end))
    return emitCharacters(tailStart, tailEnd)
  }

  /// Whether the "<" at `index` begins a tag, a comment, a doctype, or is dropped with what follows.
  @inline(__always) private func isMarkup(at index: Int) -> Bool {
    switch codeUnit(at: index + 1) {
    case "!", "?": true
    case "/": codeUnit(at: index + 2) != .endOfFile
    case let other: other.isLetter
    }
  }

  /// Whether `</name` stands at `index`, of the element that the text is in.
  func isAppropriateEndTag(at index: Int) -> Bool {
    codeUnit(at: index + 1) == "/" && isName(lastStartTag, at: index + 2)
  }

  /// Whether a tag's whole name stands at `index`, in letters of any case.
  func isName(_ name: HTMLName, at index: Int) -> Bool {
    let text = KnownNames.table.texts[Int(name.rawValue)].utf8
    let end = index + text.count
    guard end < input.count else { return false }
    let after = codeUnit(at: end)
    guard after.isWhitespace || after == "/" || after == ">" else { return false }
    return slice(index..<end).elementsEqual(text) { NameKey.lowercase($0) == $1 }
  }

  /// "RAWTEXT state", its less-than sign and end tag states
  mutating func rawtextState() -> Bool {
    rawText { tokenizer, index in
      tokenizer.isAppropriateEndTag(at: index)
    }
  }

  /// "PLAINTEXT state"
  mutating func plaintextState() -> Bool { rawText { _, _ in false } }

  private mutating func rawText(endsAt isEnd: (borrowing Self, Int) -> Bool) -> Bool {
    let start = position
    var index = start
    while true {
      index = ByteScan.first(0x3C, 0x00, 0x00, in: input, from: index)
      guard index < input.count else {
        position = index
        return emitCharacters(start, index) || emitEndOfFile()
      }
      if input[index] == 0 { return nullInRawText(start, index) }
      if isEnd(self, index) {
        position = index + 1
        state = .tagOpen
        return emitCharacters(start, index)
      }
      index += 1
    }
  }

  /// U+0000 in text that has no references: what is before it first, then U+FFFD.
  mutating func nullInRawText(_ start: Int, _ index: Int) -> Bool {
    position = index
    if emitCharacters(start, index) { return true }
    position += 1
    return emitReplacement()
  }

  /// "CDATA section state", its bracket and end states
  mutating func cdataSectionState() -> Bool {
    let start = position
    var index = start
    while true {
      index = ByteScan.first(0x5D, 0x00, 0x00, in: input, from: index)
      guard index < input.count else {
        position = index
        return emitCharacters(start, index) || emitEndOfFile()
      }
      if input[index] == 0 {
        position = index
        if emitCharacters(start, index) { return true }
        position += 1
        return emitNull()
      }
      if codeUnit(at: index + 1) == "]", codeUnit(at: index + 2) == ">" {
        position = index + 3
        state = .data
        return emitCharacters(start, index)
      }
      index += 1
    }
  }
}
