/// The model file: what the published model's many files become when it is installed.
///
///     0   8 bytes   "dateline"
///     8   UInt32    format version
///     12  UInt32    number of sections
///     16  UInt64    size of the file in bytes
///     24  UInt64    checksum of all bytes from 64 on
///     32  32 bytes  zero
///     64  sections  UInt64 offset, UInt64 byte count, each
///         ...       the sections, each on a 64-byte boundary
///
/// All numbers are little-endian. The large sections are used where they lie.
enum ModelFormat {
  /// Raised whenever the contents change; a file of another version is refused.
  static let version = 2
  static let magic: UInt64 = 0x656E_696C_6574_6164  // "dateline"
  static let headerSize = 64
  static let alignment = 64

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

  /// The file of these sections, complete with header and checksum.
  static func file(_ sections: [Section: [UInt8]]) -> [UInt8] {
    var body: [UInt8] = []
    var table: [(offset: Int, count: Int)] = []
    let start = headerSize + Section.allCases.count * 16
    for section in Section.allCases {
      while (start + body.count) % alignment != 0 { body.append(0) }
      let bytes = sections[section] ?? []
      table.append((start + body.count, bytes.count))
      body += bytes
    }
    var rest = ByteWriter()
    for entry in table {
      rest.integer(UInt64(entry.offset))
      rest.integer(UInt64(entry.count))
    }
    rest.bytes += body
    var header = ByteWriter()
    header.integer(magic)
    header.integer(UInt32(version))
    header.integer(UInt32(table.count))
    header.integer(UInt64(headerSize + rest.bytes.count))
    header.integer(rest.bytes.withUnsafeBytes { Checksum.of($0) })
    header.bytes += [UInt8](repeating: 0, count: headerSize - header.bytes.count)
    return header.bytes + rest.bytes
  }

  /// The sections of a file, after everything about it was checked.
  static func sections(
    of bytes: UnsafeRawBufferPointer, path: String
  ) throws(ModelError) -> [UnsafeRawBufferPointer] {
    func fail(_ reason: ModelError.Reason) -> ModelError { ModelError(path: path, reason: reason) }
    func number<Value: FixedWidthInteger>(_ offset: Int, _ type: Value.Type) -> Value {
      Value(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: type))
    }
    guard bytes.count >= 8, number(0, UInt64.self) == magic else { throw fail(.foreign) }
    guard bytes.count >= headerSize else { throw fail(.truncated) }
    let found = Int(number(8, UInt32.self))
    guard found == version else { throw fail(.otherVersion(found: found, wanted: version)) }
    let size = number(16, UInt64.self)
    guard UInt64(bytes.count) >= size else { throw fail(.truncated) }
    let count = Section.allCases.count
    guard UInt64(bytes.count) == size, number(12, UInt32.self) == UInt32(count),
      bytes.count >= headerSize + count * 16,
      number(24, UInt64.self)
        == Checksum.of(UnsafeRawBufferPointer(rebasing: bytes[headerSize...]))
    else { throw fail(.damaged) }
    var sections: [UnsafeRawBufferPointer] = []
    for i in 0..<count {
      let start = Int(truncatingIfNeeded: number(headerSize + i * 16, UInt64.self))
      let length = Int(truncatingIfNeeded: number(headerSize + i * 16 + 8, UInt64.self))
      guard start >= 0, length >= 0, start <= bytes.count, length <= bytes.count - start else {
        throw fail(.damaged)
      }
      sections.append(UnsafeRawBufferPointer(rebasing: bytes[start..<start + length]))
    }
    return sections
  }
}
