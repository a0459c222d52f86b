import Containers
import Foundation
import TestSupport
import Testing

@testable import Gazetteer

@Suite struct GazetteerTests {
  private func places(_ name: String, in gazetteer: Gazetteer) -> [GazetteerPlace] {
    var key = NameKey()
    return gazetteer.matches(key.hash(name)).compactMap { gazetteer.place($0.place) }
  }

  @Test func findsTheMostProminentFirst() throws {
    let gazetteer = try SmallGazetteer.load()
    #expect(places("Estvik", in: gazetteer).map(\.country.text) == ["XV", "US"])
    #expect(places("Paris", in: gazetteer).map(\.geonameID) == [24, 25])
    #expect(places("Nowhere", in: gazetteer).isEmpty)
    #expect(places("", in: gazetteer).isEmpty)
  }

  @Test func knowsWhatPlacesLieIn() throws {
    let gazetteer = try SmallGazetteer.load()
    let estvik = try #require(places("Estvik", in: gazetteer).first)
    #expect(estvik.region.flatMap(gazetteer.place).map(gazetteer.name) == "North Varnia")
    #expect(estvik.county.flatMap(gazetteer.place).map(gazetteer.name) == "Orre County")
    #expect(abs(estvik.latitude - 50.25) < 1e-6 && abs(estvik.longitude - 10.25) < 1e-6)
    let texan = try #require(places("Sherman", in: gazetteer).first)
    #expect(texan.region.flatMap(gazetteer.place)?.geonameID == 4_736_286)
  }

  @Test(arguments: [
    ("ST. BRANNOCK", "Saint Brannock"), ("Östvik", "Ostvik"), ("Mt. Orre", "mount orre"),
    ("Port-au-Prince", "port au prince"), ("O'Fallon", "OFallon"),
    ("N\u{2019}Djamena", "N'Djamena"),
    ("Эствик", "эствик"), ("Đà Nẵng", "da nang"), ("ŁÓDŹ", "lodz"),
  ])
  func spellingsOfOneName(first: String, second: String) {
    var key = NameKey()
    #expect(key.hash(first) == key.hash(second))
  }

  @Test func differentNamesStayApart() {
    var key = NameKey()
    #expect(key.hash("Varnia") != key.hash("Varnias"))
    #expect(key.hash("New York") != key.hash("NewYork"))
    #expect(key.hash("...") == 0)
  }

  @Test func hostileBytesAreNoTrouble() {
    var key = NameKey()
    for bytes in [[0xFF], [0xC3], [0xF0, 0x9F], [0xE1, 0xBA], [0x80, 0x80]] as [[UInt8]] {
      bytes.withUnsafeBufferPointer { _ = key.hash($0) }
    }
  }

  @Test func alternatesInOtherScriptsAndNoCodes() throws {
    let gazetteer = try SmallGazetteer.load()
    #expect(places("Эствик", in: gazetteer).map(\.geonameID) == [21])
    #expect(places("ESV", in: gazetteer).isEmpty)
  }

  @Test func tablesOfTheHouse() throws {
    let gazetteer = try SmallGazetteer.load()
    for (name, country) in [
      ("South Korea", "KR"), ("Japan", "JP"), ("North Korea", "KP"), ("U.S.", "US"),
      ("Camp David", "US"), ("Pentagon", "US"), ("Gaza Strip", "PS"), ("Donbas", "UA"),
      ("Ontario", "CA"), ("Texas", "US"), ("Netherlands", "NL"),
      ("Kingdom of the Netherlands", "NL"),
    ] {
      #expect(places(name, in: gazetteer).first?.country.text == country, "\(name)")
    }
    let canada = try #require(places("Canada", in: gazetteer).first)
    #expect(canada.kind == .country && canada.geonameID == 6_251_999)
    #expect(try SmallGazetteer.load(tables: false).count == 9)
  }

  /// Every row of the tables is read, and no two countries share a code.
  @Test func tablesAreWhole() throws {
    let rows = try GazetteerTables.rows()
    let countries = rows.filter { $0.kind == .country }
    #expect(countries.count > 240)
    #expect(Set(countries.map(\.country)).count == countries.count)
    let ids = rows.map(\.geonameID).filter { $0 > 0 }
    #expect(Set(ids).count == ids.count)
  }

  private func reason(of bytes: [UInt8]) throws -> GazetteerError.Reason? {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let path = folder.url.appendingPathComponent("gazetteer").path
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    do throws(GazetteerError) {
      _ = try Gazetteer(path: path)
      return nil
    } catch {
      #expect("\(error)".contains("make gazetteer"))
      return error.reason
    }
  }

  @Test func saysWhatIsWrong() throws {
    let whole = try SmallGazetteer.bytes()
    #expect(try reason(of: whole) == nil)
    #expect(try reason(of: Array("not a gazetteer at all, far from it".utf8)) == .fault(.foreign))
    #expect(try reason(of: []) == .fault(.foreign))
    #expect(try reason(of: Array(whole.prefix(40))) == .fault(.truncated))
    #expect(try reason(of: Array(whole.dropLast(100))) == .fault(.truncated))
    var damaged = whole
    damaged[whole.count / 2] ^= 1
    #expect(try reason(of: damaged) == .fault(.damaged))
    var older = whole
    older[8] = 200
    #expect(
      try reason(of: older)
        == .fault(.otherVersion(found: 200, wanted: GazetteerFormat.version)))
  }

  /// A file with a right checksum and senseless numbers: nothing is read beyond its bounds.
  @Test func senselessNumbersStayWithinBounds() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let path = folder.url.appendingPathComponent("gazetteer").path
    let words = Array(repeating: UInt8(0xFF), count: ((1 << GazetteerFormat.bucketBits) + 1) * 4)
    let body = Array(repeating: UInt8(0xFF), count: GazetteerPlace.size)
    let file = GazetteerFormat.container.file([
      body, [200, 65], words, Array(repeating: 0xFF, count: 24),
    ])
    try GazetteerCompiler.write(file, to: path)
    let gazetteer = try Gazetteer(path: path)
    #expect(places("Paris", in: gazetteer).isEmpty)
    #expect(gazetteer.place(0).map(gazetteer.name) == "")
    #expect(gazetteer.place(1) == nil && gazetteer.place(-1) == nil)
  }

  @Test func wrongRowsAreNamed() {
    #expect(throws: GazetteerError(path: "r", reason: .row(2))) {
      try GazetteerCompiler.compile(rows: "# rows\ncity\tx\tName", path: "r")
    }
  }

  @Test func missingFileIsNamed() {
    #expect(throws: GazetteerError.self) { try Gazetteer(path: "/nowhere/gazetteer") }
    do throws(GazetteerError) {
      _ = try GazetteerLocation.find(
        given: nil, environment: ["XDG_DATA_HOME": "/nowhere"], program: "/nowhere/dateline")
    } catch {
      #expect("\(error)".contains("/nowhere/gazetteer.dateline"))
    }
    #expect(
      (try? GazetteerLocation.find(
        given: nil, environment: ["DATELINE_GAZETTEER": "e"], program: "/p/dateline")) == "e")
  }
}
