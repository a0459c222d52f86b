import Records

/// Which groups a mention may belong to: by day and parties, so that no mention is compared with all
/// others. One for each type and status (`MentionPart`).
struct MentionIndex: Sendable {
  /// Groups under one key that are looked at. Where more share a day and one party, a mention that
  /// does not name the other party fits several of them, and so none; where more share both
  /// parties, the first are those told most exactly.
  static let mostCandidates = 64
  /// Participants of a side that are looked up by.
  private static let mostParticipants = 6
  /// Longest period that is looked up day by day; longer ones are met by the same period alone.
  private static let mostDays = 31

  private enum Slot: Hashable {
    /// Both parties are known.
    case pair(PartyKey, PartyKey)
    /// One party of a group whose other side may be anything.
    case any(Side, PartyKey)
    /// The one known party of a group.
    case alone(Side, PartyKey)
    case site(SiteKey)
    case sentence(String)

    /// Whether it names all that tells one happening from another.
    var isWhole: Bool {
      switch self {
      case .pair, .sentence: true
      case .any, .alone, .site: false
      }
    }
  }

  private enum Side: Hashable {
    case source, target, either
  }

  private struct Key: Hashable {
    var day: Int
    var slot: Slot

    init(_ day: Int, _ slot: Slot) {
      self.day = day
      self.slot = slot
    }
  }

  private var groups: [Key: [Int]] = [:]

  mutating func insert(_ mention: EventMention, into group: Int) {
    var slots = mention.wording.map { [Key(0, .sentence($0))] } ?? []
    let own = Self.slots(of: mention) + (mention.site?.key.map { [.site($0)] } ?? [])
    for day in Self.days(mention.time) { slots += own.map { Key(day, $0) } }
    for key in slots where groups[key]?.last != group {
      groups[key, default: []].append(group)
    }
  }

  /// Groups that may fit, in the order in which they were made.
  func candidates(for mention: EventMention) -> [Int] {
    var keys = mention.wording.map { [Key(0, .sentence($0))] } ?? []
    let wanted = Self.lookups(of: mention) + (mention.site?.key.map { [.site($0)] } ?? [])
    for day in Self.days(mention.time) { keys += wanted.map { Key(day, $0) } }
    var found: Set<Int> = []
    for key in keys {
      guard let list = groups[key], list.count <= Self.mostCandidates || key.slot.isWhole else {
        continue
      }
      found.formUnion(list.prefix(Self.mostCandidates))
    }
    return found.sorted()
  }

  // MARK: - Slots

  private static func slots(of mention: EventMention) -> [Slot] {
    parts(of: mention).flatMap { part -> [Slot] in
      switch part {
      case .both(let a, let b): [.pair(a, b)]
      case .one(let side, let key, let isAlone):
        isAlone ? [.any(side, key), .alone(side, key)] : [.any(side, key)]
      }
    }
  }

  private static func lookups(of mention: EventMention) -> [Slot] {
    parts(of: mention).map { part in
      switch part {
      case .both(let a, let b): .pair(a, b)
      case .one(let side, let key, let isAlone): isAlone ? .any(side, key) : .alone(side, key)
      }
    }
  }

  private enum Part {
    case both(PartyKey, PartyKey)
    case one(Side, PartyKey, isAlone: Bool)
  }

  private static func parts(of mention: EventMention) -> [Part] {
    if mention.type.isMutual {
      let all = (mention.sources + mention.targets).prefix(2 * mostParticipants).map(\.keys)
      let isAlone = all.count { !$0.isEmpty } < 2
      var parts: [Part] = all.joined().map { .one(.either, $0, isAlone: isAlone) }
      for (index, first) in all.enumerated() {
        for second in all.dropFirst(index + 1) {
          for a in first { for b in second { parts += [.both(a, b), .both(b, a)] } }
        }
      }
      return parts
    }
    let sources = mention.sources.prefix(mostParticipants).flatMap(\.keys)
    let targets = mention.targets.prefix(mostParticipants).flatMap(\.keys)
    return sources.map { .one(.source, $0, isAlone: targets.isEmpty) }
      + targets.map { .one(.target, $0, isAlone: sources.isEmpty) }
      + sources.flatMap { source in targets.map { .both(source, $0) } }
  }

  /// Days to look under; a number of its own for a long period.
  private static func days(_ time: EventTime?) -> [Int] {
    guard let window = time?.window else { return [] }
    if window.count <= mostDays { return Array(window) }
    return [1 << 40 | (window.lowerBound & 0xFF_FFFF) << 16 | (window.count & 0xFFFF)]
  }
}
