/// What an element's class, id, `itemprop` and `rel` say it shows.
struct Hints: OptionSet, Sendable, Hashable {
  let rawValue: UInt16

  static let headline = Hints(rawValue: 1)
  static let byline = Hints(rawValue: 2)
  static let date = Hints(rawValue: 4)
  static let topic = Hints(rawValue: 8)
  static let kicker = Hints(rawValue: 16)
  static let tagLink = Hints(rawValue: 32)
  static let breadcrumb = Hints(rawValue: 64)
  /// A link `rel="author"` or microdata's `author`: surer than a class.
  static let sureAuthor = Hints(rawValue: 128)
  /// `itemprop="datePublished"` or hAtom's `published`.
  static let sureDate = Hints(rawValue: 256)
  /// Said to be the date of a change.
  static let modified = Hints(rawValue: 512)
  /// "meta" and the like: a line of byline and date, or nothing of the kind.
  static let meta = Hints(rawValue: 2048)
  /// Of pictures and their credits.
  static let picture = Hints(rawValue: 4096)
  /// Of comments, related stories, teasers, the sidebar, the footer.
  static let aside = Hints(rawValue: 1024)

  init(rawValue: UInt16) { self.rawValue = rawValue }

  init(of node: HTMLTree.NodeID, in tree: HTMLTree) {
    self = []
    for name in [HTMLName.class, .id] {
      tree.withAttribute(node, name) { value in
        if let value { formUnion(Hints(class: value)) }
      }
    }
    tree.withAttribute(node, .itemprop) { if let value = $0 { formUnion(Hints(itemprop: value)) } }
    tree.withAttribute(node, .rel) { value in
      guard let value else { return }
      if Hints.contains(value, "author") { formUnion([.byline, .sureAuthor]) }
      if Hints.contains(value, "tag") { insert(.tagLink) }
    }
  }

  private init(itemprop value: UnsafeBufferPointer<UInt8>) {
    self = []
    if Hints.contains(value, "headline") { insert(.headline) }
    if Hints.contains(value, "author") || Hints.contains(value, "creator") {
      formUnion([.byline, .sureAuthor])
    }
    if Hints.contains(value, "datepublished") || Hints.contains(value, "datecreated") {
      formUnion([.date, .sureDate])
    }
    if Hints.contains(value, "datemodified") { formUnion([.date, .modified]) }
    if Hints.contains(value, "keywords") || Hints.contains(value, "articlesection") {
      insert(.topic)
    }
  }

  /// The words that a class or id is looked through for, by their first letter; lower case.
  private init(class value: UnsafeBufferPointer<UInt8>) {
    self = []
    for i in 0..<value.count {
      switch value[i] | 0x20 {
      case UInt8(ascii: "a"):
        if Hints.has("author", in: value, at: i) || Hints.has("autor", in: value, at: i) {
          insert(.byline)
        }
      case UInt8(ascii: "b"):
        if Hints.has("bild", in: value, at: i) { insert(.picture) }
        if Hints.has("byline", in: value, at: i) { insert(.byline) }
        if Hints.has("breadcrumb", in: value, at: i) { insert(.breadcrumb) }
      case UInt8(ascii: "c"):
        if Hints.has("caption", in: value, at: i) || Hints.has("credit", in: value, at: i) {
          insert(.picture)
        }
        if Hints.has("comment", in: value, at: i), isWhole(value, from: i) { insert(.aside) }
      case UInt8(ascii: "d"): readD(value, at: i)
      case UInt8(ascii: "e"):
        if Hints.has("eyebrow", in: value, at: i) { insert(.kicker) }
      case UInt8(ascii: "f"):
        if Hints.has("fn", in: value, at: i), i == 0 || value[i - 1].isSpace,
          i + 2 == value.count || value[i + 2].isSpace
        {
          // hCard's name.
          formUnion([.byline, .sureAuthor])
        }
        if Hints.has("fecha", in: value, at: i) { insert(.date) }
        if Hints.has("footer", in: value, at: i), isWhole(value, from: i) { insert(.aside) }
      case UInt8(ascii: "h"):
        if Hints.has("headline", in: value, at: i) { insert(.headline) }
      case UInt8(ascii: "i"):
        if Hints.has("image", in: value, at: i) { insert(.picture) }
      case UInt8(ascii: "g"):
        if Hints.has("gallery", in: value, at: i) { insert(.picture) }
      case UInt8(ascii: "k"):
        if Hints.has("kicker", in: value, at: i) { insert(.kicker) }
        if Hints.has("keyword", in: value, at: i) { insert(.topic) }
      case UInt8(ascii: "l"):
        if Hints.has("label", in: value, at: i) { insert(.kicker) }
      case UInt8(ascii: "m"):
        if Hints.has("meta", in: value, at: i) { insert(.meta) }
        if Hints.has("modified", in: value, at: i) { formUnion([.date, .modified]) }
      case UInt8(ascii: "o"):
        if Hints.has("overline", in: value, at: i) { insert(.kicker) }
      case UInt8(ascii: "p"): readP(value, at: i)
      case UInt8(ascii: "r"):
        if Hints.has("roofline", in: value, at: i) { insert(.kicker) }
        if Hints.has("related", in: value, at: i) { insert(.aside) }
        if Hints.has("reporter", in: value, at: i) { insert(.byline) }
      case UInt8(ascii: "s"): readS(value, at: i)
      case UInt8(ascii: "t"): readT(value, at: i)
      case UInt8(ascii: "u"):
        if Hints.has("updated", in: value, at: i) { formUnion([.date, .modified]) }
      case UInt8(ascii: "v"):
        if Hints.has("verfasser", in: value, at: i) { insert(.byline) }
      case UInt8(ascii: "w"):
        if Hints.has("writer", in: value, at: i) { insert(.byline) }
      default: break
      }
    }
  }

