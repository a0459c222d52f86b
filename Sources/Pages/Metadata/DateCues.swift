import CTables

/// What the words before a date say it is the date of; from the table `date-cues`.
struct DateCues: Sendable {
  enum Meaning: Sendable { case published, modified, other }

  static let table = DateCues()

  private let meanings: [String: Meaning]

  private init() {
    var meanings: [String: Meaning] = [:]
    for row in DataTable(dateline_table_date_cues()).rows where row.count == 3 {
      let meaning: Meaning
      switch row.string(0) {
      case "published": meaning = .published
      case "modified": meaning = .modified
      default: meaning = .other
      }
      // A word of several languages keeps its first meaning, in the table's order.
      for word in row.string(2).split(separator: "|") where meanings[String(word)] == nil {
        meanings[String(word)] = meaning
      }
    }
    self.meanings = meanings
  }

  /// The meaning of the last cue among the last words of a text that stands before a date;
  /// `nil` where there is none.
  func meaning(before text: String) -> Meaning? {
    let words = text.lowercased().split { !$0.isLetter && $0 != "©" && $0 != "'" }.suffix(6)
      .map(String.init)
    var last: Meaning?
    for i in words.indices {
      // Scripts without blanks have the cue at the end of a longer run.
      if let meaning = meanings[words[i]] ?? suffixMeaning(words[i]) {
        // "Zuletzt geändert am" is about a change, "vom" in it or not.
        if last != .modified || meaning != .published { last = meaning }
      }
      if i + 1 < words.endIndex, let meaning = meanings[words[i] + " " + words[i + 1]] {
        last = meaning
      }
    }
    return last
  }

  private func suffixMeaning(_ word: String) -> Meaning? {
    guard let first = word.unicodeScalars.first, first.value >= 0x2E80, word.count > 2 else {
      return nil
    }
    return meanings[String(word.suffix(3))] ?? meanings[String(word.suffix(2))]
  }
}
