/// Lemmas by rules and word lists (WordNet's "morphy", as the published lemmatizer runs it).
final class Lemmatizer {
  private let model: LanguageModel
  /// By part of speech: what the table has for it.
  private let classes: [Class?]
  /// By part of speech and morphology: the lower-case form is the lemma already.
  private let isBase: [[Bool]]
  private let properNoun: Int?
  private var lower: [UInt8] = []

  private struct Class {
    var lemmas: LemmaClass
    var nameHash: UInt64
  }

  init(model: LanguageModel) {
    self.model = model
    let labels = model.labels
    classes = labels.partsOfSpeech.map { name in
      model.info.lemmaRules.first { $0.name == name.lowercased() }
        .map { Class(lemmas: $0, nameHash: StringID.hash($0.name)) }
    }
    isBase = labels.partsOfSpeech.map { name in
      labels.morphologies.map { Lemmatizer.isBaseForm(name.lowercased(), $0) }
    }
    properNoun = labels.partsOfSpeech.firstIndex(of: "PROPN")
  }

  /// Forms that need no rule: no part of speech, singular nouns, infinitives, positives, and the
  /// present without person.
  private static func isBaseForm(_ partOfSpeech: String, _ morphology: String) -> Bool {
    let features = Set(morphology.split(separator: "|").map(String.init))
    let hasNumber = features.contains { $0.hasPrefix("Number=") }
    return partOfSpeech.isEmpty || partOfSpeech == "space"
      || partOfSpeech == "noun" && features.contains("Number=Sing")
      || features.contains("VerbForm=Inf") || features.contains("Degree=Pos")
      || partOfSpeech == "verb" && features.contains("VerbForm=Fin")
        && features.contains("Tense=Pres") && !hasNumber
  }

  /// The lemma's UTF-8 bytes.
  func lemma(
    _ text: UnsafeBufferPointer<UInt8>, partOfSpeech: Int, morphology: Int
  ) -> [UInt8] {
    lower.removeAll(keepingCapacity: true)
    LowerCase.append(text, to: &lower)
    if isBase[partOfSpeech][morphology] { return lower }
    guard let known = classes[partOfSpeech] else {
      return partOfSpeech == properNoun ? Array(text) : lower
    }
    return byRules(known) ?? Array(text)
  }

  /// The first of: irregular forms (last of the list first), known words (last rule first), forms
  /// that are no words, unknown words.
  private func byRules(_ known: Class) -> [UInt8]? {
    var found: [[UInt8]] = []
    var unknown: [UInt8]?
    for rule in known.lemmas.rules where lower.ends(with: rule.ending) {
      let form = Array(lower.dropLast(rule.ending.count)) + rule.replacement
      if form.isEmpty { continue }
      if known.lemmas.hasIndex, model.isKnown(key(form, known)) {
        found.insert(form, at: 0)
      } else if !isAlphabetic(form) {
        found.append(form)
      } else if unknown == nil {
        unknown = form
      }
    }
    if known.lemmas.hasExceptions {
      for form in model.exceptions(key(lower, known))
      where !found.contains(where: { $0.elementsEqual(form) }) {
        found.insert(Array(form), at: 0)
      }
    }
    return found.first ?? unknown
  }

  private func key(_ form: [UInt8], _ known: Class) -> UInt64 {
    let hash = form.withUnsafeBufferPointer { StringID.hash($0) }
    return LemmaClass.key(word: hash, name: known.nameHash)
  }

  private func isAlphabetic(_ form: [UInt8]) -> Bool {
    form.withUnsafeBufferPointer { bytes in
      var i = 0
      while i < bytes.count {
        let (scalar, length) = ScalarText.scalar(bytes, at: i)
        guard ScalarClass.isLetter(scalar) else { return false }
        i += length
      }
      return true
    }
  }
}

extension Array<UInt8> {
  fileprivate func ends(with ending: [UInt8]) -> Bool {
    count >= ending.count && suffix(ending.count).elementsEqual(ending)
  }
}
