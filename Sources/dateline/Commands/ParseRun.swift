import Ingest
import Language
import Records

/// The work of `dateline parse`: texts in, parses out, in order, on all cores.
struct ParseRun: Sendable {
  let pool: PipelinePool
  let writer: ParseWriter
  let console: Console
  let jobs: Int

  /// Texts that go to one task together: short ones share the networks' passes. UTF-8 bytes.
  private static let batchBytes = 12_000
  private static let batchCount = 64
  /// Longer texts are not held as a whole with their output, but written as they are parsed.
  private static let longText = 1 << 18
  /// Largest file that is read as a text.
  private static let maximumBytes = 1 << 28

  private enum Input: Sendable {
    case text(id: String, [UInt8])
    case file(id: String, String)
    case problem(id: String, String)
  }

  private enum Outcome: Sendable {
    case output([UInt8])
    case long(id: String, [UInt8])
    case problem(id: String, String)
  }

  // MARK: Inputs

  func operands(_ words: [String]) async throws -> ExitStatus {
    let inputs = words.map { word -> Input in
      if word == "-" || FileBytes.exists(word) { return .file(id: word, word) }
      return .text(id: words.count == 1 ? "text" : String(word.prefix(40)), Array(word.utf8))
    }
    let failed = try await run(inputs.map { [$0] }) { id, reason in
      console.warn("\(id): \(reason)")
    }
    return failed == 0 ? .done : .someFailed
  }

  func manifest(_ path: String) async throws -> ExitStatus {
    let lines: ManifestLines
    do throws(FileError) {
      lines = try ManifestLines(path: path)
    } catch {
      throw CommandError("\(path): \(error)")
    }
    let failed = try await run(batches(lines)) { id, reason throws(CommandError) in
      guard writer.isLines else { return console.warn("\(id): \(reason)") }
      try console.write(errorLine(id, reason))
    }
    return failed == 0 || writer.isLines ? .done : .someFailed
  }

  /// Lines of the manifest as they are read, short texts in batches.
  private func batches(_ lines: ManifestLines) -> AnySequence<[Input]> {
    AnySequence { () -> AnyIterator<[Input]> in
      let entries = lines.makeIterator()
      return AnyIterator {
        var batch: [Input] = []
        var bytes = 0
        while bytes < ParseRun.batchBytes, batch.count < ParseRun.batchCount,
          let entry = entries.next()
        {
          if let problem = entry.problem {
            batch.append(.problem(id: entry.id, problem))
          } else if let text = entry.text {
            batch.append(.text(id: entry.id, Array(text.utf8)))
            bytes += text.utf8.count
          } else {
            batch.append(.file(id: entry.id, entry.file ?? ""))
            bytes += ParseRun.batchBytes / 4
          }
        }
        return batch.isEmpty ? nil : batch
      }
    }
  }

  // MARK: Work

  /// Number of inputs that failed; `complain` names each.
  private func run(
    _ batches: some Sequence<[Input]>, complain: (String, String) throws -> Void
  ) async throws -> Int {
    var failed = 0
    try await orderedMap(
      batches, jobs: jobs, isCancelled: { Interrupt.isRequested }, transform: parse
    ) { outcomes in
      for outcome in outcomes {
        switch outcome {
        case .output(let bytes): try console.write(bytes)
        case .long(let id, let text): try parseLong(id, text)
        case .problem(let id, let reason):
          failed += 1
          try complain(id, reason)
        }
      }
    }
    return failed
  }

  private func parse(_ batch: [Input]) -> [Outcome] {
    var outcomes: [Outcome] = []
    var waiting: [(id: String, text: [UInt8])] = []
    func flush() {
      guard !waiting.isEmpty else { return }
      let docs = pool.withPipeline { $0.parse(waiting.map(\.text)) }
      var out: [UInt8] = []
      for (doc, input) in zip(docs, waiting) { writer.append(doc, id: input.id, to: &out) }
      outcomes.append(.output(out))
      waiting.removeAll()
    }
    for input in batch {
      let (id, text) = read(input)
      switch text {
      case .success(let text) where text.count > ParseRun.longText:
        flush()
        outcomes.append(.long(id: id, text))
      case .success(let text): waiting.append((id, text))
      case .failure(let error):
        flush()
        outcomes.append(.problem(id: id, error.description))
      }
    }
    flush()
    return outcomes
  }

  private func read(_ input: Input) -> (id: String, text: Result<[UInt8], CommandError>) {
    switch input {
    case .text(let id, let text): return (id, .success(text))
    case .problem(let id, let reason): return (id, .failure(CommandError(reason)))
    case .file(let id, let path):
      do throws(FileError) {
        let limit = ParseRun.maximumBytes
        let bytes =
          path == "-"
          ? try FileBytes.readStandardInput(limit: limit) : try FileBytes.read(path, limit: limit)
        return (id, .success(TextPieces.validUTF8(bytes)))
      } catch {
        return (id, .failure(CommandError("\(error)")))
      }
    }
  }

  private func parseLong(_ id: String, _ text: [UInt8]) throws {
    try pool.withPipeline { pipeline in
      let docs = TextPieces(text).lazy.map { pipeline.parse([$0])[0] }
      try writer.write(id: id, pieces: docs) { bytes throws(CommandError) in
        try console.write(bytes)
      }
    }
  }

  private func errorLine(_ id: String, _ reason: String) -> [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    json.member("id", id)
    json.member("error", reason)
    json.endObject()
    json.newline()
    return json.bytes
  }
}
