/// What pages put into values that should be plain words: blanks, references escaped twice,
/// markup.
enum PlainValue {
  /// The words alone: references resolved once more, tags dropped, blanks collapsed. Empty where
  /// nothing is left.
  static func words(_ value: String) -> String {
    var bytes = Array(value.utf8)
    if bytes.contains(UInt8(ascii: "&")) { bytes = resolved(bytes) }
    if bytes.contains(UInt8(ascii: "<")) { bytes = untagged(bytes) }
    return collapsed(bytes)
  }

  /// Blanks collapsed, and none at the ends, no-break spaces and zero-width marks included.
  private static func collapsed(_ bytes: [UInt8]) -> String {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    for byte in bytes {
      if byte > 0x20 {
        out.append(byte)
      } else if let last = out.last, last != 0x20 {
        out.append(0x20)
      }
    }
    var text = Substring(String(decoding: out, as: UTF8.self))
    while let last = text.unicodeScalars.last, isBlank(last) { text.unicodeScalars.removeLast() }
    while let first = text.unicodeScalars.first, isBlank(first) {
      text.unicodeScalars.removeFirst()
    }
    return String(text)
  }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0...0x20, 0xA0, 0x200B, 0x200E, 0x200F, 0x2028, 0x2029, 0x3000, 0xFEFF: true
    default: false
    }
  }

  /// Drops "<em>" and the like; a "<" that opens no tag stays.
  private static func untagged(_ bytes: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    var i = 0
    while i < bytes.count {
      if bytes[i] == UInt8(ascii: "<"), i + 1 < bytes.count,
        bytes[i + 1] == UInt8(ascii: "/") || (bytes[i + 1] | 0x20).isLowerASCII,
        let end = bytes[i...].firstIndex(of: UInt8(ascii: ">")), end - i < 300
      {
        i = end + 1
      } else {
        out.append(bytes[i])
        i += 1
      }
    }
    return out
  }

  /// Resolves the references that stand in the value still: "&amp;quot;" in the source.
  private static func resolved(_ bytes: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    var i = 0
    while i < bytes.count {
      if bytes[i] == UInt8(ascii: "&"), let (scalars, end) = reference(bytes, at: i + 1) {
        out.append(contentsOf: scalars)
        i = end
      } else {
        out.append(bytes[i])
        i += 1
      }
    }
    return out
  }

  private static func reference(_ bytes: [UInt8], at start: Int) -> ([UInt8], end: Int)? {
    let limit = min(bytes.count, start + 12)
    guard let end = bytes[start..<limit].firstIndex(of: UInt8(ascii: ";")), end > start else {
      return nil
    }
    let name = String(decoding: bytes[start..<end], as: UTF8.self)
    if let words = named[name] { return (Array(words.utf8), end + 1) }
    guard name.hasPrefix("#") else { return nil }
    let hexadecimal = name.hasPrefix("#x") || name.hasPrefix("#X")
    let digits = name.dropFirst(hexadecimal ? 2 : 1)
    guard let value = UInt32(digits, radix: hexadecimal ? 16 : 10), value >= 0x20,
      let scalar = Unicode.Scalar(value)
    else { return nil }
    return (Array(String(Character(scalar)).utf8), end + 1)
  }

  /// The names that are found escaped twice; a value with any other keeps it.
  private static let named: [String: String] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}", "shy": "\u{AD}",
    "ndash": "–", "mdash": "—", "hellip": "…", "lsquo": "‘", "rsquo": "’", "sbquo": "‚",
    "ldquo": "“", "rdquo": "”", "bdquo": "„", "laquo": "«", "raquo": "»", "middot": "·",
    "bull": "•", "euro": "€", "pound": "£", "auml": "ä", "ouml": "ö", "uuml": "ü", "Auml": "Ä",
    "Ouml": "Ö", "Uuml": "Ü", "szlig": "ß", "agrave": "à", "aacute": "á", "acirc": "â",
    "atilde": "ã", "aring": "å", "aelig": "æ", "ccedil": "ç", "egrave": "è", "eacute": "é",
    "ecirc": "ê", "euml": "ë", "igrave": "ì", "iacute": "í", "icirc": "î", "iuml": "ï",
    "ntilde": "ñ", "ograve": "ò", "oacute": "ó", "ocirc": "ô", "otilde": "õ", "oslash": "ø",
    "ugrave": "ù", "uacute": "ú", "ucirc": "û", "Eacute": "É", "Egrave": "È", "Agrave": "À",
    "Ccedil": "Ç", "iexcl": "¡", "iquest": "¿", "deg": "°", "sup2": "²", "trade": "™",
    "copy": "©", "reg": "®", "prime": "′", "oelig": "œ",
  ]
}
