/// Reads the published attribute ruler's patterns into rules over label numbers.
struct AttributeRuleCompiler {
  private(set) var labels: Labels
  private var lowerForms = [""]
  private var lemmas: [String] = []

  init(labels: Labels) { self.labels = labels }

  mutating func compile(_ file: MessagePack) throws(AffixError) -> AttributeRules {
    guard let entries = file.array else { throw AffixError(reason: "no attribute rules") }
    // Labels first: a complement ("not in") is over all there are.
    for entry in entries {
      for (key, value) in entry["attrs"]?.pairs ?? [] {
        guard let name = value.text else { continue }
        if key.text == "TAG" { _ = labels.number(name, in: \.tags) }
        if key.text == "DEP" { _ = labels.number(name, in: \.relations) }
      }
    }
    var rules: [AttributeRules.Rule] = []
    for entry in entries {
      guard let patterns = entry["patterns"]?.array, let index = entry["index"]?.integer else {
        throw AffixError(reason: "an odd attribute rule")
      }
      let attributes = try attributes(entry["attrs"])
      for pattern in patterns {
        var conditions: [AttributeRules.Condition] = []
        for token in pattern.array ?? [] { conditions.append(try condition(token)) }
        guard (1...2).contains(conditions.count), index < conditions.count else {
          throw AffixError(reason: "an attribute rule of \(conditions.count) tokens")
        }
        rules.append(.init(conditions: conditions, attributes: attributes, index: Int(index)))
      }
    }
    return AttributeRules(rules: rules, lowerForms: lowerForms, lemmas: lemmas)
  }

  private mutating func attributes(
    _ map: MessagePack?
  ) throws(AffixError) -> AttributeRules.Attributes {
    var given = AttributeRules.Attributes()
    for (key, value) in map?.pairs ?? [] {
      guard let key = key.text, let text = value.text else {
        throw AffixError(reason: "an odd attribute")
      }
      switch key {
      case "TAG": given.tag = Int16(labels.number(text, in: \.tags))
      case "POS": given.partOfSpeech = Int16(labels.number(text, in: \.partsOfSpeech))
      case "DEP": given.relation = Int16(labels.number(text, in: \.relations))
      case "MORPH":
        given.morphology = Int16(labels.number(text == "_" ? "" : text, in: \.morphologies))
      case "LEMMA":
        given.lemma = Int16(lemmas.firstIndex(of: text) ?? lemmas.count)
        if given.lemma == lemmas.count { lemmas.append(text) }
      default: throw AffixError(reason: "the attribute \(key)")
      }
    }
    return given
  }

  private mutating func condition(
    _ map: MessagePack
  ) throws(AffixError) -> AttributeRules.Condition {
    var condition = AttributeRules.Condition()
    for (key, value) in map.pairs ?? [] {
      switch key.text {
      case "TAG":
        condition.tags = try set(value, all: labels.tags.count) { labels, name in
          labels.tags.firstIndex(of: name)
        }
      case "DEP":
        condition.relations = try set(value, all: labels.relations.count) { labels, name in
          labels.relations.firstIndex(of: name)
        }
      case "LOWER": condition.lowerForms = LabelSet(try lowerFormNumbers(value))
      case "IS_SPACE":
        guard case .bool(let wanted) = value else { throw AffixError(reason: "an odd IS_SPACE") }
        condition.isSpace = wanted
      default: throw AffixError(reason: "the condition \(key.text ?? "?")")
      }
    }
    return condition
  }

  /// A name, or a map with IN or NOT_IN. Names that no label bears are never met.
  private func set(
    _ value: MessagePack, all: Int, _ number: (Labels, String) -> Int?
  ) throws(AffixError) -> LabelSet {
    if let name = value.text { return LabelSet([number(labels, name)].compactMap { $0 }) }
    func numbers(_ list: MessagePack) -> [Int] {
      (list.array ?? []).compactMap(\.text).compactMap { number(labels, $0) }
    }
    guard let pairs = value.pairs, pairs.count == 1 else {
      throw AffixError(reason: "an odd condition")
    }
    switch pairs[0].key.text {
    case "IN": return LabelSet(numbers(pairs[0].value))
    case "NOT_IN":
      let excluded = Set(numbers(pairs[0].value))
      return LabelSet((0..<all).filter { !excluded.contains($0) })
    default: throw AffixError(reason: "an unknown predicate")
    }
  }

  private mutating func lowerFormNumbers(_ value: MessagePack) throws(AffixError) -> [Int] {
    if let form = value.text { return [lowerForm(form)] }
    if let forms = value["IN"]?.array { return forms.compactMap(\.text).map { lowerForm($0) } }
    guard let pattern = value["REGEX"]?.text else {
      throw AffixError(reason: "an unknown predicate of LOWER")
    }
    return try AttributeRuleCompiler.expand(pattern).map { lowerForm($0) }
  }

  private mutating func lowerForm(_ form: String) -> Int {
    if let number = lowerForms.firstIndex(of: form) { return number }
    lowerForms.append(form)
    return lowerForms.count - 1
  }

  /// All texts that an expression of literals, classes without ranges and `?` matches, which must
  /// be anchored at both ends.
  static func expand(_ pattern: String) throws(AffixError) -> [String] {
    var rest = Substring(pattern)
    guard rest.popFirst() == "^", rest.popLast() == "$" else {
      throw AffixError(reason: "the expression \(pattern)")
    }
    var texts = [""]
    while let character = rest.popFirst() {
      var choices = [String(character)]
      if character == "[" {
        guard let end = rest.firstIndex(of: "]") else {
          throw AffixError(reason: "the expression \(pattern)")
        }
        choices = rest[..<end].map(String.init)
        rest = rest[rest.index(after: end)...]
      }
      guard choices.allSatisfy({ !"^$.*+?()[]{}|\\-".contains($0) }) else {
        throw AffixError(reason: "the expression \(pattern)")
      }
      if rest.first == "?" {
        rest.removeFirst()
        choices.append("")
      }
      texts = texts.flatMap { text in choices.map { text + $0 } }
    }
    return texts
  }
}
