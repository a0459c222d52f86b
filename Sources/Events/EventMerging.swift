internal import Records

/// Makes one event of the words of a report that tell the same deed.
struct EventMerging {
  /// Who a party is: an actor of the report, or a thing by its words.
  private enum Identity: Hashable {
    case actor(Int)
    case words(String)
  }

  private struct Key: Hashable {
    var type: EventType
    var party: Identity
  }

  private let text: String.UTF8View
  private let statements: [Attribution]

  init(_ text: String, _ statements: [Attribution]) {
    self.text = text.utf8
    self.statements = statements
  }

  /// - Complexity: linear in the events for each pair of type and source.
  func merged(_ events: [Event]) -> [Event] {
    var kept: [Event] = []
    var byKey: [Key: [Int]] = [:]
    for event in events {
      let keys = keys(event)
      let candidate = keys.lazy.flatMap { byKey[$0] ?? [] }.first {
        isSame(kept[$0], event)
      }
      if let candidate {
        kept[candidate] = joined(kept[candidate], event)
      } else {
        for key in keys { byKey[key, default: []].append(kept.count) }
        kept.append(event)
      }
    }
    return kept
  }

  /// Deeds of one type that an actor takes part in; those without an actor stay by themselves.
  private func keys(_ event: Event) -> [Key] {
    Set((event.sources + event.targets).compactMap(\.actor)).sorted().map {
      Key(type: event.type, party: .actor($0))
    }
  }

  private func isSame(_ a: Event, _ b: Event) -> Bool {
    guard a.status == b.status, isClaimedAlike(a, b), (a.mode ?? b.mode) == (b.mode ?? a.mode),
      a.isTimeGuessed || b.isTimeGuessed || a.time == b.time || a.time == nil || b.time == nil
    else { return false }
    switch a.type {
    case .accuse, .request, .reject, .threaten, .support, .agree:
      // Words are said again and again; deeds are told again. Between the same two parties, and of
      // the same kind, words are those of the headline, told again below it.
      guard a.code == b.code else { return false }
      if a.sentence == b.sentence { break }
      return isOneOfDay(a, b) && identities(a.sources) == identities(b.sources)
        && identities(a.targets) == identities(b.targets) && !a.sources.isEmpty
        && !a.targets.isEmpty
    default: break
    }
    if a.type == .consult {
      let first = identities(a.sources + a.targets)
      let second = identities(b.sources + b.targets)
      return first.isSubset(of: second) || second.isSubset(of: first)
    }
    return agree(a.sources, b.sources) && agree(a.targets, b.targets)
      && !strikesBack(a, b) && !strikesBack(b, a)
  }

  /// Whether who does the one suffers the other.
  private func strikesBack(_ a: Event, _ b: Event) -> Bool {
    !identities(a.sources).isDisjoint(with: identities(b.targets))
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
  private func agree(_ a: [Event.Party], _ b: [Event.Party]) -> Bool {
    if a.isEmpty || b.isEmpty { return true }
    let first = identities(a)
    let second = identities(b)
    return first.isSubset(of: second) || second.isSubset(of: first)
  }

  private func identities(_ parties: [Event.Party]) -> Set<Identity> {
    Set(
      parties.map { party in
        party.actor.map(Identity.actor) ?? .words(words(party.range))
      })
  }

  /// Without an article, in lower case: "the infrastructure" is "infrastructure".
  private func words(_ range: Range<Int>) -> String {
    let start = text.index(text.startIndex, offsetBy: range.lowerBound)
    let end = text.index(start, offsetBy: range.count)
    var words = String(Substring(text[start..<end])).lowercased().split(separator: " ")
    if let first = words.first, ["the", "a", "an"].contains(first) { words.removeFirst() }
    return words.joined(separator: " ")
  }

  private func joined(_ a: Event, _ b: Event) -> Event {
    var event = a
    event.mentions.append(b.range)
    event.mentions += b.mentions
    if b.type == .consult {
      if identities(b.sources + b.targets).count > identities(a.sources + a.targets).count {
        event.sources = b.sources
        event.targets = b.targets
      }
    } else {
      if a.sources.count < b.sources.count { event.sources = b.sources }
      if a.targets.count < b.targets.count { event.targets = b.targets }
    }
    if event.time == nil || (a.isTimeGuessed && !b.isTimeGuessed && b.time != nil) {
      event.time = b.time
      event.isTimeGuessed = b.isTimeGuessed
    }
    event.mode = a.mode ?? b.mode
    event.place = a.place ?? b.place
    return event
  }
}
