import Testing

@testable import Language

@Suite struct TextParagraphsTests {
  private func paragraphs(_ text: String) -> [String] {
    let utf8 = Array(text.utf8)
    var start = 0
    return TextParagraphs.ends(utf8).map { end in
      defer { start = end }
      return String(decoding: utf8[start..<end], as: UTF8.self)
    }
  }

  @Test(arguments: [
    ("", [""]),
    ("One line.", ["One line."]),
    ("A heading\nThe words below.", ["A heading\n", "The words below."]),
    ("A heading\n\n  \nThe words below.\n", ["A heading\n\n  \n", "The words below.\n"]),
    (
      "An item;\nand the words that go on\nMore.",
      ["An item;\nand the words that go on\n", "More."]
    ),
    (
      "“It is over.”\nMore.\n\nStill more…\nAn end",
      ["“It is over.”\n", "More.\n\nStill more…\nAn end"]
    ),
  ])
  func cutsLines(_ text: String, _ expected: [String]) {
    #expect(paragraphs(text) == expected)
  }

  @Test func keepsWrappedLines() {
    let text = """
      The ferry between the two ports will not
      sail before the harbour has been
      dredged, the owners said. Captain
      Moe did not agree

      A second paragraph begins
      here.
      """
    #expect(paragraphs(text).count == 2)
  }

  @Test func parsesEachAlone() throws {
    let pipeline = Pipeline(model: try InstalledModel.load())
    let text = "Blasts heard near the old harbour\nMoe said that he saw the ships. They left."
    let doc = pipeline.parse(paragraphsOf: text)
    let alone = pipeline.parse("Moe said that he saw the ships. They left.")
    #expect(doc.text == text)
    let first = doc.count - alone.count
    #expect(doc.text(first) == "Moe")
    #expect(doc.startsSentence(first))
    for token in 0..<alone.count {
      #expect(doc.text(first + token) == alone.text(token))
      #expect(doc.head(first + token) == first + alone.head(token))
      #expect(doc.lemma(first + token) == alone.lemma(token))
      #expect(doc.relation(first + token) == alone.relation(token))
      #expect(doc.flags[first + token] == alone.flags[token])
    }
  }

  @Test func takesAnyNumberOfLines() throws {
    let pipeline = Pipeline(model: try InstalledModel.load())
    let text = String(repeating: "\nNo\n \r\n", count: 2000)
    #expect(pipeline.parse(paragraphsOf: text).text == text)
  }
}
