import Testing

@testable import Language

@Suite struct RulesTests {
  private func rule(
    _ conditions: [AttributeRules.Condition], _ attributes: AttributeRules.Attributes,
    index: Int = 0
  ) -> AttributeRules.Rule {
    AttributeRules.Rule(conditions: conditions, attributes: attributes, index: index)
  }

  @Test func laterRulesWinAndPairsReachTheirToken() {
    let tagTwo = AttributeRules.Condition(tags: LabelSet([2]))
    let formOne = AttributeRules.Condition(lowerForms: LabelSet([1]))
    let ruler = AttributeRuler(
      AttributeRules(rules: [
        rule([tagTwo], .init(partOfSpeech: 5, morphology: 1)),
        rule([tagTwo, formOne], .init(lemma: 4), index: 1),
        rule([formOne], .init(partOfSpeech: 6)),
        rule([tagTwo, formOne], .init(morphology: 9)),
      ]))
    let tokens = [
      AttributeRuler.Token(tag: 2, relation: 0, lowerForm: 0, isSpace: false),
      AttributeRuler.Token(tag: 3, relation: 0, lowerForm: 1, isSpace: false),
      AttributeRuler.Token(tag: 2, relation: 0, lowerForm: 1, isSpace: false),
    ]
    var given: [AttributeRules.Attributes] = []
    ruler.apply(tokens.count, { tokens[$0] }, { given.append($1) })
    #expect(given[0] == .init(partOfSpeech: 5, morphology: 9))
    #expect(given[1] == .init(partOfSpeech: 6, lemma: 4))
    #expect(given[2] == .init(partOfSpeech: 6, morphology: 1))
  }

  @Test func smallExpressionsAreWrittenOut() throws {
    #expect(Set(try AttributeRuleCompiler.expand("^n'?t$")) == ["n't", "nt"])
    #expect(Set(try AttributeRuleCompiler.expand("^n[ou]thin'$")) == ["nothin'", "nuthin'"])
    #expect(throws: AffixError.self) { try AttributeRuleCompiler.expand("^a+$") }
    #expect(throws: AffixError.self) { try AttributeRuleCompiler.expand("abc") }
  }

  @Test(arguments: [
    ("mice", "NOUN", "Number=Plur", "mouse"), ("ponies", "NOUN", "Number=Plur", "pony"),
    ("Boxes", "NOUN", "Number=Plur", "box"), ("went", "VERB", "Tense=Past|VerbForm=Fin", "go"),
    ("running", "VERB", "Aspect=Prog|Tense=Pres|VerbForm=Part", "run"),
    ("bigger", "ADJ", "Degree=Cmp", "big"), ("Oslo", "PROPN", "Number=Sing", "Oslo"),
    ("Dog", "NOUN", "Number=Sing", "dog"), ("BUT", "CCONJ", "ConjType=Cmp", "but"),
    ("zorgles", "NOUN", "Number=Plur", "zorgle"),
    ("“", "PUNCT", "PunctSide=Ini|PunctType=Quot", "\""),
  ])
  func lemmas(text: String, partOfSpeech: String, morphology: String, lemma: String) throws {
    let model = try InstalledModel.load()
    let lemmatizer = Lemmatizer(model: model)
    let part = try #require(model.labels.partsOfSpeech.firstIndex(of: partOfSpeech))
    let form = try #require(model.labels.morphologies.firstIndex(of: morphology))
    let found = Array(text.utf8).withUnsafeBufferPointer {
      lemmatizer.lemma($0, partOfSpeech: part, morphology: form)
    }
    #expect(String(decoding: found, as: UTF8.self) == lemma)
  }

  @Test func longTextsComeInPieces() {
    let text = Array(String(repeating: "éa b\n", count: 50).utf8)
    let pieces = Array(TextPieces(text, limit: 23))
    #expect(pieces.flatMap { $0 } == text)
    #expect(pieces.dropLast().allSatisfy { $0.last == 0x0A })
    #expect(pieces.allSatisfy { String(validating: $0, as: UTF8.self) != nil })
    let solid = Array(TextPieces(Array(String(repeating: "é", count: 50).utf8), limit: 20))
    #expect(solid.map(\.count) == [40, 40, 20])
    #expect(Array(TextPieces([])).isEmpty)
    #expect(TextPieces.validUTF8([0x61, 0xFF]) == Array("a\u{FFFD}".utf8))
  }
}
