/// The lemmatizer's data for one part of speech.
struct LemmaClass: Sendable {
  /// "noun", in lower case.
  var name: String
  /// Endings and what takes their place, in order.
  var rules: [Rule] = []
  /// The class has a list of known words (`LanguageModel.isKnown`), and of exceptions.
  var hasIndex = false
  var hasExceptions = false

  struct Rule: Sendable {
    var ending: [UInt8]
    var replacement: [UInt8]
  }

  /// The key of a word in the tables, which all classes share.
  static func key(word: UInt64, name: UInt64) -> UInt64 {
    let key = (word ^ name &* 0x9e37_79b9_7f4a_7c15) &* 0xff51_afd7_ed55_8ccd
    return max(key ^ key >> 33, 1)
  }

  func write(to writer: inout ByteWriter) {
    writer.string(name)
    writer.array(rules) {
      $0.string(String(decoding: $1.ending, as: UTF8.self))
      $0.string(String(decoding: $1.replacement, as: UTF8.self))
    }
    writer.integer(UInt8((hasIndex ? 1 : 0) | (hasExceptions ? 2 : 0)))
  }
}

extension LemmaClass {
  init(from reader: inout ByteReader) throws(ByteError) {
    name = try reader.string()
    rules = try reader.array { (reader: inout ByteReader) throws(ByteError) in
      let ending = Array(try reader.string().utf8)
      return Rule(ending: ending, replacement: Array(try reader.string().utf8))
    }
    let flags = try reader.integer(UInt8.self)
    hasIndex = flags & 1 != 0
    hasExceptions = flags & 2 != 0
  }
}
