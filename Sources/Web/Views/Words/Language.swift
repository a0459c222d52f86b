/// A language tag (BCP 47) as the pages use it: its English name and its direction.
struct Language: Sendable, Hashable {
  let tag: String

  /// `nil` for what has not a tag's form; a page may declare anything.
  init?(_ tag: String?) {
    guard let tag, (2...35).contains(tag.utf8.count), tag.utf8.allSatisfy(Language.mayStandInTag)
    else { return nil }
    self.tag = tag
  }

  private static func mayStandInTag(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
      true
    default: false
    }
  }

  /// The first subtag, in lower case.
  var primary: String { String(tag.prefix { $0 != "-" }).lowercased() }

  /// The English name; the tag itself where the table has none.
  var name: String { Language.names[primary] ?? tag }

  var isRightToLeft: Bool {
    if tag.contains("-Latn") { return false }
    return tag.contains("-Arab") || tag.contains("-Hebr")
      || Language.rightToLeft.contains(primary)
  }

  var direction: String { isRightToLeft ? "rtl" : "ltr" }

  /// Written from right to left by default (Unicode CLDR, script metadata).
  private static let rightToLeft: Set<String> = [
    "ar", "arc", "ckb", "dv", "fa", "he", "iw", "ks", "nqo", "ps", "sd", "syr", "ug", "ur", "yi",
  ]

  /// ISO 639-1 codes of languages that news is written in, by their English names.
  private static let names: [String: String] = [
    "af": "Afrikaans", "am": "Amharic", "ar": "Arabic", "az": "Azerbaijani", "be": "Belarusian",
    "bg": "Bulgarian", "bn": "Bengali", "bs": "Bosnian", "ca": "Catalan", "ckb": "Sorani Kurdish",
    "cs": "Czech", "cy": "Welsh", "da": "Danish", "de": "German", "el": "Greek", "en": "English",
    "eo": "Esperanto", "es": "Spanish", "et": "Estonian", "eu": "Basque", "fa": "Persian",
    "fi": "Finnish", "fr": "French", "ga": "Irish", "gl": "Galician", "gu": "Gujarati",
    "ha": "Hausa", "he": "Hebrew", "hi": "Hindi", "hr": "Croatian", "hu": "Hungarian",
    "hy": "Armenian", "id": "Indonesian", "is": "Icelandic", "it": "Italian", "iw": "Hebrew",
    "ja": "Japanese", "ka": "Georgian", "kk": "Kazakh", "kl": "Greenlandic", "km": "Khmer",
    "kn": "Kannada", "ko": "Korean", "ku": "Kurdish", "ky": "Kyrgyz", "lb": "Luxembourgish",
    "lo": "Lao", "lt": "Lithuanian", "lv": "Latvian", "mk": "Macedonian", "ml": "Malayalam",
    "mn": "Mongolian", "mr": "Marathi", "ms": "Malay", "mt": "Maltese", "my": "Burmese",
    "nb": "Norwegian Bokmål", "ne": "Nepali", "nl": "Dutch", "nn": "Norwegian Nynorsk",
    "no": "Norwegian", "or": "Odia", "pa": "Punjabi", "pl": "Polish", "ps": "Pashto",
    "pt": "Portuguese", "ro": "Romanian", "ru": "Russian", "rw": "Kinyarwanda", "si": "Sinhala",
    "sk": "Slovak", "sl": "Slovene", "so": "Somali", "sq": "Albanian", "sr": "Serbian",
    "sv": "Swedish", "sw": "Swahili", "ta": "Tamil", "te": "Telugu", "tg": "Tajik", "th": "Thai",
    "ti": "Tigrinya", "tk": "Turkmen", "tl": "Tagalog", "tr": "Turkish", "ug": "Uyghur",
    "uk": "Ukrainian", "ur": "Urdu", "uz": "Uzbek", "vi": "Vietnamese", "xh": "Xhosa",
    "yi": "Yiddish", "yo": "Yoruba", "zh": "Chinese", "zu": "Zulu",
  ]
}

extension [Attribute] {
  /// `lang` and `dir` of words in a language; without a known one the words decide (`dir=auto`).
  static func language(_ language: Language?) -> [Attribute] {
    guard let language else { return [Attribute("dir", "auto")] }
    return [Attribute("lang", language.tag), Attribute("dir", language.direction)]
  }

  /// Of the reader's own words inside an article in another language.
  static let ofReader = [Attribute("lang", "en"), Attribute("dir", "ltr")]
}
