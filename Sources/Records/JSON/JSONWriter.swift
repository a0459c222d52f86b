/// Writes JSON (RFC 8259) into a byte buffer, without an intermediate tree.
///
/// The caller opens and closes; commas are the writer's business. Members whose value is `nil`,
/// an empty string or an empty array are left out by the `optional` forms.
package struct JSONWriter {
  package private(set) var bytes: [UInt8] = []
  private var needsComma = false
  private let isPretty: Bool
  private var depth = 0
  private var afterName = false

  /// `pretty` puts each member on a line of its own, indented by two spaces.
  package init(pretty: Bool = false) {
    isPretty = pretty
    bytes.reserveCapacity(4096)
  }

  package mutating func beginObject() { open(UInt8(ascii: "{")) }
  package mutating func endObject() { close(UInt8(ascii: "}")) }
  package mutating func beginArray() { open(UInt8(ascii: "[")) }
  package mutating func endArray() { close(UInt8(ascii: "]")) }

  /// Ends a line of JSON Lines.
  package mutating func newline() {
    bytes.append(0x0A)
    needsComma = false
  }

  package mutating func name(_ name: String) {
    separate()
    appendQuoted(name)
    bytes.append(UInt8(ascii: ":"))
    if isPretty { bytes.append(0x20) }
    needsComma = false
    afterName = true
  }

  package mutating func string(_ value: String) {
    separate()
    appendQuoted(value)
    needsComma = true
  }

  package mutating func int(_ value: Int) { literal(String(value)) }
  package mutating func bool(_ value: Bool) { literal(value ? "true" : "false") }
  package mutating func null() { literal("null") }

  /// A number; JSON has no NaN and no infinity, which become null.
  package mutating func double(_ value: Double) {
    guard value.isFinite else { return null() }
    if let whole = Int(exactly: value), abs(whole) < 1 << 53 { return int(whole) }
    literal(String(value))
  }

  package mutating func value(_ value: JSONValue) {
    switch value {
    case .null: null()
    case .bool(let value): bool(value)
    case .number(let value): double(value)
    case .string(let value): string(value)
    case .array(let values):
      beginArray()
      for value in values { self.value(value) }
      endArray()
    case .object(let members):
      beginObject()
      for member in members {
        name(member.name)
        self.value(member.value)
      }
      endObject()
    }
  }

  package mutating func member(_ name: String, _ value: String) {
    self.name(name)
    string(value)
  }

  package mutating func member(_ name: String, optional value: String?) {
    guard let value, !value.isEmpty else { return }
    member(name, value)
  }

  package mutating func member(_ name: String, optional value: Int?) {
    guard let value else { return }
    self.name(name)
    int(value)
  }

  package mutating func member(_ name: String, optional values: [String]) {
    guard !values.isEmpty else { return }
    self.name(name)
    beginArray()
    for value in values { string(value) }
    endArray()
  }

  private mutating func literal(_ text: String) {
    separate()
    bytes.append(contentsOf: text.utf8)
    needsComma = true
  }

  private mutating func open(_ bracket: UInt8) {
    separate()
    bytes.append(bracket)
    needsComma = false
    depth += 1
  }

  private mutating func close(_ bracket: UInt8) {
    depth -= 1
    if isPretty, needsComma { indent() }
    bytes.append(bracket)
    needsComma = true
  }

  private mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    if isPretty, depth > 0, !afterName { indent() }
    afterName = false
  }

  private mutating func indent() {
    bytes.append(0x0A)
    bytes.append(contentsOf: repeatElement(0x20, count: 2 * depth))
  }

  private mutating func appendQuoted(_ text: String) {
    var text = text
    bytes.append(UInt8(ascii: "\""))
    text.withUTF8 { appendEscaped($0) }
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func appendEscaped(_ utf8: UnsafeBufferPointer<UInt8>) {
    var runStart = 0
    for i in 0..<utf8.count {
      let byte = utf8[i]
      // Control characters, also DEL and C1: a line of output may end up on a terminal.
      let isC1 = byte == 0xC2 && i + 1 < utf8.count && utf8[i + 1] < 0xA0
      guard byte < 0x20 || byte == 0x22 || byte == 0x5C || byte == 0x7F || isC1 else { continue }
      bytes.append(contentsOf: utf8[runStart..<i])
      runStart = isC1 ? i + 2 : i + 1
      appendEscape(isC1 ? utf8[i + 1] : byte)
    }
    bytes.append(contentsOf: utf8[runStart...])
  }

  private mutating func appendEscape(_ byte: UInt8) {
    let hex: StaticString = "0123456789abcdef"
    bytes.append(UInt8(ascii: "\\"))
    switch byte {
    case 0x22, 0x5C: bytes.append(byte)
    case 0x0A: bytes.append(UInt8(ascii: "n"))
    case 0x0D: bytes.append(UInt8(ascii: "r"))
    case 0x09: bytes.append(UInt8(ascii: "t"))
    default:
      bytes.append(contentsOf: "u00".utf8)
      bytes.append(hex.utf8Start[Int(byte >> 4)])
      bytes.append(hex.utf8Start[Int(byte & 15)])
    }
  }
}
