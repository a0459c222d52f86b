internal import CTables

/// The house's own places: countries, first-level divisions, seas, rivers, sites in the news.
///
/// The tables have the form of `GazetteerRow`, so that a row may move from one to the other.
enum GazetteerTables {
  static func rows() throws(GazetteerError) -> [GazetteerRow] {
    var rows: [GazetteerRow] = []
    let tables = [
      ("places-countries.tsv", dateline_table_places_countries()),
      ("places-regions.tsv", dateline_table_places_regions()),
      ("places-features.tsv", dateline_table_places_features()),
    ]
    for (name, table) in tables {
      let text = String(
        decoding: UnsafeBufferPointer(start: table.bytes, count: table.count), as: UTF8.self)
      do throws(RowError) {
        rows += try GazetteerRow.rows(text)
      } catch {
        throw GazetteerError(path: name, reason: .row(error.line))
      }
    }
    return rows
  }
}
