internal import Containers

/// Makes the gazetteer file out of rows and the house's own tables.
///
/// A division of the tables takes the place of the rows' one of that name and country.
package struct GazetteerCompiler {
  private struct Entry {
    var hash: UInt64
    var place: UInt32
    var isAlternate: Bool
  }

  private var key = NameKey()
  private var places: [GazetteerPlace] = []
  private var names: [UInt8] = []
  private var entries: [Entry] = []
  /// Countries by code, then divisions by what they lie in and their name's key.
  private var divisions: [Division: Int] = [:]

  private struct Division: Hashable {
    var country: String
    var region: Int?
    var name: UInt64
  }

  /// The bytes of the file. `path` names the rows in errors; `tables`: whether the house's tables
  /// are put in.
  package static func compile(
    rows text: String, path: String, tables: Bool = true
  ) throws(GazetteerError) -> [UInt8] {
    let rows: [GazetteerRow]
    do throws(RowError) {
      rows = try GazetteerRow.rows(text)
    } catch {
      throw GazetteerError(path: path, reason: .row(error.line))
    }
    var compiler = GazetteerCompiler()
    // Divisions first: the rest lies in them.
    let own = tables ? try GazetteerTables.rows() : []
    for kind in [PlaceKind.country, .region, .county] {
      for row in own where row.kind == kind { compiler.add(row, isOwn: true) }
      for row in rows where row.kind == kind { compiler.add(row, isOwn: false) }
    }
    for row in own where !row.kind.isDivision { compiler.add(row, isOwn: true) }
    for row in rows where !row.kind.isDivision { compiler.add(row, isOwn: false) }
    compiler.yieldToSettlements()
    compiler.yieldToCapitals()
    return compiler.file()
  }

  package static func write(_ bytes: [UInt8], to path: String) throws(GazetteerError) {
    do throws(ContainerFault) {
      try MappedFile.write(bytes, to: path)
    } catch {
      throw GazetteerError(path: path, reason: .fault(error))
    }
  }

  /// - isOwn: of the house's tables, whose other names are as good as the first.
  private mutating func add(_ row: GazetteerRow, isOwn: Bool) {
    let region =
      row.region.isEmpty
      ? nil : divisions[Division(country: row.country, region: nil, name: key.hash(row.region))]
    let own = key.hash(row.name)
    let known = number(of: row, own, region)
    let number = known ?? places.count
    if known == nil {
      var place = GazetteerPlace(
        kind: row.kind, geonameID: row.geonameID, country: CountryCode(row.country),
        latitude: row.latitude, longitude: row.longitude, population: row.population,
        name: UInt32(names.count))
      place.region = region
      if !row.county.isEmpty, let region {
        place.county =
          divisions[Division(country: row.country, region: region, name: key.hash(row.county))]
      }
      places.append(place)
      let bytes = row.name.utf8.prefix(255)
      names.append(UInt8(bytes.count))
      names += bytes
    } else if places[number].population == 0 {
      places[number].population = row.population
    }
    var hashes: Set<UInt64> = []
    file(own, number, isAlternate: known != nil, &hashes)
    for name in row.names where Self.isName(name) || !row.kind.isSettlement {
      file(key.hash(name), number, isAlternate: !isOwn, &hashes)
    }
  }

  /// The number of a division that is there already; a new one is remembered.
  private mutating func number(of row: GazetteerRow, _ own: UInt64, _ region: Int?) -> Int? {
    guard row.kind == .region || row.kind == .county else { return nil }
    let names = row.kind == .region ? [own] + row.names.map { key.hash($0) } : [own]
    for name in names {
      let division = Division(country: row.country, region: region, name: name)
      if let known = divisions[division] { return known }
    }
    for name in names {
      divisions[Division(country: row.country, region: region, name: name)] = places.count
    }
    return nil
  }

  private mutating func file(
    _ hash: UInt64, _ place: Int, isAlternate: Bool, _ seen: inout Set<UInt64>
  ) {
    guard hash != 0, seen.insert(hash).inserted else { return }
    entries.append(Entry(hash: hash, place: UInt32(place), isAlternate: isAlternate))
  }

  /// Other names of settlements hold codes of airports and single letters; they are no names.
  private static func isName(_ name: String) -> Bool {
    let scalars = name.unicodeScalars
    guard let first = scalars.first else { return false }
    if first.value >= 0x370 { return scalars.count > 1 }
    return scalars.count > 3
      || scalars.count == 3 && scalars.contains { $0.properties.isLowercase }
  }

  /// A division called like a settlement in it ("Aleppo") is meant where the text says so only: its
  /// name counts as another one. Divisions of the tables keep theirs.
  private mutating func yieldToSettlements() {
    var settlements: Set<UInt64> = []
    func mark(_ hash: UInt64, _ region: Int) -> UInt64 {
      hash ^ (UInt64(region) &* 0x9E37_79B9_7F4A_7C15)
    }
    for entry in entries where !entry.isAlternate {
      let place = places[Int(entry.place)]
      if place.kind.isSettlement, let region = place.region {
        settlements.insert(mark(entry.hash, region))
      }
    }
    for index in entries.indices {
      let number = Int(entries[index].place)
      if places[number].kind == .region, places[number].geonameID == 0,
        settlements.contains(mark(entries[index].hash, number))
      {
        entries[index].isAlternate = true
      }
    }
  }

  /// "Dili" is a capital's own name, and another one of a city of far more people: the capital is meant.
  private mutating func yieldToCapitals() {
    var capitals: Set<UInt64> = []
    for entry in entries where !entry.isAlternate {
      if places[Int(entry.place)].kind == .capital { capitals.insert(entry.hash) }
    }
    entries.removeAll { entry in
      entry.isAlternate && places[Int(entry.place)].kind == .city && capitals.contains(entry.hash)
    }
  }

  private func file() -> [UInt8] {
    var body: [UInt8] = []
    body.reserveCapacity(places.count * GazetteerPlace.size)
    for place in places { place.write(to: &body) }
    let sorted = Self.withoutDoubles(entries).sorted { first, second in
      let buckets = (GazetteerFormat.bucket(first.hash), GazetteerFormat.bucket(second.hash))
      if buckets.0 != buckets.1 { return buckets.0 < buckets.1 }
      let low = (UInt32(truncatingIfNeeded: first.hash), UInt32(truncatingIfNeeded: second.hash))
      if low.0 != low.1 { return low.0 < low.1 }
      let people = (places[Int(first.place)].population, places[Int(second.place)].population)
      return people.0 != people.1 ? people.0 > people.1 : first.place < second.place
    }
    var starts = [UInt32](repeating: 0, count: (1 << GazetteerFormat.bucketBits) + 1)
    var table: [UInt32] = []
    table.reserveCapacity(sorted.count * 2)
    for entry in sorted {
      starts[GazetteerFormat.bucket(entry.hash) + 1] += 1
      table.append(UInt32(truncatingIfNeeded: entry.hash))
      table.append(entry.isAlternate ? entry.place | GazetteerFormat.alternate : entry.place)
    }
    for bucket in 1..<starts.count { starts[bucket] += starts[bucket - 1] }
    return GazetteerFormat.container.file([
      body, names, Self.littleEndian(starts), Self.littleEndian(table),
    ])
  }

  /// A division that tables and rows both have is filed under its name once, as its own.
  private static func withoutDoubles(_ entries: [Entry]) -> [Entry] {
    var seen: Set<UInt64> = []
    return entries.filter {
      seen.insert($0.hash ^ (UInt64($0.place) &* 0x9E37_79B9_7F4A_7C15)).inserted
    }
  }

  private static func littleEndian(_ words: [UInt32]) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(words.count * 4)
    for word in words {
      withUnsafeBytes(of: word.littleEndian) { bytes.append(contentsOf: $0) }
    }
    return bytes
  }
}
