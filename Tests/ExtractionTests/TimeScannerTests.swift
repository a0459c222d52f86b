import Testing

@testable import Extraction
@testable import Times

@Suite struct TimeScannerTests {
  private func words(_ text: String) -> [String] {
    let utf8 = Array(text.utf8)
    return TimeScanner.tokens(of: utf8, TimeRulebook.standard.lexicon.vocabulary).map {
      String(decoding: utf8[$0.range], as: UTF8.self)
    }
  }

  @Test func cutsFinerThanAParse() {
    #expect(words("mid-November, 10pm") == ["mid", "-", "November", ",", "10", "pm"])
  }

  @Test func spacesAndQuotesOfEveryKind() {
    let plain = TimeScanner.tokens(
      of: Array("Monday's 9 - 10".utf8), TimeRulebook.standard.lexicon.vocabulary)
    let fancy = TimeScanner.tokens(
      of: Array("Monday\u{2019}s\u{A0}9\u{202F}\u{2013}\u{3000}10".utf8),
      TimeRulebook.standard.lexicon.vocabulary)
    #expect(plain.map(\.word) == fancy.map(\.word))
    #expect(plain.map(\.number) == fancy.map(\.number))
  }

  @Test func lettersBeyondASCIIStayTogether() {
    #expect(words("Orbán côté 年") == ["Orbán", "côté", "年"])
  }

  @Test func anEmptyLineOpensAParagraph() {
    let tokens = TimeScanner.tokens(
      of: Array("Shut until Friday\n\nMay 3,\n2025".utf8), TimeRulebook.standard.lexicon.vocabulary)
    #expect(tokens.map(\.opensParagraph) == [false, false, false, true, false, false, false])
  }
}
