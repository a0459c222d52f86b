import Records

/// What can be saved of JSON-LD that no reader takes: quotes within strings, missing commas, a
/// script cut off. Only members whose values are strings, from anywhere in the text.
enum BrokenJSON {
  /// The members an article's description has, the first of each name, as one object; `nil` where
  /// there is no headline and no date.
  static func members(of text: String) -> JSONValue? {
    let bytes = Array(text.utf8)
    var found: [JSONValue.Member] = []
    var i = 0
    while i < bytes.count {
      guard bytes[i] == UInt8(ascii: "\"") else {
        i += 1
        continue
      }
      guard let (name, valueStart) = name(bytes, at: i) else {
        i += 1
        continue
      }
      let (value, end) = string(bytes, from: valueStart)
      if !found.contains(where: { $0.name == name }) {
        found.append(JSONValue.Member(name, .string(value)))
      }
      i = end
    }
    let object = JSONValue.object(found)
    return object["headline"] != nil || object["datePublished"] != nil ? object : nil
  }

  private static let wanted: Set<String> = [
    "@type", "headline", "description", "datePublished", "dateModified", "author", "inLanguage",
    "articleSection", "keywords",
  ]

  /// A wanted member's name at `start`, and where its string begins.
  private static func name(_ bytes: [UInt8], at start: Int) -> (String, Int)? {
    let limit = min(bytes.count, start + 20)
    guard start + 1 < limit,
      let end = bytes[start + 1..<limit].firstIndex(of: UInt8(ascii: "\""))
    else { return nil }
    let name = String(decoding: bytes[start + 1..<end], as: UTF8.self)
    guard wanted.contains(name) else { return nil }
    var i = end + 1
    while i < bytes.count, bytes[i].isSpace || bytes[i] == UInt8(ascii: ":") { i += 1 }
    guard i < bytes.count, bytes[i] == UInt8(ascii: "\"") else { return nil }
    return (name, i + 1)
  }

  /// A string up to the quote that a comma, a bracket or a line's end follows.
  private static func string(_ bytes: [UInt8], from start: Int) -> (String, end: Int) {
    var out: [UInt8] = []
    var i = start
    while i < bytes.count, i - start < 4000 {
      if bytes[i] == UInt8(ascii: "\\"), i + 1 < bytes.count {
        out.append(bytes[i + 1] == UInt8(ascii: "n") ? 0x20 : bytes[i + 1])
        i += 2
        continue
      }
      if bytes[i] == UInt8(ascii: "\"") {
        var next = i + 1
        while next < bytes.count, bytes[next] == 0x20 { next += 1 }
        let closes: Set<UInt8> = [0x2C, 0x7D, 0x5D, 0x0A, 0x0D]
        if next >= bytes.count || closes.contains(bytes[next]) { break }
      }
      out.append(bytes[i])
      i += 1
    }
    return (String(decoding: out, as: UTF8.self), i + 1)
  }
}
