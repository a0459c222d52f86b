/// States of tags and their attributes.
extension HTMLTokenizer {
  /// "Tag open state", after a "<" of which the text states saw that it is markup.
  mutating func tagOpenState() -> Bool {
    state = .data
    switch current {
    case "!":
      position += 1
      return markupDeclarationOpenState()
    case "/":
      position += 1
      return endTagOpenState()
    case "?":
      return bogusCommentState()
    default:
      return tagNameState(.startTag)
    }
  }

  /// "End tag open state"
  private mutating func endTagOpenState() -> Bool {
    if current.isLetter { return tagNameState(.endTag) }
    if current == ">" {
      position += 1
      return false
    }
    return bogusCommentState()
  }

  /// "Tag name state"
  private mutating func tagNameState(_ kind: HTMLToken.Kind) -> Bool {
    let start = position
    var index = start
    var hasNull = false
    while index < input.count {
      let byte = CodeUnit(input[index])
      if byte.isWhitespace || byte == "/" || byte == ">" { break }
      if byte == .null { hasNull = true }
      index += 1
    }
    position = index
    let name = nameNumber(start..<index, hasNull: hasNull)
    token = HTMLToken(
      kind: kind, tag: HTMLName(rawValue: name) ?? .other, name: name,
      start: Int32(attributes.count))
    tagStamp &+= 1
    return beforeAttributeNameState()
  }

  private mutating func nameNumber(_ range: Range<Int>, hasNull: Bool) -> UInt16 {
    guard hasNull else { return names.number(slice(range)) }
    return names.number(replacingNulls(range))
  }

  private func replacingNulls(_ range: Range<Int>) -> [UInt8] {
    var out: [UInt8] = []
    for byte in slice(range) {
      if byte == 0 { out.append(contentsOf: UTF8Writing.replacement) } else { out.append(byte) }
    }
    return out
  }

  /// "Before attribute name state", "after attribute name state" and "self-closing start tag
  /// state": round all attributes up to the tag's end. False at the end of the file, where the tag
  /// is dropped.
  private mutating func beforeAttributeNameState() -> Bool {
    while true {
      switch current {
      case "\u{9}", "\u{A}", "\u{C}", " ":
        position += 1
      case "/":
        position += 1
        if current == ">" { token.isSelfClosing = true }
      case ">":
        position += 1
        return emitTag()
      case .endOfFile:
        attributes.removeSubrange(Int(token.start)...)
        return emitEndOfFile()
      default:
        attributeNameState()
      }
    }
  }

  private mutating func emitTag() -> Bool {
    if token.kind == .startTag {
      token.count = Int32(attributes.count) - token.start
      lastStartTag = token.tag
    } else if attributes.count > Int(token.start) {
      attributes.removeSubrange(Int(token.start)...)
    }
    return true
  }

  /// "Attribute name state"
  private mutating func attributeNameState() {
    let start = position
    var index = start + 1
    var hasNull = input[start] == 0
    while index < input.count {
      let byte = CodeUnit(input[index])
      if byte.isWhitespace || byte == "/" || byte == ">" || byte == "=" { break }
      if byte == .null { hasNull = true }
      index += 1
    }
    position = index
    let name = nameNumber(start..<index, hasNull: hasNull)
    let value = attributeValue()
    guard isFirst(name) else { return }
    attributes.append(
      HTMLTree.Attribute(
        name: name, valueStart: Int32(value.lowerBound), valueCount: Int32(value.count)))
  }

  /// Whether the tag has no attribute of that name yet; the first one counts.
  private mutating func isFirst(_ name: UInt16) -> Bool {
    let index = Int(name)
    if index >= attributeStamps.count {
      attributeStamps.append(
        contentsOf: repeatElement(0, count: index + 1 - attributeStamps.count + index / 2))
    }
    guard attributeStamps[index] != tagStamp else { return false }
    attributeStamps[index] = tagStamp
    return true
  }

  private mutating func skipWhitespace() {
    while current.isWhitespace { position += 1 }
  }

  /// "After attribute name state" and "before attribute value state": the value's bytes, none where
  /// the attribute has no value.
  private mutating func attributeValue() -> Range<Int> {
    skipWhitespace()
    guard current == "=" else { return 0..<0 }
    position += 1
    skipWhitespace()
    switch current {
    case "\"": return attributeValueQuotedState(0x22)
    case "'": return attributeValueQuotedState(0x27)
    case ">", .endOfFile: return 0..<0
    default: return attributeValueUnquotedState()
    }
  }

  /// "Attribute value (double-quoted) state" and its single-quoted twin
  private mutating func attributeValueQuotedState(_ quote: UInt8) -> Range<Int> {
    position += 1
    let start = position
    position = ByteScan.first(quote, 0x26, 0x00, in: input, from: start)
    if position < input.count, input[position] != quote {
      return rewrittenValue(from: start) { $0.value == Int16(quote) }
    }
    let value = start..<position
    if position < input.count { position += 1 }
    return value
  }

  /// "Attribute value (unquoted) state"
  private mutating func attributeValueUnquotedState() -> Range<Int> {
    let start = position
    while position < input.count {
      let byte = current
      if byte.isWhitespace || byte == ">" { break }
      if byte == "&" || byte == .null {
        return rewrittenValue(from: start, keepsEnd: true) { $0.isWhitespace || $0 == ">" }
      }
      position += 1
    }
    return start..<position
  }

  /// A value with references or U+0000 in it, written to the tail; at the first of them now.
  private mutating func rewrittenValue(
    from start: Int, keepsEnd: Bool = false, until isEnd: (CodeUnit) -> Bool
  ) -> Range<Int> {
    let tailStart = tailEnd
    var pending = start
    while position < input.count, !isEnd(current) {
      let at = position
      switch current {
      case "&":
        tail.append(contentsOf: slice(pending..<at))
        if let reference = reference(at: at, isInAttribute: true) {
          append(reference)
          position = reference.end
        } else {
          tail.append(0x26)
          position += 1
        }
        pending = position
      case .null:
        tail.append(contentsOf: slice(pending..<at))
        tail.append(contentsOf: UTF8Writing.replacement)
        position += 1
        pending = position
      default:
        position += 1
      }
    }
    tail.append(contentsOf: slice(pending..<position))
    if !keepsEnd, position < input.count { position += 1 }
    return tailStart..<tailEnd
  }
}
