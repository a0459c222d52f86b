import Testing

@testable import Language

@Suite struct TokenizerTests {
  private func words(_ text: String) throws -> [String] {
    let doc = Pipeline(model: try InstalledModel.load()).parse(text)
    return (0..<doc.count).map { doc.text($0) }
  }

  @Test(arguments: [
    ("Ms. Vole didn't come.", ["Ms.", "Vole", "did", "n't", "come", "."]),
    ("(\"Hello\")", ["(", "\"", "Hello", "\"", ")"]),
    ("a  b", ["a", " ", "b"]),
    ("well-known 10-20 e.g. U.S.", ["well", "-", "known", "10", "-", "20", "e.g.", "U.S."]),
    ("US$20m and 5km.", ["US$", "20", "m", "and", "5", "km", "."]),
    (
      "see www.example.org/a?b=1, or mail ann@example.org.",
      ["see", "www.example.org/a?b=1", ",", "or", "mail", "ann@example.org", "."]
    ),
    ("Wait... what?!", ["Wait", "...", "what", "?", "!"]),
    ("one—two", ["one", "—", "two"]),
    ("a--b", ["a", "--", "b"]),
    ("She said :-) to 'em", ["She", "said", ":-)", "to", "'em"]),
    ("10.0.0.1 8.8.8.8", ["10.0.0.1", "8.8.8.8"]),
    ("", []),
  ])
  func cutsAsThePublishedTokenizerDoes(text: String, expected: [String]) throws {
    #expect(try words(text) == expected)
  }

  @Test func expressionsTryAlternativesInOrder() throws {
    let expression = try AffixParser.parse(#"(?<=[a-z])(?:-|--)(?=[a-z])|\.\.+|é"#)
    func match(_ text: String, at start: Int) -> Int? {
      Array(text.unicodeScalars.map(\.value)).withUnsafeBufferPointer {
        expression.match($0, at: start)
      }
    }
    #expect(match("a-b", at: 1) == 1)
    // The single hyphen fails its look-ahead, so the double one wins.
    #expect(match("a--b", at: 1) == 2)
    #expect(match("1-b", at: 1) == nil)
    #expect(match("a...", at: 1) == 3)
    #expect(match("a.", at: 1) == nil)
    #expect(match("é", at: 0) == 1)
  }

  @Test(arguments: ["a*", "(?i)a", "[^a]", "a{2}", "(a)", "\\d"])
  func unknownConstructsAreRefused(pattern: String) {
    #expect(throws: AffixError.self) { try AffixParser.parse(pattern) }
  }

  @Test(arguments: [
    ("example.com", true), ("http://example.com:80/x", true), ("ann@example.org", true),
    ("user:word@host.example:8080/path", true), ("8.8.8.8", true), ("8.8.8.8/x", true),
    ("192.168.0.1", false), ("10.1.1.1", false), ("example", false), ("example.c", false),
    ("a..com", false), ("example.COM", false), ("_a.com", false), ("1.2.3", false),
    ("http://", false), ("x.com:1", false), ("ex ample", false),
  ])
  func addresses(text: String, expected: Bool) {
    let letters = ScalarSet([0x61...0x7A])
    let matches = text.unicodeScalars.map(\.value).withUnsafeBufferPointer {
      AddressMatcher(text: $0, domainLetters: letters).matches
    }
    #expect(matches == expected)
  }

  @Test(arguments: [
    ("Washington", "Xxxxx"), ("2023", "dddd"), ("24-25", "dd-dd"), ("------", "----"),
    ("McX", "XxX"), ("½", "½"), ("Ⅳ", "Ⅳ"), ("x²", "xd"), ("", ""),
  ])
  func shapes(word: String, shape: String) {
    #expect(Shape.of(word.unicodeScalars.map(\.value)) == Array(shape.utf8))
  }

  @Test func longWordsHaveOneShape() {
    #expect(Shape.of([UInt32](repeating: 0x61, count: 100)) == Array("LONG".utf8))
  }

  @Test(arguments: [
    ("ABC", "abc"), ("ΟΔΟΣ", "οδος"), ("ΣΑΣ Σ", "σας σ"), ("İ", "i\u{307}"), ("ß", "ß"),
  ])
  func lowerCase(text: String, expected: String) {
    var out: [UInt8] = []
    Array(text.utf8).withUnsafeBufferPointer { LowerCase.append($0, to: &out) }
    #expect(String(decoding: out, as: UTF8.self) == expected)
  }
}
