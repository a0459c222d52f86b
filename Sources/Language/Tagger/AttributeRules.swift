/// Rules that give parts of speech, morphology and some lemmas by tag, word and relation.
struct AttributeRules: Sendable {
  /// What a token must be. Sets are bit masks over label numbers; `nil` takes anything.
  struct Condition: Sendable, Hashable {
    var tags: LabelSet?
    var relations: LabelSet?
    /// Numbers of lower-case forms (`lowerForms`).
    var lowerForms: LabelSet?
    var isSpace: Bool?

    func holds(tag: Int, relation: Int, lowerForm: Int, isSpace: Bool) -> Bool {
      if let tags, !tags.contains(tag) { return false }
      if let relations, !relations.contains(relation) { return false }
      if let lowerForms, !lowerForms.contains(lowerForm) { return false }
      if let wanted = self.isSpace, wanted != isSpace { return false }
      return true
    }
  }

  /// What is set; -1 where nothing is.
  struct Attributes: Sendable, Hashable {
    var tag: Int16 = -1
    var partOfSpeech: Int16 = -1
    var morphology: Int16 = -1
    var relation: Int16 = -1
    /// Index into `lemmas`.
    var lemma: Int16 = -1

    /// Later rules win.
    mutating func merge(_ later: Attributes) {
      if later.tag >= 0 { tag = later.tag }
      if later.partOfSpeech >= 0 { partOfSpeech = later.partOfSpeech }
      if later.morphology >= 0 { morphology = later.morphology }
      if later.relation >= 0 { relation = later.relation }
      if later.lemma >= 0 { lemma = later.lemma }
    }
  }

  /// One or two tokens in a row, and what the one at `index` is given.
  struct Rule: Sendable, Hashable {
    var conditions: [Condition]
    var attributes: Attributes
    var index: Int
  }

  var rules: [Rule] = []
  /// Lower-case forms that conditions name; number 0 is "any other".
  var lowerForms: [String] = [""]
  var lemmas: [String] = []

  func write(to writer: inout ByteWriter) {
    writer.array(rules) { writer, rule in
      writer.array(rule.conditions) { writer, condition in
        for set in [condition.tags, condition.relations, condition.lowerForms] {
          writer.array(set?.words ?? []) { $0.integer($1) }
        }
        writer.integer(condition.isSpace.map { Int8($0 ? 1 : 0) } ?? -1)
      }
      let given = rule.attributes
      for value in [
        given.tag, given.partOfSpeech, given.morphology, given.relation, given.lemma,
      ] { writer.integer(value) }
      writer.count(rule.index)
    }
    writer.strings(lowerForms)
    writer.strings(lemmas)
  }
}

extension AttributeRules {
  init(from reader: inout ByteReader) throws(ByteError) {
    rules = try reader.array { (reader: inout ByteReader) throws(ByteError) in
      let conditions = try reader.array { (reader: inout ByteReader) throws(ByteError) in
        try AttributeRules.condition(from: &reader)
      }
      let attributes = Attributes(
        tag: try reader.integer(Int16.self), partOfSpeech: try reader.integer(Int16.self),
        morphology: try reader.integer(Int16.self), relation: try reader.integer(Int16.self),
        lemma: try reader.integer(Int16.self))
      return Rule(conditions: conditions, attributes: attributes, index: try reader.count())
    }
    lowerForms = try reader.strings()
    lemmas = try reader.strings()
  }

  private static func condition(from reader: inout ByteReader) throws(ByteError) -> Condition {
    func set(_ reader: inout ByteReader) throws(ByteError) -> LabelSet? {
      let words = try reader.array { (reader: inout ByteReader) throws(ByteError) in
        try reader.integer(UInt64.self)
      }
      return words.isEmpty ? nil : LabelSet(words: words)
    }
    var condition = Condition()
    condition.tags = try set(&reader)
    condition.relations = try set(&reader)
    condition.lowerForms = try set(&reader)
    let isSpace = try reader.integer(Int8.self)
    condition.isSpace = isSpace < 0 ? nil : isSpace == 1
    return condition
  }
}

/// A set of label numbers below 256.
struct LabelSet: Sendable, Hashable {
  private(set) var words: [UInt64]

  init(words: [UInt64]) { self.words = words }

  init(_ numbers: [Int] = []) {
    words = [0, 0, 0, 0]
    for number in numbers { insert(number) }
  }

  mutating func insert(_ number: Int) { words[number >> 6] |= 1 << UInt64(number & 63) }

  func contains(_ number: Int) -> Bool {
    let word = number >> 6
    return word < words.count && words[word] >> UInt64(number & 63) & 1 == 1
  }
}
