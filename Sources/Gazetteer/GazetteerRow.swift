/// A place as a line of fields between tabs: kind, GeoNames id (0 for none), name, country, region,
/// county, latitude, longitude, population, other names between bars.
struct GazetteerRow {
  var kind: PlaceKind
  var geonameID: Int
  var name: String
  var country: String
  var region: String
  var county: String
  var latitude: Double
  var longitude: Double
  var population: Int
  var names: [String]

  init?(_ fields: [Substring]) {
    guard fields.count == 10, let kind = PlaceKind(name: String(fields[0])),
      let id = Int(fields[1]), !fields[2].isEmpty, let latitude = Double(fields[6]),
      let longitude = Double(fields[7]), let population = Int(fields[8]),
      abs(latitude) <= 90, abs(longitude) <= 180
    else { return nil }
    self.kind = kind
    geonameID = id
    name = String(fields[2])
    country = String(fields[3])
    region = String(fields[4])
    county = String(fields[5])
    self.latitude = latitude
    self.longitude = longitude
    self.population = population
    names = fields[9].split(separator: "|").map(String.init)
  }

  /// The rows of a text; lines that start with `#` are left out. Throws the number of a line that
  /// is none.
  static func rows(_ text: String) throws(RowError) -> [GazetteerRow] {
    var rows: [GazetteerRow] = []
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    where !line.isEmpty && line.first != "#" {
      guard let row = GazetteerRow(line.split(separator: "\t", omittingEmptySubsequences: false))
      else { throw RowError(line: number + 1) }
      rows.append(row)
    }
    return rows
  }
}

struct RowError: Error { var line: Int }
