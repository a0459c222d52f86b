internal import Containers
package import Kernels

/// The language model, mapped into memory and ready for use by any number of workers.
///
/// Immutable after `init`, and Sendable for that; the pointers it holds and hands out are into the
/// mapped file and live as long as it does.
package final class LanguageModel: @unchecked Sendable {
  /// What the published model calls itself.
  package var name: String { info.name }
  package var labels: Labels { info.labels }

  let info: ModelInfo
  let kernels: Kernels
  let splitter: ChunkSplitter
  let phrases: Phrases
  private let file: MappedFile
  private let path: String
  private let sections: [UnsafeRawBufferPointer]
  private let symbols: FrozenTable
  private let norms: FrozenTable
  private let lemmaIndex: FrozenTable
  private let lemmaExceptions: FrozenTable
  private let lowerForms: [UInt64: UInt8]
  /// By exception and part: the id of the part's norm, 0 for none.
  private let partNorms: [[UInt64]]

  /// Maps the file and checks all of it.
  package init(path: String, kernels: Kernels = .best) throws(ModelError) {
    self.path = path
    self.kernels = kernels
    do throws(ContainerFault) {
      file = try MappedFile(path: path)
    } catch {
      throw ModelError(path: path, fault: error)
    }
    let sections = try ModelFormat.sections(of: file.bytes, path: path)
    self.sections = sections
    func table(_ section: ModelFormat.Section) throws(ModelError) -> FrozenTable {
      guard let table = FrozenTable(sections[section.rawValue]) else {
        throw ModelError(path: path, reason: .damaged)
      }
      return table
    }
    symbols = try table(.symbols)
    norms = try table(.norms)
    lemmaIndex = try table(.lemmaIndex)
    lemmaExceptions = try table(.lemmaExceptions)
    info = try LanguageModel.info(sections[ModelFormat.Section.info.rawValue], path: path)
    splitter = ChunkSplitter(rules: info.tokenizer)
    phrases = Phrases(info.tokenizer.phrases)
    lowerForms = Dictionary(
      info.attributeRules.lowerForms.enumerated().dropFirst().map {
        (StringID.hash($1), UInt8($0))
      }, uniquingKeysWith: { first, _ in first })
    let symbols = self.symbols
    partNorms = info.tokenizer.exceptions.map { exception in
      exception.parts.map { part in
        guard let norm = part.norm else { return 0 }
        let hash = StringID.hash(norm)
        return symbols[hash].map(UInt64.init) ?? hash
      }
    }
  }

  private static func info(
    _ bytes: UnsafeRawBufferPointer, path: String
  ) throws(ModelError) -> ModelInfo {
    var reader = ByteReader(bytes)
    do throws(ByteError) {
      return try ModelInfo(from: &reader)
    } catch {
      throw ModelError(path: path, reason: .damaged)
    }
  }

  // MARK: String ids

  func id(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    bytes.isEmpty ? 0 : id(hash: StringID.hash(bytes))
  }

  func id(hash: UInt64) -> UInt64 { symbols[hash].map(UInt64.init) ?? hash }

  /// The id of the norm that tables give a text's id.
  func norm(_ id: UInt64) -> UInt64? {
    norms[id].map { self.id(string(at: $0)) }
  }

  func norm(ofPart part: Int32, of exception: Int32) -> UInt64 {
    partNorms[Int(exception)][Int(part)]
  }

  func lowerClass(_ hash: UInt64) -> UInt8 { lowerForms[hash] ?? 0 }

  /// A string of the strings section: a length byte, then its bytes.
  private func string(at offset: UInt32) -> UnsafeBufferPointer<UInt8> {
    let bytes = sections[ModelFormat.Section.strings.rawValue]
    guard Int(offset) < bytes.count else { return UnsafeBufferPointer(start: nil, count: 0) }
    let start = Int(offset) + 1
    let end = min(start + Int(bytes[Int(offset)]), bytes.count)
    return UnsafeRawBufferPointer(rebasing: bytes[start..<end]).assumingMemoryBound(to: UInt8.self)
  }

  // MARK: Lemmas

  func isKnown(_ key: UInt64) -> Bool { lemmaIndex[key] != nil }

  /// The lemmas of an irregular form, in the table's order.
  func exceptions(_ key: UInt64) -> [UnsafeBufferPointer<UInt8>] {
    guard let offset = lemmaExceptions[key] else { return [] }
    var found: [UnsafeBufferPointer<UInt8>] = []
    var position = offset + 1
    let count = sections[ModelFormat.Section.strings.rawValue][Int(offset)]
    for _ in 0..<count {
      let string = string(at: position)
      found.append(string)
      position += UInt32(string.count) + 1
    }
    return found
  }

  // MARK: Tensors

  /// A tensor's floats, packed as the kernel that uses it wants them.
  func tensor(_ name: String) -> UnsafePointer<Float> {
    let weights = sections[ModelFormat.Section.weights.rawValue]
    guard let range = info.tensors[name], range.upperBound * 4 <= weights.count,
      let start = weights.baseAddress
    else { preconditionFailure("the model has no tensor \(name), though its version is right") }
    return (start + range.lowerBound * 4).assumingMemoryBound(to: Float.self)
  }
}
