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
