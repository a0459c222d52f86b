internal import Language
internal import Syntax

/// Words between quotation marks, the marks among them.
struct Quotation: Sendable, Hashable {
  /// UTF-8 bytes of the text.
  var bytes: Range<Int>
  /// Tokens of the doc.
  var tokens: Range<Int>
  /// No closing mark was found: it ends where the paragraph or the sentence does.
  var isOpen = false
  /// The next paragraph's first quotation goes on with it.
  var continues = false
}

/// Pairs the quotation marks of a text, paragraph by paragraph. Linear.
///
/// Typographic marks tell their side, straight ones by what stands beside them. A paragraph that
/// ends within a quotation and is followed by one that begins with a mark goes on in it, as
/// printers have it; any other mark without a partner is read to the end of its sentence only, so
/// that one slip never makes a whole article a quotation. Single marks count where no double ones
/// stand around them. Marks within a quotation belong to it.
struct QuotationReader {
  private enum Style { case double, typographic, angle, single }
  private enum Side { case open, close, either }

  private struct Mark {
    var start: Int
    var end: Int
    var style: Style
    var side: Side
  }

  private let bytes: [UInt8]
  private let tree: SyntaxTree
  private(set) var found: [Quotation] = []

  static func quotations(_ tree: SyntaxTree) -> [Quotation] {
    var reader = QuotationReader(tree)
    reader.read()
    return reader.found
  }

  private init(_ tree: SyntaxTree) {
    self.tree = tree
    bytes = tree.doc.utf8
  }

  private mutating func read() {
    var start = 0
    while start < bytes.count {
      var end = start
      while end < bytes.count, bytes[end] != 0x0A { end += 1 }
      if start < end { readParagraph(start..<end) }
      start = end + 1
    }
  }

  private mutating func readParagraph(_ paragraph: Range<Int>) {
    var open: Mark?
    var singleOpen: Mark?
    let firstNumber = found.count
    var position = paragraph.lowerBound
    while position < paragraph.upperBound {
      guard let mark = mark(at: position, in: paragraph) else {
        position += 1
        continue
      }
      position = mark.end
      if mark.style == .single {
        guard open == nil else { continue }
        if let first = singleOpen {
          if mark.side != .open {
            // A possessive plural closes nothing unless punctuation says so.
            append(first.start..<mark.end)
            singleOpen = nil
          }
        } else if mark.side == .open, closes(mark, in: paragraph) {
          singleOpen = mark
        }
        continue
      }
      guard let first = open else {
        if mark.side != .close {
          open = mark
          singleOpen = nil
        }
        continue
      }
      if mark.side == .open, mark.style == first.style {
        // Another begins before this one has ended.
        appendUnclosed(first, before: mark.start)
        open = mark
      } else if mark.style == first.style || mark.side == .close {
        append(first.start..<mark.end)
        open = nil
      }
    }
    guard let first = open else { return }
    if continues(after: paragraph, first.style) {
      append(first.start..<trimmedEnd(first.start..<paragraph.upperBound))
      found[found.count - 1].continues = true
      found[found.count - 1].isOpen = true
    } else if found.count >= firstNumber {
      appendUnclosed(first, before: paragraph.upperBound)
    }
  }

  /// Whether the next paragraph begins with a mark of the same style.
  private func continues(after paragraph: Range<Int>, _ style: Style) -> Bool {
    var position = paragraph.upperBound
    while position < bytes.count, bytes[position] <= 0x20 { position += 1 }
    guard position < bytes.count,
      let mark = mark(at: position, in: position..<min(position + 8, bytes.count))
    else { return false }
    return mark.style == style && mark.side != .close
  }

  private func trimmedEnd(_ range: Range<Int>) -> Int {
    var end = range.upperBound
    while end > range.lowerBound + 1, bytes[end - 1] <= 0x20 { end -= 1 }
    return end
  }

  /// A quotation without its closing mark ends with the sentence it begins in.
  private mutating func appendUnclosed(_ first: Mark, before limit: Int) {
    let tokens = tree.doc.tokens(overlapping: first.start..<first.end)
    guard let token = tokens.last, token + 1 < tree.count else { return }
    let sentence = tree.sentence(of: token + 1)
    let end = min(limit, tree.doc.bytes(sentence).upperBound)
    guard end > first.end else { return }
    append(first.start..<trimmedEnd(first.start..<end))
    found[found.count - 1].isOpen = true
  }

  private mutating func append(_ range: Range<Int>) {
    let tokens = tree.doc.tokens(overlapping: range)
    guard !tokens.isEmpty else { return }
    found.append(Quotation(bytes: range, tokens: tokens))
  }

  /// How far a single quotation may reach, bytes.
  private static let singleReach = 400

