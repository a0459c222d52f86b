internal import Records

/// Makes one event of the words of a report that tell the same deed.
struct EventMerging {
  /// An event with who takes part in it: an actor of the report by its number, a thing by the number
  /// of its words, below zero.
  private struct Told {
    var event: Event
    var sources: Set<Int>
    var targets: Set<Int>
  }

  private struct Key: Hashable {
    var type: EventType
    var actor: Int
  }

  /// How many deeds of one type and actor are looked back at: a report that tells of more goes on to
  /// others.
  private static let farthest = 200

  private let text: String.UTF8View
  private let statements: [Attribution]
  private var numbers: [String: Int] = [:]

  init(_ text: String, _ statements: [Attribution]) {
    self.text = text.utf8
    self.statements = statements
  }

  /// Linear in the events.
  mutating func merged(_ events: [Event]) -> [Event] {
    var kept: [Told] = []
    var byKey: [Key: [Int]] = [:]
    for event in events {
      let told = Told(
        event: event, sources: identities(event.sources), targets: identities(event.targets))
      let keys = Self.keys(event)
      let candidate = keys.lazy.flatMap { (byKey[$0] ?? []).suffix(Self.farthest) }.first {
        isSame(kept[$0], told)
      }
      if let candidate {
        join(told, into: &kept[candidate])
      } else {
        for key in keys { byKey[key, default: []].append(kept.count) }
        kept.append(told)
      }
    }
    return kept.map(\.event)
  }

  /// Deeds of one type that an actor takes part in; those without an actor stay by themselves.
  private static func keys(_ event: Event) -> [Key] {
    Set((event.sources + event.targets).compactMap(\.actor)).sorted().map {
      Key(type: event.type, actor: $0)
    }
  }

  private mutating func identities(_ parties: [Event.Party]) -> Set<Int> {
    Set(parties.map { $0.actor ?? number(of: $0.range) })
  }

  /// Of words without an article, in lower case: "the infrastructure" is "infrastructure".
  private mutating func number(of range: Range<Int>) -> Int {
    let start = text.index(text.startIndex, offsetBy: range.lowerBound)
    let end = text.index(start, offsetBy: range.count)
    var words = String(Substring(text[start..<end])).lowercased().split(separator: " ")
    if let first = words.first, ["the", "a", "an"].contains(first) { words.removeFirst() }
    let name = words.joined(separator: " ")
    if let known = numbers[name] { return known }
    numbers[name] = -1 - numbers.count
    return -numbers.count
  }

  // MARK: The same deed

  private func isSame(_ a: Told, _ b: Told) -> Bool {
    let (first, second) = (a.event, b.event)
    guard first.status == second.status, isClaimedAlike(first, second),
      (first.mode ?? second.mode) == (second.mode ?? first.mode),
      first.isTimeGuessed || second.isTimeGuessed || first.time == second.time
        || first.time == nil || second.time == nil
    else { return false }
    switch first.type {
    case .accuse, .request, .reject, .threaten, .support, .agree:
      // Words are said again and again; deeds are told again. Between the same two parties, and of
      // the same kind, words are those of the headline, told again below it.
      guard first.code == second.code else { return false }
      if first.sentence == second.sentence { break }
      return isOneOfDay(first, second) && a.sources == b.sources && a.targets == b.targets
        && !a.sources.isEmpty && !a.targets.isEmpty
    case .consult:
      let (some, others) = (a.sources.union(a.targets), b.sources.union(b.targets))
      return some.isSubset(of: others) || others.isSubset(of: some)
    default: break
    }
    // Who does the one does not suffer the other.
    return Self.agree(a.sources, b.sources) && Self.agree(a.targets, b.targets)
      && a.sources.isDisjoint(with: b.targets) && b.sources.isDisjoint(with: a.targets)
  }

  /// Whether the report tells both itself, or the same one claims both.
  private func isClaimedAlike(_ a: Event, _ b: Event) -> Bool {
    if a.statement == b.statement || a.sentence == b.sentence { return true }
    guard let first = speaker(a), let second = speaker(b) else { return false }
    return first == second
  }

  private func speaker(_ event: Event) -> Int? {
    event.statement.flatMap { statements[$0].speaker?.actor }
  }

  private func isOneOfDay(_ a: Event, _ b: Event) -> Bool {
    guard let first = a.time, let second = b.time else { return false }
    return first.prefix(10) == second.prefix(10) || a.isTimeGuessed || b.isTimeGuessed
  }

  /// Whether one side's parties are among the other's.
  private static func agree(_ a: Set<Int>, _ b: Set<Int>) -> Bool {
    a.isEmpty || b.isEmpty || a.isSubset(of: b) || b.isSubset(of: a)
  }

  // MARK: One of both

  private func join(_ other: Told, into told: inout Told) {
    let (a, b) = (told.event, other.event)
    told.event.mentions.append(b.range)
    told.event.mentions += b.mentions
    let isFuller = other.sources.union(other.targets).count > told.sources.union(told.targets).count
    if b.type == .consult ? isFuller : a.sources.count < b.sources.count {
      told.event.sources = b.sources
      told.sources = other.sources
    }
    if b.type == .consult ? isFuller : a.targets.count < b.targets.count {
      told.event.targets = b.targets
      told.targets = other.targets
    }
    if a.time == nil || (a.isTimeGuessed && !b.isTimeGuessed && b.time != nil) {
      told.event.time = b.time
      told.event.isTimeGuessed = b.isTimeGuessed
    }
    told.event.mode = a.mode ?? b.mode
    told.event.place = a.place ?? b.place
  }
}
