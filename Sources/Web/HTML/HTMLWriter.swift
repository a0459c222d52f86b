/// Writes HTML values as UTF-8 bytes; the one place where text becomes markup.
struct HTMLWriter {
  private(set) var bytes: [UInt8] = []

  /// A whole document.
  static func document(_ html: HTML) -> [UInt8] {
    var writer = HTMLWriter()
    writer.bytes.reserveCapacity(32_768)
    writer.bytes.append(contentsOf: "<!doctype html>\n".utf8)
    writer.write(html)
    writer.bytes.append(0x0A)
    return writer.bytes
  }

  /// Recursion is bounded by how deep the views nest, never by a page.
  mutating func write(_ html: HTML) {
    switch html {
    case .text(let text): escape(text)
    case .sequence(let parts): for part in parts { write(part) }
    case .void(let name, let attributes): open(name, attributes)
    case .element(let name, let attributes, let content):
      open(name, attributes)
      write(content)
      bytes.append(contentsOf: "</".utf8)
      bytes.append(contentsOf: name.utf8)
      bytes.append(UInt8(ascii: ">"))
    }
  }

  private mutating func open(_ name: String, _ attributes: [Attribute]) {
    bytes.append(UInt8(ascii: "<"))
    bytes.append(contentsOf: name.utf8)
    for attribute in attributes {
      bytes.append(UInt8(ascii: " "))
      bytes.append(contentsOf: attribute.name.utf8)
      guard let value = attribute.value else { continue }
      bytes.append(contentsOf: "=\"".utf8)
      escape(value)
      bytes.append(UInt8(ascii: "\""))
    }
    bytes.append(UInt8(ascii: ">"))
  }

  /// The same for text and for attribute values: the five characters that could end either, and
  /// control characters, which HTML forbids and some readers act on (as U+FFFD).
  private mutating func escape(_ text: String) {
    var text = text
    text.withUTF8 { escape($0) }
  }

  private mutating func escape(_ utf8: UnsafeBufferPointer<UInt8>) {
    var runStart = 0
    var i = 0
    while i < utf8.count {
      let (replacement, length) = HTMLWriter.replacement(at: i, of: utf8)
      if let replacement {
        bytes.append(contentsOf: utf8[runStart..<i])
        bytes.append(contentsOf: replacement.utf8)
        runStart = i + length
      }
      i += length
    }
    bytes.append(contentsOf: utf8[runStart...])
  }

  private static func replacement(
    at i: Int, of utf8: UnsafeBufferPointer<UInt8>
  ) -> (text: String?, length: Int) {
    switch utf8[i] {
    case UInt8(ascii: "&"): ("&amp;", 1)
    case UInt8(ascii: "<"): ("&lt;", 1)
    case UInt8(ascii: ">"): ("&gt;", 1)
    case UInt8(ascii: "\""): ("&quot;", 1)
    case UInt8(ascii: "'"): ("&#39;", 1)
    case 0x09, 0x0A: (nil, 1)
    case 0..<0x20, 0x7F: ("\u{FFFD}", 1)
    // C1 controls: U+0080 to U+009F.
    case 0xC2 where i + 1 < utf8.count && utf8[i + 1] < 0xA0: ("\u{FFFD}", 2)
    default: (nil, 1)
    }
  }
}
