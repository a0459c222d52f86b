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
  private var offices = OfficeBook()
  /// What the user said of places.
  private var context = RecordContext()

  /// - gazetteer: `nil`: no places are marked.
  package init(_ pipelines: PipelinePool, gazetteer: Gazetteer?) {
    self.pipelines = pipelines
    self.gazetteer = gazetteer
  }

  /// Takes over what the archive's other reports and the user tell.
  package mutating func learn(from archive: Archive) throws(ArchiveError) {
    offices = OfficeBook(try archive.officeHoldings())
    context = RecordContext(places: try archive.placeDecisions())
  }

  /// - article: what the text is of, where it was read from a page.
  /// - address: where it was had from.
  /// - report: the archive's number of the report, where it has one.
  package func record(
    _ text: String, published: Timestamp?, article: Article? = nil, address: String? = nil,
    report: Int? = nil
  ) -> Record {
    let doc = pipelines.withPipeline { $0.parse(paragraphsOf: text) }
    var context = context.outlet(of: article, address: address)
    context.offices = offices.holdings(in: text, on: published, besides: report)
    return RecordExtractor.record(
      doc, published: published, gazetteer: gazetteer, context: context)
  }

  /// The items of an article's text; none for an article that says it is not in English.
  ///
  /// - address: where the page was had from.
  package func items(
    of article: Article, text: String, hash: Digest, address: String? = nil, report: Int? = nil
  ) -> [RecordItem] {
    guard article.language.map(Self.isEnglish) ?? true else { return [] }
    let record = record(
      text, published: ReportDay(of: article, text: text)?.day, article: article, address: address,
      report: report)
    return RecordItems.items(of: record, text: text, hash: hash)
  }

  private static func isEnglish(_ language: String) -> Bool {
    language.lowercased() == "en" || language.lowercased().hasPrefix("en-")
  }
}
