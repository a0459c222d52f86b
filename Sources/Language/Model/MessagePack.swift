/// A value of MessagePack, as far as the published model's files use it.
///
/// Source: the MessagePack specification; extension types and timestamps are refused.
indirect enum MessagePack {
  case null
  case bool(Bool)
  /// Negative numbers in two's complement.
  case integer(UInt64)
  case double(Double)
  case string(String)
  case binary(ArraySlice<UInt8>)
  case array([MessagePack])
  case map([(key: MessagePack, value: MessagePack)])

  /// The value of a map's key, a string or the same bytes as binary.
  subscript(name: String) -> MessagePack? {
    guard case .map(let pairs) = self else { return nil }
    return pairs.first { $0.key.text == name }?.value
  }

  var text: String? {
    switch self {
    case .string(let text): text
    case .binary(let bytes): String(validating: bytes, as: UTF8.self)
    default: nil
    }
  }

  var integer: UInt64? {
    guard case .integer(let value) = self else { return nil }
    return value
  }

  var array: [MessagePack]? {
    guard case .array(let values) = self else { return nil }
    return values
  }

  var pairs: [(key: MessagePack, value: MessagePack)]? {
    guard case .map(let pairs) = self else { return nil }
    return pairs
  }

  var bytes: ArraySlice<UInt8>? {
    guard case .binary(let bytes) = self else { return nil }
    return bytes
  }
}

/// Decodes MessagePack from bytes, bounded in depth.
struct MessagePackReader {
  private let bytes: ArraySlice<UInt8>
  private var position: Int
  private static let maximumDepth = 32

  /// The one value that `bytes` hold.
  static func read(_ bytes: ArraySlice<UInt8>) throws(MessagePackError) -> MessagePack {
    var reader = MessagePackReader(bytes: bytes, position: bytes.startIndex)
    return try reader.value(depth: 0)
  }

  private mutating func value(depth: Int) throws(MessagePackError) -> MessagePack {
    guard depth < MessagePackReader.maximumDepth else { throw fail("nested too deeply") }
    let type = UInt8(try number(1))
    switch type {
    case 0x00...0x7F: return .integer(UInt64(type))
    case 0x80...0x8F: return try map(Int(type & 15), depth)
    case 0x90...0x9F: return try array(Int(type & 15), depth)
    case 0xA0...0xBF: return try string(Int(type & 31))
    case 0xC0: return .null
    case 0xC2, 0xC3: return .bool(type == 0xC3)
    case 0xC4...0xC6: return .binary(try take(Int(try number(1 << Int(type - 0xC4)))))
    case 0xCA: return .double(Double(Float(bitPattern: UInt32(try number(4)))))
    case 0xCB: return .double(Double(bitPattern: try number(8)))
    case 0xCC...0xCF: return .integer(try number(1 << Int(type - 0xCC)))
    case 0xD0: return .integer(UInt64(bitPattern: Int64(Int8(truncatingIfNeeded: try number(1)))))
    case 0xD1: return .integer(UInt64(bitPattern: Int64(Int16(truncatingIfNeeded: try number(2)))))
    case 0xD2: return .integer(UInt64(bitPattern: Int64(Int32(truncatingIfNeeded: try number(4)))))
    case 0xD3: return .integer(try number(8))
    case 0xD9...0xDB: return try string(Int(try number(1 << Int(type - 0xD9))))
    case 0xDC, 0xDD: return try array(Int(try number(type == 0xDC ? 2 : 4)), depth)
    case 0xDE, 0xDF: return try map(Int(try number(type == 0xDE ? 2 : 4)), depth)
    case 0xE0...0xFF: return .integer(UInt64(bitPattern: Int64(Int8(bitPattern: type))))
    default: throw fail("an unknown type")
    }
  }

  private func fail(_ reason: String) -> MessagePackError {
    MessagePackError(reason: reason, offset: position - bytes.startIndex)
  }

  private mutating func take(_ count: Int) throws(MessagePackError) -> ArraySlice<UInt8> {
    guard count <= bytes.endIndex - position else { throw fail("the data ends too early") }
    defer { position += count }
    return bytes[position..<position + count]
  }

  private mutating func number(_ count: Int) throws(MessagePackError) -> UInt64 {
    try take(count).reduce(0) { $0 << 8 | UInt64($1) }
  }

  private mutating func string(_ count: Int) throws(MessagePackError) -> MessagePack {
    guard let text = String(validating: try take(count), as: UTF8.self) else {
      throw fail("a string that is no UTF-8")
    }
    return .string(text)
  }

  private mutating func array(_ count: Int, _ depth: Int) throws(MessagePackError) -> MessagePack {
    var values: [MessagePack] = []
    for _ in 0..<count { values.append(try value(depth: depth + 1)) }
    return .array(values)
  }

  private mutating func map(_ count: Int, _ depth: Int) throws(MessagePackError) -> MessagePack {
    var pairs: [(key: MessagePack, value: MessagePack)] = []
    for _ in 0..<count {
      let key = try value(depth: depth + 1)
      pairs.append((key, try value(depth: depth + 1)))
    }
    return .map(pairs)
  }
}

/// Why bytes are no MessagePack, and where.
struct MessagePackError: Error {
  var reason: String
  var offset: Int
}
