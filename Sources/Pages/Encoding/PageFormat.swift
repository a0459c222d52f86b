/// Tells a page of markup from a page that is plain text, by content.
enum PageFormat {
  /// A text may speak of a tag now and then; a page has one in every line or so.
  private static let bytesPerTag = 400

  static func tell(_ utf8: [UInt8]) -> PageBytes.Format {
    utf8.withUnsafeBufferPointer { bytes in
      let start = bytes.firstIndex { $0 > 0x20 } ?? 0
      if opensDocument(bytes[start...]) { return .html }
      return tagDensityIsHigh(bytes) ? .html : .text
    }
  }

  /// "Rules for identifying an unknown MIME type" name these beginnings.
  private static func opensDocument(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    guard bytes.first == UInt8(ascii: "<") else { return false }
    let head = bytes.prefix(15).map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    return openings.contains { head.starts(with: $0.utf8) }
  }

  private static let openings = [
    "<!doctype", "<html", "<head", "<body", "<!--", "<?xml", "<script", "<title", "<meta", "<link",
  ]

  /// Counts tags that HTML has; names in angle brackets ("<ana@post.example>") are none.
  private static func tagDensityIsHigh(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let window = min(bytes.count, 256 << 10)
    var tags = 0
    var at = 0
    while at < window {
      guard bytes[at] == UInt8(ascii: "<") else {
        at += 1
        continue
      }
      if isTag(bytes, at: at) { tags += 1 }
      at += 1
    }
    return tags >= 3 && tags * bytesPerTag > window
  }

  private static func isTag(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
    var at = start + 1
    if at < bytes.count, bytes[at] == UInt8(ascii: "/") { at += 1 }
    let nameStart = at
    while at < bytes.count, at - nameStart < 11, isNameByte(bytes[at]) { at += 1 }
    guard at > nameStart, at < bytes.count else { return false }
    switch bytes[at] {
    case 0x20, 0x09, 0x0A, 0x0D, UInt8(ascii: ">"), UInt8(ascii: "/"): break
    default: return false
    }
    return names.contains(
      String(decoding: bytes[nameStart..<at].map { $0 | 0x20 }, as: UTF8.self))
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
  }

  private static let names: Set<String> = [
    "html", "head", "body", "title", "meta", "link", "script", "style", "div", "span", "p", "a",
    "br", "img", "ul", "ol", "li", "h1", "h2", "h3", "h4", "article", "section", "header",
    "footer", "nav", "main", "figure", "figcaption", "table", "tr", "td", "th", "b", "i", "em",
    "strong", "blockquote", "font", "center", "form", "input", "button", "iframe", "svg", "time",
  ]
}
