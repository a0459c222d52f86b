/// What is known of a token's form alone, whatever its context.
struct Lexeme {
  /// The network's inputs: ids of norm, first scalar, last three scalars and shape.
  var norm: UInt64
  var prefix: UInt64
  var suffix: UInt64
  var shape: UInt64
  var isSpace: Bool
  /// Every scalar lies in ASCII, so bytes are scalars.
  var isASCII: Bool
  /// Number of its lower-case form among those that attribute rules name; 0 for all others.
  var lowerClass: UInt8
  /// Number of its text among the words of phrases; -1 for all others.
  var phraseWord: Int16
  /// Where its vectors lie: without and with a space behind (`FormCache`).
  var vectors: (UInt32, UInt32) = (0, 0)
  /// Where its products lie, likewise (`FormCache`); 0 for nowhere.
  var products: (UInt32, UInt32) = (0, 0)
  /// The lemma found last, and for which part of speech and morphology.
  var lemmaKey: UInt32 = .max
  var lemma: Int32 = 0
}

/// The token forms a worker has met, numbered; bounded by `Pipeline`, which empties it.
final class Lexicon {
  let model: LanguageModel
  private let table = ByteTable()
  private(set) var lexemes: UnsafeMutablePointer<Lexeme>
  private var capacity = 1024
  private var scratch = ScalarText()
  private var lower: [UInt8] = []

  init(model: LanguageModel) {
    self.model = model
    self.lexemes = .allocate(capacity: capacity)
  }

  deinit { lexemes.deallocate() }

  var count: Int { table.count }
  var byteCount: Int { table.byteCount }

  func text(_ number: Int) -> UnsafeBufferPointer<UInt8> { table.bytes(number) }

  func removeAll() { table.removeAll() }

  /// The number of a form: a text, and the norm that an exception gives it (0 for none).
  func lexeme(_ text: UnsafeBufferPointer<UInt8>, norm: UInt64 = 0) -> Int {
    let id = StringID.hash(text)
    let key = id ^ (norm &* 0x9e37_79b9_7f4a_7c15)
    let found = table.find(text, hash: key)
    if found >= 0 { return found }
    let number = table.insert(text, hash: key)
    if number >= capacity { grow() }
    (lexemes + number).initialize(to: make(text, hash: id, norm: norm))
    return number
  }

  private func grow() {
    let larger = UnsafeMutablePointer<Lexeme>.allocate(capacity: capacity * 2)
    larger.moveInitialize(from: lexemes, count: capacity)
    lexemes.deallocate()
    lexemes = larger
    capacity *= 2
  }

  private func make(_ text: UnsafeBufferPointer<UInt8>, hash: UInt64, norm: UInt64) -> Lexeme {
    scratch.decode(text)
    lower.removeAll(keepingCapacity: true)
    LowerCase.append(text, to: &lower)
    let scalars = scratch.scalars
    let last = max(scalars.count - 3, 0)
    let id = model.id(hash: hash)
    return Lexeme(
      norm: norm != 0 ? norm : normID(of: id),
      prefix: model.id(UnsafeBufferPointer(rebasing: text[..<scratch.offsets[1]])),
      suffix: model.id(UnsafeBufferPointer(rebasing: text[scratch.offsets[last]...])),
      shape: Shape.of(scalars).withUnsafeBufferPointer { model.id($0) },
      isSpace: scalars.allSatisfy(ScalarClass.isSpace),
      isASCII: scalars.count == text.count,
      lowerClass: lower.withUnsafeBufferPointer { model.lowerClass(StringID.hash($0)) },
      phraseWord: model.phrases.word(hash))
  }

  private func normID(of id: UInt64) -> UInt64 {
    if let norm = model.norm(id) { return norm }
    return lower.withUnsafeBufferPointer { model.id($0) }
  }
}
