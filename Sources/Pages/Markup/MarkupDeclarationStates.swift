/// Comment and doctype states.
extension HTMLTokenizer {
  /// "Markup declaration open state", after `<!`
  mutating func markupDeclarationOpenState() -> Bool {
    if codeUnit(at: position) == "-", codeUnit(at: position + 1) == "-" {
      position += 2
      return commentState()
    }
    if starts(with: "doctype") {
      position += 7
      return doctypeState()
    }
    if isInForeignContent, isCDATA {
      position += 7
      state = .cdataSection
      return false
    }
    return bogusCommentState()
  }

  private var isCDATA: Bool {
    position + 7 <= input.count && slice(position..<position + 7).elementsEqual("[CDATA[".utf8)
  }

  /// Whether the input goes on with a word of small letters, in letters of any case.
  private func starts(with word: StaticString) -> Bool {
    let end = position + word.utf8CodeUnitCount
    guard end <= input.count else { return false }
    let word = UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
    return slice(position..<end).elementsEqual(word) { NameKey.lowercase($0) == $1 }
  }

  /// "Bogus comment state"
  mutating func bogusCommentState() -> Bool {
    let start = position
    let end = ByteScan.first(0x3E, in: input, from: start)
    position = min(end + 1, input.count)
    return emitComment(start, end)
  }

  /// "Comment start state" and all other comment states: the comment ends at the first `-->` or
  /// `--!>`, at once with `>` or `->`, and at the end of the file without the dashes before it.
  private mutating func commentState() -> Bool {
    let start = position
    if current == ">" || (current == "-" && codeUnit(at: position + 1) == ">") {
      position += current == ">" ? 1 : 2
      return emitComment(start, start)
    }
    var index = start
    while true {
      index = ByteScan.first(0x2D, in: input, from: index)
      guard index < input.count else { return unendedComment(start) }
      if codeUnit(at: index + 1) == "-" {
        let isBang = codeUnit(at: index + 2) == "!"
        let end = index + (isBang ? 3 : 2)
        if codeUnit(at: end) == ">" {
          position = end + 1
          return emitComment(start, index)
        }
      }
      index += 1
    }
  }

  private mutating func unendedComment(_ start: Int) -> Bool {
    position = input.count
    let text = slice(start..<position)
    for ending: StaticString in ["--!", "--", "-"] where text.count >= ending.utf8CodeUnitCount {
      let bytes = UnsafeBufferPointer(start: ending.utf8Start, count: ending.utf8CodeUnitCount)
      if text.suffix(bytes.count).elementsEqual(bytes) {
        return emitComment(start, position - bytes.count)
      }
    }
    return emitComment(start, position)
  }

  private mutating func emitComment(_ start: Int, _ end: Int) -> Bool {
    token = HTMLToken(kind: .comment)
    let hasNull = ByteScan.first(0, in: slice(start..<end), from: 0) < end - start
    let range = hasNull ? copyReplacingNulls(start..<end) : start..<end
    token.start = Int32(range.lowerBound)
    token.count = Int32(range.count)
    return true
  }

  /// Copies input to the tail with U+FFFD for U+0000. Returns where it stands.
  private mutating func copyReplacingNulls(_ range: Range<Int>) -> Range<Int> {
    let tailStart = tailEnd
    for byte in slice(range) {
      if byte == 0 {
        tail.append(contentsOf: UTF8Writing.replacement)
      } else {
        tail.append(byte)
      }
    }
    return tailStart..<tailEnd
  }
}

extension HTMLTokenizer {
  /// "DOCTYPE state" up to "after DOCTYPE name state"
  private mutating func doctypeState() -> Bool {
    token = HTMLToken(kind: .doctype, start: Int32(attributes.count))
    skipDoctypeWhitespace()
    let start = position
    while !current.isWhitespace, current != ">", current != .endOfFile { position += 1 }
    token.forcesQuirks = start == position
    if start < position {
      let name = copyReplacingNulls(start..<position)
      token.name = names.number(tail.suffix(name.count).map(NameKey.lowercase))
      tail.removeLast(name.count)
    }
    skipDoctypeWhitespace()
    if starts(with: "public") {
      position += 6
      doctypePublicIdentifierStates()
    } else if starts(with: "system") {
      position += 6
      doctypeSystemIdentifierStates(isRequired: true)
    } else if current != ">" {
      token.forcesQuirks = true
    }
    return endOfDoctype()
  }

  /// "Bogus DOCTYPE state": all up to ">" is passed over.
  private mutating func endOfDoctype() -> Bool {
    position = ByteScan.first(0x3E, in: input, from: position)
    if position < input.count { position += 1 } else { token.forcesQuirks = true }
    token.count = Int32(attributes.count) - token.start
    return true
  }

  /// "After DOCTYPE public keyword state" up to "between DOCTYPE public and system identifiers
  /// state"
  private mutating func doctypePublicIdentifierStates() {
    skipDoctypeWhitespace()
    guard doctypeIdentifier(named: Self.publicIdentifier) else { return }
    skipDoctypeWhitespace()
    doctypeSystemIdentifierStates(isRequired: false)
  }

  /// "After DOCTYPE system keyword state" up to "after DOCTYPE system identifier state"
  private mutating func doctypeSystemIdentifierStates(isRequired: Bool) {
    skipDoctypeWhitespace()
    if !isRequired, current == ">" { return }
    _ = doctypeIdentifier(named: Self.systemIdentifier)
  }

  /// A quoted identifier; quirks mode and false where it is missing or not ended by its quote.
  private mutating func doctypeIdentifier(named name: [UInt8]) -> Bool {
    guard current == "\"" || current == "'" else {
      token.forcesQuirks = true
      return false
    }
    let quote = current
    position += 1
    let start = position
    while current != quote, current != ">", current != .endOfFile { position += 1 }
    let range = copyReplacingNulls(start..<position)
    attributes.append(
      HTMLTree.Attribute(
        name: names.number(name), valueStart: Int32(range.lowerBound),
        valueCount: Int32(range.count)))
    guard current == quote else {
      token.forcesQuirks = true
      return false
    }
    position += 1
    return true
  }

  private mutating func skipDoctypeWhitespace() {
    while current.isWhitespace { position += 1 }
  }

  /// Names under which a doctype's identifiers stand among the tree's attributes.
  static let publicIdentifier = Array("public".utf8)
  static let systemIdentifier = Array("system".utf8)
}
