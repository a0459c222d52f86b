package import Records

extension Archive {
  /// What the user said of places and has not taken back, in the order it was said.
  ///
  /// A place that was read from the division behind its name ("Paris, Texas") is left out: what is
  /// said of it tells nothing of the bare name.
  package func placeDecisions() throws(ArchiveError) -> [PlaceDecision] {
    try access { connection throws(SQLiteError) in
      try connection.rows(
        """
        SELECT exact, verdict, coalesce(json, judged) FROM corrections
        WHERE kind = 'place' AND withdrawn IS NULL AND rule IS NOT 'container' ORDER BY id
        """
      ) { row throws(SQLiteError) in
        PlaceDecision(
          name: row.text(0), json: row.optionalText(2),
          isRuledOut: row.text(1) == Verdict.rejected.rawValue)
      }.compactMap(\.self)
    }
  }
}

extension PlaceDecision {
  fileprivate init?(name: String, json: String?, isRuledOut: Bool) {
    guard let json = json.flatMap(JSONValue.init(text:)),
      let place = Place(json: json, ScalarOffsets(""))
    else { return nil }
    self.init(name: name, place: place, isRuledOut: isRuledOut)
  }
}
