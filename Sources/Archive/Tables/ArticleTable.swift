internal import Records

/// `articles`, `search_texts` and `search_index`: what reading made of a version.
///
/// The index follows its texts here and not by triggers: a trigger on a virtual table would ask
/// for a trusted schema, and an archive's file may come from anybody.
enum ArticleTable {
  static func insert(_ draft: VersionDraft, version: Int, _ connection: Connection)
    throws(SQLiteError)
  {
    try connection.run(
      """
      INSERT INTO articles
        (version, kind, title, published, language, words, text_sha256, text, json)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
      """,
      [
        .int(version), .text(draft.article.kind.rawValue), .text(optional: draft.article.title),
        .text(optional: draft.article.published?.iso8601),
        .text(optional: draft.article.language), .int(draft.words), .blob(draft.textHash.bytes),
        .text(draft.text), .text(draft.json),
      ])
    let columns = draft.columns
    let values: [Binding] = [
      .int(version), .text(columns.title), .text(columns.lead), .text(columns.body),
      .text(columns.captions), .text(columns.authors), .text(columns.topics),
    ]
    for (table, key) in [("search_texts", "version"), ("search_index", "rowid")] {
      try connection.run(
        """
        INSERT INTO \(table) (\(key), title, lead, body, captions, authors, topics)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
        """, values)
    }
  }

  /// An article from its stored JSON.
  static func article(_ json: String) throws(SQLiteError) -> Article {
    guard let value = try? JSONReader.read(json), let article = Article(json: value) else {
      throw .corrupt("a stored article cannot be read")
    }
    return article
  }
}
