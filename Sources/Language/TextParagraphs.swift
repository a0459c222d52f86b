/// Where a text is cut for the parse, so that no sentence is read over a heading or a caption.
///
/// A blank line ends a paragraph, and so does the end of a line, as in an article's text, which has
/// one block a line; not where the next line goes on in lower case, and not in texts whose lines
/// are wrapped at some width, which is told by how many lines begin so. Behind a full stop the
/// parser ends a sentence anyway; cuts are made only where there is none, for each costs time.
package enum TextParagraphs {
  /// Ends of the pieces in bytes, behind their line breaks; the last is the text's.
  package static func ends(_ text: [UInt8]) -> [Int] {
    var blank: [Int] = []
    var single: [(end: Int, goesOn: Bool)] = []
    var index = 0
    while let lineBreak = text[index...].firstIndex(of: newline) {
      var next = lineBreak + 1
      var breaks = 1
      while next < text.count, isSpace(text[next]) {
        if text[next] == newline { breaks += 1 }
        next += 1
      }
      index = next
      guard next < text.count else { break }
      if endsSentence(text, before: lineBreak) { continue }
      if breaks > 1 {
        blank.append(next)
      } else {
        single.append((next, text[next] &- 97 < 26))
      }
    }
    let goingOn = single.count { $0.goesOn }
    let isWrapped = goingOn > 2 && goingOn * 5 > single.count
    var ends = blank
    if !isWrapped { ends += single.filter { !$0.goesOn }.map(\.end) }
    ends.sort()
    ends.append(text.count)
    return ends
  }

  /// Whether a full stop stands before a line break. A quotation mark behind it may be taken for
  /// the next line's.
  private static func endsSentence(_ text: [UInt8], before lineBreak: Int) -> Bool {
    var last = lineBreak - 1
    while last >= 0, isSpace(text[last]) { last -= 1 }
    guard last >= 0 else { return false }
    switch text[last] {
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): return true
    // "…"
    case 0xA6: return last >= 2 && text[last - 2] == 0xE2 && text[last - 1] == 0x80
    default: return false
    }
  }

  private static let newline: UInt8 = 0x0A

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte &- 9 < 5 }
}

extension Pipeline {
  /// One doc of a text whose pieces are parsed as texts of their own.
  package func parse(paragraphsOf text: String) -> Doc {
    let utf8 = Array(text.utf8)
    var start = 0
    let pieces = TextParagraphs.ends(utf8).map { end in
      defer { start = end }
      return Array(utf8[start..<end])
    }
    return pieces.count == 1 ? parse(pieces)[0] : Doc(joining: parse(pieces), utf8: utf8)
  }
}

extension Doc {
  /// - docs: of the pieces that `utf8` is made of, in order; they share their labels.
  fileprivate init(joining docs: [Doc], utf8: [UInt8]) {
    self.init(utf8: utf8, labels: docs[0].labels)
    let count = docs.reduce(0) { $0 + $1.count }
    starts.reserveCapacity(count)
    heads.reserveCapacity(count)
    lemmas.reserveCapacity(count)
    var lemmaNumbers: [String: UInt32] = [:]
    var byte: UInt32 = 0
    for doc in docs {
      let first = UInt32(starts.count)
      starts += doc.starts.lazy.map { $0 + byte }
      heads += doc.heads.lazy.map { $0 + first }
      lengths += doc.lengths
      flags += doc.flags
      tags += doc.tags
      partsOfSpeech += doc.partsOfSpeech
      morphologies += doc.morphologies
      relations += doc.relations
      entityLabels += doc.entityLabels
      let numbers = doc.lemmaTexts.map { text in
        if let number = lemmaNumbers[text] { return number }
        let number = UInt32(lemmaTexts.count)
        lemmaNumbers[text] = number
        lemmaTexts.append(text)
        return number
      }
      lemmas += doc.lemmas.lazy.map { numbers[Int($0)] }
      byte += UInt32(doc.utf8.count)
    }
  }
}
