/// A request target in origin form (RFC 9112, section 3.2.1), decoded.
struct Target: Sendable, Hashable {
  var path: [String]
  var query: [Request.Parameter]

  /// `nil` where it does not begin with a slash, an escape is broken, what it decodes to is not
  /// UTF-8, or a control character or a step (`.`, `..`) stands in the path.
  ///
  /// No file is ever served by its path, so a step could do no harm; it is refused all the same.
  init?(_ target: String) {
    let bytes = Array(target.utf8)
    guard bytes.first == UInt8(ascii: "/") else { return nil }
    let mark = bytes.firstIndex(of: UInt8(ascii: "?"))
    guard let path = Target.path(bytes[1..<(mark ?? bytes.endIndex)]) else { return nil }
    let query = mark.map { Target.query(bytes[($0 + 1)...]) } ?? []
    guard let query else { return nil }
    self.path = path
    self.query = query
  }

  private static func path(_ bytes: ArraySlice<UInt8>) -> [String]? {
    guard !bytes.isEmpty else { return [] }
    var segments: [String] = []
    for part in bytes.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false) {
      guard let segment = decode(part, plusIsSpace: false), segment != ".", segment != "..",
        !segment.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F })
      else { return nil }
      segments.append(segment)
    }
    return segments
  }

  /// Pairs of a query, or of a form (application/x-www-form-urlencoded).
  static func query(_ bytes: ArraySlice<UInt8>) -> [Request.Parameter]? {
    var parameters: [Request.Parameter] = []
    for pair in bytes.split(separator: UInt8(ascii: "&")) {
      let equals = pair.firstIndex(of: UInt8(ascii: "="))
      guard let name = decode(pair[..<(equals ?? pair.endIndex)], plusIsSpace: true),
        let value = decode(equals.map { pair[($0 + 1)...] } ?? [], plusIsSpace: true)
      else { return nil }
      parameters.append(Request.Parameter(name, value))
    }
    return parameters
  }

  /// Percent-decoding; `nil` for a broken escape, for NUL, and for what is not UTF-8.
  private static func decode(_ bytes: ArraySlice<UInt8>, plusIsSpace: Bool) -> String? {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    var i = bytes.startIndex
    while i < bytes.endIndex {
      var byte = bytes[i]
      if byte == UInt8(ascii: "%") {
        guard i + 2 < bytes.endIndex, let high = hexValue(bytes[i + 1]),
          let low = hexValue(bytes[i + 2])
        else { return nil }
        byte = high << 4 | low
        i += 2
      } else if plusIsSpace, byte == UInt8(ascii: "+") {
        byte = UInt8(ascii: " ")
      }
      guard byte != 0 else { return nil }
      out.append(byte)
      i += 1
    }
    return String(validating: out, as: UTF8.self)
  }

  private static func hexValue(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }

  /// Percent-encodes all but the unreserved characters (RFC 3986, section 2.3).
  static func encode(_ text: String) -> String {
    let hex: StaticString = "0123456789ABCDEF"
    var out: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"):
        out.append(byte)
      default:
        out.append(UInt8(ascii: "%"))
        out.append(hex.utf8Start[Int(byte >> 4)])
        out.append(hex.utf8Start[Int(byte & 15)])
      }
    }
    return String(decoding: out, as: UTF8.self)
  }
}
