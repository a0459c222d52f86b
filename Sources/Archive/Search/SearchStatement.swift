/// A query as SQL.
struct SearchStatement {
  /// Weights of title, lead, body, captions, authors, topics in bm25.
  static let weights = "10.0, 4.0, 1.0, 2.0, 6.0, 4.0"

  private(set) var values: [Binding] = []
  private var conditions: [String] = []
  private let words: String?
  private let order: SearchQuery.Order

  init(_ query: SearchQuery) {
    order = query.order
    words = SearchExpression.included(query)
    if let words { add("search_index MATCH ", .text(words)) }
    if let excluded = SearchExpression.excluded(query) {
      add(
        "r.latest NOT IN (SELECT rowid FROM search_index WHERE search_index MATCH ",
        .text(excluded), ")")
    }
    addOutlets(query.outlets)
    addLanguages(query.languages)
    addRecord(query)
    // ISO 8601 dates compare as texts, also with a part of one.
    if let after = query.after { add("a.published >= ", .text(after)) }
    if let before = query.before { add("a.published < ", .text(before)) }
  }

  private mutating func parameter(_ value: Binding) -> String {
    values.append(value)
    return "?\(values.count)"
  }

  private mutating func add(_ before: String, _ value: Binding, _ after: String = "") {
    conditions.append(before + parameter(value) + after)
  }

  private mutating func addOutlets(_ outlets: [String]) {
    guard !outlets.isEmpty else { return }
    let fits = outlets.map { outlet in
      let plain = parameter(.text(outlet.lowercased()))
      let pattern = SearchStatement.escaped(outlet.lowercased())
      let host = parameter(.text("%." + pattern))
      let name = parameter(.text("%" + pattern + "%"))
      return "o.host = \(plain) OR o.host LIKE \(host) ESCAPE '\\'"
        + " OR o.name LIKE \(name) ESCAPE '\\'"
    }
    conditions.append("(" + fits.joined(separator: " OR ") + ")")
  }

  private mutating func addLanguages(_ languages: [String]) {
    guard !languages.isEmpty else { return }
    let fits = languages.map { language in
      let whole = parameter(.text(language))
      let part = parameter(.text(SearchStatement.escaped(language) + "-%"))
      return "lower(a.language) = \(whole) OR a.language LIKE \(part) ESCAPE '\\'"
    }
    conditions.append("(" + fits.joined(separator: " OR ") + ")")
  }

  /// Conditions on the record of the latest version.
  private mutating func addRecord(_ query: SearchQuery) {
    for name in query.actors {
      conditions.append(
        "r.latest IN (SELECT p.version FROM appearances p WHERE p.actor IN (\(actors(name))))")
    }
    for name in query.speakers {
      conditions.append(
        "r.latest IN (SELECT p.version FROM appearances p JOIN statements s"
          + " ON s.version = p.version AND s.speaker = p.number"
          + " WHERE p.actor IN (\(actors(name))))")
    }
    if !query.types.isEmpty {
      let types = query.types.map { parameter(.text($0)) }.joined(separator: ", ")
      conditions.append("r.latest IN (SELECT version FROM events WHERE type IN (\(types)))")
    }
    for name in query.places {
      let pattern = parameter(.text(ActorFilter.pattern(name)))
      let country = parameter(.text(name.uppercased()))
      conditions.append(
        "r.latest IN (SELECT version FROM places WHERE ' ' || folded LIKE \(pattern) ESCAPE '\\'"
          + " OR country = \(country))")
    }
  }

  /// The ids of actors with that name, or that number, and of all that are joined with them.
  private mutating func actors(_ name: String) -> String {
    let pattern = parameter(.text(ActorFilter.pattern(name)))
    let country = parameter(.text(name.uppercased()))
    let id = parameter(.int(optional: Int(name)))
    return "SELECT m.id FROM actors m WHERE coalesce(m.joined, m.id) IN ("
      + "SELECT coalesce(a.joined, a.id) FROM actors a"
      + " WHERE ' ' || a.folded LIKE \(pattern) ESCAPE '\\' OR a.country = \(country)"
      + " OR a.id = \(id))"
  }

  /// For LIKE, where % and _ stand for others.
  private static func escaped(_ text: String) -> String {
    text.unicodeScalars.reduce(into: "") { out, scalar in
      if "%_\\".unicodeScalars.contains(scalar) { out += "\\" }
      out.unicodeScalars.append(scalar)
    }
  }

  // MARK: - SQL

  /// Words first: joined the other way round, the index would be asked once a report.
  private var source: String {
    let versions =
      words == nil
      ? "reports r JOIN versions v ON v.id = r.latest"
      : """
      search_index CROSS JOIN versions v ON v.id = search_index.rowid
      CROSS JOIN reports r ON r.id = v.report AND r.latest = v.id
      """
    return versions + " JOIN articles a ON a.version = v.id LEFT JOIN outlets o ON o.id = r.outlet"
      + (conditions.isEmpty ? "" : " WHERE " + conditions.joined(separator: " AND "))
  }

  /// Takes `values`.
  var countSQL: String { "SELECT count(*) FROM " + source }

  /// Ids of the versions found, in order; takes `values`, then limit and offset. Texts and passages
  /// are fetched for the few that are shown, not for all that are put in order.
  var versionSQL: String {
    let ranking = "bm25(search_index, \(SearchStatement.weights)), "
    return """
      SELECT v.id FROM \(source)
      ORDER BY \(words != nil && order == .relevance ? ranking : "")r.dated DESC, r.id DESC
      LIMIT ?\(values.count + 1) OFFSET ?\(values.count + 2)
      """
  }

  /// Id, headline and passage of each of the versions found; takes `passageValues`.
  ///
  /// One pass over all that fits, for the index sets up anew for each version it is asked for; the
  /// texts are made for those wanted only.
  var passageSQL: String {
    guard words != nil else {
      return """
        SELECT version, coalesce(title, ''),
          substr(coalesce(json_extract(json, '$.lead'), text), 1, 200)
        FROM articles WHERE version IN (SELECT value FROM json_each(?1))
        """
    }
    let mark = "char(2), char(3)"
    return """
      SELECT rowid, highlight(search_index, 0, \(mark)),
        snippet(search_index, -1, \(mark), '…', 32)
      FROM search_index
      WHERE search_index MATCH ?2 AND +rowid IN (SELECT value FROM json_each(?1))
      """
  }

  func passageValues(_ versions: [Int]) -> [Binding] {
    let list = "[" + versions.map(String.init).joined(separator: ",") + "]"
    return [.text(list)] + (words.map { [.text($0)] } ?? [])
  }
}
