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
    let official = officialNames()
    let taken = Set(rows.filter { $0.kind != .country }.flatMap { [$0.name] + $0.names })
    for index in rows.indices where rows[index].kind == .country {
      rows[index].names += (official[rows[index].country] ?? []).filter { !taken.contains($0) }
    }
    return rows
  }

  /// By alpha-2, the usual and the long names of countries ("Kingdom of the Netherlands"). Single words
  /// among the other ones are abbreviations and names of old.
  private static func officialNames() -> [String: [String]] {
    let table = dateline_table_countries()
    let text = String(
      decoding: UnsafeBufferPointer(start: table.bytes, count: table.count), as: UTF8.self)
    var names: [String: [String]] = [:]
    for line in text.split(separator: "\n") where line.first != "#" {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard fields.count == 6 else { continue }
      let others = fields[3].split(separator: ",").map { $0.drop { $0 == " " } }
      names[String(fields[1]), default: []] +=
        [String(fields[2])] + others.filter { $0.contains(" ") }.map(String.init)
    }
    return names
  }
}
