internal import Containers

/// The model file: what the published model's many files become when it is installed, as a
/// `Container`.
enum ModelFormat {
  /// Raised whenever the contents change; a file of another version is refused.
  static let version = 2
  static let magic: UInt64 = 0x656E_696C_6574_6164  // "dateline"
  static let alignment = Container.alignment

  enum Section: Int, CaseIterable {
    /// Small things, read once at start (`ModelInfo`).
    case info
    /// Packed float32 tensors, by offset in `info`.
    case weights
    /// Byte strings with a length byte in front, by offset.
    case strings
    /// String id to number, for the symbols (`FrozenTable`).
    case symbols
    /// String id to a norm in `strings`.
    case norms
    /// Word and class to nothing: the words each class knows.
    case lemmaIndex
    /// Word and class to its lemmas in `strings`.
    case lemmaExceptions
  }

  private static let container = Container(
    magic: magic, version: version, sectionCount: Section.allCases.count)

  /// The file of these sections, complete with header and checksum.
  static func file(_ sections: [Section: [UInt8]]) -> [UInt8] {
    container.file(Section.allCases.map { sections[$0] ?? [] })
  }

  /// The sections of a file, after everything about it was checked.
  static func sections(
    of bytes: UnsafeRawBufferPointer, path: String
  ) throws(ModelError) -> [UnsafeRawBufferPointer] {
    do throws(ContainerFault) {
      return try container.sections(of: bytes)
    } catch {
      throw ModelError(path: path, fault: error)
    }
  }
}
