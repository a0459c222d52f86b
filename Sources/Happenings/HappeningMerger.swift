package import Records

/// Gathers mentions of many reports into happenings. A pure function: the same mentions in any order
/// give the same happenings in the same order.
///
/// Mentions go in from the most exact to the vaguest, each to the group it fits best. One that fits
/// several alike stays apart, as does one for which too little speaks: two happenings that are one
/// are mended by a word of the user, one that is two hides something. Statuses never mix, so that
/// neither background nor what might be is counted as what was.
///
/// Near-linear in the number of mentions: candidates come from an index (`MentionIndex`).
package struct HappeningMerger: Sendable {
  private var joined: [(EventMention.ID, EventMention.ID)] = []
  private var apart: [EventMention.ID: Set<EventMention.ID>] = [:]

  /// - decisions: the user's, in the order in which they were made; a later one overrides an earlier.
  package init(decisions: [MentionDecision] = []) {
    for decision in decisions {
      switch decision {
      case .joined(let a, let b):
        joined.append((a, b))
        apart[a]?.remove(b)
        apart[b]?.remove(a)
      case .apart(let a, let b):
        joined.removeAll { $0 == (a, b) || $0 == (b, a) }
        apart[a, default: []].insert(b)
        apart[b, default: []].insert(a)
      }
    }
  }

  /// The happenings, in the order of their days; those without a day last.
  ///
  /// - kept: parts of which no mention and no decision has changed since they were merged, with what
  ///   came of it; they are taken as they were.
  package func merge(_ mentions: [EventMention], kept: [MentionPart: [[KeptMember]]] = [:])
    -> [Happening]
  {
    var parts: [MentionPart: [EventMention]] = [:]
    for mention in mentions { parts[MentionPart(mention), default: []].append(mention) }
    let happenings = parts.flatMap { part, mentions in
      (kept[part].map { Self.groups($0, of: mentions) } ?? joining(groups(of: mentions)))
        .map(\.happening)
    }
    return Announcements(Self.listed(happenings)).linked
  }

  private static func groups(_ kept: [[KeptMember]], of mentions: [EventMention]) -> [MentionGroup]
  {
    let known = Dictionary(mentions.map { ($0.id, $0) }) { first, _ in first }
    return kept.compactMap { members in
      guard let first = members.first.flatMap({ known[$0.id] }) else { return nil }
      var group = MentionGroup(first)
      for member in members.dropFirst() {
        guard let mention = known[member.id], let reason = member.reason else { continue }
        group.add(mention, reason)
      }
      return group
    }
  }

  /// Of mentions of one type and status, which are all that may be one.
  private func groups(of mentions: [EventMention]) -> [MentionGroup] {
    var groups: [MentionGroup] = []
    var index = MentionIndex()
    for mention in Self.ordered(mentions) {
      if let (place, reason) = best(mention, of: groups, index) {
        groups[place].add(mention, reason)
        index.insert(mention, into: place)
      } else {
        index.insert(mention, into: groups.count)
        groups.append(MentionGroup(mention))
      }
    }
    return groups
  }

  /// The one group that fits best.
  private func best(_ mention: EventMention, of groups: [MentionGroup], _ index: MentionIndex)
    -> (Int, MergeReason)?
  {
    var best: (group: Int, fit: MentionFit)?
    var isTied = false
    for candidate in index.candidates(for: mention) {
      let group = groups[candidate]
      guard isAllowed(mention, group), let fit = MentionFit(mention, group) else { continue }
      if let known = best, fit.score <= known.fit.score {
        isTied = isTied || fit.score == known.fit.score
      } else {
        best = (candidate, fit)
        isTied = false
      }
    }
    guard let best, !isTied else { return nil }
    return (best.group, best.fit.reason(mention, groups[best.group]))
  }

  private func isAllowed(_ mention: EventMention, _ group: MentionGroup) -> Bool {
    if group.hasSentence(of: mention) { return false }
    guard let others = apart[mention.id], !others.isEmpty else { return true }
    return !group.members.contains { others.contains($0.mention.id) }
  }

  /// Groups that the user joined, made one: the earlier takes the later.
  private func joining(_ groups: [MentionGroup]) -> [MentionGroup] {
    guard !joined.isEmpty else { return groups }
    var place: [EventMention.ID: Int] = [:]
    for (index, group) in groups.enumerated() {
      for member in group.members { place[member.mention.id] = index }
    }
    var sets = DisjointSets(count: groups.count)
    for (a, b) in joined {
      if let first = place[a], let second = place[b] { sets.unite(first, second) }
    }
    var out: [MentionGroup] = []
    var heads: [Int: Int] = [:]
    for (index, group) in groups.enumerated() {
      let head = sets.find(index)
      if let known = heads[head] {
        out[known].join(group)
      } else {
        heads[head] = out.count
        out.append(group)
      }
    }
    return out
  }

  // MARK: - Orders

  /// The most exact first: those that a vaguer one can be compared with.
  private static func ordered(_ mentions: [EventMention]) -> [EventMention] {
    mentions.indices.map { (rank: rank(mentions[$0]), index: $0) }
      .sorted {
        $0.rank == $1.rank
          ? mentions[$0.index].id < mentions[$1.index].id
          : $0.rank.lexicographicallyPrecedes($1.rank)
      }
      .map { mentions[$0.index] }
  }

  private static func rank(_ mention: EventMention) -> [Int] {
    [
      mention.time?.window.count ?? .max, (mention.time?.isGuessed ?? true) ? 1 : 0,
      -(mention.sources + mention.targets).telling, mention.site?.rank ?? 5,
      mention.mode == nil ? 1 : 0, mention.time?.window.lowerBound ?? 0,
    ]
  }

  /// In the order of their days, those without one last.
  private static func listed(_ happenings: [Happening]) -> [Happening] {
    happenings.indices.map { index -> (days: Range<Int>, first: EventMention.ID, index: Int) in
      let days = happenings[index].time?.days ?? Int.max - 1..<Int.max
      return (days, happenings[index].first, index)
    }.sorted { a, b in
      a.days == b.days
        ? a.first < b.first
        : (a.days.lowerBound, a.days.count) < (b.days.lowerBound, b.days.count)
    }.map { happenings[$0.index] }
  }
}

/// Mentions of two parts are never one.
package struct MentionPart: Sendable, Hashable {
  package var type: EventType
  package var status: Event.Status?

  package init(type: EventType, status: Event.Status?) {
    self.type = type
    self.status = status
  }

  package init(_ mention: EventMention) {
    self.init(type: mention.type, status: mention.status)
  }
}

/// A mention of a happening as it was merged.
package struct KeptMember: Sendable, Hashable {
  package var id: EventMention.ID
  package var reason: MergeReason?

  package init(id: EventMention.ID, reason: MergeReason?) {
    self.id = id
    self.reason = reason
  }
}
