/// Numbers for the words that the tables of events speak of, so that a text is asked in numbers.
struct EventVocabulary: Sendable {
  private var numbers: [String: Int32] = [:]

  /// The number of a word, a new one where it has none.
  mutating func add(_ word: String) -> Int32 {
    if let number = numbers[word] { return number }
    let number = Int32(numbers.count)
    numbers[word] = number
    return number
  }

  /// -1: a word that no table has.
  func number(_ word: String) -> Int32 { numbers[word] ?? -1 }

  var count: Int { numbers.count }
}
