import Kernels
import Testing

@testable import Language

@Suite struct PipelineTests {
  private func pipeline() throws -> Pipeline { Pipeline(model: try InstalledModel.load()) }

  @Test func readsAPlainSentence() throws {
    let doc = try pipeline().parse("Two ministers met in Oslo. They signed nothing.")
    #expect(doc.sentences == [0..<6, 6..<10])
    #expect(
      (0..<doc.count).map { doc.tag($0) }
        == ["CD", "NNS", "VBD", "IN", "NNP", ".", "PRP", "VBD", "NN", "."])
    #expect((0..<6).map { doc.head($0) } == [1, 2, 2, 2, 3, 2])
    #expect(
      (0..<6).map { doc.relation($0) }
        == ["nummod", "nsubj", "ROOT", "prep", "pobj", "punct"])
    #expect(
      (0..<doc.count).map { doc.lemma($0) }
        == ["two", "minister", "meet", "in", "Oslo", ".", "they", "sign", "nothing", "."])
    #expect(doc.entities.contains(Doc.Entity(tokens: 4..<5, label: "GPE")))
    #expect(doc.morphology(1) == "Number=Plur")
    #expect(doc.partOfSpeech(8) == "PRON")
  }

  @Test func answersQuestions() throws {
    let doc = try pipeline().parse("The old mayor of Bergen praised the harbour workers.")
    #expect(doc.children(of: 5, ["nsubj"]) == [2])
    #expect(doc.subtreeRange(of: 2) == 0..<5)
    #expect(doc.subtree(of: 3) == [3, 4])
    #expect(
      doc.nounPhrases.map { doc.text($0) }
        == ["The old mayor", "Bergen", "the harbour workers"])
    #expect(doc.text(doc.nounPhrase(around: 2)) == "The old mayor of Bergen")
    #expect(doc.ancestors(of: 4) == [3, 2, 5])
    #expect(doc.tokens(overlapping: 4..<9) == 1..<3)
    #expect(doc.tokens(overlappingScalars: 8..<8).isEmpty)
    #expect(doc.sentence(of: 7) == 0..<10)
  }

  @Test func offsetsCountBytesInsideAndScalarsOutside() throws {
    let doc = try pipeline().parse("É wär in Köln.")
    #expect(doc.range(2) == 8..<10)
    #expect(doc.scalars(doc.range(3)) == 9..<13)
    #expect(doc.tokens(overlappingScalars: 9..<13) == 3..<4)
  }

  @Test func neighboursChangeNothing() throws {
    let texts = ["One.", "", "Ann Vole, 42, of Leeds won.", "  ", "Why? Because the river rose."]
    let together = try pipeline().parse(texts.map { Array($0.utf8) })
    let used = try pipeline()
    for (text, doc) in zip(texts, together) {
      #expect(used.parse(text) == doc)
      #expect(try pipeline().parse(text) == doc)
    }
  }

  /// A text longer than all kept blocks, with borders in the middle of sentences.
  @Test func blocksLeaveNoTrace() throws {
    let sentence = "The committee in Lund agreed that the ferry will sail on Friday. "
    let short = try pipeline().parse(sentence + sentence + sentence)
    let length = short.sentences[1].count
    let doc = try pipeline().parse(String(repeating: sentence, count: 330))
    #expect(doc.count == 330 * length)
    for start in stride(from: length, to: doc.count - length, by: length) {
      for i in 0..<length {
        #expect(doc.tags[start + i] == short.tags[length + i])
        #expect(doc.head(start + i) - start == short.head(length + i) - length)
      }
    }
  }

  @Test func allInstructionSetsDecideAlike() throws {
    let text = """
      The head of the port authority, Ann Vole, told reporters on 3 May that "no ship would \
      leave" before inspectors from Oslo had seen the quay; unions in Hull and Ghent disagreed.
      """
    let docs = try Kernels.InstructionSet.allCases.compactMap { Kernels($0) }.map {
      Pipeline(model: try InstalledModel.load($0)).parse(text)
    }
    for doc in docs { #expect(doc == docs[0]) }
  }

  // MARK: Properties over random strings

  /// Scalars that have caused trouble: space of all kinds, marks, quotes, digits, joiners.
  private static let alphabet: [String] =
    "abcXYZ019 .,;:!?'\"()[]-–—…/@#$%&*+=<>_~`".map(String.init)
    + [
      "\n", "\t", "\r", "\u{85}", "\u{A0}", "\u{3000}", "\u{200B}", "\u{FEFF}", "\u{301}", "é",
      "Σ", "İ", "א", "ع", "中", "😀", "👍🏽", "👨‍👩‍👧", "n't", "don't", "US$", "km", "U.S.", ":-)",
      "'em", "http://", "www.", ".com", "’s", "  ", " said ", " the ", " Oslo ",
    ]

  private func randomText(_ state: inout UInt64) -> String {
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    return (0..<next(60)).map { _ in PipelineTests.alphabet[next(PipelineTests.alphabet.count)] }
      .joined()
  }

  @Test func everyDocIsSound() throws {
    let pipeline = try pipeline()
    var state: UInt64 = 42
    for _ in 0..<300 {
      let text = randomText(&state)
      let doc = pipeline.parse(text)
      #expect(rebuilt(doc) == text, "\(text.debugDescription)")
      expectTrees(doc)
      expectEntities(doc)
    }
  }

  private func rebuilt(_ doc: Doc) -> String {
    (0..<doc.count).map { doc.text($0) + (doc.hasSpace($0) ? " " : "") }.joined()
  }

  /// Every head inside its sentence, one way up to the root.
  private func expectTrees(_ doc: Doc) {
    for sentence in doc.sentences {
      #expect(doc.startsSentence(sentence.lowerBound))
      for token in sentence {
        #expect(sentence.contains(doc.head(token)))
        let way = doc.ancestors(of: token)
        #expect(Set(way).count == way.count)
        #expect(way.last.map { doc.isRoot($0) } ?? doc.isRoot(token))
      }
    }
  }

  private func expectEntities(_ doc: Doc) {
    var end = 0
    for entity in doc.entities {
      #expect(entity.tokens.lowerBound >= end)
      #expect(!entity.label.isEmpty)
      end = entity.tokens.upperBound
    }
    let inside = doc.entities.reduce(0) { $0 + $1.tokens.count }
    #expect(inside == (0..<doc.count).filter { doc.entityPosition($0) != 2 }.count)
  }
}
