package import Archive
internal import Extraction
package import Gazetteer
package import Language
package import Records

/// Makes records of texts, and the items that the archive keeps of an article's record.
package struct Recorder: Sendable {
  private let pipelines: PipelinePool
  private let gazetteer: Gazetteer?
  /// What other reports tell of who holds which office.
  package var offices = OfficeBook()

  /// - gazetteer: `nil`: no places are marked.
  package init(_ pipelines: PipelinePool, gazetteer: Gazetteer?) {
    self.pipelines = pipelines
    self.gazetteer = gazetteer
  }

  /// - report: the archive's number of the report, where it has one.
  package func record(_ text: String, published: Timestamp?, of report: Int? = nil) -> Record {
    let doc = pipelines.withPipeline { $0.parse(paragraphsOf: text) }
    return RecordExtractor.record(
      doc, published: published, gazetteer: gazetteer,
      offices: offices.holdings(in: text, on: published, besides: report))
  }

  /// The items of an article's text; none for an article that says it is not in English.
  package func items(of article: Article, text: String, hash: Digest, report: Int? = nil)
    -> [RecordItem]
  {
    guard article.language.map(Self.isEnglish) ?? true else { return [] }
    let record = record(text, published: article.published, of: report)
    return RecordItems.items(of: record, text: text, hash: hash)
  }

  private static func isEnglish(_ language: String) -> Bool {
    language.lowercased() == "en" || language.lowercased().hasPrefix("en-")
  }
}
