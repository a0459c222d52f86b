/// Numbers for the names of elements and attributes of one page.
///
/// The names of `HTMLName` have its numbers; any other gets the next one. A page can have 65,535
/// names: later ones all become `other`.
struct HTMLNameTable: ~Copyable {
  private struct Entry {
    var low: UInt64
    var high: UInt64
    var hash: UInt64
    var count: Int
    /// Where the whole name stands in `long`, if it has more than 16 bytes.
    var offset: Int
  }

  private(set) var texts = KnownNames.table.texts
  private let known = KnownNames.table
  private var entries: [Entry] = []
  /// Open addressing over `entries`, by number plus one; 0 is free.
  private var slots = [UInt16](repeating: 0, count: 256)
  private var long: [UInt8] = []
  /// Hashes differ from run to run, so that no page can be made to collide on purpose.
  private let seed = UInt64.random(in: .min ... .max) | 1
  /// Element and attribute names of foreign content as the standard spells them, by number: 0 for
  /// not looked up yet.
  private var adjustedTags: [UInt16] = []
  private var adjustedAttributes: [UInt16] = []
  private var adjustedMathML: [UInt16] = []

  static let limit = Int(UInt16.max)

  /// The number of a name, whose letters are taken in lower case.
  mutating func number(_ name: UnsafeBufferPointer<UInt8>) -> UInt16 {
    let key = NameKey(name)
    if name.count <= 16, let number = known.number(key) { return number }
    return unlisted(name, key)
  }

  /// The number of a name that may be longer or shorter than what the page has for it.
  mutating func number(_ name: [UInt8]) -> UInt16 {
    name.withUnsafeBufferPointer { number($0) }
  }

  private mutating func unlisted(_ name: UnsafeBufferPointer<UInt8>, _ key: NameKey) -> UInt16 {
    let hash = hash(name, key)
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] != 0 {
      let index = Int(slots[slot]) - 1
      if matches(entries[index], name, key, hash) { return UInt16(index + known.texts.count) }
      slot = (slot + 1) & (slots.count - 1)
    }
    guard texts.count < Self.limit else { return 0 }
    add(name, key, hash, slot)
    return UInt16(texts.count - 1)
  }

  private mutating func add(
    _ name: UnsafeBufferPointer<UInt8>, _ key: NameKey, _ hash: UInt64, _ slot: Int
  ) {
    let lower = name.map(NameKey.lowercase)
    entries.append(
      Entry(low: key.low, high: key.high, hash: hash, count: name.count, offset: long.count))
    if name.count > 16 { long.append(contentsOf: lower) }
    texts.append(String(decoding: lower, as: UTF8.self))
    slots[slot] = UInt16(entries.count)
    if entries.count * 2 > slots.count { grow() }
  }

  private mutating func grow() {
    slots = [UInt16](repeating: 0, count: slots.count * 4)
    for (index, entry) in entries.enumerated() {
      var slot = Int(truncatingIfNeeded: entry.hash) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt16(index + 1)
    }
  }

  private func hash(_ name: UnsafeBufferPointer<UInt8>, _ key: NameKey) -> UInt64 {
    var hash = mix(key.low ^ UInt64(name.count), key.high)
    var index = 16
    while index < name.count {
      hash = mix(hash, UInt64(NameKey.lowercase(name[index])) &+ seed)
      index += 1
    }
    return hash
  }

  private func mix(_ a: UInt64, _ b: UInt64) -> UInt64 {
    let first = (a ^ seed).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
    let second = (b ^ first.low ^ first.high).multipliedFullWidth(by: seed)
    return second.low ^ second.high
  }

  private func matches(
    _ entry: Entry, _ name: UnsafeBufferPointer<UInt8>, _ key: NameKey, _ hash: UInt64
  ) -> Bool {
    guard entry.hash == hash, entry.low == key.low, entry.high == key.high,
      entry.count == name.count
    else { return false }
    guard name.count > 16 else { return true }
    return name.indices.allSatisfy { NameKey.lowercase(name[$0]) == long[entry.offset + $0] }
  }
}

