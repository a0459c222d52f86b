import CTables

/// A file of `Static/`: it lies in the program, is named by its content, and may be kept for ever.
struct StaticFile: Sendable, Hashable {
  let name: String
  let type: String
  let bytes: [UInt8]
  /// Of the bytes, 16 hexadecimal digits.
  let hash: String

  static let style = StaticFile(
    "style.css", "text/css; charset=utf-8", dateline_table_style())
  static let script = StaticFile(
    "reader.js", "text/javascript; charset=utf-8", dateline_table_script())
  static let icon = StaticFile("icon.svg", "image/svg+xml", dateline_table_icon())
  static let all = [style, script, icon]

  private init(_ name: String, _ type: String, _ table: DatelineTable) {
    self.name = name
    self.type = type
    bytes = Array(UnsafeBufferPointer(start: table.bytes, count: table.count))
    hash = StaticFile.hash(of: bytes)
  }

  /// With the hash in it: another version of the program has another address.
  var address: Address { .page("static", hash, name) }

  func response(to request: Request) -> Response {
    let tag = "\"\(hash)\""
    let headers = [
      Response.Header("ETag", tag),
      Response.Header("Cache-Control", "public, max-age=31536000, immutable"),
    ]
    if StaticFile.matches(request.header("if-none-match"), tag) {
      return Response(status: 304, headers: headers)
    }
    return Response(
      status: 200, headers: [Response.Header("Content-Type", type)] + headers, body: bytes)
  }

  /// If-None-Match (RFC 9110, section 13.1.2), compared weakly.
  private static func matches(_ header: String?, _ tag: String) -> Bool {
    guard let header else { return false }
    return header.split(separator: ",").contains { part in
      let part = part.drop { $0 == " " }
      return part == "*" || part == tag || part.hasPrefix("W/") && part.dropFirst(2) == tag
    }
  }

  /// FNV-1a, 64 bits: tells our own versions apart, guards against nobody.
  private static func hash(of bytes: [UInt8]) -> String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
