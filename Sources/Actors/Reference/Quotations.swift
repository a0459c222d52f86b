internal import Language
internal import Syntax

/// What stands in quotation marks, and who says it: enough to tell who "I" is, and who "he" is not.
struct Quotations {
  /// By token: number of the quotation it is in, or -1.
  private(set) var numbers: [Int32]
  private(set) var ranges: [Range<Int>] = []

  /// Marks open and close in turn; a paragraph's end closes what is open.
  init(_ tree: SyntaxTree) {
    let doc = tree.doc
    numbers = Array(repeating: -1, count: doc.count)
    var start: Int?
    for token in 0..<doc.count {
      let bytes = doc.utf8[doc.range(token)]
      if doc.isSpace(token) {
        if let open = start, bytes.contains(UInt8(ascii: "\n")) {
          close(open..<token)
          start = nil
        }
        continue
      }
      guard let mark = Self.mark(bytes) else { continue }
      switch (mark, start) {
      case (.open, nil), (.either, nil): start = token + 1
      case (.close, .some(let open)), (.either, .some(let open)):
        close(open..<token)
        start = nil
      default: continue
      }
    }
    if let open = start { close(open..<doc.count) }
  }

  private mutating func close(_ range: Range<Int>) {
    guard !range.isEmpty else { return }
    for token in range { numbers[token] = Int32(ranges.count) }
    ranges.append(range)
  }

  private enum Mark { case open, close, either }

  private static func mark(_ bytes: ArraySlice<UInt8>) -> Mark? {
    guard let first = bytes.first, bytes.count <= 3 else { return nil }
    if first == UInt8(ascii: "\""), bytes.count == 1 { return .either }
    if bytes.elementsEqual([0x27, 0x27]) || bytes.elementsEqual([0x60, 0x60]) { return .either }
    if bytes.elementsEqual([0xE2, 0x80, 0x9C]) || bytes.elementsEqual([0xC2, 0xAB]) {
      return .open
    }
    if bytes.elementsEqual([0xE2, 0x80, 0x9D]) || bytes.elementsEqual([0xC2, 0xBB]) {
      return .close
    }
    return nil
  }

  /// Tokens to either side of a quotation's end in which its verb is looked for: more than a
  /// sentence of prose has, so that one of marks without end is not gone through for each of them.
  private static let reach = 250

  func isInside(_ token: Int) -> Bool { numbers[token] >= 0 }

  /// The subject of the verb of saying that stands outside the quotation in a sentence it touches.
  func speaker(_ number: Int, _ tree: SyntaxTree) -> Int? {
    let range = ranges[number]
    let ends = [range.upperBound - 1, range.lowerBound]
    for end in ends {
      let sentence = tree.sentence(of: end)
      let near =
        max(sentence.lowerBound, end - Self.reach)..<min(sentence.upperBound, end + Self.reach)
      for token in near where numbers[token] != Int32(number) {
        guard tree.tag(token).isVerb,
          ActorWords.standard.speech.contains(tree.lemma(token).lowercased()),
          let subject = tree.ownSubject(token), numbers[subject] != Int32(number)
        else { continue }
        return subject
      }
    }
    return nil
  }
}
