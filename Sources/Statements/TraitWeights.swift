internal import CTables
internal import Language
internal import Lexicons
internal import Records
internal import Syntax

/// What the scorers look at; names are those of `statement-weights.tsv`.
enum Trait: UInt8, Sendable, CaseIterable {
  case edge, edgeRelation, edgeRelationMark, edgeRelationLevel, edgeLevelMark, edgeAll, edgeTag
  case edgeFirst, edgeFirstMark, edgeWord, edgeHead, edgeTrigger, edgeTriggerFirst, edgeFrame
  case edgeFrameMark, edgeLength, edgeSoFar, edgeEntity, edgeOwner, edgeVerb, edgeCue, edgeQuoted
  case bias, frame, word, frameWord, act, frameAct, known, tag, frameTag, relation, frameRelation
  case sourceKind, sourceLink, sourceWord, sourceWordFrame, sourceKindWord, sourceTag
  case headTag, headRelation, headWord, headWordFrame, headEntity, firstWord, firstWordFrame
  case wordHead, link, linkWord, length, quoted, quotedAct, quotedFrame, negated, modal, passive
  case triggerQuoted, person, above, aboveWord, aboveFrame, within, place, others, frameOthers
  case next, previous, nextFrame, cueLength, cueWord, gap, contentVerb, headline, position, before
  case beforeWord, sourceActor, objectClass, wordSource, wordAbove, wordNext, wordTag
  case quoteEnd, quoteStart, quoteGap, quoteShare, quotePattern, quoteSource, labelled
}

/// A value of a trait, cheap to make; its name is only spelt out for training.
enum TraitValue {
  case none
  case number(Int)
  /// Of a token, as are relation, lemma and the type of the entity it is in.
  case tag(Int)
  case relation(Int)
  case lemma(Int)
  case entity(Int)
  case frame(Frame)
  case edge(EdgeScorer.Kind)
  /// Of an entry of the lexicon; none where it has none.
  case act(Attribution.Act?)
  case sign(StaticString)
}

/// Takes the traits of a decision.
protocol TraitSink {
  mutating func add(_ trait: Trait, _ a: TraitValue, _ b: TraitValue, _ c: TraitValue)
}

extension TraitSink {
  mutating func add(_ trait: Trait) { add(trait, .none, .none, .none) }
  mutating func add(_ trait: Trait, _ a: TraitValue) { add(trait, a, .none, .none) }
  mutating func add(_ trait: Trait, _ a: TraitValue, _ b: TraitValue) { add(trait, a, b, .none) }
}

/// Weights by name, ready to be asked by hash (`statement-weights.tsv`).
///
/// Names and values are hashed (FNV-1a, 64 bits) and looked up in an open table, so that no string
/// is made while a text is read.
struct TraitWeights: Sendable {
  private let mask: Int
  private let keys: [UInt64]
  private let values: [Float]

  static let table = TraitWeights(DataTable.rows(dateline_table_statement_weights()))

  /// `nil` where there are no rows.
  init?(_ rows: [[String]]) {
    guard !rows.isEmpty else { return nil }
    var size = 16
    while size < rows.count * 2 { size *= 2 }
    let mask = size - 1
    var keys = [UInt64](repeating: 0, count: size)
    var values = [Float](repeating: 0, count: size)
    for row in rows {
      guard row.count == 5, let trait = Trait(name: row[0]), let weight = Float(row[4]) else {
        continue
      }
      let key = Self.key(
        Self.traitHashes[Int(trait.rawValue)], Self.hash(row[1]), Self.hash(row[2]),
        Self.hash(row[3]))
      var slot = Int(truncatingIfNeeded: key) & mask
      while keys[slot] != 0, keys[slot] != key { slot = (slot + 1) & mask }
      keys[slot] = key
      values[slot] = weight
    }
    self.mask = mask
    self.keys = keys
    self.values = values
  }

  func weight(_ key: UInt64) -> Float {
    var slot = Int(truncatingIfNeeded: key) & mask
    while keys[slot] != 0 {
      if keys[slot] == key { return values[slot] }
      slot = (slot + 1) & mask
    }
    return 0
  }

  static func hash(_ text: some StringProtocol) -> UInt64 {
    text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }

  static func hash(_ text: StaticString) -> UInt64 {
    text.withUTF8Buffer {
      $0.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }
  }

  /// Never 0, which marks an empty slot.
  static func key(_ trait: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64) -> UInt64 {
    var key = trait
    for part in [a, b, c] {
      key = (key ^ part) &* 0x9E37_79B9_7F4A_7C15
      key ^= key >> 29
    }
    return key | 1
  }

