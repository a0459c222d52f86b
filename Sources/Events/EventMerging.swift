internal import Records

/// Makes one event of the words of a report that tell the same deed.
enum EventMerging {
  /// - Complexity: linear in the events for each pair of type and source.
  static func merged(_ events: [Event]) -> [Event] {
    var kept: [Event] = []
    var byKey: [Key: [Int]] = [:]
    for event in events {
      let keys = Self.keys(event)
      let candidate = keys.lazy.flatMap { byKey[$0] ?? [] }.first {
        same(kept[$0], event)
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

  private struct Key: Hashable {
    var type: EventType
    var party: Int
  }

  /// Deeds of one type that an actor takes part in; those without an actor stay by themselves.
  private static func keys(_ event: Event) -> [Key] {
    Set((event.sources + event.targets).compactMap(\.actor)).sorted().map {
      Key(type: event.type, party: $0)
    }
  }

  private static func same(_ a: Event, _ b: Event) -> Bool {
    guard a.status == b.status, a.statement == b.statement || a.sentence == b.sentence,
      (a.mode ?? b.mode) == (b.mode ?? a.mode),
      a.isTimeGuessed || b.isTimeGuessed || a.time == b.time || a.time == nil || b.time == nil
    else { return false }
    // Words are said again and again; deeds are told again.
    switch a.type {
    case .accuse, .request, .reject, .threaten, .support, .agree:
      guard a.sentence == b.sentence, a.code == b.code else { return false }
    default: break
    }
    if a.type == .consult {
      let first = actors(a.sources + a.targets)
      let second = actors(b.sources + b.targets)
      return first.isSubset(of: second) || second.isSubset(of: first)
    }
    return agree(a.sources, b.sources) && agree(a.targets, b.targets)
  }

  /// Whether one side's parties are among the other's.
  private static func agree(_ a: [Event.Party], _ b: [Event.Party]) -> Bool {
    if a.isEmpty || b.isEmpty { return true }
    let first = actors(a)
    let second = actors(b)
    guard first.count == a.count, second.count == b.count else { return false }
    return first.isSubset(of: second) || second.isSubset(of: first)
  }

  private static func actors(_ parties: [Event.Party]) -> Set<Int> {
    Set(parties.compactMap(\.actor))
  }

  private static func joined(_ a: Event, _ b: Event) -> Event {
    var event = a
    event.mentions.append(b.range)
    event.mentions += b.mentions
    if b.type == .consult {
      if actors(b.sources + b.targets).count > actors(a.sources + a.targets).count {
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
