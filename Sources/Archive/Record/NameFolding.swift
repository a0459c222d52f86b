/// Names made alike: lower case, without accents and points, hyphens as blanks, so that one name
/// written in two ways is one key. What it does not know stays as it is.
enum NameFolding {
  static func fold(_ name: String) -> String {
    var out = ""
    var needsBlank = false
    for scalar in name.lowercased().unicodeScalars {
      switch scalar {
      case "\u{300}"..."\u{36F}", ".", ",", "'", "\u{2018}", "\u{2019}", "\"": continue
      case "-", "\u{2010}"..."\u{2013}", "\u{A0}": needsBlank = true
      case _ where scalar.properties.isWhitespace: needsBlank = true
      default:
        if needsBlank, !out.isEmpty { out += " " }
        needsBlank = false
        if let plain = plain[scalar] {
          out += plain
        } else {
          out.unicodeScalars.append(scalar)
        }
      }
    }
    return out
  }

  /// Latin letters with their marks (Latin-1 Supplement and Latin Extended-A), lower case.
  private static let letters = [
    ("àáâãäåāăą", "a"), ("çćĉċč", "c"), ("ďđð", "d"), ("èéêëēĕėęě", "e"), ("ĝğġģ", "g"),
    ("ĥħ", "h"), ("ìíîïĩīĭįı", "i"), ("ĵ", "j"), ("ķ", "k"), ("ĺļľŀł", "l"), ("ñńņňŋ", "n"),
    ("òóôõöøōŏő", "o"), ("ŕŗř", "r"), ("śŝşšș", "s"), ("ţťŧț", "t"), ("ùúûüũūŭůűų", "u"),
    ("ŵ", "w"), ("ýÿŷ", "y"), ("źżž", "z"), ("æ", "ae"), ("œ", "oe"), ("ß", "ss"), ("þ", "th"),
  ]

  private static let plain: [Unicode.Scalar: String] = {
    var plain: [Unicode.Scalar: String] = [:]
    for (marked, letter) in letters {
      for scalar in marked.unicodeScalars { plain[scalar] = letter }
    }
    return plain
  }()
}
