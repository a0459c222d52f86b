/// What is searched for: words, and what the reports must be besides.
package struct SearchQuery: Sendable, Hashable {
  /// A word or phrase, perhaps in one column only.
  package struct Term: Sendable, Hashable {
    package enum Field: String, Sendable, Hashable, CaseIterable {
      case title, author, topic
    }

    package var words: String
    /// Also words that begin so ("elect*").
    package var isPrefix = false
    package var field: Field?

    package init(_ words: String, isPrefix: Bool = false, field: Field? = nil) {
      self.words = words
      self.isPrefix = isPrefix
      self.field = field
    }
  }

  package enum Order: String, Sendable, Hashable, CaseIterable { case relevance, date }

  /// All must be found; of each, one of the alternatives ("a OR b").
  package var terms: [[Term]] = []
  /// None may be found.
  package var excluded: [Term] = []
  /// Host (or the end of it after a dot) or part of the name; one of them must fit.
  package var outlets: [String] = []
  /// First part of a BCP 47 tag or the whole; one of them must fit.
  package var languages: [String] = []
  /// Words of an actor's name, or a country's code: each must say something in the report.
  package var speakers: [String] = []
  /// The same: each must be named.
  package var actors: [String] = []
  /// PLOVER types; an event of one of them must be told.
  package var types: [String] = []
  /// Words of a place's name, or a country's code (alpha-2); each must be named.
  package var places: [String] = []
  /// On this day or later, as the page writes it: "2025", "2025-01" or "2025-01-13".
  package var after: String?
  /// Earlier than this day.
  package var before: String?
  package var order = Order.relevance
  package var limit = 20
  package var offset = 0

  package init() {}

  /// Nothing is asked for.
  package var isEmpty: Bool {
    terms.isEmpty && excluded.isEmpty && outlets.isEmpty && languages.isEmpty && after == nil
      && before == nil && speakers.isEmpty && actors.isEmpty && types.isEmpty && places.isEmpty
  }
}

/// Why a query cannot be understood.
package enum SearchQueryError: Error, Sendable, Hashable, CustomStringConvertible {
  case empty
  case tooLong(limit: Int)
  case notADay(filter: String, value: String)

  package var description: String {
    switch self {
    case .empty: "the query has no word to look for"
    case .tooLong(let limit): "the query has more than \(limit) words"
    case .notADay(let filter, let value):
      "\(filter): takes a year, month or day (2025, 2025-01, 2025-01-13), not \"\(value)\""
    }
  }
}
