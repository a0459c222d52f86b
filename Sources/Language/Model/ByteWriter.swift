/// Appends little-endian numbers, strings and arrays to bytes; `ByteReader` reads them back.
struct ByteWriter {
  var bytes: [UInt8] = []

  mutating func integer<Value: FixedWidthInteger>(_ value: Value) {
    withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
  }

  mutating func count(_ value: Int) { integer(UInt32(value)) }

  mutating func string(_ text: String) {
    count(text.utf8.count)
    bytes.append(contentsOf: text.utf8)
  }

  mutating func array<Element>(_ values: [Element], _ write: (inout ByteWriter, Element) -> Void) {
    count(values.count)
    for value in values { write(&self, value) }
  }

  mutating func strings(_ values: [String]) { array(values) { $0.string($1) } }
}

/// Reads what `ByteWriter` wrote. The file's checksum has been verified, so running off the end is
/// a format error of this program's own; it throws all the same.
struct ByteReader {
  private let bytes: UnsafeRawBufferPointer
  private var position = 0

  init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  mutating func integer<Value: FixedWidthInteger>(_ type: Value.Type) throws(ByteError) -> Value {
    let size = MemoryLayout<Value>.size
    guard position + size <= bytes.count else { throw ByteError() }
    defer { position += size }
    return Value(littleEndian: bytes.loadUnaligned(fromByteOffset: position, as: type))
  }

  mutating func count() throws(ByteError) -> Int { Int(try integer(UInt32.self)) }

  mutating func string() throws(ByteError) -> String {
    let count = try count()
    guard count <= bytes.count - position else { throw ByteError() }
    defer { position += count }
    return String(decoding: bytes[position..<position + count], as: UTF8.self)
  }

  mutating func array<Element>(
    _ read: (inout ByteReader) throws(ByteError) -> Element
  ) throws(ByteError) -> [Element] {
    let count = try count()
    // Nothing takes less than a byte.
    guard count <= bytes.count - position else { throw ByteError() }
    var values: [Element] = []
    values.reserveCapacity(count)
    for _ in 0..<count { values.append(try read(&self)) }
    return values
  }

  mutating func strings() throws(ByteError) -> [String] {
    try array { (reader: inout ByteReader) throws(ByteError) in try reader.string() }
  }
}

/// The bytes end too early.
struct ByteError: Error {}
