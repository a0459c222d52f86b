import CTables

/// The world's countries as paths of the map, projected once.
struct WorldShapes: Sendable {
  struct Country: Sendable {
    /// ISO 3166-1 alpha-2; `nil` where there is none.
    var code: String?
    /// SVG path data, in units of `MapProjection`.
    var path: String
  }

  let countries: [Country]
  /// All of them in one path.
  let all: String

  static let shared = WorldShapes()

  private init() {
    let table = dateline_table_world_shapes()
    let bytes = UnsafeBufferPointer(start: table.bytes, count: table.count)
    var countries: [Country] = []
    for line in bytes.split(separator: UInt8(ascii: "\n")) where line.first != UInt8(ascii: "#") {
      let fields = line.split(separator: UInt8(ascii: "\t"))
      guard fields.count == 3 else { continue }
      let code = String(decoding: fields[1], as: UTF8.self)
      let path = WorldShapes.path(fields[2])
      if !path.isEmpty { countries.append(Country(code: code == "-" ? nil : code, path: path)) }
    }
    self.countries = countries
    all = countries.map(\.path).joined()
  }

  /// The shapes of a country; several where the data has parts of it by themselves.
  func path(of code: String) -> String? {
    let paths = countries.filter { $0.code == code }.map(\.path)
    return paths.isEmpty ? nil : paths.joined()
  }

  /// Rings as closed subpaths; those all south of the map are left out.
  private static func path(_ rings: Slice<UnsafeBufferPointer<UInt8>>) -> String {
    var out = ""
    for ring in rings.split(separator: UInt8(ascii: ";")) {
      var points: [(x: Double, y: Double)] = []
      var isOnMap = false
      for pair in ring.split(separator: UInt8(ascii: " ")) {
        let parts = pair.split(separator: UInt8(ascii: ",")).map { number($0) }
        guard parts.count == 2 else { continue }
        isOnMap = isOnMap || parts[1] >= MapProjection.latitudes.lowerBound
        points.append(MapProjection.point(longitude: parts[0], latitude: parts[1]))
      }
      guard isOnMap, points.count > 3 else { continue }
      var (x, y) = (0, 0)
      for (index, point) in points.dropLast().enumerated() {
        // Steps in tenths of a unit: a third of the length of full numbers.
        let (nextX, nextY) = (Int((point.x * 10).rounded()), Int((point.y * 10).rounded()))
        if index > 0, nextX == x, nextY == y { continue }
        out += index == 0 ? "M\(nextX) \(nextY)l" : "\(nextX - x) \(nextY - y) "
        (x, y) = (nextX, nextY)
      }
      out += "z"
    }
    return out
  }

  /// Tenths of a degree, as degrees.
  private static func number(_ digits: Slice<UnsafeBufferPointer<UInt8>>) -> Double {
    Double(Int(String(decoding: digits, as: UTF8.self)) ?? 0) / 10
  }
}
