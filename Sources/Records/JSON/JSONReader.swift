/// Why a text is no JSON, and at which UTF-8 byte.
package struct JSONError: Error, Sendable, Hashable, CustomStringConvertible {
  package var reason: String
  package var offset: Int

  package var description: String { "\(reason) at byte \(offset)" }
}

/// Reads JSON (RFC 8259) from UTF-8 bytes, in one pass, bounded in depth.
///
/// `.lenient` takes what pages really carry in `application/ld+json`: control characters within
/// strings, trailing commas, comments and wrapping CDATA, text after the value.
package struct JSONReader {
  package enum Mode: Sendable { case strict, lenient }

  /// Deepest nesting that is read; a page's own data stays far below.
  package static let maximumDepth = 128

  package static func read(_ text: String, mode: Mode = .strict) throws(JSONError) -> JSONValue {
    var text = text
    let outcome: Result<JSONValue, JSONError> = text.withUTF8 { bytes in
      read(bytes, mode: mode)
    }
    return try outcome.get()
  }

  package static func read(_ bytes: [UInt8], mode: Mode = .strict) throws(JSONError) -> JSONValue {
    let outcome: Result<JSONValue, JSONError> = bytes.withUnsafeBufferPointer { bytes in
      read(bytes, mode: mode)
    }
    return try outcome.get()
  }

  package static func read(
    _ bytes: UnsafeBufferPointer<UInt8>, mode: Mode = .strict
  ) -> Result<JSONValue, JSONError> {
    var reader = JSONReader(bytes: bytes, lenient: mode == .lenient)
    do throws(JSONError) {
      reader.skipBlanks()
      let value = try reader.value(depth: 0)
      reader.skipBlanks()
      if !reader.lenient, reader.position < bytes.count {
        throw JSONError(reason: "text after the value", offset: reader.position)
      }
      return .success(value)
    } catch {
      return .failure(error)
    }
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private let lenient: Bool
  private var position = 0

  private init(bytes: UnsafeBufferPointer<UInt8>, lenient: Bool) {
    self.bytes = bytes
    self.lenient = lenient
  }

  private func fail(_ reason: String) -> JSONError { JSONError(reason: reason, offset: position) }

  private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func skipBlanks() {
    while let byte = next {
      switch byte {
      case 0x20, 0x09, 0x0A, 0x0D: position += 1
      case UInt8(ascii: "/") where lenient && skipComment(): break
      case UInt8(ascii: ";") where lenient: position += 1
      case UInt8(ascii: "<") where lenient && skip("<!--"): break
      case UInt8(ascii: "<") where lenient && skip("<![CDATA["): break
      case UInt8(ascii: "-") where lenient && skip("-->"): break
      case UInt8(ascii: "]") where lenient && skip("]]>"): break
      case 0xEF where skip("\u{FEFF}"): break
      default: return
      }
    }
  }

  private mutating func skip(_ literal: StaticString) -> Bool {
    let count = literal.utf8CodeUnitCount
    guard position + count <= bytes.count else { return false }
    for i in 0..<count where bytes[position + i] != literal.utf8Start[i] { return false }
    position += count
    return true
  }

  private mutating func skipComment() -> Bool {
    if skip("//") {
      while let byte = next, byte != 0x0A { position += 1 }
      return true
    }
    guard skip("/*") else { return false }
    while position < bytes.count, !skip("*/") { position += 1 }
    return true
  }

  private mutating func value(depth: Int) throws(JSONError) -> JSONValue {
    guard depth < JSONReader.maximumDepth else { throw fail("nested too deeply") }
    switch next {
    case UInt8(ascii: "{"): return try object(depth: depth)
    case UInt8(ascii: "["): return try array(depth: depth)
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t") where skip("true"): return .bool(true)
    case UInt8(ascii: "f") where skip("false"): return .bool(false)
    case UInt8(ascii: "n") where skip("null"): return .null
    case .some(UInt8(ascii: "-")), .some(UInt8(ascii: "0")...UInt8(ascii: "9")):
      return try number()
    case nil: throw fail("the text ends too early")
    default: throw fail("no value")
    }
  }

  private mutating func object(depth: Int) throws(JSONError) -> JSONValue {
    position += 1
    var members: [JSONValue.Member] = []
    skipBlanks()
    if next == UInt8(ascii: "}") {
      position += 1
      return .object([])
    }
    while true {
      skipBlanks()
      if lenient, next == UInt8(ascii: "}") { break }
      guard next == UInt8(ascii: "\"") else { throw fail("no member name") }
      let name = try string()
      skipBlanks()
      guard next == UInt8(ascii: ":") else { throw fail("no colon") }
      position += 1
      skipBlanks()
      members.append(JSONValue.Member(name, try value(depth: depth + 1)))
      skipBlanks()
      guard next == UInt8(ascii: ",") else { break }
      position += 1
    }
    guard next == UInt8(ascii: "}") else { throw fail("object not closed") }
    position += 1
    return .object(members)
  }

  private mutating func array(depth: Int) throws(JSONError) -> JSONValue {
    position += 1
    var values: [JSONValue] = []
    skipBlanks()
    if next == UInt8(ascii: "]") {
      position += 1
      return .array([])
    }
    while true {
      skipBlanks()
      if lenient, next == UInt8(ascii: "]") { break }
      values.append(try value(depth: depth + 1))
      skipBlanks()
      guard next == UInt8(ascii: ",") else { break }
      position += 1
    }
    guard next == UInt8(ascii: "]") else { throw fail("array not closed") }
    position += 1
    return .array(values)
  }

  private mutating func number() throws(JSONError) -> JSONValue {
    let start = position
    if next == UInt8(ascii: "-") { position += 1 }
    let firstDigit = position
    let integerDigits = digits()
    guard integerDigits > 0 else { throw fail("no number") }
    if !lenient, integerDigits > 1, bytes[firstDigit] == UInt8(ascii: "0") {
      throw fail("a number with a leading zero")
    }
    if next == UInt8(ascii: ".") {
      position += 1
      guard digits() > 0 || lenient else { throw fail("no digit after the point") }
    }
    if next == UInt8(ascii: "e") || next == UInt8(ascii: "E") {
      position += 1
      if next == UInt8(ascii: "+") || next == UInt8(ascii: "-") { position += 1 }
      guard digits() > 0 else { throw fail("no digit in the exponent") }
    }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    guard let value = Double(text.hasSuffix(".") ? String(text.dropLast()) : text) else {
      throw fail("no number")
    }
    return .number(value)
  }

  private mutating func digits() -> Int {
    let start = position
    while let byte = next, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { position += 1 }
    return position - start
  }

  private mutating func string() throws(JSONError) -> String {
    position += 1
    var out: [UInt8] = []
    var runStart = position
    while let byte = next {
      switch byte {
      case UInt8(ascii: "\""):
        let run = bytes[runStart..<position]
        position += 1
        // No escape seen: one copy, straight from the source.
        if out.isEmpty { return String(decoding: run, as: UTF8.self) }
        out.append(contentsOf: run)
        return String(decoding: out, as: UTF8.self)
      case UInt8(ascii: "\\"):
        out.append(contentsOf: bytes[runStart..<position])
        try escape(into: &out)
        runStart = position
      case 0..<0x20 where !lenient:
        throw fail("a control character in a string")
      default:
        position += 1
      }
    }
    throw fail("string not closed")
  }

  private mutating func escape(into out: inout [UInt8]) throws(JSONError) {
    position += 1
    guard let byte = next else { throw fail("string not closed") }
    position += 1
    switch byte {
    case UInt8(ascii: "n"): out.append(0x0A)
    case UInt8(ascii: "t"): out.append(0x09)
    case UInt8(ascii: "r"): out.append(0x0D)
    case UInt8(ascii: "b"): out.append(0x08)
    case UInt8(ascii: "f"): out.append(0x0C)
    case UInt8(ascii: "u"): appendUTF8(try unicodeEscape(), to: &out)
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): out.append(byte)
    default:
      guard lenient else { throw fail("an unknown escape") }
      out.append(byte)
    }
  }

  /// After `\u`: four hexadecimal digits, joined with a low surrogate's if one follows. A lone
  /// surrogate becomes U+FFFD.
  private mutating func unicodeEscape() throws(JSONError) -> Unicode.Scalar {
    let replacement: Unicode.Scalar = "\u{FFFD}"
    let first = try fourHexDigits()
    if let scalar = Unicode.Scalar(first) { return scalar }
    guard first < 0xDC00 else { return replacement }
    let saved = position
    guard skip("\\u") else { return replacement }
    let second = try fourHexDigits()
    guard (0xDC00...0xDFFF).contains(second) else {
      position = saved
      return replacement
    }
    return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)) ?? replacement
  }

  private mutating func fourHexDigits() throws(JSONError) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard let byte = next, let digit = hexDigit(byte) else { throw fail("an incomplete escape") }
      value = value << 4 | digit
      position += 1
    }
    return value
  }

  private func hexDigit(_ byte: UInt8) -> UInt32? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(byte - UInt8(ascii: "a")) + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(byte - UInt8(ascii: "A")) + 10
    default: nil
    }
  }

  private func appendUTF8(_ scalar: Unicode.Scalar, to out: inout [UInt8]) {
    out.append(contentsOf: UTF8.encode(scalar).map(Array.init) ?? [])
  }
}
