/// A mention of a place, and where on the earth it is, as far as that is known.
package struct Place: Sendable, Hashable {
  /// How fine the point is: never a bare centroid posing as a spot.
  package enum Precision: String, Sendable, Hashable, CaseIterable {
    case country
    case region
    case city
    case spot
  }

  /// A point on the WGS 84 ellipsoid, in degrees.
  package struct Point: Sendable, Hashable {
    package var latitude: Double
    package var longitude: Double

    package init(latitude: Double, longitude: Double) {
      self.latitude = latitude
      self.longitude = longitude
    }
  }

  /// UTF-8 bytes of the text.
  package var range: Range<Int>
  /// The gazetteer's name, or the text's own where the gazetteer has none.
  package var name: String
  /// What it is ("capital", "river"), where known.
  package var kind: String?
  /// ISO 3166-1 alpha-2.
  package var country: String?
  /// `nil`: what is not known stays open.
  package var point: Point?
  package var precision: Precision?
  /// GeoNames id.
  package var geonameID: Int?
  package var rule: String

  package init(range: Range<Int>, name: String, rule: String) {
    self.range = range
    self.name = name
    self.rule = rule
  }
}
