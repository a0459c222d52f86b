import Language
import Records
import Testing

@testable import Exports

@Suite struct ParseFormatTests {
  @Test func coNLLUShowsWhiteSpace() {
    #expect(ParseCoNLLU.visible("\n\n") == "\\n\\n")
    #expect(ParseCoNLLU.visible("  ") == "\\s\\s")
    #expect(ParseCoNLLU.visible("a b", spaces: false) == "a b")
    #expect(ParseCoNLLU.visible("") == "_")
    #expect(ParseCoNLLU.visible("\u{1B}[1m") == "\\u{1b}[1m")
  }

  @Test func anEmptyDocumentIsALine() throws {
    let writer = ParseJSONL(labels: Labels())
    var out: [UInt8] = []
    writer.begin(id: "a\"\n", to: &out)
    writer.end(&out)
    #expect(out.last == 0x0A)
    let value = try JSONReader.read(out)
    #expect(value["id"]?.string == "a\"\n")
    #expect(value["tokens"]?.array?.isEmpty == true)
  }
}
