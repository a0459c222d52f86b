/// Reads what a person types: words, "phrases", word*, -word, a OR b, and the filters from:,
/// title:, author:, topic:, lang:, before:, after:, speaker:, actor:, type: and place:. Whatever it
/// is not, is a word.
struct SearchQueryParser {
  /// FTS5 takes expressions up to a depth; no person types as many words.
  static let maximumWords = 64

  /// One piece of the query between blanks: `-name:"value"*`.
  private struct Piece {
    var isNegated = false
    var filter: String?
    var value = ""
    var isQuoted = false
    var isPrefix = false
  }

  private var rest: Substring.UnicodeScalarView
  private var query = SearchQuery()
  private var joinsPrevious = false
  private var words = 0

  static func parse(_ text: String) throws(SearchQueryError) -> SearchQuery {
    var parser = SearchQueryParser(rest: Substring(text).unicodeScalars)
    while let piece = parser.piece() { try parser.take(piece) }
    guard !parser.query.isEmpty else { throw .empty }
    return parser.query
  }

  private init(rest: Substring.UnicodeScalarView) { self.rest = rest }

  // MARK: - Pieces

  private static let filters = [
    "from", "title", "author", "topic", "lang", "before", "after", "speaker", "actor", "type",
    "place",
  ]

  private mutating func piece() -> Piece? {
    rest = rest.drop { $0.properties.isWhitespace || $0.value < 0x20 }
    guard !rest.isEmpty else { return nil }
    var piece = Piece()
    if rest.first == "-", let next = rest.dropFirst().first, !next.properties.isWhitespace {
      piece.isNegated = true
      rest.removeFirst()
    }
    piece.filter = filterName()
    if rest.first == "\"" {
      rest.removeFirst()
      let quoted = rest.prefix { $0 != "\"" }
      piece.value = String(quoted)
      piece.isQuoted = true
      rest = rest[quoted.endIndex...].dropFirst()
    } else {
      let word = rest.prefix { !$0.properties.isWhitespace && $0.value >= 0x20 && $0 != "\"" }
      piece.value = String(word)
      rest = rest[word.endIndex...]
    }
    if piece.isQuoted, rest.first == "*" {
      piece.isPrefix = true
      rest.removeFirst()
    } else if !piece.isQuoted, piece.value.hasSuffix("*") {
      piece.isPrefix = true
    }
    return piece
  }

  /// Takes "from:" and the like away; anything else with a colon is a word.
  private mutating func filterName() -> String? {
    let name = rest.prefix { $0.isASCII && $0.properties.isAlphabetic }
    guard name.endIndex < rest.endIndex, rest[name.endIndex] == ":" else { return nil }
    let lower = String(name).lowercased()
    guard SearchQueryParser.filters.contains(lower) else { return nil }
    rest = rest[name.endIndex...].dropFirst()
    return lower
  }

  // MARK: - Meaning

  private mutating func take(_ piece: Piece) throws(SearchQueryError) {
    if piece.filter == nil, !piece.isQuoted, !piece.isNegated, piece.value == "OR" {
      joinsPrevious = !query.terms.isEmpty
      return
    }
    let joins = joinsPrevious
    joinsPrevious = false
    switch piece.filter {
    case "from" where !piece.value.isEmpty: query.outlets.append(piece.value)
    case "lang" where !piece.value.isEmpty: query.languages.append(piece.value.lowercased())
    case "speaker" where !piece.value.isEmpty: try take(piece.value, into: \.speakers)
    case "actor" where !piece.value.isEmpty: try take(piece.value, into: \.actors)
    case "type" where !piece.value.isEmpty: try take(piece.value.uppercased(), into: \.types)
    case "place" where !piece.value.isEmpty: try take(piece.value, into: \.places)
    case "before": query.before = try day(piece)
    case "after": query.after = try day(piece)
    default: try takeTerm(piece, joins: joins)
    }
  }

  /// A filter on the record counts as a word, so that there are not too many of them either.
  private mutating func take(
    _ value: String, into filter: WritableKeyPath<SearchQuery, [String]>
  ) throws(SearchQueryError) {
    words += 1
    guard words <= SearchQueryParser.maximumWords else {
      throw .tooLong(limit: SearchQueryParser.maximumWords)
    }
    query[keyPath: filter].append(value)
  }

  private mutating func takeTerm(_ piece: Piece, joins: Bool) throws(SearchQueryError) {
    // Punctuation alone is nothing that could be found.
    guard SearchText.hasToken(piece.value) else { return }
    words += 1
    guard words <= SearchQueryParser.maximumWords else {
      throw .tooLong(limit: SearchQueryParser.maximumWords)
    }
    let term = SearchQuery.Term(
      piece.value, isPrefix: piece.isPrefix,
      field: piece.filter.flatMap(SearchQuery.Term.Field.init(rawValue:)))
    if piece.isNegated {
      query.excluded.append(term)
    } else if joins {
      query.terms[query.terms.count - 1].append(term)
    } else {
      query.terms.append([term])
    }
  }

  /// "2025", "2025-01" or "2025-01-13".
  private func day(_ piece: Piece) throws(SearchQueryError) -> String {
    let parts = piece.value.split(separator: "-", omittingEmptySubsequences: false)
    let lengths = [4, 2, 2]
    let isDay =
      (1...3).contains(parts.count)
      && zip(parts, lengths).allSatisfy { part, length in
        part.utf8.count == length && part.utf8.allSatisfy { (0x30...0x39).contains($0) }
      }
    guard isDay else { throw .notADay(filter: piece.filter ?? "", value: piece.value) }
    return piece.value
  }
}

extension SearchQuery {
  /// Reads a query as a person types it.
  package init(parsing text: String) throws(SearchQueryError) {
    self = try SearchQueryParser.parse(text)
  }
}
