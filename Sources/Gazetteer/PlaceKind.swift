/// What a place of the gazetteer is. The raw value stands in the file.
package enum PlaceKind: UInt8, Sendable, Hashable, CaseIterable {
  case city, capital, county, region, country, continent
  /// A part of the world with a name but no government: "the Balkans".
  case area
  case ocean, sea, bay, strait, river, lake, island, mountain, desert
  /// A spot in the news: a camp, a palace, an airport, a base.
  case site
  /// A house or street that stands for those who govern there: "the Kremlin".
  case seat

  /// As written in tables and in records.
  package var name: String { String(describing: self) }

  package init?(name: String) {
    guard let found = Self.allCases.first(where: { $0.name == name }) else { return nil }
    self = found
  }

  /// Whether other places lie in it by law.
  package var isDivision: Bool { self == .country || self == .region || self == .county }
  package var isSettlement: Bool { self == .city || self == .capital }
}