extension HTMLNameTable {
  /// The number of an SVG element's name with its capitals (`foreignObject`).
  mutating func adjustedTag(_ name: UInt16) -> UInt16 {
    if let number = Self.adjusted(name, &adjustedTags, count: texts.count) { return number }
    let number = spelled(ForeignNames.svgTags[texts[Int(name)]], else: name)
    adjustedTags[Int(name)] = number
    return number
  }

  /// The number of an SVG attribute's name with its capitals (`viewBox`).
  mutating func adjustedAttribute(_ name: UInt16) -> UInt16 {
    if let number = Self.adjusted(name, &adjustedAttributes, count: texts.count) { return number }
    let number = spelled(ForeignNames.svgAttributes[texts[Int(name)]], else: name)
    adjustedAttributes[Int(name)] = number
    return number
  }

  /// The number of MathML's one attribute with capitals.
  mutating func definitionURL() -> UInt16 {
    let name = HTMLName.definitionurl.rawValue
    if let number = Self.adjusted(name, &adjustedMathML, count: texts.count) { return number }
    let number = spelled("definitionURL", else: name)
    adjustedMathML[Int(name)] = number
    return number
  }

  private static func adjusted(_ name: UInt16, _ list: inout [UInt16], count: Int) -> UInt16? {
    if list.count < count {
      list.append(contentsOf: repeatElement(0, count: count - list.count))
    }
    let number = list[Int(name)]
    return number == 0 ? nil : number
  }

  /// A name with capitals is not to be found by the tokenizer, which knows lower case only: it
  /// stands in `texts` without a slot.
  private mutating func spelled(_ text: String?, else name: UInt16) -> UInt16 {
    guard let text, texts.count < Self.limit else { return name }
    entries.append(Entry(low: 0, high: 0, hash: 0, count: -1, offset: 0))
    texts.append(text)
    return UInt16(texts.count - 1)
  }
}

/// The first 16 bytes of a name in lower case, zeros behind a shorter one.
struct NameKey: Equatable {
  var low: UInt64 = 0
  var high: UInt64 = 0

  @inline(__always) static func lowercase(_ byte: UInt8) -> UInt8 {
    byte &- 0x41 < 26 ? byte | 0x20 : byte
  }

  @inline(__always) init(_ name: UnsafeBufferPointer<UInt8>) {
    var index = 0
    while index < name.count, index < 8 {
      low |= UInt64(Self.lowercase(name[index])) &<< UInt64(index &* 8)
      index &+= 1
    }
    while index < name.count, index < 16 {
      high |= UInt64(Self.lowercase(name[index])) &<< UInt64((index &- 8) &* 8)
      index &+= 1
    }
  }
}

/// The names of `HTMLName` by their bytes.
struct KnownNames: Sendable {
  static let table = KnownNames()

  let texts = HTMLName.allCases.map(\.text)
  private var keys: [NameKey]
  /// Open addressing by number; 0 is free, for `other` has no bytes.
  private var slots: [UInt16]
  private static let slotCount = 1024

  private init() {
    keys = texts.map { Array($0.utf8).withUnsafeBufferPointer { NameKey($0) } }
    slots = [UInt16](repeating: 0, count: Self.slotCount)
    for (number, key) in keys.enumerated().dropFirst() {
      var slot = Self.slot(key)
      while slots[slot] != 0 { slot = (slot + 1) & (Self.slotCount - 1) }
      slots[slot] = UInt16(number)
    }
  }

  @inline(__always) private static func slot(_ key: NameKey) -> Int {
    let mixed = (key.low ^ (key.high &* 0x85EB_CA6B)) &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: mixed >> 54)
  }

  @inline(__always) func number(_ key: NameKey) -> UInt16? {
    var slot = Self.slot(key)
    while slots[slot] != 0 {
      if keys[Int(slots[slot])] == key { return slots[slot] }
      slot = (slot + 1) & (Self.slotCount - 1)
    }
    return nil
  }
}
