internal import Records

/// Texts as the search index takes them.
///
/// FTS5's unicode61 makes tokens of runs of letters and digits. Scripts written without spaces
/// would make one token a sentence, so a zero-width space goes between their characters, in the
/// index and in the query alike; what is shown is freed of them. Control characters go, for
/// snippets carry two of them as marks.
package enum SearchText {
  static let separator: Unicode.Scalar = "\u{200B}"

  /// The form to be indexed.
  static func prepared(_ text: String) -> String {
    guard !isPlain(text) else { return text }
    var out = String.UnicodeScalarView()
    var previousUnsegmented = false
    var isFirst = true
    for scalar in text.unicodeScalars where scalar != separator {
      let value = scalar.value < 0x20 || scalar.value == 0x7F ? blank(scalar) : scalar
      let unsegmented = isUnsegmented(scalar)
      if !isFirst, unsegmented || previousUnsegmented { out.append(separator) }
      out.append(value)
      previousUnsegmented = unsegmented
      isFirst = false
    }
    return String(out)
  }

  /// Nothing to be done: no control characters, nothing beyond the alphabets of Europe.
  private static func isPlain(_ text: String) -> Bool {
    var text = text
    // UTF-8 lead bytes below 0xD8 stand for scalars below U+0600.
    return text.withUTF8 { utf8 in
      utf8.allSatisfy { $0 < 0xD8 && ($0 >= 0x20 || $0 == 0x0A) && $0 != 0x7F }
    }
  }

  private static func blank(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    scalar == "\n" ? "\n" : " "
  }

  /// Letters of scripts that are written without spaces between words.
  static func isUnsegmented(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x0E00: false
    case 0x0E00...0x0EFF: true  // Thai, Lao
    case 0x1000...0x109F: true  // Myanmar
    case 0x1780...0x17FF: true  // Khmer
    case 0x3040...0x30FF, 0x31F0...0x31FF: true  // Hiragana, Katakana
    case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF: true  // Han
    case 0xFF66...0xFF9F: true  // Katakana, half width
    case 0x20000...0x3FFFF: true  // Han, further planes
    default: false
    }
  }

  /// Whether the index makes any token of it: a letter, digit or character of private use.
  static func hasToken(_ text: some StringProtocol) -> Bool {
    text.unicodeScalars.contains { scalar in
      switch scalar.properties.generalCategory {
      case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
        .decimalNumber, .letterNumber, .otherNumber, .privateUse:
        true
      default: false
      }
    }
  }

  /// Number of words: runs of letters and digits, in scripts without spaces each character.
  package static func wordCount(_ text: String) -> Int {
    var count = 0
    var inWord = false
    for scalar in text.unicodeScalars {
      if isUnsegmented(scalar) {
        count += 1
        inWord = false
      } else if isWordCharacter(scalar) {
        if !inWord { count += 1 }
        inWord = true
      } else if scalar != "'", scalar != "\u{2019}", scalar != "-" {
        inWord = false
      }
    }
    return count
  }

  private static func isWordCharacter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    case 0..<0xC0, 0x2000...0x2BFF, 0x3000...0x303F, 0xFF00...0xFF0F: false
    default: true
    }
  }
}

/// The columns of the search index, made from an article.
struct SearchColumns: Sendable, Hashable {
  var title: String
  var lead: String
  var body: String
  var captions: String
  var authors: String
  var topics: String

  init(_ article: Article) {
    title = SearchText.prepared(article.title ?? "")
    lead = SearchText.prepared(article.lead ?? "")
    let blocks = article.blocks.flatMap { block -> [String] in
      switch block.kind {
      case .list, .table: block.items
      case .text, .subhead, .quote, .code: [block.text]
      case .image, .video, .audio: []
      }
    }
    body = SearchColumns.lines(blocks)
    captions = SearchColumns.lines(article.images.compactMap(\.caption))
    authors = SearchColumns.lines(article.authors + article.agencies)
    topics = SearchColumns.lines(article.topics)
  }

  private static func lines(_ parts: [String]) -> String {
    SearchText.prepared(parts.joined(separator: "\n"))
  }
}
