/// A query in the language of FTS5 (https://www.sqlite.org/fts5.html, "Full-text Query Syntax").
///
/// Every word goes in as a quoted string, so nothing a person types can be an operator.
enum SearchExpression {
  /// What must be found, without what is excluded; `nil` where there are no words.
  static func included(_ query: SearchQuery) -> String? {
    guard !query.terms.isEmpty else { return nil }
    let all = query.terms.map { alternatives in
      "(" + alternatives.map(term).joined(separator: " OR ") + ")"
    }
    return all.joined(separator: " AND ")
  }

  /// Any of what is excluded; `nil` where nothing is.
  static func excluded(_ query: SearchQuery) -> String? {
    guard !query.excluded.isEmpty else { return nil }
    return query.excluded.map(term).joined(separator: " OR ")
  }

  private static func term(_ term: SearchQuery.Term) -> String {
    let column =
      switch term.field {
      case nil: ""
      case .title: "{title} : "
      case .author: "{authors} : "
      case .topic: "{topics} : "
      }
    return column + quoted(term.words) + (term.isPrefix ? " *" : "")
  }

  private static func quoted(_ words: String) -> String {
    var out = "\""
    for scalar in SearchText.prepared(words).unicodeScalars where scalar != "\0" {
      out.unicodeScalars.append(scalar == "\"" ? " " : scalar)
    }
    return out + "\""
  }
}
