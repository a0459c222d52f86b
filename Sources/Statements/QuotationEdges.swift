internal import Language
internal import Syntax

/// What stands at the edges of quotations, and names beside them.
extension MarkedText {
  /// The mark that ends the words of a quotation.
  enum ClosingMark: Int {
    case none, comma, question, stop, dash
  }

  /// The last mark before the closing quotation mark; a comma right behind it counts too.
  func closingMark(_ quotation: Quotation) -> ClosingMark {
    let bytes = tree.doc.utf8
    var end = quotation.bytes.upperBound
    if end < bytes.count, bytes[end] == UInt8(ascii: ",") { return .comma }
    while end > quotation.bytes.lowerBound {
      if bytes[end - 1] == 0x22 || bytes[end - 1] == 0x27 || bytes[end - 1] <= 0x20 {
        end -= 1
      } else if end - 3 >= quotation.bytes.lowerBound, bytes[end - 3] == 0xE2,
        bytes[end - 2] == 0x80, (0x98...0x9F).contains(bytes[end - 1])
      {
        end -= 3
      } else {
        break
      }
    }
    guard end > quotation.bytes.lowerBound else { return .none }
    switch bytes[end - 1] {
    case UInt8(ascii: ","): return .comma
    case UInt8(ascii: "?"), UInt8(ascii: "!"): return .question
    case UInt8(ascii: "."): return .stop
    case UInt8(ascii: "-"): return .dash
    default:
      let isDash =
        end - 3 >= quotation.bytes.lowerBound && bytes[end - 3] == 0xE2 && bytes[end - 2] == 0x80
        && (0x93...0x94).contains(bytes[end - 1])
      return isDash ? .dash : .none
    }
  }

  /// Whether its end asks for who says it: "...," she said.
  func endsBeforeCue(_ quotation: Quotation) -> Bool {
    switch closingMark(quotation) {
    case .comma, .question, .dash: true
    case .none, .stop: false
    }
  }

  /// Whether the first letter within the marks is a capital.
  func beginsWithCapital(_ quotation: Quotation) -> Bool {
    let bytes = tree.doc.utf8
    for position in quotation.bytes.prefix(8) {
      let byte = bytes[position]
      if byte >= 0x41 && byte <= 0x5A { return true }
      if byte >= 0x61 && byte <= 0x7A { return false }
    }
    return false
  }

  /// What stands before a quotation: 0 the beginning of a line, 1 of a sentence, 2 a colon, 3 a
  /// comma, 4 a dash, 5 a word.
  func markBefore(_ quotation: Quotation) -> Int {
    let first = quotation.tokens.lowerBound
    guard first > 0, !tree.doc.isSpace(first - 1) else { return 0 }
    switch tree.tag(first - 1) {
    case .stop: return 1
    case .colon: return isColon(first - 1) ? 2 : 4
    case .comma: return 3
    default: return 5
    }
  }

  /// A name, with what stands before it in its phrase, right before a token.
  func name(endingAt token: Int, from start: Int) -> Range<Int>? {
    var end = token
    while end > start, tree.doc.isSpace(end - 1) { end -= 1 }
    var last = end
    // "Anna Berg (D-Ohio):"
    let isBracketed = token < count && tree.doc.utf8[tree.doc.range(token).lowerBound] == 0x29
    if last > start, isBracketed || tree.tag(last - 1) == .closeBracket {
      let limit = max(start, last - 8)
      while last > limit, tree.tag(last - 1) != .openBracket { last -= 1 }
      guard last > limit else { return nil }
      last -= 1
    }
    guard last > start, isNameLike(last - 1) else { return nil }
    var first = last - 1
    while first > start, last - first < 12 {
      if isNameLike(first - 1) {
        first -= 1
      } else if first - 1 > start, tree.tag(first - 1) == .cc, isNameLike(first - 2) {
        first -= 2
      } else {
        break
      }
    }
    let phrase = tree.phrase(endingAt: last - 1)
    first = max(start, min(first, phrase.lowerBound))
    while first < last, isPunctuation(first) { first += 1 }
    return first < last ? first..<end : nil
  }

  private func isNameLike(_ token: Int) -> Bool {
    tree.tag(token).isProperNoun || entity(token) == "PERSON" || entity(token) == "ORG"
  }

  /// A name that begins at a token: up to a comma, a bracket or the end, no sentence.
  func name(startingAt token: Int, before limit: Int) -> Range<Int>? {
    guard token < limit, startsWithCapital(token) else { return nil }
    var end = token
    var isName = false
    while end < limit {
      switch tree.tag(end) {
      case .comma, .openBracket, .stop, .openQuote, .closeQuote:
        return isName ? token..<end : nil
      case .space:
        // A no-break space does not end a name.
        if breaksLine(end) { return isName ? token..<end : nil }
      case .prp, .md, .wdt, .wp, .to, .ex: return nil
      case .vb, .vbd, .vbp, .vbz:
        // A name the parser does not know: "Will".
        guard startsWithCapital(end) else { return nil }
      default: break
      }
      if startsWithCapital(end) { isName = true }
      end += 1
      if end - token > 14 { return nil }
    }
    return isName ? token..<end : nil
  }

  func breaksLine(_ token: Int) -> Bool {
    tree.doc.isSpace(token) && tree.doc.utf8[tree.doc.range(token)].contains(0x0A)
  }

  /// Beyond ASCII any letter may be a capital.
  private func startsWithCapital(_ token: Int) -> Bool {
    var bytes = tree.doc.utf8[tree.doc.range(token)]
    if bytes.first == UInt8(ascii: "-") || bytes.first == UInt8(ascii: "@") { bytes.removeFirst() }
    guard let first = bytes.first else { return false }
    return first >= 0x41 && first <= 0x5A || first >= 0xC3 && first != 0xE2
  }
}