  static let none = hash("")
  static let traitHashes = Trait.allCases.map { hash($0.name) }
  static let frameHashes = Frame.allCases.map { hash($0.name) }
  static let edgeHashes = EdgeScorer.Kind.allCases.map { hash($0.name) }
  /// By `place(of:)`.
  static let actHashes = [hash("none")] + Attribution.Act.allCases.map { hash($0.rawValue) }
  static let numberHashes = (0..<1000).map { hash(String($0)) }

  static func place(of act: Attribution.Act?) -> Int {
    switch act {
    case nil: 0
    case .speech: 1
    case .belief: 2
    case .intention: 3
    case .attitude: 4
    case .decree: 5
    case .evidence: 6
    }
  }
}

extension Trait {
  /// As tables write it.
  var name: String { String(describing: self) }

  init?(name: String) {
    guard let trait = Self.byName[name] else { return nil }
    self = trait
  }

  private static let byName = Dictionary(uniqueKeysWithValues: allCases.map { ($0.name, $0) })
}

/// Adds up the weights of traits.
struct WeightSum: TraitSink {
  let weights: TraitWeights
  let text: MarkedText
  private(set) var total: Float = 0

  init(_ weights: TraitWeights, _ text: MarkedText) {
    self.weights = weights
    self.text = text
  }

  @inline(__always)
  mutating func add(_ trait: Trait, _ a: TraitValue, _ b: TraitValue, _ c: TraitValue) {
    total += weights.weight(
      TraitWeights.key(TraitWeights.traitHashes[Int(trait.rawValue)], hash(a), hash(b), hash(c)))
  }

  @inline(__always)
  private func hash(_ value: TraitValue) -> UInt64 {
    let doc = text.tree.doc
    return switch value {
    case .none: TraitWeights.none
    case .number(let number): TraitWeights.numberHashes[max(0, min(number, 999))]
    case .tag(let token): text.tagHashes[Int(doc.tags[token])]
    case .relation(let token): text.relationHashes[Int(doc.relations[token])]
    case .lemma(let token): text.lemmaHashes[Int(doc.lemmas[token])]
    case .entity(let token): text.entityHashes[Int(doc.entityLabels[token])]
    case .frame(let frame): TraitWeights.frameHashes[Int(frame.rawValue)]
    case .edge(let kind): TraitWeights.edgeHashes[Int(kind.rawValue)]
    case .act(let act): TraitWeights.actHashes[TraitWeights.place(of: act)]
    case .sign(let name): TraitWeights.hash(name)
    }
  }
}

/// Spells traits out, for training.
struct TraitNames: TraitSink {
  let text: MarkedText
  private(set) var names: [String] = []

  init(_ text: MarkedText) { self.text = text }

  mutating func add(_ trait: Trait, _ a: TraitValue, _ b: TraitValue, _ c: TraitValue) {
    names.append("\(trait.name)\t\(name(a))\t\(name(b))\t\(name(c))")
  }

  private func name(_ value: TraitValue) -> String {
    switch value {
    case .none: ""
    case .number(let number): String(max(0, min(number, 999)))
    case .tag(let token): text.tree.tag(token).rawValue
    case .relation(let token): text.tree.relation(token).rawValue
    case .lemma(let token): text.lemma(token).filter { $0 != "\t" && $0 != "\n" }
    case .entity(let token): text.entity(token) ?? ""
    case .frame(let frame): frame.name
    case .edge(let kind): kind.name
    case .act(let act): act?.rawValue ?? "none"
    case .sign(let name): "\(name)"
    }
  }
}

/// What the deciding of edges looked at, for training; takes nothing where it is off.
struct EdgeTrace {
  struct Decision {
    var kind: EdgeScorer.Kind
    var trigger: Int
    var start: Int
    /// Where the part may end, in order, each with its traits.
    var places: [(position: Int, traits: [String])]
  }

  var isOn = false
  private(set) var decisions: [Decision] = []

  mutating func begin(_ kind: EdgeScorer.Kind, trigger: Int, start: Int) {
    guard isOn else { return }
    decisions.append(Decision(kind: kind, trigger: trigger, start: start, places: []))
  }

  mutating func note(_ place: EdgePlace, _ text: MarkedText) {
    guard isOn, !decisions.isEmpty else { return }
    var names = TraitNames(text)
    place.traits(text, into: &names)
    decisions[decisions.count - 1].places.append((place.position, names.names))
  }
}
