import CLanguageID
import Records

/// Weighs the declared language against the one of the text.
enum PageLanguage {
  struct Answer {
    /// BCP 47.
    var tag: String
    var source: String
  }

  /// Bytes of text from which an identification is believed against a declaration.
  private static let enough = 400
  private static let sample = 3000

  static func decide(_ declared: [Claim<String>], text: String) -> Answer? {
    let claims = declared.compactMap { claim in
      tag(claim.value).map { Claim($0, from: claim.source) }
    }
    let said = claims.first
    guard text.utf8.count >= 80, let found = identify(text) else {
      return said.map { Answer(tag: $0.value, source: $0.source) }
    }
    if let same = claims.first(where: { isSame(base($0.value), found.language) }) {
      return Answer(tag: same.value, source: same.source)
    }
    if let said, text.utf8.count < enough || found.percent < 70 {
      return Answer(tag: said.value, source: said.source)
    }
    return Answer(tag: found.language, source: "text")
  }

  static func base(_ tag: String) -> String { String(tag.prefix { $0 != "-" }) }

  /// A declared language in the form of BCP 47 ("de_DE" is "de-DE"); `nil` for what is none.
  static func tag(_ text: String) -> String? {
    let first = PlainValue.words(text).prefix { $0 != "," && $0 != ";" && $0 != " " }
    let parts = first.split(whereSeparator: { $0 == "-" || $0 == "_" })
    guard let language = parts.first?.lowercased(), (2...3).contains(language.utf8.count),
      language.utf8.allSatisfy(\.isLowerASCII), language != "und", language != "mul"
    else { return nil }
    var out = [renamed[language] ?? language]
    for part in parts.dropFirst().prefix(2) {
      guard part.utf8.allSatisfy({ $0.isWordByte && $0 < 0x80 }) else { break }
      switch part.utf8.count {
      case 2: out.append(part.uppercased())
      case 4: out.append(part.prefix(1).uppercased() + part.dropFirst().lowercased())
      case 3: out.append(String(part))
      default: break
      }
    }
    return out.joined(separator: "-")
  }

  /// Old codes and others' codes.
  private static let renamed: [String: String] = [
    "iw": "he", "in": "id", "ji": "yi", "jw": "jv", "mo": "ro", "eng": "en", "ger": "de",
    "deu": "de", "fra": "fr", "fre": "fr", "spa": "es", "ita": "it", "por": "pt", "rus": "ru",
    "cn": "zh", "jp": "ja", "kr": "ko", "cz": "cs", "dk": "da", "se": "sv", "ua": "uk", "gr": "el",
  ]

  /// Languages so near to one another that a declaration is believed rather than the text.
  private static let families: [Set<String>] = [
    ["no", "nb", "nn", "da"], ["hr", "sr", "bs", "sh", "me"], ["id", "ms"], ["cs", "sk"],
    ["zu", "xh", "ss", "nr"], ["st", "tn", "nso"], ["gl", "pt"], ["hi", "mr", "ne"], ["fa", "prs"],
    ["bg", "mk"], ["de", "lb", "gsw"], ["nl", "af", "fy"], ["zh", "yue"], ["tl", "fil"],
    ["az", "tr"], ["rn", "rw"],
  ]

  private static func isSame(_ a: String, _ b: String) -> Bool {
    a == b || families.contains { $0.contains(a) && $0.contains(b) }
  }

  private static func identify(_ text: String) -> (language: String, percent: Int)? {
    let bytes = Array(text.utf8.prefix(sample))
    // A character cut in two at the end would be no UTF-8.
    var end = bytes.count
    while end > 0, end < text.utf8.count, bytes[end - 1] & 0xC0 != 0x40, bytes[end - 1] >= 0x80 {
      end -= 1
    }
    var percent: Int32 = 0
    let code = bytes.withUnsafeBufferPointer { buffer in
      buffer.withMemoryRebound(to: CChar.self) {
        $0.baseAddress.flatMap { dateline_identify_language($0, end, &percent) }
      }
    }
    guard let code else { return nil }
    let language = base(String(cString: code))
    return (renamed[language] ?? language, Int(percent))
  }
}
