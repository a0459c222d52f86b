package import Records

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Where an event was, as far as the text and the gazetteer tell.
package struct Site: Sendable, Hashable {
  package var name: String
  /// ISO 3166-1 alpha-2.
  package var country: String?
  package var point: Place.Point?
  package var precision: Place.Precision?
  package var geonameID: Int?

  package init(
    name: String, country: String? = nil, point: Place.Point? = nil,
    precision: Place.Precision? = nil, geonameID: Int? = nil
  ) {
    self.name = name
    self.country = country
    self.point = point
    self.precision = precision
    self.geonameID = geonameID
  }

  /// Finest first; places of unknown precision last.
  var rank: Int {
    switch precision {
    case .spot: 0
    case .city: 1
    case .region: 2
    case .country: 3
    case nil: 4
    }
  }

  enum Agreement: Int, Sendable, Hashable {
    /// One lies in the other, or may.
    case within
    case same
  }

  /// Kilometres between two cities or spots of one place: a city and its outskirts.
  private static let reach = 40.0
  /// Kilometres from the middle of a region to what lies in it; most regions are smaller.
  private static let regionReach = 300.0

  /// `nil` where they are two places.
  func agreement(with other: Site) -> Agreement? {
    if let geonameID, geonameID == other.geonameID { return .same }
    if let country, let theirs = other.country, country != theirs { return nil }
    if name.lowercased() == other.name.lowercased() { return .same }
    let isCountry = precision == .country || other.precision == .country
    if isCountry { return precision == other.precision ? nil : .within }
    guard let point, let theirs = other.point else { return nil }
    let distance = Self.distance(point, theirs)
    if precision == .region || other.precision == .region {
      return precision != other.precision && distance <= Self.regionReach ? .within : nil
    }
    return distance <= Self.reach ? .same : nil
  }

  /// Kilometres on a sphere, by the haversine formula.
  static func distance(_ a: Place.Point, _ b: Place.Point) -> Double {
    let radians = Double.pi / 180
    let (x, y) = (a.latitude * radians, b.latitude * radians)
    let (dx, dy) = (sin((x - y) / 2), sin((a.longitude - b.longitude) * radians / 2))
    return 2 * 6371 * asin(min(1, (dx * dx + cos(x) * cos(y) * dy * dy).squareRoot()))
  }

  /// What a place fine enough to tell events apart is looked up by.
  var key: SiteKey? {
    guard rank <= 1 else { return nil }
    return geonameID.map(SiteKey.geoname) ?? .name(name.lowercased())
  }
}

enum SiteKey: Sendable, Hashable {
  case geoname(Int)
  case name(String)
}
