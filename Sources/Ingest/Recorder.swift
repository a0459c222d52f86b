package import Archive
internal import Extraction
package import Language
package import Records

/// Makes the items that the archive keeps of an article's record.
package struct Recorder: Sendable {
  private let pipelines: PipelinePool

  package init(_ pipelines: PipelinePool) { self.pipelines = pipelines }

  /// The items of an article's text; none for an article that says it is not in English.
  package func items(of article: Article, text: String, hash: Digest) -> [RecordItem] {
    guard article.language.map(Self.isEnglish) ?? true else { return [] }
    let doc = pipelines.withPipeline { $0.parse(text) }
    let record = RecordExtractor.record(doc, published: article.published)
    return RecordItems.items(of: record, text: text, hash: hash)
  }

  private static func isEnglish(_ language: String) -> Bool {
    language.lowercased() == "en" || language.lowercased().hasPrefix("en-")
  }
}

/// A record as items, each with the pointer to its words and the sentence they stand in.
enum RecordItems {
  static func items(of record: Record, text: String, hash: Digest) -> [RecordItem] {
    let offsets = ScalarOffsets(text)
    var sentence = 0
    return record.times.compactMap { time in
      while sentence + 1 < record.sentences.count,
        record.sentences[sentence].upperBound <= time.range.lowerBound
      {
        sentence += 1
      }
      guard let pointer = Pointer(to: offsets.scalars(time.range), of: text, hash: hash) else {
        return nil
      }
      let around = record.sentences.indices.contains(sentence) ? record.sentences[sentence] : nil
      return RecordItem(
        kind: "time", json: json(time, sentence: around, offsets), pointer: pointer,
        rule: time.rule, rulebook: record.rulebook)
    }
  }

  private static func json(
    _ time: TimeExpression, sentence: Range<Int>?, _ offsets: ScalarOffsets
  ) -> String {
    var json = JSONWriter()
    json.beginObject()
    time.writeMembers(offsets, to: &json)
    if let sentence {
      json.name("sentence")
      json.span(offsets.scalars(sentence))
    }
    json.endObject()
    return String(decoding: json.bytes, as: UTF8.self)
  }
}
