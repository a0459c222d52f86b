import Ingest
import Testing

@Suite("Unpacking gzip")
struct InflateTests {
  /// "hello\n" by gzip.
  private let hello: [UInt8] = [
    0x1F, 0x8B, 0x08, 0, 0, 0, 0, 0, 0, 0x03, 0xCB, 0x48, 0xCD, 0xC9, 0xC9, 0xE7, 0x02, 0, 0x20,
    0x30, 0x3A, 0x36, 0x06, 0, 0, 0,
  ]

  @Test func unpacksAllMembers() throws {
    #expect(try Inflate.gzip(hello, limit: 100) == Array("hello\n".utf8))
    #expect(try Inflate.gzip(hello + hello, limit: 100) == Array("hello\nhello\n".utf8))
    #expect(try Inflate.gzip(hello + [0, 0, 0], limit: 100) == Array("hello\n".utf8))
  }

  @Test func limitHoldsForWhatIsUnpacked() {
    #expect(throws: Inflate.Failure.tooLarge(limit: 5)) { try Inflate.gzip(hello, limit: 5) }
  }

  @Test func damageIsSaid() {
    var broken = hello
    broken[18] ^= 0xFF
    for bytes in [[], [0x1F], Array(hello.dropLast(3)), broken, Array("no gzip".utf8)] {
      #expect(throws: Inflate.Failure.damaged) { try Inflate.gzip(bytes, limit: 100) }
    }
  }
}
