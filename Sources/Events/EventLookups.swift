internal import Language
internal import Records
internal import Syntax

/// The statement that words stand in.
struct StatementLookup: Sendable {
  private let contents: [(range: Range<Int>, statement: Int)]

  init(_ statements: [Attribution]) {
    contents = statements.enumerated().flatMap { number, statement in
      statement.content.map { ($0, number) }
    }.sorted { ($0.0.lowerBound, -$0.0.upperBound) < ($1.0.lowerBound, -$1.0.upperBound) }
  }

  /// The innermost whose content holds a byte; contents nest, so the last that begins before it.
  func statement(at byte: Int) -> Int? {
    var low = 0
    var high = contents.count
    while low < high {
      let middle = (low + high) / 2
      if contents[middle].range.lowerBound <= byte { low = middle + 1 } else { high = middle }
    }
    // Statements are nested two or three deep at most.
    for entry in contents[max(0, low - 4)..<low].reversed() where entry.range.contains(byte) {
      return entry.statement
    }
    return nil
  }
}

/// The place where a deed was done.
struct PlaceLookup: Sendable {
  private let text: EventText
  /// By the token that heads the place's words.
  private var places: [Int: Int] = [:]
  private let prepositions: Set<Int32>

  init(_ text: EventText, _ places: [Place]) {
    self.text = text
    prepositions = text.lexicon.words("whereat")
    for (number, place) in places.enumerated() {
      let tokens = text.tree.doc.tokens(overlapping: place.range)
      guard let head = tokens.first(where: { !tokens.contains(text.tree.head($0)) }) else {
        continue
      }
      self.places[head] = number
    }
  }

  /// Behind "in", "at", "near" of one of a deed's words, else of an object's.
  func place(_ deed: [Int]) -> Int? {
    guard !places.isEmpty else { return nil }
    for token in deed {
      for child in text.tree.children(token)
      where text.tree.relation(child) == .prep && prepositions.contains(text.words[child]) {
        guard var object = text.tree.child(child, .pobj) else { continue }
        for _ in 0..<3 {
          if let place = places[object] { return place }
          // "in the city of Mosul", "in central Baghdad".
          if let named = text.tree.children(object).first(where: { places[$0] != nil }) {
            return places[named]
          }
          guard let prep = text.tree.child(object, .prep), let next = text.tree.child(prep, .pobj)
          else { break }
          object = next
        }
      }
    }
    return nil
  }
}

/// Tells reports of sports, where teams attack and strikers shoot.
struct SportsGuard: Sendable {
  private let isSports: Bool
  private var sentences: Set<Int> = []

  /// Words of sports among a hundred that make a report one of sports.
  private static let share = 1.2
  private static let fewest = 6

  init(_ text: EventText) {
    let words = text.lexicon.words("sportword")
    var count = 0
    var hits: [Int: Int] = [:]
    for token in 0..<text.tree.count where words.contains(text.words[token]) {
      count += 1
      hits[text.tree.sentenceNumber(token), default: 0] += 1
    }
    isSports =
      count >= Self.fewest && Double(count) * 100 > Self.share * Double(text.tree.count)
    sentences = Set(hits.filter { $0.value >= 2 }.keys)
  }

  /// Whether an event of a type is likely a move in a game.
  func refuses(_ type: EventType, sentence: Int) -> Bool {
    guard isSports || sentences.contains(sentence) else { return false }
    switch type {
    case .coerce, .accuse, .protest: return false
    case .sanction: return isSports
    default: return true
    }
  }
}
