import Foundation
import TestSupport
import Testing

@testable import Language

@Suite struct ModelFileTests {
  private func reason(of bytes: [UInt8]) throws -> ModelError.Reason? {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let path = folder.url.appendingPathComponent("model").path
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    do {
      _ = try LanguageModel(path: path)
      return nil
    } catch {
      #expect("\(error)".contains("make model"))
      return error.reason
    }
  }

  private func installed() throws -> [UInt8] {
    _ = try InstalledModel.load()
    let path = ProcessInfo.processInfo.environment["DATELINE_MODEL"] ?? InstalledModel.built
    return Array(try Data(contentsOf: URL(fileURLWithPath: path)))
  }

  @Test func saysWhatIsWrong() throws {
    let whole = try installed()
    #expect(try reason(of: whole) == nil)
    #expect(try reason(of: Array("not a model at all, far from it".utf8)) == .foreign)
    #expect(try reason(of: []) == .foreign)
    #expect(try reason(of: Array(whole.prefix(40))) == .truncated)
    #expect(try reason(of: Array(whole.dropLast(1000))) == .truncated)
    var damaged = whole
    damaged[whole.count / 2] ^= 1
    #expect(try reason(of: damaged) == .damaged)
    var older = whole
    older[8] = 200
    #expect(try reason(of: older) == .otherVersion(found: 200, wanted: ModelFormat.version))
  }

  @Test func missingFileIsNamed() {
    #expect(throws: ModelError.self) { try LanguageModel(path: "/nowhere/model") }
    #expect(throws: ModelError.self) {
      try ModelLocation.find(
        given: nil, environment: ["XDG_DATA_HOME": "/nowhere"], program: "/nowhere/dateline")
    }
    let error = ModelError(path: "x", reason: .missing(places: ["/a/m", "/b/m"]))
    #expect("\(error)".contains("/a/m, /b/m"))
  }

  @Test func placesInOrder() throws {
    let given = try ModelLocation.find(
      given: "g", environment: ["DATELINE_MODEL": "e"], program: "/p/dateline")
    #expect(given == "g")
    let named = try ModelLocation.find(
      given: nil, environment: ["DATELINE_MODEL": "e"], program: "/p/dateline")
    #expect(named == "e")
    #expect(
      ModelLocation.places(environment: ["HOME": "/h"], program: "/p/dateline")
        == ["/p/", "/h/.local/share/dateline/"].map { $0 + ModelLocation.fileName })
  }

  @Test func tablesFindWhatWasWritten() throws {
    let entries = (1...1000).map { (key: UInt64($0) &* 0x9e37_79b9_7f4a_7c15, value: UInt32($0)) }
    try FrozenTable.write(entries).withUnsafeBytes { bytes in
      let table = try #require(FrozenTable(bytes))
      for entry in entries { #expect(table[entry.key] == entry.value) }
      #expect(table[12345] == nil)
    }
    #expect([UInt8](repeating: 0, count: 13).withUnsafeBytes { FrozenTable($0) == nil })
  }

  @Test func messagePack() throws {
    let bytes: [UInt8] = [
      0x82, 0xA1, 0x61, 0x93, 0x01, 0xCD, 0x01, 0x00, 0xC3, 0xC4, 0x01, 0x62, 0xC0,
    ]
    let value = try MessagePackReader.read(bytes[...])
    #expect(value["a"]?.array?.count == 3)
    #expect(value["a"]?.array?[1].integer == 256)
    #expect(value["b"] != nil)
    for broken in [[0x82], [0xA5, 0x61], [0xC1], [UInt8](repeating: 0x91, count: 100)] as [[UInt8]]
    {
      #expect(throws: MessagePackError.self) { try MessagePackReader.read(broken[...]) }
    }
  }

  /// Known values of the hash: MurmurHash64A with seed 1, as spaCy's string store shows them.
  @Test(arguments: [
    ("coffee", 3_197_928_453_018_144_401 as UInt64), ("apple", 8_566_208_034_543_834_098),
  ])
  func stringIDs(text: String, id: UInt64) {
    #expect(StringID.hash(text) == id)
  }
}