  private mutating func readD(_ value: UnsafeBufferPointer<UInt8>, at i: Int) {
    if Hints.has("date", in: value, at: i) || Hints.has("datum", in: value, at: i) {
      insert(.date)
    }
    if Hints.has("dachzeile", in: value, at: i) { insert(.kicker) }
  }

  private mutating func readP(_ value: UnsafeBufferPointer<UInt8>, at i: Int) {
    if Hints.has("publish", in: value, at: i) || Hints.has("pubdate", in: value, at: i)
      || Hints.has("posted", in: value, at: i)
    {
      insert(.date)
    }
    if Hints.has("photo", in: value, at: i) { insert(.picture) }
    if Hints.has("post-info", in: value, at: i) || Hints.has("postinfo", in: value, at: i) {
      insert(.meta)
    }
  }

  private mutating func readS(_ value: UnsafeBufferPointer<UInt8>, at i: Int) {
    if Hints.has("sidebar", in: value, at: i), isWhole(value, from: i) { insert(.aside) }
    if Hints.has("schlagw", in: value, at: i) { insert(.topic) }
    if Hints.has("subtitle", in: value, at: i) || Hints.has("subheadline", in: value, at: i) {
      insert(.kicker)
    }
    if Hints.has("submitted", in: value, at: i) { insert(.meta) }
    if Hints.has("spitzmarke", in: value, at: i) { insert(.kicker) }
    if Hints.has("supertitle", in: value, at: i) { insert(.kicker) }
    if Hints.has("signature", in: value, at: i) { insert(.byline) }
  }

  private mutating func readT(_ value: UnsafeBufferPointer<UInt8>, at i: Int) {
    if Hints.has("title", in: value, at: i) || Hints.has("titre", in: value, at: i) {
      insert(.headline)
    }
    if Hints.has("time", in: value, at: i) { insert(.date) }
    if Hints.has("topline", in: value, at: i) { insert(.kicker) }
    if Hints.has("topic", in: value, at: i) { insert(.topic) }
    if Hints.has("teaser", in: value, at: i) { insert(.aside) }
    // "tag" and "tags" as words of their own: "stage" and "image-tagged" are not meant.
    guard Hints.has("tag", in: value, at: i), i == 0 || !value[i - 1].isWordByte else { return }
    let end = i + 3 < value.count && value[i + 3] | 0x20 == UInt8(ascii: "s") ? i + 4 : i + 3
    if end >= value.count || !value[end].isLowerASCII { insert(.topic) }
  }

  /// Whether the class begins with the word at `i`: "sidebar-left" is one, "has-sidebar" has one.
  private func isWhole(_ value: UnsafeBufferPointer<UInt8>, from i: Int) -> Bool {
    i == 0 || value[i - 1].isSpace || !value[i - 1].isWordByte && (i == 1 || value[i - 2].isSpace)
  }

  private static func has(
    _ word: StaticString, in value: UnsafeBufferPointer<UInt8>, at i: Int
  ) -> Bool {
    let count = word.utf8CodeUnitCount
    guard i + count <= value.count else { return false }
    for k in 0..<count {
      let byte = value[i + k]
      guard (byte.isUpperASCII ? byte | 0x20 : byte) == word.utf8Start[k] else { return false }
    }
    return true
  }

  static func ends(_ value: UnsafeBufferPointer<UInt8>, _ word: StaticString) -> Bool {
    value.count >= word.utf8CodeUnitCount
      && has(word, in: value, at: value.count - word.utf8CodeUnitCount)
  }

  /// Whether a value holds a word (lower case), whatever its case.
  static func contains(_ value: UnsafeBufferPointer<UInt8>, _ word: StaticString) -> Bool {
    guard value.count >= word.utf8CodeUnitCount else { return false }
    for i in 0...value.count - word.utf8CodeUnitCount where has(word, in: value, at: i) {
      return true
    }
    return false
  }
}
