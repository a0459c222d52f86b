/// Collects the lemmas of a doc, each text once.
struct LemmaColumn {
  private let texts: ByteTable
  /// By number in `texts`: number in the doc, valid if stamped with this doc.
  private var numbers: [UInt32] = []
  private var stamps: [UInt32] = []
  private var stamp: UInt32 = 0
  private(set) var found: [String] = []

  init(texts: ByteTable) { self.texts = texts }

  mutating func startDoc() {
    stamp &+= 1
    found = []
  }

  /// Must be called when `texts` is emptied.
  mutating func removeAll() {
    numbers.removeAll()
    stamps.removeAll()
  }

  /// The doc's number of a lemma.
  mutating func number(_ lemma: Int) -> UInt32 {
    while stamps.count <= lemma {
      stamps.append(0)
      numbers.append(0)
    }
    if stamps[lemma] == stamp { return numbers[lemma] }
    stamps[lemma] = stamp
    numbers[lemma] = UInt32(found.count)
    found.append(String(decoding: texts.bytes(lemma), as: UTF8.self))
    return numbers[lemma]
  }
}
