/// The small parts of the model: labels, rules, and where the tensors lie.
struct ModelInfo: Sendable {
  /// What the published model calls itself, "en_core_web_sm 3.8.0".
  var name = ""
  var tokenizer: TokenizerRules
  var labels: Labels
  /// Tags that the network knows; those that only rules give follow them.
  var taggerLabels = 0
  var tok2vec: Tok2VecShape
  var entityTok2Vec: Tok2VecShape
  /// Classes of the parser, by number: action and label, see `ParserAction`.
  var parserClasses: [TransitionClass] = []
  /// Classes of the entity recognizer, see `EntityAction`.
  var entityClasses: [TransitionClass] = []
  var attributeRules: AttributeRules
  var lemmaRules: [LemmaClass] = []
  /// Offsets and counts in floats.
  var tensors: [String: Range<Int>] = [:]

  func write(to writer: inout ByteWriter) {
    writer.string(name)
    tokenizer.write(to: &writer)
    labels.write(to: &writer)
    writer.count(taggerLabels)
    tok2vec.write(to: &writer)
    entityTok2Vec.write(to: &writer)
    for classes in [parserClasses, entityClasses] {
      writer.array(classes) { $1.write(to: &$0) }
    }
    attributeRules.write(to: &writer)
    writer.array(lemmaRules) { $1.write(to: &$0) }
    writer.array(tensors.sorted { $0.key < $1.key }) {
      $0.string($1.key)
      $0.integer(UInt64($1.value.lowerBound))
      $0.integer(UInt64($1.value.count))
    }
  }
}

extension ModelInfo {
  init(from reader: inout ByteReader) throws(ByteError) {
    name = try reader.string()
    tokenizer = try TokenizerRules(from: &reader)
    labels = try Labels(from: &reader)
    taggerLabels = try reader.count()
    tok2vec = try Tok2VecShape(from: &reader)
    entityTok2Vec = try Tok2VecShape(from: &reader)
    func classes(_ reader: inout ByteReader) throws(ByteError) -> [TransitionClass] {
      try reader.array { (reader: inout ByteReader) throws(ByteError) in
        try TransitionClass(from: &reader)
      }
    }
    parserClasses = try classes(&reader)
    entityClasses = try classes(&reader)
    attributeRules = try AttributeRules(from: &reader)
    lemmaRules = try reader.array { (reader: inout ByteReader) throws(ByteError) in
      try LemmaClass(from: &reader)
    }
    for _ in 0..<(try reader.count()) {
      let name = try reader.string()
      let start = Int(try reader.integer(UInt64.self))
      tensors[name] = start..<start + Int(try reader.integer(UInt64.self))
    }
  }
}

/// A class of a transition system: what it does, with which label.
struct TransitionClass: Sendable, Hashable {
  /// The published model's number of the action.
  var action: UInt8
  /// Index into the labels of relations or entities.
  var label: UInt8
  /// For a relation lifted in training: the relation of the word it was lifted from
  /// ("pseudo-projective" encoding, Nivre and Nilsson 2005); 255 for none.
  var lifted: UInt8 = 255

  func write(to writer: inout ByteWriter) {
    for value in [action, label, lifted] { writer.integer(value) }
  }
}

extension TransitionClass {
  init(from reader: inout ByteReader) throws(ByteError) {
    action = try reader.integer(UInt8.self)
    label = try reader.integer(UInt8.self)
    lifted = try reader.integer(UInt8.self)
  }
}

/// Inputs and sizes of a tok2vec network.
struct Tok2VecShape: Sendable {
  enum Feature: UInt8, Sendable {
    case norm, prefix, suffix, shape, spacy, isSpace
  }

  struct Column: Sendable {
    var feature: Feature
    var seed: UInt32
    var rows: UInt32
  }

  var columns: [Column]
  /// Convolutions.
  var depth: Int

  func write(to writer: inout ByteWriter) {
    writer.array(columns) {
      $0.integer($1.feature.rawValue)
      $0.integer($1.seed)
      $0.integer($1.rows)
    }
    writer.count(depth)
  }
}

extension Tok2VecShape {
  init(from reader: inout ByteReader) throws(ByteError) {
    columns = try reader.array { (reader: inout ByteReader) throws(ByteError) in
      guard let feature = Feature(rawValue: try reader.integer(UInt8.self)) else {
        throw ByteError()
      }
      return Column(
        feature: feature, seed: try reader.integer(UInt32.self),
        rows: try reader.integer(UInt32.self))
    }
    depth = try reader.count()
  }
}
