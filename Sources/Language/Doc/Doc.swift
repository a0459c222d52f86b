/// A text taken apart: tokens with tags, relations, lemmas, entities and sentences.
///
/// Flat columns, one entry a token; `Labels` names the small numbers. Offsets are UTF-8 bytes of
/// `utf8`. A pure value: nothing in it refers to the model it was made with.
package struct Doc: Sendable, Hashable {
  /// The text.
  package let utf8: [UInt8]
  package let labels: Labels
  package internal(set) var starts: [UInt32] = []
  /// UTF-8 bytes.
  package internal(set) var lengths: [UInt32] = []
  package internal(set) var flags: [Flags] = []
  package internal(set) var tags: [UInt8] = []
  package internal(set) var partsOfSpeech: [UInt8] = []
  package internal(set) var morphologies: [UInt8] = []
  package internal(set) var relations: [UInt8] = []
  package internal(set) var entityLabels: [UInt8] = []
  /// The head's number; a root's own.
  package internal(set) var heads: [UInt32] = []
  /// Index into `lemmaTexts`.
  package internal(set) var lemmas: [UInt32] = []
  /// The different lemmas, in order of first appearance.
  package internal(set) var lemmaTexts: [String] = []

  /// What is either so or not, of a token.
  package struct Flags: OptionSet, Sendable, Hashable {
    package let rawValue: UInt8

    package init(rawValue: UInt8) { self.rawValue = rawValue }

    /// A space follows that belongs to the token.
    package static let space = Flags(rawValue: 1)
    package static let startsSentence = Flags(rawValue: 2)
    package static let beginsEntity = Flags(rawValue: 4)
    package static let insideEntity = Flags(rawValue: 8)
    /// All white space.
    package static let isSpace = Flags(rawValue: 16)
  }

  init(utf8: [UInt8], labels: Labels) {
    self.utf8 = utf8
    self.labels = labels
  }

  /// Number of tokens.
  package var count: Int { starts.count }

  package var text: String { String(decoding: utf8, as: UTF8.self) }

  /// The token's bytes in the text.
  package func range(_ token: Int) -> Range<Int> {
    Int(starts[token])..<Int(starts[token] + lengths[token])
  }

  package func text(_ token: Int) -> String {
    String(decoding: utf8[range(token)], as: UTF8.self)
  }

  /// The text from a token to another (not included), without the last one's space.
  package func text(_ tokens: Range<Int>) -> String {
    String(decoding: utf8[bytes(tokens)], as: UTF8.self)
  }

  /// The bytes that tokens span.
  package func bytes(_ tokens: Range<Int>) -> Range<Int> {
    guard let last = tokens.last else { return 0..<0 }
    return Int(starts[tokens.lowerBound])..<Int(starts[last] + lengths[last])
  }

  package func tag(_ token: Int) -> String { labels.tags[Int(tags[token])] }
  package func partOfSpeech(_ token: Int) -> String {
    labels.partsOfSpeech[Int(partsOfSpeech[token])]
  }
  package func morphology(_ token: Int) -> String {
    labels.morphologies[Int(morphologies[token])]
  }
  package func relation(_ token: Int) -> String { labels.relations[Int(relations[token])] }
  package func lemma(_ token: Int) -> String { lemmaTexts[Int(lemmas[token])] }
  package func head(_ token: Int) -> Int { Int(heads[token]) }
  package func hasSpace(_ token: Int) -> Bool { flags[token].contains(.space) }
  package func isSpace(_ token: Int) -> Bool { flags[token].contains(.isSpace) }
  package func startsSentence(_ token: Int) -> Bool { flags[token].contains(.startsSentence) }

  /// The type of the entity a token is in; empty outside.
  package func entityLabel(_ token: Int) -> String { labels.entities[Int(entityLabels[token])] }

  /// A token's place in an entity as the published model numbers it: 3 at the beginning, 1
  /// inside, 2 outside.
  package func entityPosition(_ token: Int) -> Int {
    flags[token].contains(.beginsEntity) ? 3 : flags[token].contains(.insideEntity) ? 1 : 2
  }
}
