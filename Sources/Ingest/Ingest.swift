package import Archive
package import Pages
package import Records

/// The flow of adding: source -> bytes -> article -> archive.
///
/// Pages are read on several cores, a bounded number at a time; one writer keeps them in the order
/// of the sources, each in a transaction of its own, so that a run can be cut off anywhere and the
/// same run goes on later.
package struct Ingest: Sendable {
  package struct Options: Sendable {
    /// How pages are read; the largest page is set here too.
    package var reading = ArticleReader.Options()
    /// Pages at a time.
    package var jobs = 1
    /// Name and version of the program, kept with what it read.
    package var reader: String
    /// Makes the record; without one, pages are kept with no items.
    package var recorder: Recorder?
    /// When the pages count as fetched.
    package var fetched: UnixTime

    package init(reader: String, fetched: UnixTime) {
      self.reader = reader
      self.fetched = fetched
    }
  }

  /// What became of one source.
  package enum Outcome: Sendable, Hashable {
    case added(Addition)
    /// With the reason; the run goes on.
    case failed(String)
  }

  private let archive: Archive
  private let options: Options

  package init(into archive: Archive, options: Options) {
    self.archive = archive
    self.options = options
  }

  /// Adds all sources, in order.
  ///
  /// - isCancelled: asked before each source; what has been begun is still kept.
  /// - Throws: `ArchiveError` where the archive cannot take anything more.
  package func run(
    _ sources: [PageSource], isCancelled: () -> Bool = { false },
    report: (PageSource, Outcome) -> Void
  ) async throws {
    let jobs = min(options.jobs, max(sources.count, 1))
    try await orderedMap(sources, jobs: jobs, isCancelled: isCancelled, transform: prepare) {
      source, prepared in report(source, try keep(prepared))
    }
  }

  /// What a core makes of a source before the writer's turn.
  private enum Prepared: Sendable {
    case known(Addition)
    case draft(VersionDraft)
    case failed(String)
    /// The archive itself cannot be asked.
    case stopped(ArchiveError)
  }

  @Sendable private func prepare(_ source: PageSource) -> (PageSource, Prepared) {
    do {
      return (source, try draft(source))
    } catch let error as ArchiveError where error.endsRun {
      return (source, .stopped(error))
    } catch {
      return (source, .failed("\(error)"))
    }
  }

  private func draft(_ source: PageSource) throws -> Prepared {
    if let problem = source.problem { return .failed(problem) }
    let address = source.url.flatMap(ReportAddress.init)
    if let url = source.url, address == nil {
      return .failed("its address is no http or https address: \(url)")
    }
    let bytes = try bytes(of: source)
    let path = source.absolutePath
    let identity = PageIdentity(
      name: path ?? source.name, isNamed: path != nil, given: address, bytes: bytes)
    if let known = try archive.version(of: identity) { return .known(known) }
    var reading = options.reading
    reading.url = source.url
    let read = try ArticleReader.reading(of: bytes, options: reading)
    var draft = try VersionDraft(
      identity, bytes: bytes, article: read.article, encoding: read.encoding,
      reader: options.reader, fetched: options.fetched)
    if let recorder = options.recorder {
      draft.items = recorder.items(
        of: draft.article, text: draft.text, hash: draft.textHash, address: source.url)
    }
    return .draft(draft)
  }

  private func bytes(of source: PageSource) throws -> [UInt8] {
    let limit = options.reading.maximumBytes
    guard let path = source.path else { return try FileBytes.readStandardInput(limit: limit) }
    return try FileBytes.readPage(path, limit: limit)
  }

  private func keep(_ prepared: Prepared) throws(ArchiveError) -> Outcome {
    switch prepared {
    case .known(let addition): return .added(addition)
    case .failed(let reason): return .failed(reason)
    case .stopped(let error): throw error
    case .draft(let draft):
      do throws(ArchiveError) {
        return .added(try archive.add(draft))
      } catch {
        guard !error.endsRun else { throw error }
        return .failed(error.description)
      }
    }
  }
}
