/// The article's text as JSON-LD carries it, made ready to ask whether a line of the page is in
/// it: the hashes of all runs of four words.
struct ArticleBodyIndex {
  private var runs: Set<UInt64> = []
  private(set) var words = 0

  private static let runLength = 4
  /// Shorter texts are descriptions in the wrong field.
  private static let fewestWords = 60

  /// `nil` where the text is too short to decide anything.
  init?(_ text: String?) {
    guard let text, text.utf8.count > 300 else { return nil }
    var folded = Self.withoutMarkup(Array(text.utf8))
    Folding.fold(&folded)
    var hashes = WordHashes()
    for byte in folded { hashes.add(byte) }
    hashes.finish()
    words = hashes.words.count
    guard words >= Self.fewestWords else { return nil }
    Self.runs(of: hashes.words) { runs.insert($0) }
  }

  /// Most of the line's words stand in the text in the same order.
  func holds(_ line: ArraySlice<UInt8>) -> Bool {
    var folded = Array(line)
    Folding.fold(&folded)
    var hashes = WordHashes()
    for byte in folded { hashes.add(byte) }
    hashes.finish()
    guard hashes.words.count >= Self.runLength else { return false }
    var all = 0
    var found = 0
    Self.runs(of: hashes.words) {
      all += 1
      if runs.contains($0) { found += 1 }
    }
    return found * 2 > all
  }

  private static func runs(of words: [UInt64], _ body: (UInt64) -> Void) {
    guard words.count >= runLength else { return }
    for start in 0...(words.count - runLength) {
      var run: UInt64 = 0
      for word in words[start..<(start + runLength)] { run = run &* 0x9E37_79B9_7F4A_7C15 ^ word }
      body(run)
    }
  }

  /// Blanks out tags, for some pages put markup there.
  private static func withoutMarkup(_ text: [UInt8]) -> [UInt8] {
    guard text.contains(0x3C) else { return text }
    var out: [UInt8] = []
    out.reserveCapacity(text.count)
    var inTag = false
    for (index, byte) in text.enumerated() {
      if byte == 0x3C, index + 1 < text.count,
        text[index + 1] == 0x2F || text[index + 1] | 0x20 >= 0x61
      {
        inTag = true
        out.append(0x20)
      } else if inTag {
        if byte == 0x3E { inTag = false }
      } else {
        out.append(byte)
      }
    }
    return out
  }
}

/// Cuts text into words and hashes them; a character of three bytes or more (Han, kana, Hangul) is
/// a word of its own.
private struct WordHashes {
  private(set) var words: [UInt64] = []
  private var hash: UInt64 = 0
  private var isOpen = false
  private var left = 0

  mutating func add(_ byte: UInt8) {
    if left > 0 {
      hash = hash &* 0x100_0000_01B3 ^ UInt64(byte)
      left -= 1
      if left == 0 { finish() }
      return
    }
    if byte >= 0xE2 {
      finish()
      // Punctuation of the general block joins no words.
      isOpen = byte != 0xE2
      hash = UInt64(byte)
      left = byte < 0xF0 ? 2 : 3
    } else if byte.isWordByte {
      hash = hash &* 0x100_0000_01B3 ^ UInt64(byte)
      isOpen = true
    } else {
      finish()
    }
  }

  mutating func finish() {
    if isOpen { words.append(hash) }
    hash = 0
    isOpen = false
    left = 0
  }
}
