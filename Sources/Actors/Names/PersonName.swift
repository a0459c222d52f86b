internal import Language

/// The parts of a person's name, folded, in the order of the text.
struct PersonName: Sendable, Hashable {
  /// Without particles, initials, honorifics and suffixes; a hyphenated part is one.
  var parts: [String]
  var initials: [String]
  /// Whether a particle stands before the last part.
  var particles: [String]
  /// "jr", "iii": not the father of that name; "Sr." is none.
  var generation: String?

  private static let particleWords: Set<String> = [
    "al", "el", "bin", "ibn", "ben", "de", "da", "do", "dos", "del", "della", "der", "den", "di",
    "du",
    "la", "le", "van", "von", "ter", "abu", "ould", "y", "e", "bint", "ul", "ur", "-",
  ]
  static func isParticle(_ word: String) -> Bool { particleWords.contains(word) && word != "-" }

  private static let suffixes: Set<String> = ["jr", "jr.", "sr", "sr.", "ii", "iii", "iv"]

  init(_ tokens: Range<Int>, in doc: Doc) {
    self.init(tokens.map { doc.text($0) })
  }

  /// A name of the tables.
  init(_ text: String) { self.init(PhraseTable.split(text)) }

  private init(_ words: [String]) {
    parts = []
    initials = []
    particles = []
    generation = nil
    var joins = false
    for (index, text) in words.enumerated() {
      var word = String(decoding: FoldedWord.fold(text), as: UTF8.self)
      if word.count > 1, word.hasSuffix(",") { word.removeLast() }
      if word == "-" {
        joins = !parts.isEmpty && particles.isEmpty
        if !joins { particles.removeAll { $0 == "-" } }
        continue
      }
      if word == "'s" || word == "'" { continue }
      if Self.suffixes.contains(word) {
        let suffix = word.prefix { $0 != "." }
        if suffix != "sr", !parts.isEmpty { generation = String(suffix) }
        continue
      }
      for prefix in ["al-", "el-", "ul-", "ad-", "as-", "ar-"]
      where word.hasPrefix(prefix) && word.count > 5 {
        word.removeFirst(3)
      }
      if joins, let last = parts.popLast() {
        parts.append(last + "-" + word)
        joins = false
      } else if word.count == 1 || word.count == 2 && word.hasSuffix(".")
        || word.count <= 5 && word.hasSuffix(".") && word.filter({ $0 == "." }).count > 1
      {
        initials.append(word)
      } else if Self.particleWords.contains(word), index + 1 < words.count {
        particles.append(word)
      } else if word.contains(where: \.isLetter) {
        particles = []
        parts.append(word)
      }
    }
  }

  var isFull: Bool { parts.count > 1 || (parts.count == 1 && !initials.isEmpty) }

  /// Whether two names of more than one part can be one person's.
  func agrees(with other: PersonName) -> Bool {
    guard generation == other.generation else { return false }
    if parts == other.parts { return initialsAgree(other) }
    if Set(parts) == Set(other.parts) { return true }
    let (short, long) = parts.count <= other.parts.count ? (self, other) : (other, self)
    if short.parts.count > 1, short.isSubsequence(of: long) { return true }
    // "J. Smith", "John Smith"; "Joe Biden", "Joseph Biden".
    guard let last = parts.last, last == other.parts.last else { return false }
    if short.parts.count == 1, let initial = short.initials.first?.first {
      return long.parts.first?.first == initial
    }
    guard let first = parts.first, let second = other.parts.first else { return false }
    return parts.count > 1 && other.parts.count > 1 && Nicknames.agree(first, second)
  }

  /// Whether a name in a text is one of the tables: the same parts, or all of one in the other with
  /// the family name.
  func isSame(as known: PersonName) -> Bool {
    if parts == known.parts { return initialsAgree(known) }
    guard parts.count > 1 || known.parts.count == 1 else { return false }
    if Set(parts) == Set(known.parts) { return true }
    if parts.count > 1, known.parts.count > 1, joined == known.joined { return true }
    return parts.count > 1 && known.parts.count > 1
      && (isSubsequence(of: known) && parts.last == known.parts.last
        || known.isSubsequence(of: self) && parts.last == known.parts.last)
  }

  /// "Tae-yul", "Tae yul", "Taeyul" are one.
  private var joined: String { parts.joined().filter { $0 != "-" } }

  private func initialsAgree(_ other: PersonName) -> Bool {
    guard let own = initials.first, let their = other.initials.first else { return true }
    return own.first == their.first
  }

  private func isSubsequence(of long: PersonName) -> Bool {
    var index = 0
    for part in long.parts where index < parts.count && part == parts[index] { index += 1 }
    return index == parts.count
  }
}

/// Short forms of given names that the press uses beside the full ones.
enum Nicknames {
  static func agree(_ one: String, _ other: String) -> Bool {
    if one == other { return true }
    let (short, long) = one.count < other.count ? (one, other) : (other, one)
    if short.count >= 3, long.hasPrefix(short) { return true }
    return pairs[short]?.contains(long) ?? pairs[long]?.contains(short) ?? false
  }

  private static let pairs: [String: Set<String>] = [
    "joe": ["joseph"], "bill": ["william"], "bob": ["robert"], "jim": ["james"],
    "mike": ["michael"],
    "tony": ["anthony", "antony"], "dick": ["richard"], "rick": ["richard"], "jack": ["john"],
    "ted": ["edward", "theodore"], "chuck": ["charles"], "charlie": ["charles"], "jimmy": ["james"],
    "bernie": ["bernard"], "kate": ["katherine", "catherine"], "liz": ["elizabeth"],
    "harry": ["henry"],
    "peggy": ["margaret"], "larry": ["lawrence"], "andy": ["andrew"], "billy": ["william"],
    "bobby": ["robert"], "johnny": ["john"], "hank": ["henry"], "nancy": ["anne"],
    "mitch": ["mitchell"],
  ]
}
