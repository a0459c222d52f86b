/// How a record item names its words: their place in an article's text, the text's hash, and the
/// quotation with what stands around it (W3C Web Annotation Data Model, TextPositionSelector and
/// TextQuoteSelector).
package struct Pointer: Sendable, Hashable {
  /// Half-open, in Unicode scalars of the article's text.
  package var start: Int
  package var end: Int
  /// Of the article's text.
  package var textHash: Digest
  package var exact: String
  package var prefix: String
  package var suffix: String

  /// Scalars kept on either side of a quotation.
  package static let contextLength = 32

  package init(
    start: Int, end: Int, textHash: Digest, exact: String, prefix: String, suffix: String
  ) {
    self.start = start
    self.end = end
    self.textHash = textHash
    self.exact = exact
    self.prefix = prefix
    self.suffix = suffix
  }

  /// Points to a range of `text`, in Unicode scalars; `nil` for a range that is empty or outside.
  package init?(to range: Range<Int>, of text: String, hash: Digest) {
    let scalars = text.unicodeScalars
    guard !range.isEmpty, range.lowerBound >= 0,
      let start = scalars.index(
        scalars.startIndex, offsetBy: range.lowerBound, limitedBy: scalars.endIndex),
      let end = scalars.index(start, offsetBy: range.count, limitedBy: scalars.endIndex)
    else { return nil }
    self.init(
      start: range.lowerBound, end: range.upperBound, textHash: hash,
      exact: String(scalars[start..<end]),
      prefix: String(scalars[..<start].suffix(Pointer.contextLength)),
      suffix: String(scalars[end...].prefix(Pointer.contextLength)))
  }
}

extension Pointer {
  /// Points to a range of UTF-8 bytes; `nil` for one that is empty, outside, or not of whole
  /// scalars. Its cost does not depend on where in the text the words stand.
  package init?(toBytes range: Range<Int>, of text: String, _ offsets: ScalarOffsets, hash: Digest)
  {
    guard !range.isEmpty, range.lowerBound >= 0, range.upperBound <= text.utf8.count else {
      return nil
    }
    let scalars = text.unicodeScalars
    guard
      let start = text.utf8.index(text.startIndex, offsetBy: range.lowerBound)
        .samePosition(in: scalars),
      let end = text.utf8.index(text.startIndex, offsetBy: range.upperBound)
        .samePosition(in: scalars)
    else { return nil }
    let place = offsets.scalars(range)
    self.init(
      start: place.lowerBound, end: place.upperBound, textHash: hash,
      exact: String(scalars[start..<end]),
      prefix: String(scalars[..<start].suffix(Pointer.contextLength)),
      suffix: String(scalars[end...].prefix(Pointer.contextLength)))
  }
}

/// Where a pointer's words are in some text.
package enum PointerResolution: Sendable, Hashable {
  /// Where the pointer says. Range in Unicode scalars.
  case inPlace(Range<Int>)
  /// Elsewhere, for the text has changed; to be shown as moved. Range in Unicode scalars.
  case moved(Range<Int>)
  case lost(Loss)

  package enum Loss: String, Sendable, Hashable {
    /// The text is the one pointed into, yet other words stand there: the pointer is faulty.
    case contradiction
    /// The words are gone.
    case gone
    /// The words stand in several places, or among other words: which are meant would be a guess.
    case ambiguous
  }
}

extension Pointer {
  /// The shortest quotation, in Unicode scalars, that is known again without what stood around it.
  static let distinctiveLength = 24

  /// Finds the words again: at their place where the text is the same, else by the quotation where
  /// that is unique, never by guess. Linear in the text.
  package func resolve(in text: String, hash: Digest) -> PointerResolution {
    let haystack = Array(text.utf8)
    if hash == textHash { return resolveInPlace(haystack) }
    let places = Occurrences.find(Array(exact.utf8), in: haystack)
    guard !places.isEmpty else { return .lost(.gone) }
    // With both contexts, with one, or by length alone: the first that leaves one place decides.
    let around = places.map { context($0, haystack) }
    for wanted in [2, 1] {
      let fitting = zip(places, around).filter { $0.1 >= wanted }.map(\.0)
      if fitting.count > 1 { return .lost(.ambiguous) }
      if let place = fitting.first { return .moved(scalarRange(place, haystack)) }
    }
    guard places.count == 1, exact.unicodeScalars.count >= Pointer.distinctiveLength else {
      return .lost(.ambiguous)
    }
    return .moved(scalarRange(places[0], haystack))
  }

  private func resolveInPlace(_ haystack: [UInt8]) -> PointerResolution {
    guard start >= 0, start < end, let from = Occurrences.byte(ofScalar: start, in: haystack),
      haystack[from...].starts(with: exact.utf8),
      end - start == exact.unicodeScalars.count
    else { return .lost(.contradiction) }
    return .inPlace(start..<end)
  }

  /// How many of the two contexts stand around a place; one alone counts only if it is long enough
  /// to be no accident.
  private func context(_ place: Int, _ haystack: [UInt8]) -> Int {
    let end = place + exact.utf8.count
    let before = haystack[..<place].suffix(prefix.utf8.count).elementsEqual(prefix.utf8)
    let after = haystack[end...].starts(with: suffix.utf8)
    // No context on a side is a context too: the text's beginning or end.
    let beforeFits = prefix.isEmpty ? place == 0 : before
    let afterFits = suffix.isEmpty ? end == haystack.count : after
    if beforeFits, afterFits { return 2 }
    let alone = beforeFits ? prefix : afterFits ? suffix : ""
    return alone.unicodeScalars.count >= Pointer.contextLength / 2 ? 1 : 0
  }

  private func scalarRange(_ place: Int, _ haystack: [UInt8]) -> Range<Int> {
    let start = Occurrences.scalarCount(haystack[..<place])
    return start..<start + exact.unicodeScalars.count
  }
}

/// Finding bytes in bytes (Knuth, Morris, Pratt 1977), and scalars among UTF-8 bytes.
private enum Occurrences {
  /// Where `needle` begins, also overlapping; none for an empty needle.
  static func find(_ needle: [UInt8], in haystack: [UInt8]) -> [Int] {
    guard !needle.isEmpty, needle.count <= haystack.count else { return [] }
    let borders = borders(of: needle)
    var found: [Int] = []
    var matched = 0
    for (position, byte) in haystack.enumerated() {
      while matched > 0, matched == needle.count || needle[matched] != byte {
        matched = borders[matched - 1]
      }
      if needle[matched] == byte { matched += 1 }
      if matched == needle.count { found.append(position - needle.count + 1) }
    }
    return found
  }

  /// For every beginning of the needle the length of its longest border.
  private static func borders(of needle: [UInt8]) -> [Int] {
    var borders = [Int](repeating: 0, count: needle.count)
    var length = 0
    for position in needle.indices.dropFirst() {
      while length > 0, needle[length] != needle[position] { length = borders[length - 1] }
      if needle[length] == needle[position] { length += 1 }
      borders[position] = length
    }
    return borders
  }

  static func scalarCount(_ utf8: some Sequence<UInt8>) -> Int {
    utf8.reduce(0) { $1 & 0xC0 == 0x80 ? $0 : $0 + 1 }
  }

  /// The byte a scalar begins at; `nil` beyond the end.
  static func byte(ofScalar index: Int, in utf8: [UInt8]) -> Int? {
    var left = index
    for (position, byte) in utf8.enumerated() where byte & 0xC0 != 0x80 {
      if left == 0 { return position }
      left -= 1
    }
    return nil
  }
}
