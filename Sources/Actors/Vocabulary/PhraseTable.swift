/// Phrases of the tables, found in a row of words by a trie.
struct PhraseTable: Sendable {
  /// How a phrase must be written in the text.
  enum Writing: UInt8, Sendable {
    case any
    /// Its first letter is a capital.
    case capital
    /// It has a capital somewhere ("al-Rashid").
    case mixed
    /// All of it is in capitals: an abbreviation.
    case capitals
  }

  private(set) var words = WordNumbers()
  /// By node and word: the node below.
  private var edges: [UInt64: Int32] = [:]
  /// By node: the phrase that ends there, or -1.
  private var phrases: [Int32] = [-1]
  /// By word: whether a phrase begins with it.
  private var begins: [Bool] = [false]
  private(set) var meanings: [[Meaning]] = []
  /// The words of each phrase, as the table writes them.
  private(set) var texts: [String] = []

  mutating func add(_ text: String, _ meaning: Meaning) {
    var node: Int32 = 0
    for (index, word) in Self.split(text).enumerated() {
      let number = words.add(FoldedWord.fold(word))
      while begins.count < words.count { begins.append(false) }
      if index == 0 { begins[Int(number)] = true }
      node = step(node, number)
    }
    guard node != 0 else { return }
    if phrases[Int(node)] < 0 {
      phrases[Int(node)] = Int32(meanings.count)
      meanings.append([])
      texts.append(text)
    }
    let phrase = Int(phrases[Int(node)])
    if !meanings[phrase].contains(meaning) { meanings[phrase].append(meaning) }
  }

  private mutating func step(_ node: Int32, _ word: Int32) -> Int32 {
    let key = Self.key(node, word)
    if let next = edges[key] { return next }
    let next = Int32(phrases.count)
    phrases.append(-1)
    edges[key] = next
    return next
  }

  private static func key(_ node: Int32, _ word: Int32) -> UInt64 {
    UInt64(UInt32(bitPattern: node)) << 32 | UInt64(UInt32(bitPattern: word))
  }

  /// The longest phrase that begins at a word and passes; its number and length.
  func longest(
    at start: Int, in row: [Int32], passes: (_ phrase: Int, _ end: Int) -> Bool
  ) -> (phrase: Int, end: Int)? {
    guard row[start] > 0, begins[Int(row[start])] else { return nil }
    var node: Int32 = 0
    var found: (phrase: Int, end: Int)?
    var index = start
    while index < row.count, row[index] > 0, let next = edges[Self.key(node, row[index])] {
      node = next
      index += 1
      let phrase = Int(phrases[Int(node)])
      if phrase >= 0, passes(phrase, index) { found = (phrase, index) }
    }
    return found
  }

  func phrase(_ text: String) -> Int? {
    var node: Int32 = 0
    for word in Self.split(text) {
      guard let next = edges[Self.key(node, words[FoldedWord.fold(word)])] else { return nil }
      node = next
    }
    return phrases[Int(node)] < 0 ? nil : Int(phrases[Int(node)])
  }

  /// A phrase's words as the tokenizer cuts them: at spaces, hyphens between letters, before "'s".
  static func split(_ text: String) -> [Substring] {
    var words: [Substring] = []
    for part in text.split(separator: " ") {
      var rest = part
      while let hyphen = rest.dropFirst().firstIndex(of: "-") {
        let after = rest.index(after: hyphen)
        guard after < rest.endIndex, rest[after].isLetter, rest[rest.index(before: hyphen)].isLetter
        else { break }
        words += [rest[..<hyphen], rest[hyphen..<after]]
        rest = rest[after...]
      }
      if rest.hasSuffix("'s"), rest.count > 2 {
        words += [rest.dropLast(2), rest.suffix(2)]
      } else if rest.hasSuffix("s'"), rest.count > 2 {
        words += [rest.dropLast(), rest.suffix(1)]
      } else {
        words.append(rest)
      }
    }
    return words
  }
}
