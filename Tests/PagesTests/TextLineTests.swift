import Records
import Testing

@testable import Pages

@Suite struct TextLineTests {
  private func lines(_ text: String) -> [ScrapeLine] { ScrapeLine.lines(of: text) }

  @Test func marksAreTaken() {
    let found = lines(
      """
      # Headline of the day
      ## Part
        * item
        2. second
        3. # Heading in a list
      > quoted
      * * *
      a | b | c
      plain
      """)
    #expect(
      found.map(\.mark) == [
        .heading(1), .heading(2), .bullet, .number, .heading(1), .quote, .rule, .row, .plain,
      ])
    #expect(found[4].isInList && found[4].text == "Heading in a list")
    #expect(found.map(\.number) == Array(1...9))
  }

  @Test func dashesAndNumbersAtTheMarginAreText() {
    #expect(lines("- No, she said.\n3. Division\n#tag").allSatisfy { $0.mark == .plain })
  }

  @Test func blanksAndInvisibleCharactersGo() {
    let found = lines(
      "\u{FEFF}Ferry\u{AD}man\u{200B} \u{A0}\u{3000} at\u{7}\tsea \u{0}\r\n\r\nnext")
    #expect(found.map(\.text) == ["Ferryman at sea", "next"])
    #expect(found[1].blanksBefore == 1)
  }

  @Test func joinersOfPersianStay() {
    #expect(lines("می\u{200C}خواهم").first?.text == "می\u{200C}خواهم")
  }

  @Test func linksAndEscapesOfMarkdownGo() {
    #expect(
      lines("See [the quay](https://a.example/x) and **more**").first?.text
        == "See the quay and more")
    #expect(lines("30\\. June \\+ more [1] a*b").first?.text == "30. June + more [1] a*b")
    #expect(lines("![The quay](/a.jpg)").first?.text == "The quay")
  }

  @Test func wideGapsPartElements() {
    #expect(lines("Ana Lind  Oskar Wren").first?.parts == ["Ana Lind", "Oskar Wren"])
    #expect(lines("Ana Lind").first?.parts == [])
  }

  @Test func wrappedParagraphsAreJoined() {
    let paragraph = """
      The two governments signed an agreement on Tuesday that lets ferries cross
      the sound again, with a first crossing planned for the summer and a second
      one to follow in the autumn of the year after the next one as it seems now.

      """
    let found = lines(String(repeating: paragraph + "\n", count: 6))
    #expect(found.count == 6)
    #expect(found.first?.text.contains("cross the sound again") == true)
  }

  @Test func shortLinesAreNotJoined() {
    #expect(lines("one\ntwo\nthree\nfour\nfive\nsix\nseven\neight\nnine\nten").count == 10)
  }

  @Test func shapeCountsWhatItSays() {
    let shape = LineShape(Array("PoliticsJapan: \"We met, twice.\"".utf8))
    #expect(shape.glued == 1 && shape.words == 4 && shape.commas == 1)
    #expect(shape.endsSentence && shape.endsQuote && !shape.startsQuote)
    #expect(LineShape(Array("Two met. Three left!".utf8)).sentences == 2)
    #expect(LineShape(Array("Version 2.5 is out".utf8)).sentences == 0)
    #expect(LineShape(Array("she said".utf8)).startsSmall)
  }

  @Test func scriptsWithoutBlanksHaveWordsAndWidth() {
    let shape = LineShape(Array("外相はソウルで会談した。".utf8))
    #expect(shape.words >= 5 && shape.width >= 22 && shape.endsSentence && shape.sentences == 1)
    #expect(LineShape(Array("रविवार को बैठक हुई।".utf8)).endsSentence)
    #expect(LineShape(Array("التقى الوزيران؟".utf8)).ending == .question)
  }

  @Test func tableOfTraitsNamesEveryFurnitureKind() {
    for kind in FurnitureKind.allCases {
      let strong = LineTrait(strong: kind).map { "\($0)" }
      let weak = LineTrait(weak: kind).map { "\($0)" }
      #expect(strong == "\(kind)Strong" && weak == "\(kind)Weak")
    }
  }
}

@Suite struct TextBoundsTests {
  @Test func hugeLineIsReadInTime() {
    let line = String(repeating: "ferry crossing [x](y *a* | ", count: 4000)
    let start = ContinuousClock.now
    _ = TextScrapeReader.read(line)
    #expect(ContinuousClock.now - start < .seconds(30))
  }

  @Test func manyLinesAreReadInTime() {
    let text = String(repeating: "Home\nNews\n\n  * Sport\n", count: 3000)
    let start = ContinuousClock.now
    #expect(TextScrapeReader.read(text).blocks.isEmpty)
    #expect(ContinuousClock.now - start < .seconds(60))
  }

  @Test(arguments: ["", " \n\t\n", "\u{0}\u{1}\u{2}", "# ", "|||", "* * *", "::", "[]()", "03:11"])
  func oddTextsDoNotTrap(text: String) {
    #expect(TextScrapeReader.read(text).blocks.isEmpty)
  }

  @Test func rightToLeftTextIsRead() {
    let paragraph =
      "التقى الوزيران في العاصمة يوم الثلاثاء لبحث إعادة فتح خط العبارات بين البلدين بعد سنوات."
    let text =
      "وزيران يتفقان على فتح خط العبارات\n\n" + (1...5).map { "\(paragraph) \($0).\n\n" }.joined()
    let article = TextScrapeReader.read(text)
    #expect(article.language == "ar")
    #expect(article.blocks.count + (article.lead == nil ? 0 : 1) >= 4)
  }
}
