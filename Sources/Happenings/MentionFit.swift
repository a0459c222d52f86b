import Records

/// How well a mention goes with a group, and why.
struct MentionFit: Sendable {
  private(set) var score = 0
  private var agreed: [String] = []
  private var place: Site.Agreement?
  private var isSameSentence = false
  private var days = ""

  /// `nil` where something speaks against it, or too little for it.
  init?(_ mention: EventMention, _ group: MentionGroup) {
    guard
      mention.mode == nil || group.mode == nil || mention.mode == group.mode
        || Self.isOtherWord(mention, group)
    else { return nil }
    isSameSentence =
      mention.wording.flatMap { group.wordings[$0] }
      .map { $0 != mention.id.report } ?? false
    guard compareDays(mention, group) || isSameSentence && mention.time == nil else { return nil }
    var siteFit: Site.Agreement?
    if let site = mention.site, let theirs = group.site {
      guard let agreement = site.agreement(with: theirs) else { return nil }
      siteFit = agreement
    }
    place = siteFit
    let sides: [PartyFit]
    if mention.type.isMutual {
      guard
        let fit = PartyFit(mention.sources + mention.targets, group.sources + group.targets)
      else { return nil }
      sides = [fit]
    } else {
      guard let sources = PartyFit(mention.sources, group.sources),
        let targets = PartyFit(mention.targets, group.targets)
      else { return nil }
      sides = [sources, targets]
    }
    guard isEnough(sides, mention, group) else { return nil }
    agreed = sides.flatMap(\.labels)
    rate(sides, mention, group)
  }

  /// Whether two modes are but two words for what was seen at one spot on one day.
  private static func isOtherWord(_ mention: EventMention, _ group: MentionGroup) -> Bool {
    guard let mine = mention.mode, let theirs = group.mode, mention.type.areNear(mine, theirs),
      let site = mention.site, site.rank <= 1, let other = group.site, other.rank <= 1,
      mention.time?.window.count == 1, mention.time?.window == group.window
    else { return false }
    return site.agreement(with: other) == .same
  }

  /// Whether the days overlap.
  private mutating func compareDays(_ mention: EventMention, _ group: MentionGroup) -> Bool {
    guard let window = mention.time?.window, let theirs = group.window, window.overlaps(theirs)
    else { return false }
    let (mine, known) = (mention.time?.value ?? "", group.first.time?.value ?? "")
    if mine == known {
      days = "both \(mine)"
    } else if mention.time?.isGuessed == true || group.first.time?.isGuessed == true {
      days = "\(known) and \(mine), of which one is only a report's day"
    } else {
      days = "\(known) within \(mine)"
    }
    return true
  }

  /// What two mentions must share beside type and days. Two states, or somebody by name, or a party
  /// and a place, or the sentence itself; of events without known parties a place and the manner.
  /// One party alone is little: only where the day is told by both, and the other side by one at most.
  private func isEnough(_ sides: [PartyFit], _ mention: EventMention, _ group: MentionGroup) -> Bool
  {
    if isSameSentence { return true }
    let labels = Set(sides.flatMap(\.labels))
    if labels.count > 1 || sides.contains(where: { $0.actors > 0 }) { return true }
    let isSameSpot = place == .same && (mention.site?.rank ?? 4) <= 2
    guard let label = labels.first else {
      return isSameSpot && mention.mode != nil && mention.mode == group.mode
        && sides.allSatisfy(\.isMissing)
    }
    if isSameSpot { return true }
    return !label.isEmpty && isCompleted(mention, group) && group.window?.count == 1
      && mention.time?.window.count == 1
  }

  /// Whether one of the two names a side that the other leaves open.
  private func isCompleted(_ mention: EventMention, _ group: MentionGroup) -> Bool {
    if mention.type.isMutual {
      let counts = [
        (mention.sources + mention.targets).telling, (group.sources + group.targets).telling,
      ].sorted()
      return counts[0] == 1 && counts[1] > 1
    }
    return (mention.sources.telling == 0) != (group.sources.telling == 0)
      || (mention.targets.telling == 0) != (group.targets.telling == 0)
  }

  /// For choosing among groups that fit: what agrees, and what both leave open.
  private mutating func rate(_ sides: [PartyFit], _ mention: EventMention, _ group: MentionGroup) {
    score += isSameSentence ? 16 : 0
    for side in sides {
      score += side.actors * 4 + (side.labels.count - side.actors) * 2 + (side.isWhole ? 1 : 0)
    }
    score += place.map { $0 == .same ? 3 : 1 } ?? (mention.site == nil && group.site == nil ? 1 : 0)
    score += mention.mode != group.mode ? 0 : mention.mode == nil ? 1 : 2
    score += mention.time?.window == group.window ? 1 : 0
  }

  /// "same type, parties KOR-USA, both 2025-W02".
  func reason(_ mention: EventMention, _ group: MentionGroup) -> MergeReason {
    var parts = ["same type"]
    if let mode = mention.mode, mode == group.mode { parts = ["same type and mode (\(mode))"] }
    var seen: Set<String> = []
    let parties = agreed.filter { seen.insert($0).inserted }
    if !parties.isEmpty {
      parts.append((parties.count > 1 ? "parties " : "party ") + parties.joined(separator: "-"))
    }
    if !days.isEmpty { parts.append(days) }
    if place != nil, let name = group.site?.name {
      parts.append(place == .same ? "place \(name)" : "places that lie in one another (\(name))")
    }
    if isSameSentence { parts.append("the same sentence") }
    return MergeReason(ground: .evidence, sentence: parts.joined(separator: ", "))
  }
}

/// How one side of a mention goes with that of a group.
struct PartyFit: Sendable {
  /// Of the participants that agree.
  private(set) var labels: [String] = []
  /// How many agree as actors.
  private(set) var actors = 0
  /// One of the two names nobody.
  private(set) var isMissing = false
  /// Both name the same number.
  private(set) var isWhole = false

  /// Each participant of the side that names fewer must agree with one of the other. `nil` where one
  /// does not.
  init?(_ first: [Participant], _ second: [Participant]) {
    let (first, second) = (first.filter(\.isTelling), second.filter(\.isTelling))
    let (few, many) = first.count <= second.count ? (first, second) : (second, first)
    isWhole = few.count == many.count
    guard !few.isEmpty else {
      isMissing = true
      return
    }
    for participant in few {
      let agreements = many.compactMap { participant.agreement(with: $0) }
      guard let best = agreements.max(by: { $0.rawValue < $1.rawValue }) else { return nil }
      labels.append(participant.label)
      if best == .actor { actors += 1 }
    }
  }
}
