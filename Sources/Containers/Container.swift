/// The form of the data files that are compiled once and mapped into memory: sections behind a
/// header with version, size and checksum.
///
///     0   8 bytes   what the file is
///     8   UInt32    format version
///     12  UInt32    number of sections
///     16  UInt64    size of the file in bytes
///     24  UInt64    checksum of all bytes from 64 on
///     32  32 bytes  zero
///     64  sections  UInt64 offset, UInt64 byte count, each
///         ...       the sections, each on a 64-byte boundary
///
/// All numbers are little-endian. The large sections are used where they lie.
package struct Container: Sendable {
  package static let headerSize = 64
  package static let alignment = 64

  /// Eight letters, the first in the lowest byte.
  package var magic: UInt64
  /// Raised whenever the contents change; a file of another version is refused.
  package var version: Int
  package var sectionCount: Int

  package init(magic: UInt64, version: Int, sectionCount: Int) {
    self.magic = magic
    self.version = version
    self.sectionCount = sectionCount
  }

  /// The file of these sections, complete with header and checksum.
  package func file(_ sections: [[UInt8]]) -> [UInt8] {
    precondition(sections.count == sectionCount, "a section is missing")
    var body: [UInt8] = []
    var rest: [UInt8] = []
    let start = Self.headerSize + sections.count * 16
    for section in sections {
      while (start + body.count) % Self.alignment != 0 { body.append(0) }
      Self.append(UInt64(start + body.count), to: &rest)
      Self.append(UInt64(section.count), to: &rest)
      body += section
    }
    rest += body
    var header: [UInt8] = []
    Self.append(magic, to: &header)
    Self.append(UInt32(version), to: &header)
    Self.append(UInt32(sections.count), to: &header)
    Self.append(UInt64(Self.headerSize + rest.count), to: &header)
    Self.append(rest.withUnsafeBytes { Checksum.of($0) }, to: &header)
    header += [UInt8](repeating: 0, count: Self.headerSize - header.count)
    return header + rest
  }

  /// The sections of a file, after everything about it was checked.
  package func sections(
    of bytes: UnsafeRawBufferPointer
  ) throws(ContainerFault) -> [UnsafeRawBufferPointer] {
    func number<Value: FixedWidthInteger>(_ offset: Int, _ type: Value.Type) -> Value {
      Value(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: type))
    }
    guard bytes.count >= 8, number(0, UInt64.self) == magic else { throw .foreign }
    guard bytes.count >= Self.headerSize else { throw .truncated }
    let found = Int(number(8, UInt32.self))
    guard found == version else { throw .otherVersion(found: found, wanted: version) }
    let size = number(16, UInt64.self)
    guard UInt64(bytes.count) >= size else { throw .truncated }
    guard UInt64(bytes.count) == size, number(12, UInt32.self) == UInt32(sectionCount),
      bytes.count >= Self.headerSize + sectionCount * 16,
      number(24, UInt64.self)
        == Checksum.of(UnsafeRawBufferPointer(rebasing: bytes[Self.headerSize...]))
    else { throw .damaged }
    var sections: [UnsafeRawBufferPointer] = []
    for i in 0..<sectionCount {
      let start = Int(truncatingIfNeeded: number(Self.headerSize + i * 16, UInt64.self))
      let length = Int(truncatingIfNeeded: number(Self.headerSize + i * 16 + 8, UInt64.self))
      guard start >= 0, length >= 0, start <= bytes.count, length <= bytes.count - start else {
        throw .damaged
      }
      sections.append(UnsafeRawBufferPointer(rebasing: bytes[start..<start + length]))
    }
    return sections
  }

  private static func append<Value: FixedWidthInteger>(_ value: Value, to bytes: inout [UInt8]) {
    withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
  }
}
