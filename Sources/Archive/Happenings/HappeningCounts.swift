package import Records

/// How much happened at one place.
package struct PlacedHappenings: Sendable, Hashable {
  package var spot: HappeningLine.Spot
  package var happenings: Int
  package var mentions: Int
}

/// How much happened between two countries.
package struct CountryPair: Sendable, Hashable {
  package var first: String
  package var second: String
  package var happenings: Int
}

extension Archive {
  /// Places of the happenings that a query finds, those with most first; its limit does not count.
  package func happeningPlaces(_ query: HappeningQuery) throws(ArchiveError) -> [PlacedHappenings] {
    var query = query
    query.isPlaced = true
    let condition = HappeningCondition(query)
    return try access { connection throws(SQLiteError) in
      try connection.rows(
        """
        SELECT h.place, h.country, h.precision, h.latitude, h.longitude, count(*), sum(h.mentions)
        FROM happenings h WHERE \(condition.sql)
        GROUP BY h.place, h.country, h.precision, h.latitude, h.longitude
        ORDER BY count(*) DESC, h.place, h.country, h.latitude
        """, condition.values
      ) { row throws(SQLiteError) in
        let isKnown = !row.isNull(3) && !row.isNull(4)
        return PlacedHappenings(
          spot: HappeningLine.Spot(
            name: row.text(0), country: row.optionalText(1),
            point: isKnown ? Place.Point(latitude: row.real(3), longitude: row.real(4)) : nil,
            precision: row.optionalText(2).flatMap(Place.Precision.init)),
          happenings: row.int(5), mentions: row.int(6))
      }
    }
  }

  /// Pairs of countries that take part in most happenings told as facts, one on each side or both in
  /// a meeting.
  package func countryPairs(limit: Int) throws(ArchiveError) -> [CountryPair] {
    try access { connection throws(SQLiteError) in
      try connection.rows(
        """
        SELECT min(p.country, q.country), max(p.country, q.country), count(DISTINCT h.id) AS n
        FROM happenings h JOIN happening_parties p ON p.happening = h.id
        JOIN happening_parties q ON q.happening = h.id AND q.country <> p.country
          AND (q.side <> p.side OR h.type IN ('CONSULT', 'AGREE', 'COOPERATE'))
        WHERE h.status IS NULL AND length(p.country) = 3 AND length(q.country) = 3
        GROUP BY 1, 2 ORDER BY n DESC, 1, 2 LIMIT ?1
        """, [.int(limit)]
      ) { row throws(SQLiteError) in
        CountryPair(first: row.text(0), second: row.text(1), happenings: row.int(2))
      }
    }
  }
}
