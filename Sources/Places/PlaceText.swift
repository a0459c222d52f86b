internal import Gazetteer
internal import Language
internal import Syntax

/// A text as the search for places asks it: classes of words, entities by token, keys of names.
struct PlaceText {
  /// What the recognizer took a name for.
  enum EntityKind: UInt8 {
    case none, gpe, loc, fac, person, org, norp, other

    init(_ label: String) {
      switch label {
      case "": self = .none
      case "GPE": self = .gpe
      case "LOC": self = .loc
      case "FAC": self = .fac
      case "PERSON": self = .person
      case "ORG": self = .org
      case "NORP": self = .norp
      default: self = .other
      }
    }

    var isPlace: Bool { self == .gpe || self == .loc || self == .fac }
  }

  struct Entity {
    var tokens: Range<Int>
    var kind: EntityKind
  }

  let tree: SyntaxTree
  var doc: Doc { tree.doc }
  let entities: [Entity]
  /// By token: its entity's number, or -1.
  let entityNumbers: [Int32]
  private let lemmaClasses: [WordClass]

  init(_ tree: SyntaxTree) {
    self.tree = tree
    let doc = tree.doc
    entities = doc.entities.map { Entity(tokens: $0.tokens, kind: EntityKind($0.label)) }
    var numbers = [Int32](repeating: -1, count: doc.count)
    for (number, entity) in entities.enumerated() {
      for token in entity.tokens { numbers[token] = Int32(number) }
    }
    entityNumbers = numbers
    lemmaClasses = PlaceWords.classes(ofLemmasOf: doc)
  }

  func entity(of token: Int) -> Entity? {
    entityNumbers[token] < 0 ? nil : entities[Int(entityNumbers[token])]
  }

  func kind(of token: Int) -> EntityKind { entity(of: token)?.kind ?? .none }

  func wordClass(_ token: Int) -> WordClass {
    guard doc.lemmas.indices.contains(token) else { return [] }
    return lemmaClasses[Int(doc.lemmas[token])]
  }

  /// The key of the words from a token to another.
  func key(_ tokens: Range<Int>, _ keys: inout NameKey) -> UInt64 {
    let range = doc.bytes(tokens)
    return doc.utf8.withUnsafeBufferPointer {
      keys.hash(UnsafeBufferPointer(rebasing: $0[range]))
    }
  }

  /// The token before, white space passed over; `nil` at the text's start.
  func before(_ token: Int) -> Int? {
    var current = token - 1
    while current >= 0, doc.isSpace(current) { current -= 1 }
    return current >= 0 ? current : nil
  }

  /// `token` or the first after it that is no white space; `nil` at the text's end.
  func skip(_ token: Int) -> Int? {
    var current = token
    while current < doc.count, doc.isSpace(current) { current += 1 }
    return current < doc.count ? current : nil
  }

  func firstByte(_ token: Int) -> UInt8 { doc.utf8[Int(doc.starts[token])] }

  func isText(_ token: Int, _ byte: Character) -> Bool {
    doc.lengths[token] == 1 && firstByte(token) == byte.asciiValue
  }

  /// Whether a word begins with a capital letter; letters beyond ASCII count where the tagger takes
  /// the word for a proper noun.
  func isCapital(_ token: Int) -> Bool {
    let byte = firstByte(token)
    return byte < 0x80 ? byte >= 0x41 && byte <= 0x5A : tree.tag(token).isProperNoun
  }

  /// Whether a word has a capital letter anywhere: "d'Ivoire".
  func hasCapital(_ token: Int) -> Bool {
    doc.utf8[doc.range(token)].contains { $0 >= 0x41 && $0 <= 0x5A }
  }

  /// Whether a word has two or more letters, all of them capitals.
  func isAllCapitals(_ token: Int) -> Bool {
    var letters = 0
    for byte in doc.utf8[doc.range(token)] {
      if byte >= 0x61, byte <= 0x7A { return false }
      if byte >= 0x41, byte <= 0x5A { letters += 1 }
    }
    return letters > 1
  }

  /// Whether a full stop stands within or right behind some words.
  func hasStop(_ tokens: Range<Int>) -> Bool {
    let bytes = doc.bytes(tokens)
    let end = min(bytes.upperBound + 1, doc.utf8.count)
    return doc.utf8[bytes.lowerBound..<end].contains(UInt8(ascii: "."))
  }

  /// Whether nothing but commas and conjunctions stands between two names.
  func isRow(_ between: Range<Int>) -> Bool {
    guard (1...3).contains(between.count) else { return false }
    return between.allSatisfy { isText($0, ",") || tree.tag($0) == .cc }
  }

  func letterCount(_ tokens: Range<Int>) -> Int {
    doc.utf8[doc.bytes(tokens)].reduce(0) {
      let lower = $1 | 0x20
      return $0 + ((lower >= 0x61 && lower <= 0x7A) || $1 >= 0xC0 ? 1 : 0)
    }
  }
}