  /// Whether a single mark's partner follows in the paragraph.
  private func closes(_ first: Mark, in paragraph: Range<Int>) -> Bool {
    var position = first.end
    let limit = min(paragraph.upperBound, first.end + Self.singleReach)
    while position < limit {
      if let mark = mark(at: position, in: paragraph) {
        if mark.style == .single, mark.side == .close { return true }
        if mark.style == .double || mark.style == .typographic { return false }
        position = mark.end
      } else {
        position += 1
      }
    }
    return false
  }

  private func mark(at position: Int, in paragraph: Range<Int>) -> Mark? {
    func byte(_ index: Int) -> UInt8 {
      paragraph.contains(index) ? bytes[index] : 0x20
    }
    switch bytes[position] {
    case 0x22:
      return straight(position, position + 1, .double, paragraph)
    case 0x60 where byte(position + 1) == 0x60:
      return Mark(start: position, end: position + 2, style: .double, side: .open)
    case 0x27:
      if byte(position + 1) == 0x27 {
        return straight(position, position + 2, .double, paragraph)
      }
      return single(position, position + 1, side: nil, paragraph)
    case 0xE2 where byte(position + 1) == 0x80:
      switch byte(position + 2) {
      case 0x9E:
        return Mark(start: position, end: position + 3, style: .typographic, side: .open)
      case 0x9C:
        // Some texts close with it too: “…,“ she said.
        let hint = straight(position, position + 3, .typographic, paragraph)
        return Mark(
          start: position, end: position + 3, style: .typographic,
          side: hint.side == .close ? .either : .open)
      case 0x9D:
        // Some texts open with it too.
        let hint = straight(position, position + 3, .typographic, paragraph)
        return Mark(
          start: position, end: position + 3, style: .typographic,
          side: hint.side == .open ? .either : .close)
      case 0x98:
        if byte(position + 3) == 0xE2, byte(position + 4) == 0x80, byte(position + 5) == 0x98 {
          return Mark(start: position, end: position + 6, style: .typographic, side: .open)
        }
        return single(position, position + 3, side: .open, paragraph)
      case 0x99:
        if byte(position + 3) == 0xE2, byte(position + 4) == 0x80, byte(position + 5) == 0x99 {
          return Mark(start: position, end: position + 6, style: .typographic, side: .close)
        }
        return single(position, position + 3, side: .close, paragraph)
      default: return nil
      }
    case 0xC2 where byte(position + 1) == 0xAB:
      return Mark(start: position, end: position + 2, style: .angle, side: .open)
    case 0xC2 where byte(position + 1) == 0xBB:
      return Mark(start: position, end: position + 2, style: .angle, side: .close)
    default: return nil
    }
  }

  private func straight(_ start: Int, _ end: Int, _ style: Style, _ paragraph: Range<Int>) -> Mark {
    let before = start > paragraph.lowerBound ? bytes[start - 1] : 0x20
    let after = end < paragraph.upperBound ? bytes[end] : 0x20
    let opens = before <= 0x20 || before == 0x28 || before == 0x5B || isSpaceTail(start, paragraph)
    let closes =
      after <= 0x20 || after == 0x29 || after == 0x5D || after == 0x2C || after == 0x2E
      || after == 0x3B || after == 0x3A || after == 0x3F || after == 0x21
    let side: Side = opens == closes ? .either : opens ? .open : .close
    return Mark(start: start, end: end, style: style, side: side)
  }

  /// Whether a no-break space or a dash ends before a byte.
  private func isSpaceTail(_ start: Int, _ paragraph: Range<Int>) -> Bool {
    guard start - 2 >= paragraph.lowerBound else { return false }
    if bytes[start - 1] == 0xA0, bytes[start - 2] == 0xC2 { return true }
    return start - 3 >= paragraph.lowerBound && bytes[start - 3] == 0xE2
      && bytes[start - 2] == 0x80 && (bytes[start - 1] == 0x93 || bytes[start - 1] == 0x94)
  }

  private func single(_ start: Int, _ end: Int, side: Side?, _ paragraph: Range<Int>) -> Mark? {
    let before = start > paragraph.lowerBound ? bytes[start - 1] : 0x20
    let after = end < paragraph.upperBound ? bytes[end] : 0x20
    let afterIsLetter = after >= 0x41 && after <= 0x7A || after == 0xE2
    let startsWord = before <= 0x20 || before == 0x28 || before == 0x5B
    if startsWord, afterIsLetter, side != .close {
      return Mark(start: start, end: end, style: .single, side: .open)
    }
    let closers: [UInt8] = [0x2C, 0x2E, 0x3F, 0x21]
    if !startsWord,
      !(after >= 0x30 && after <= 0x7A && after != 0x3A && after != 0x3B && after != 0x3F)
        || after <= 0x20,
      closers.contains(before) || !(before == 0x73)
    {
      return Mark(start: start, end: end, style: .single, side: .close)
    }
    return nil
  }
}
