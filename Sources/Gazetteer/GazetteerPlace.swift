/// A place of the gazetteer.
package struct GazetteerPlace: Sendable, Hashable {
  /// Bytes a place takes in the file.
  static let size = 32
  static let none: UInt32 = .max

  /// Degrees, WGS 84.
  package var latitude: Double
  package var longitude: Double
  /// 0: not known.
  package var population: Int
  /// 0: none known.
  package var geonameID: Int
  package var kind: PlaceKind
  /// Two letters of ISO 3166-1 in two bytes; 0 for none.
  package var country: CountryCode
  /// The first-level division it lies in, a place of the gazetteer.
  package var region: Int?
  /// The second-level division.
  package var county: Int?
  /// Offset in the names.
  var name: UInt32

  /// Little-endian, in the order of the file.
  func write(to bytes: inout [UInt8]) {
    func append<Value: FixedWidthInteger>(_ value: Value) {
      withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
    }
    append(Int32((latitude * 1e6).rounded()))
    append(Int32((longitude * 1e6).rounded()))
    append(UInt32(clamping: population))
    append(UInt32(clamping: geonameID))
    append(name)
    append(region.map(UInt32.init) ?? Self.none)
    append(county.map(UInt32.init) ?? Self.none)
    append(country.code)
    append(kind.rawValue)
    append(UInt8(0))
  }

  /// `bytes` hold at least `size` bytes from `offset` on.
  init(_ bytes: UnsafeRawBufferPointer, at offset: Int) {
    func read<Value: FixedWidthInteger>(_ field: Int, _ type: Value.Type) -> Value {
      Value(littleEndian: bytes.loadUnaligned(fromByteOffset: offset + field, as: type))
    }
    latitude = Double(read(0, Int32.self)) / 1e6
    longitude = Double(read(4, Int32.self)) / 1e6
    population = Int(read(8, UInt32.self))
    geonameID = Int(read(12, UInt32.self))
    name = read(16, UInt32.self)
    let region = read(20, UInt32.self)
    self.region = region == Self.none ? nil : Int(region)
    let county = read(24, UInt32.self)
    self.county = county == Self.none ? nil : Int(county)
    country = CountryCode(code: read(28, UInt16.self))
    kind = PlaceKind(rawValue: read(30, UInt8.self)) ?? .city
  }

  init(
    kind: PlaceKind, geonameID: Int, country: CountryCode, latitude: Double, longitude: Double,
    population: Int, name: UInt32
  ) {
    self.kind = kind
    self.geonameID = geonameID
    self.country = country
    self.latitude = latitude
    self.longitude = longitude
    self.population = population
    self.name = name
  }
}

/// A country by the two letters of ISO 3166-1, without a string.
package struct CountryCode: Sendable, Hashable {
  package static let none = CountryCode(code: 0)

  let code: UInt16

  init(code: UInt16) { self.code = code }

  /// None for anything but two letters.
  package init(_ text: some StringProtocol) {
    let letters = Array(text.utf8)
    code = letters.count == 2 ? UInt16(letters[0]) << 8 | UInt16(letters[1]) : 0
  }

  /// `nil` for none.
  package var text: String? {
    code == 0 ? nil : String(decoding: [UInt8(code >> 8), UInt8(code & 0xFF)], as: UTF8.self)
  }
}
