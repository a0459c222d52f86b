import Records
import Testing

@Suite struct JSONTests {
  @Test func readsWhatItWrites() throws {
    let text = #"{"a":[1,-2.5,true,null],"b":{"c":"x\"\\\n\u0001é"},"d":[]}"#
    let value = try JSONReader.read(text)
    var json = JSONWriter()
    json.value(value)
    #expect(try JSONReader.read(json.bytes) == value)
    #expect(value["b"]?["c"]?.string == "x\"\\\n\u{1}é")
  }

  @Test func joinsSurrogates() throws {
    #expect(try JSONReader.read(#""\ud83d\ude00""#) == .string("😀"))
    #expect(try JSONReader.read(#""\ud83d!""#) == .string("\u{FFFD}!"))
  }

  @Test(arguments: ["", "{", "[1,]", "{\"a\":1,}", "01", "\"\n\"", "[1] 2", "nul", "\"\\x\""])
  func refusesBrokenText(text: String) {
    #expect(throws: JSONError.self) { try JSONReader.read(text) }
  }

  @Test func lenientTakesWhatPagesCarry() throws {
    let page = "<!-- /* x */ {\"a\": \"line\nbreak\", \"b\": [1, 2,], } --> ;"
    let value = try JSONReader.read(page, mode: .lenient)
    #expect(value["a"]?.string == "line\nbreak")
    #expect(value["b"]?.array?.count == 2)
  }

  @Test func depthIsBounded() {
    let deep = String(repeating: "[", count: 100_000)
    #expect(throws: JSONError.self) { try JSONReader.read(deep) }
  }
}
