package import Records

/// A record as items: one for each actor, statement, event, time, place and change of plans, with its number in the
/// record, the pointer to its words and the sentence they stand in.
package struct RecordItems {
  private let record: Record
  private let text: String
  private let hash: Digest
  private let offsets: ScalarOffsets

  package static func items(of record: Record, text: String, hash: Digest) -> [RecordItem] {
    RecordItems(record: record, text: text, hash: hash, offsets: ScalarOffsets(text)).all
  }

  private var all: [RecordItem] {
    var items: [RecordItem] = []
    items += make(record.actors, .actor, words: Self.words, rule: \.rule) {
      $0.writeMembers(offsets, to: &$1)
    }
    items += make(record.statements, .statement, words: Self.words, rule: \.rule) {
      $0.writeMembers(offsets, to: &$1)
    }
    items += make(record.events, .event, words: \.range, rule: \.rule) {
      $0.writeMembers(offsets, to: &$1)
    }
    items += make(record.times, .time, words: \.range, rule: \.rule, sentenceName: "sentence") {
      $0.writeMembers(offsets, to: &$1)
    }
    items += make(record.places, .place, words: \.range, rule: \.rule) {
      $0.writeMembers(offsets, to: &$1)
    }
    items += make(record.changes, .change, words: \.range, rule: \.rule, sentenceName: "sentence") {
      $0.writeMembers(offsets, to: &$1)
    }
    return items
  }

  /// An item without words in the text is left out; the others keep their numbers.
  private func make<Item>(
    _ items: [Item], _ kind: ItemKind, words: (Item) -> Range<Int>, rule: KeyPath<Item, String>,
    sentenceName: String = "within", _ members: (Item, inout JSONWriter) -> Void
  ) -> [RecordItem] {
    items.enumerated().compactMap { number, item in
      let range = words(item)
      guard let pointer = Pointer(toBytes: range, of: text, offsets, hash: hash) else { return nil }
      var json = JSONWriter()
      json.beginObject()
      members(item, &json)
      json.member(sentenceName, optional: sentence(around: range.lowerBound), offsets)
      json.endObject()
      return RecordItem(
        kind: kind.rawValue, number: number, json: String(decoding: json.bytes, as: UTF8.self),
        pointer: pointer, rule: item[keyPath: rule], rulebook: record.rulebook)
    }
  }

  /// The last sentence that begins at or before a byte.
  private func sentence(around byte: Int) -> Range<Int>? {
    var low = 0
    var high = record.sentences.count
    while low < high {
      let middle = (low + high) / 2
      if record.sentences[middle].lowerBound <= byte { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? nil : record.sentences[low - 1]
  }

  /// An actor's first mention by name, else its first of any form.
  private static func words(_ actor: Actor) -> Range<Int> {
    (actor.mentions.first { $0.form == .name } ?? actor.mentions.first)?.range ?? 0..<0
  }

  /// From the first word of a statement's content to its last.
  private static func words(_ statement: Attribution) -> Range<Int> {
    let start = statement.content.map(\.lowerBound).min() ?? 0
    return start..<max(start, statement.content.map(\.upperBound).max() ?? 0)
  }
}
