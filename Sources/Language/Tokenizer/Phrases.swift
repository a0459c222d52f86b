/// Exceptions that affix rules cut into several tokens ("'em", ":-)"), as sequences of words.
struct Phrases: Sendable {
  private let words: [UInt64: Int16]
  /// By first word: the sequences of word numbers.
  private let sequences: [[[Int16]]]

  init(_ phrases: [[String]]) {
    var words: [UInt64: Int16] = [:]
    let numbered = phrases.map { phrase in
      phrase.map { text in
        let hash = StringID.hash(text)
        if let number = words[hash] { return number }
        let number = Int16(words.count)
        words[hash] = number
        return number
      }
    }
    var sequences = [[[Int16]]](repeating: [], count: words.count)
    for phrase in numbered where !phrase.isEmpty {
      // Each sequence once, though several exceptions may be cut alike.
      if !sequences[Int(phrase[0])].contains(phrase) { sequences[Int(phrase[0])].append(phrase) }
    }
    self.words = words
    self.sequences = sequences
  }

  /// The number of a text with this hash among the phrases' words; -1 if it is none.
  func word(_ hash: UInt64) -> Int16 { words[hash] ?? -1 }

  func starting(with word: Int16) -> [[Int16]] { sequences[Int(word)] }
}
