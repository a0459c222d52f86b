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
  package func merge(_ mentions: [EventMention]) -> [Happening] {
    var groups: [MentionGroup] = []
    var index = MentionIndex()
    for mention in mentions.sorted(by: Self.isEarlier) {
      if let (place, reason) = best(mention, of: groups, index) {
        groups[place].add(mention, reason)
        index.insert(mention, into: place)
      } else {
        index.insert(mention, into: groups.count)
        groups.append(MentionGroup(mention))
      }
    }
    let happenings = joining(groups).map(\.happening).sorted(by: Self.isListedEarlier)
    return Announcements(happenings).linked
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
  private static func isEarlier(_ a: EventMention, _ b: EventMention) -> Bool {
    let (first, second) = (rank(a), rank(b))
    return first == second ? a.id < b.id : first.lexicographicallyPrecedes(second)
  }

  private static func rank(_ mention: EventMention) -> [Int] {
    [
      mention.time?.window.count ?? .max, (mention.time?.isGuessed ?? true) ? 1 : 0,
      -(mention.sources + mention.targets).telling, mention.site?.rank ?? 5,
      mention.mode == nil ? 1 : 0, mention.time?.window.lowerBound ?? 0,
    ]
  }

  private static func isListedEarlier(_ a: Happening, _ b: Happening) -> Bool {
    let first = a.time?.days ?? Int.max - 1..<Int.max
    let second = b.time?.days ?? Int.max - 1..<Int.max
    if first != second {
      return (first.lowerBound, first.count) < (second.lowerBound, second.count)
    }
    return a.first < b.first
  }
}
