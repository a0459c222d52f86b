import Records

/// What became of what was announced: a happening with status future is followed to the one in which
/// it took place, or to the news that it was put off or called off.
///
/// An announcement and what comes of it stay two happenings. Only announcements of a day, a week or
/// a month are followed; where a year is all that is told, nearly anything would fit.
struct Announcements: Sendable {
  private static let longest = 31

  private let happenings: [Happening]
  /// Days of the first and the last report of each.
  private let reported: [Range<Int>?]
  /// Those whose words put a date off; only of those that may answer so.
  private let puttingOff: Set<Int>
  /// By pair of states or names that took part.
  private var byParties: [PartyPair: [Int]] = [:]

  init(_ happenings: [Happening]) {
    self.happenings = happenings
    reported = happenings.map(\.reported)
    puttingOff = Set(
      happenings.indices.filter { index in
        switch happenings[index].status {
        case .future, .negation: Self.isPuttingOff(happenings[index])
        case nil: happenings[index].type == .reject && Self.isPuttingOff(happenings[index])
        case .historical, .hypothetical: false
        }
      })
    guard happenings.contains(where: { $0.status == .future }) else { return }
    for (index, happening) in happenings.enumerated() where Self.canAnswer(happening) {
      for pair in PartyPair.all(happening) { byParties[pair, default: []].append(index) }
    }
  }

  var linked: [Happening] {
    var out = happenings
    for (index, happening) in happenings.enumerated() {
      out[index].outcome = outcome(of: happening, at: index)
    }
    return out
  }

  private static func canAnswer(_ happening: Happening) -> Bool {
    switch happening.status {
    case nil, .negation, .future: true
    case .historical, .hypothetical: false
    }
  }

  private func outcome(of announced: Happening, at index: Int) -> Outcome? {
    guard announced.status == .future, let time = announced.time, !time.isGuessed,
      time.days.count <= Self.longest, let said = reported[index]?.lowerBound
    else { return nil }
    var answers: Set<Int> = []
    for pair in PartyPair.all(announced) {
      for answer in byParties[pair] ?? []
      where answer != index && mayAnswer(answer, announced, time, said) {
        answers.insert(answer)
      }
    }
    let outcomes = answers.sorted().compactMap { answer in
      judge(happenings[answer], answer, announced, time, said)
    }
    // That it took place is the last word; else what was told last.
    return outcomes.first { $0.kind == .held }
      ?? outcomes.max {
        reported[$0.happening]?.upperBound ?? 0 < reported[$1.happening]?.upperBound ?? 0
      }
  }

  /// What can be told without looking at parties and words, for most that two did is no answer.
  private func mayAnswer(
    _ index: Int, _ announced: Happening, _ time: EventTime, _ said: Int
  ) -> Bool {
    guard let told = reported[index]?.upperBound, told > said else { return false }
    let type = happenings[index].type
    switch happenings[index].status {
    case nil where type == .reject: return true
    case nil:
      return Self.realizes(type, announced.type)
        && happenings[index].time?.window.overlaps(time.days) == true
    case .negation: return Self.realizes(type, announced.type) && told - 1 <= time.days.upperBound
    case .future:
      return type == announced.type
        && happenings[index].time.map { $0.days.lowerBound > time.days.lowerBound } ?? false
    case .historical, .hypothetical: return false
    }
  }

  private func judge(
    _ answer: Happening, _ place: Int, _ announced: Happening, _ time: EventTime, _ said: Int
  ) -> Outcome? {
    guard let told = reported[place]?.upperBound, told > said,
      isMutualFit(answer, announced)
    else { return nil }
    let parties = PartyPair.labels(announced)
    switch answer.status {
    case nil:
      if Self.realizes(answer.type, announced.type), let window = answer.time?.window,
        window.overlaps(time.days), told - 1 >= time.days.lowerBound
      {
        return Outcome(
          kind: .held, happening: place,
          reason: "\(answer.type.rawValue), parties \(parties), \(answer.time?.value ?? "") fits"
            + " the announced \(time.value)")
      }
      guard answer.type == .reject, answer.mode == "meet" else { return nil }
      return calledOff(answer, place, time, told, parties)
    case .negation:
      guard Self.realizes(answer.type, announced.type) else { return nil }
      return calledOff(answer, place, time, told, parties)
    case .future:
      guard answer.type == announced.type,
        let later = answer.time, later.days.lowerBound > time.days.lowerBound,
        puttingOff.contains(place)
      else { return nil }
      return Outcome(
        kind: .postponed, happening: place,
        reason: "parties \(parties), put off from \(time.value) to \(later.value)")
    case .historical, .hypothetical: return nil
    }
  }

  /// News that it will not be, told after the announcement and no later than the announced day.
  private func calledOff(
    _ answer: Happening, _ place: Int, _ time: EventTime, _ told: Int, _ parties: String
  ) -> Outcome? {
    guard told - 1 <= time.days.upperBound else { return nil }
    let kind: Outcome.Kind = puttingOff.contains(place) ? .postponed : .cancelled
    return Outcome(
      kind: kind, happening: place,
      reason: "\(answer.type.rawValue), parties \(parties), told before the announced \(time.value)"
    )
  }

  private func isMutualFit(_ a: Happening, _ b: Happening) -> Bool {
    PartyFit(a.sources + a.targets, b.sources + b.targets) != nil
  }

  /// What is promised under a type may come true under another: PLOVER codes a visit or aid that is
  /// to come as AGREE, a withdrawal as CONCEDE.
  private static func realizes(_ type: EventType, _ announced: EventType) -> Bool {
    switch announced {
    case .agree: [.agree, .consult, .support, .cooperate, .aid].contains(type)
    case .concede: [.concede, .retreat].contains(type)
    default: type == announced
    }
  }

  private static func isPuttingOff(_ happening: Happening) -> Bool {
    happening.members.contains { member in
      let sentence = member.mention.sentence.lowercased()
      return delays.contains { sentence.contains($0) }
    }
  }

  /// Words with which news puts a date off.
  private static let delays = [
    "postpone", "delay", "put off", "push back", "pushed back", "reschedul", "defer",
  ]
}

extension Happening {
  /// Days of the first and the last report of it, the latter included.
  var reported: Range<Int>? {
    let days = members.compactMap(\.mention.reported)
    guard let first = days.min(), let last = days.max() else { return nil }
    return first..<last + 1
  }
}

/// Two that took part in a happening, in no order; one alone twice.
private struct PartyPair: Hashable {
  let first: PartyKey
  let second: PartyKey

  private static let most = 6

  static func all(_ happening: Happening) -> [PartyPair] {
    let keys = (happening.sources + happening.targets).prefix(most).map(\.keys)
    guard keys.count > 1 else {
      return (keys.first ?? []).filter(\.isNarrow).map { PartyPair(first: $0, second: $0) }
    }
    return keys.indices.flatMap { i in
      keys.indices.filter { $0 != i }.flatMap { j in
        keys[i].flatMap { a in keys[j].map { PartyPair(first: a, second: $0) } }
      }
    }
  }

  static func labels(_ happening: Happening) -> String {
    (happening.sources + happening.targets).map(\.label).joined(separator: "-")
  }
}

extension PartyKey {
  /// Somebody, not a whole country, which does much in a week.
  fileprivate var isNarrow: Bool {
    if case .country = self { return false }
    return true
  }
}
