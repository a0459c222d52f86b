import CTables

/// What the names of an element's classes, id and test id say of it: weak evidence each, many
/// sites name their parts alike.
struct Evidence: OptionSet, Sendable, Hashable {
  let rawValue: UInt64

  static let related = Evidence(rawValue: 1 << 0)
  static let share = Evidence(rawValue: 1 << 1)
  static let comments = Evidence(rawValue: 1 << 2)
  static let newsletter = Evidence(rawValue: 1 << 3)
  static let advert = Evidence(rawValue: 1 << 4)
  static let navigation = Evidence(rawValue: 1 << 5)
  static let footer = Evidence(rawValue: 1 << 6)
  static let header = Evidence(rawValue: 1 << 7)
  static let sidebar = Evidence(rawValue: 1 << 8)
  static let author = Evidence(rawValue: 1 << 9)
  static let tags = Evidence(rawValue: 1 << 10)
  static let caption = Evidence(rawValue: 1 << 11)
  static let credit = Evidence(rawValue: 1 << 12)
  static let byline = Evidence(rawValue: 1 << 13)
  static let lead = Evidence(rawValue: 1 << 14)
  static let headline = Evidence(rawValue: 1 << 15)
  static let kicker = Evidence(rawValue: 1 << 16)
  static let body = Evidence(rawValue: 1 << 17)
  static let paywall = Evidence(rawValue: 1 << 18)
  static let media = Evidence(rawValue: 1 << 19)
  static let quote = Evidence(rawValue: 1 << 20)
  static let factbox = Evidence(rawValue: 1 << 21)
  static let hidden = Evidence(rawValue: 1 << 22)
  static let cookie = Evidence(rawValue: 1 << 23)
  static let donate = Evidence(rawValue: 1 << 24)
  static let product = Evidence(rawValue: 1 << 25)
  static let poll = Evidence(rawValue: 1 << 26)
  static let embed = Evidence(rawValue: 1 << 27)
  static let note = Evidence(rawValue: 1 << 28)
  static let overlay = Evidence(rawValue: 1 << 29)
  /// Declared by schema.org's `articleBody`.
  static let articleBody = Evidence(rawValue: 1 << 30)
  /// Not shown: the `hidden` attribute or a style that says so.
  static let unseen = Evidence(rawValue: 1 << 31)

  /// A picture and what belongs to it.
  static let picture = Evidence(rawValue: 1 << 32)

  /// Parts that are hardly ever the article's own.
  static let furniture: Evidence = [
    .share, .comments, .newsletter, .advert, .navigation, .footer, .tags, .cookie, .donate,
    .overlay, .unseen, .author,
  ]
  /// Those whose names are not given to wrappers of the article too.
  static let strongFurniture: Evidence = [
    .comments, .navigation, .footer, .cookie, .overlay, .unseen,
  ]
  /// Parts that stand in front of the page: none of the article, however large.
  static let interstitial: Evidence = [.cookie, .overlay]
  /// Parts that are furniture unless they read like paragraphs.
  static let weakFurniture: Evidence = [.related, .sidebar, .paywall, .poll, .product]

  init(rawValue: UInt64) { self.rawValue = rawValue }

  init?(named name: String) {
    let names = [
      "related", "share", "comments", "newsletter", "advert", "navigation", "footer", "header",
      "sidebar", "author", "tags", "caption", "credit", "byline", "lead", "headline", "kicker",
      "body", "paywall", "media", "quote", "factbox", "hidden", "cookie", "donate", "product",
      "poll", "embed", "note", "overlay", "", "", "picture",
    ]
    guard let index = names.firstIndex(of: name) else { return nil }
    self.init(rawValue: 1 << UInt64(index))
  }
}

/// Looks up the words of class names (`class-words.tsv`): an open hash table over bytes.
struct ClassWords: Sendable {
  static let table = ClassWords(DataTable(dateline_table_class_words()))

  /// Longest name that is read, in bytes: generated names can be endless.
  private static let longestName = 600
  private static let slots = 4096

  private var hashes = [UInt32](repeating: 0, count: slots)
  private var evidence = [Evidence](repeating: [], count: slots)

  init(_ table: DataTable) {
    for row in table.rows where row.count == 2 {
      guard let kind = Evidence(named: row.string(1)) else { continue }
      var hash = Self.start
      for byte in row.bytes(0) { hash = Self.next(hash, byte) }
      var slot = Int(hash) & (Self.slots - 1)
      while hashes[slot] != 0, hashes[slot] != hash { slot = (slot + 1) & (Self.slots - 1) }
      hashes[slot] = hash
      evidence[slot].insert(kind)
    }
  }

  private static let start: UInt32 = 0x811C_9DC5

  @inline(__always) private static func next(_ hash: UInt32, _ byte: UInt8) -> UInt32 {
    let mixed = (hash ^ UInt32(byte)) &* 0x0100_0193
    return mixed == 0 ? 1 : mixed
  }

  @inline(__always) private func find(_ hash: UInt32) -> Evidence {
    var slot = Int(hash) & (Self.slots - 1)
    while hashes[slot] != 0 {
      if hashes[slot] == hash { return evidence[slot] }
      slot = (slot + 1) & (Self.slots - 1)
    }
    return []
  }

  /// What a class attribute (or an id) says. Names are cut at blanks, hyphens, underscores and at
  /// capitals behind small letters; every word and every two neighbours of a name are looked up.
  func evidence(in names: UnsafeBufferPointer<UInt8>) -> Evidence {
    var found: Evidence = []
    // Hashes of the word, and of the word before joined with it.
    var word = Self.start
    var pair = Self.start
    var length = 0
    var hasPair = false
    var previous: UInt8 = 0x20
    for index in 0..<min(names.count, Self.longestName) {
      let byte = names[index]
      let isWord = byte.isWordByte && !byte.isDigit
      if length > 0, !isWord || byte.isUpperASCII && previous.isLowerASCII {
        found.formUnion(find(word))
        if hasPair { found.formUnion(find(pair)) }
        pair = word
        hasPair = true
        word = Self.start
        length = 0
      }
      if byte.isSpace { hasPair = false }
      if isWord {
        let folded = byte.isUpperASCII ? byte | 0x20 : byte
        word = Self.next(word, folded)
        if hasPair { pair = Self.next(pair, folded) }
        length += 1
      }
      previous = byte
    }
    if length > 0 {
      found.formUnion(find(word))
      if hasPair { found.formUnion(find(pair)) }
    }
    return found
  }
}
