/// The words that the rules of times know, numbered from 1.
struct TimeVocabulary: Sendable {
  private var numbers: [String: Int] = [:]
  private(set) var words: [String] = [""]

  /// 0 for a word that no rule knows.
  subscript(word: String) -> Int { numbers[word] ?? 0 }

  mutating func add(_ word: String) -> Int {
    if let number = numbers[word] { return number }
    numbers[word] = words.count
    words.append(word)
    return words.count - 1
  }
}
