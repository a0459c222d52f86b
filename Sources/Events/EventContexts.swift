internal import Language
internal import Syntax

/// What each paragraph is about, in PLOVER's contexts, told by words.
struct EventContexts: Sendable {
  /// In the order of the table, for each token's paragraph.
  private var paragraphs: [[String]] = []
  private var paragraphOfToken: [Int32] = []

  init(_ text: EventText) {
    let doc = text.tree.doc
    var seen: Set<String> = []
    var order: [String] = []
    for token in 0..<doc.count {
      paragraphOfToken.append(Int32(paragraphs.count))
      if let context = text.lexicon.contexts[text.words[token]], seen.insert(context).inserted {
        order.append(context)
      }
      if doc.isSpace(token), doc.utf8[doc.range(token)].contains(UInt8(ascii: "\n")) {
        paragraphs.append(order)
        seen = []
        order = []
      }
    }
    paragraphs.append(order)
  }

  func contexts(at token: Int) -> [String] { paragraphs[Int(paragraphOfToken[token])] }
}
