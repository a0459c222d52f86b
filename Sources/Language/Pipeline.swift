/// Text to `Doc`: tokenizer, tagger, parser, attribute rules, lemmatizer, entities.
///
/// A pipeline belongs to one task at a time; any number share a `LanguageModel`. It remembers
/// token forms from text to text, which makes it fast and changes nothing: a text's doc does not
/// depend on the texts before it or beside it.
package final class Pipeline {
  private let model: LanguageModel
  private let tokenizer: Tokenizer
  private let cache: FormCache
  private let parser: DependencyParser
  private let ruler: AttributeRuler
  private let lemmatizer: Lemmatizer
  private let recognizer: EntityRecognizer
  private let lemmaTexts = ByteTable()
  private var lemmaColumn: LemmaColumn
  private var ruleLemmas: [Int] = []
  private var tokens = TokenColumns()
  private var rows = TokenRows()

  package init(model: LanguageModel) {
    self.model = model
    tokenizer = Tokenizer(model: model)
    cache = FormCache(model: model, lexicon: tokenizer.lexicon)
    parser = DependencyParser(model: model, cache: cache)
    ruler = AttributeRuler(model.info.attributeRules)
    lemmatizer = Lemmatizer(model: model)
    recognizer = EntityRecognizer(model: model, cache: cache)
    lemmaColumn = LemmaColumn(texts: lemmaTexts)
    internRuleLemmas()
  }

  package func parse(_ text: String) -> Doc { parse([Array(text.utf8)])[0] }

  /// Docs of several texts, valid UTF-8 each; short texts go through the networks together.
  package func parse(_ texts: [[UInt8]]) -> [Doc] {
    trim()
    tokens.removeAll()
    rows.removeAll()
    var ranges: [Range<Int>] = []
    for text in texts {
      let first = tokens.count
      text.withUnsafeBufferPointer { tokenizer.tokenize($0, into: &tokens) }
      ranges.append(first..<tokens.count)
      rows.append(tokens, first..<tokens.count)
    }
    parser.rows.reset(rows)
    var docs: [Doc] = []
    for (i, text) in texts.enumerated() {
      docs.append(doc(text, ranges[i], firstRow: rows.firstRows[i]))
    }
    addEntities(to: &docs)
    return docs
  }

  /// Keeps the caches bounded; between texts only, for numbers change.
  private func trim() {
    guard tokenizer.isFull || lemmaTexts.count > 1 << 16 else { return }
    cache.removeAll()
    lemmaTexts.removeAll()
    lemmaColumn.removeAll()
    tokenizer.removeAll()
    internRuleLemmas()
  }

  private func internRuleLemmas() {
    ruleLemmas = model.info.attributeRules.lemmas.map { lemma in
      Array(lemma.utf8).withUnsafeBufferPointer { lemmaTexts.intern($0) }
    }
  }

  /// All but entities.
  private func doc(_ text: [UInt8], _ range: Range<Int>, firstRow: Int) -> Doc {
    var doc = Doc(utf8: text, labels: model.labels)
    guard !range.isEmpty else { return doc }
    let lexicon = tokenizer.lexicon
    let first = range.lowerBound
    let tree = parser.parse(count: range.count, firstRow: firstRow) { token in
      lexicon.lexemes[Int(tokens.lexemes[first + token])].isSpace
    }
    doc.starts = Array(tokens.starts[range])
    doc.lengths = Array(tokens.lengths[range])
    doc.heads = tree.heads.map { UInt32($0) }
    doc.relations = tree.relations
    doc.tags = Array(parser.rows.tags[firstRow..<firstRow + range.count])
    doc.partsOfSpeech = [UInt8](repeating: 0, count: range.count)
    doc.morphologies = [UInt8](repeating: 0, count: range.count)
    doc.lemmas = [UInt32](repeating: 0, count: range.count)
    doc.entityLabels = [UInt8](repeating: 0, count: range.count)
    doc.flags = range.map { i in
      var flags: Doc.Flags = tokens.spaces[i] ? .space : []
      if tree.startsSentence[i - first] { flags.insert(.startsSentence) }
      if lexicon.lexemes[Int(tokens.lexemes[i])].isSpace { flags.insert(.isSpace) }
      return flags
    }
    addAttributes(to: &doc, first: first, tree: tree)
    return doc
  }

  private func addAttributes(to doc: inout Doc, first: Int, tree: ParsedTree) {
    let lexicon = tokenizer.lexicon
    let tags = doc.tags
    lemmaColumn.startDoc()
    ruler.apply(doc.count) { i in
      let lexeme = lexicon.lexemes + Int(tokens.lexemes[first + i])
      return AttributeRuler.Token(
        tag: tags[i], relation: tree.relations[i], lowerForm: lexeme.pointee.lowerClass,
        isSpace: lexeme.pointee.isSpace)
    } _: { i, given in
      if given.tag >= 0 { doc.tags[i] = UInt8(given.tag) }
      if given.relation >= 0 { doc.relations[i] = UInt8(given.relation) }
      if given.partOfSpeech >= 0 { doc.partsOfSpeech[i] = UInt8(given.partOfSpeech) }
      if given.morphology >= 0 { doc.morphologies[i] = UInt8(given.morphology) }
      let lemma =
        given.lemma >= 0
        ? ruleLemmas[Int(given.lemma)]
        : lemma(
          Int(tokens.lexemes[first + i]), partOfSpeech: doc.partsOfSpeech[i],
          morphology: doc.morphologies[i])
      doc.lemmas[i] = lemmaColumn.number(lemma)
    }
    doc.lemmaTexts = lemmaColumn.found
  }

  /// A lexeme's lemma; the last one is remembered, for most words have one part of speech.
  private func lemma(_ number: Int, partOfSpeech: UInt8, morphology: UInt8) -> Int {
    let lexeme = tokenizer.lexicon.lexemes + number
    let key = UInt32(partOfSpeech) << 8 | UInt32(morphology)
    if lexeme.pointee.lemmaKey == key { return Int(lexeme.pointee.lemma) }
    let bytes = lemmatizer.lemma(
      tokenizer.lexicon.text(number), partOfSpeech: Int(partOfSpeech),
      morphology: Int(morphology))
    let lemma = bytes.withUnsafeBufferPointer { lemmaTexts.intern($0) }
    lexeme.pointee.lemmaKey = key
    lexeme.pointee.lemma = Int32(lemma)
    return lemma
  }

  private func addEntities(to docs: inout [Doc]) {
    var current = 0
    recognizer.recognize(rows) { row in
      while current + 1 < docs.count, row >= rows.firstRows[current + 1] { current += 1 }
      let token = row - rows.firstRows[current]
      guard token >= 0, token < docs[current].count else { return nil }
      return EntityToken(
        isSpace: docs[current].flags[token].contains(.isSpace),
        endsSentence: token + 1 == docs[current].count
          || docs[current].flags[token + 1].contains(.startsSentence))
    } mark: { row, mark in
      let token = row - rows.firstRows[current]
      docs[current].entityLabels[token] = mark.label
      switch mark.position {
      case .begin: docs[current].flags[token].insert(.beginsEntity)
      case .inside: docs[current].flags[token].insert(.insideEntity)
      case .outside: break
      }
    }
  }
}
