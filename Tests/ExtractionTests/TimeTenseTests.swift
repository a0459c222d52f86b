import Records
import Testing

@testable import Extraction
@testable import Times

/// Tenses by parses written by hand.
@Suite struct TimeTenseTests {
  /// "word/TAG/head/relation" a token; heads count from 0.
  private func parse(_ tokens: String) -> (String, TimeParse) {
    var text = ""
    var parsed: [TimeParse.Token] = []
    for token in tokens.split(separator: " ") {
      let fields = token.split(separator: "/").map(String.init)
      if !text.isEmpty { text += " " }
      let start = text.utf8.count
      text += fields[0]
      parsed.append(
        .init(
          range: start..<text.utf8.count, tag: fields[1], lemma: fields[0].lowercased(),
          head: Int(fields[2]) ?? 0, relation: fields[3]))
    }
    return (text, TimeParse(tokens: parsed, sentences: [0..<text.utf8.count]))
  }

  private func values(_ tokens: String) -> [String?] {
    let (text, parse) = parse(tokens)
    // A Monday.
    let day = Timestamp(year: 2025, month: 1, day: 13)
    return RecordExtractor.record(text, parse: parse, published: day).times.map(\.value)
  }

  @Test func theVerbDecidesWhichFriday() {
    #expect(values("They/PRP/1/nsubj met/VBD/1/ROOT Friday/NNP/1/npadvmod") == ["2025-01-10"])
    #expect(
      values("They/PRP/2/nsubj will/MD/2/aux meet/VB/2/ROOT Friday/NNP/2/npadvmod")
        == ["2025-01-17"])
  }

  @Test func theGoverningVerbNotTheNearest() {
    #expect(
      values(
        "He/PRP/1/nsubj said/VBD/1/ROOT they/PRP/4/nsubj will/MD/4/aux meet/VB/1/ccomp Friday/NNP/4/npadvmod"
      ) == ["2025-01-17"])
    #expect(
      values(
        "They/PRP/2/nsubj will/MD/2/aux meet/VB/5/ccomp he/PRP/5/nsubj ,/,/5/punct said/VBD/5/ROOT Friday/NNP/5/npadvmod"
      ) == ["2025-01-10"])
  }

  @Test func whatIsPlannedIsToCome() {
    #expect(
      values(
        "They/PRP/1/nsubj plan/VBP/1/ROOT to/TO/3/aux meet/VB/1/xcomp Friday/NNP/3/npadvmod")
        == ["2025-01-17"])
  }

  @Test func aModalVerbIsNoMonth() {
    #expect(values("They/PRP/2/nsubj may/MD/2/aux go/VB/2/ROOT").isEmpty)
  }
}
