import Records

/// Mentions that are one happening, while they are being gathered: what is known of it by now.
struct MentionGroup: Sendable {
  private(set) var members: [Happening.Member]
  private(set) var mode: String?
  private(set) var sources: [Participant]
  private(set) var targets: [Participant]
  /// The days that all its mentions have in common.
  private(set) var window: Range<Int>?
  /// The finest.
  private(set) var site: Site?
  /// With the first report that has each.
  private(set) var wordings: [String: Int] = [:]
  private var sentences: Set<ReportSentence> = []

  private struct ReportSentence: Hashable {
    var report: Int
    var sentence: String
  }

  init(_ mention: EventMention) {
    members = [Happening.Member(mention: mention, reason: nil)]
    mode = mention.mode
    sources = mention.sources
    targets = mention.targets
    window = mention.time?.window
    site = mention.site
    note(mention)
  }

  private mutating func note(_ mention: EventMention) {
    if let wording = mention.wording, wordings[wording] == nil {
      wordings[wording] = mention.id.report
    }
    guard !mention.sentence.isEmpty else { return }
    sentences.insert(ReportSentence(report: mention.id.report, sentence: mention.sentence))
  }

  /// Whether it has another deed of the mention's own sentence: whoever read the sentence told the
  /// two apart.
  func hasSentence(of mention: EventMention) -> Bool {
    !mention.sentence.isEmpty
      && sentences.contains(
        ReportSentence(report: mention.id.report, sentence: mention.sentence))
  }

  var first: EventMention { members[0].mention }

  mutating func add(_ mention: EventMention, _ reason: MergeReason) {
    members.append(Happening.Member(mention: mention, reason: reason))
    mode = mode ?? mention.mode
    if mention.type.isMutual {
      if (mention.sources + mention.targets).telling > (sources + targets).telling {
        (sources, targets) = (mention.sources, mention.targets)
      }
    } else {
      if mention.sources.telling > sources.telling { sources = mention.sources }
      if mention.targets.telling > targets.telling { targets = mention.targets }
    }
    if let theirs = mention.time?.window {
      window = window.map { $0.overlaps(theirs) ? $0.clamped(to: theirs) : $0 } ?? theirs
    }
    if let theirs = mention.site, site.map({ theirs.rank < $0.rank }) ?? true { site = theirs }
    note(mention)
  }

  /// Takes over another group on the user's word.
  mutating func join(_ other: MentionGroup) {
    let reason = MergeReason(ground: .joined, sentence: "joined by you")
    for member in other.members {
      add(member.mention, member.reason ?? reason)
    }
  }

  var happening: Happening {
    Happening(
      type: first.type, mode: mode, status: first.status, sources: sources, targets: targets,
      time: first.time, site: site, members: members, outcome: nil)
  }
}

extension [Participant] {
  /// How many are told from others.
  var telling: Int { count { $0.isTelling } }
}
