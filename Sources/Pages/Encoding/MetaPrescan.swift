/// Looks for the encoding that a page declares in its first bytes.
///
/// Source: WHATWG HTML, 13.2.3.2 "Prescan a byte stream to determine its encoding", its steps in
/// its order.
struct MetaPrescan {
  /// The standard names 1024 bytes; pages that declare later (after a long script) are read right
  /// by browsers that wait, so more is looked at.
  static let window = 16 << 10

  private let bytes: ArraySlice<UInt8>
  private var at: Int

  private init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes.prefix(Self.window)
    at = bytes.startIndex
  }

  /// The declared encoding; UTF-16 is taken as UTF-8 and x-user-defined as windows-1252, as the
  /// standard has it, for the declaration could not have been read otherwise.
  static func encoding(in bytes: ArraySlice<UInt8>) -> WebEncoding? {
    var scan = MetaPrescan(bytes)
    guard let found = scan.run() else { return nil }
    switch found.name {
    case "UTF-16LE", "UTF-16BE": return .utf8
    case "x-user-defined": return .windows1252
    default: return found
    }
  }

  private mutating func run() -> WebEncoding? {
    if starts(with: "<?xml"), let found = xmlDeclaration() { return found }
    while at < bytes.endIndex {
      if starts(with: "<!--") {
        at += 2
        skip(past: "-->")
      } else if starts(with: "<meta"), isSpaceOrSlash(at + 5) {
        at += 5
        if let found = meta() { return found }
      } else if bytes[at] == UInt8(ascii: "<"), isTag {
        skipTag()
      } else if starts(with: "<!") || starts(with: "</") || starts(with: "<?") {
        skip(past: ">")
      } else {
        at += 1
      }
    }
    return nil
  }

  /// A letter after "<" or "</".
  private var isTag: Bool {
    var next = at + 1
    if byte(next) == UInt8(ascii: "/") { next += 1 }
    return byte(next).map { (0x41...0x5A).contains($0 & 0xDF) } ?? false
  }

  private mutating func skipTag() {
    while let b = byte(at), !Self.isSpace(b), b != UInt8(ascii: ">") { at += 1 }
    while attribute() != nil {}
  }

  private mutating func meta() -> WebEncoding? {
    var seen: Set<[UInt8]> = []
    var gotPragma = false
    var needPragma: Bool?
    var charset: WebEncoding?
    while let (name, value) = attribute() {
      guard seen.insert(name).inserted else { continue }
      if name.elementsEqual("http-equiv".utf8) {
        gotPragma = gotPragma || value.elementsEqual("content-type".utf8)
      } else if name.elementsEqual("content".utf8), charset == nil {
        if let label = Self.charset(inContent: value), let found = WebEncoding(label: label) {
          charset = found
          needPragma = true
        }
      } else if name.elementsEqual("charset".utf8) {
        charset = WebEncoding(label: String(decoding: value, as: UTF8.self))
        needPragma = false
      }
    }
    guard let needPragma, !needPragma || gotPragma else { return nil }
    return charset
  }

  /// "Extracting a character encoding from a meta element": the label after "charset=".
  static func charset(inContent value: [UInt8]) -> String? {
    let word = Array("charset".utf8)
    var at = 0
    while at + word.count <= value.count {
      guard value[at..<(at + word.count)].elementsEqual(word) else {
        at += 1
        continue
      }
      at += word.count
      while at < value.count, isSpace(value[at]) { at += 1 }
      guard at < value.count, value[at] == UInt8(ascii: "=") else { continue }
      at += 1
      while at < value.count, isSpace(value[at]) { at += 1 }
      return label(value[at...])
    }
    return nil
  }

  private static func label(_ rest: ArraySlice<UInt8>) -> String? {
    guard let first = rest.first else { return nil }
    if first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") {
      let inner = rest.dropFirst()
      guard let end = inner.firstIndex(of: first) else { return nil }
      return String(decoding: inner[..<end], as: UTF8.self)
    }
    let end = rest.firstIndex { isSpace($0) || $0 == UInt8(ascii: ";") } ?? rest.endIndex
    return String(decoding: rest[..<end], as: UTF8.self)
  }

  /// The encoding of an XML declaration.
  private func xmlDeclaration() -> WebEncoding? {
    guard let end = bytes[at...].firstIndex(of: UInt8(ascii: ">")), end - at < 200 else {
      return nil
    }
    let text = String(decoding: bytes[at..<end], as: UTF8.self)
    guard let name = text.firstRange(of: "encoding") else { return nil }
    let value = text[name.upperBound...].drop { $0 == " " || $0 == "=" }
    guard let quote = value.first, quote == "\"" || quote == "'" else { return nil }
    return WebEncoding(label: value.dropFirst().prefix { $0 != quote })
  }

  // MARK: Attributes

  /// "Get an attribute": name and value in lower case; `nil` at the tag's end.
  private mutating func attribute() -> (name: [UInt8], value: [UInt8])? {
    while isSpaceOrSlash(at) { at += 1 }
    guard let first = byte(at) else { return nil }
    if first == UInt8(ascii: ">") {
      at += 1
      return nil
    }
    var name: [UInt8] = []
    while let b = byte(at), b != UInt8(ascii: ">"), b != UInt8(ascii: "/"), !Self.isSpace(b),
      b != UInt8(ascii: "=") || name.isEmpty
    {
      name.append(Self.lowercased(b))
      at += 1
    }
    while let b = byte(at), Self.isSpace(b) { at += 1 }
    guard byte(at) == UInt8(ascii: "=") else { return (name, []) }
    at += 1
    while let b = byte(at), Self.isSpace(b) { at += 1 }
    return (name, value())
  }

  private mutating func value() -> [UInt8] {
    var value: [UInt8] = []
    guard let first = byte(at) else { return value }
    if first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") {
      at += 1
      while let b = byte(at), b != first {
        value.append(Self.lowercased(b))
        at += 1
      }
      at += 1
    } else {
      while let b = byte(at), !Self.isSpace(b), b != UInt8(ascii: ">") {
        value.append(Self.lowercased(b))
        at += 1
      }
    }
    return value
  }

  // MARK: Bytes

  private func byte(_ index: Int) -> UInt8? { index < bytes.endIndex ? bytes[index] : nil }

  private func starts(with text: StaticString) -> Bool {
    var index = at
    return text.withUTF8Buffer { text in
      for wanted in text {
        guard index < bytes.endIndex, Self.lowercased(bytes[index]) == wanted else { return false }
        index += 1
      }
      return true
    }
  }

  private mutating func skip(past text: StaticString) {
    while at < bytes.endIndex, !starts(with: text) { at += 1 }
    at = min(at + text.utf8CodeUnitCount, bytes.endIndex)
  }

  private func isSpaceOrSlash(_ index: Int) -> Bool {
    byte(index).map { Self.isSpace($0) || $0 == UInt8(ascii: "/") } ?? false
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0C || byte == 0x0D
  }

  private static func lowercased(_ byte: UInt8) -> UInt8 {
    (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
  }
}
