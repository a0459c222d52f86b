internal import Happenings
internal import Records

extension Archive {
  /// Makes the happenings anew from the record, where that has changed since; says whether.
  ///
  /// All of those of a type and status in which something has changed: which mention belongs where
  /// depends on all others of its day. Near-linear in the number of mentions, and texts are read
  /// only for reports that are new. One transaction.
  @discardableResult
  package func refreshHappenings() throws(ArchiveError) -> Bool {
    guard try areHappeningsStale() else { return false }
    try access { connection throws(SQLiteError) in
      try connection.transaction { () throws(SQLiteError) in
        try HappeningRefresh.run(connection)
      }
    }
    return true
  }

  /// Whether the record has changed since the happenings were made.
  package func areHappeningsStale() throws(ArchiveError) -> Bool {
    try access { connection throws(SQLiteError) in
      try connection.int("SELECT stale FROM happening_state") != 0
    }
  }
}

enum HappeningRefresh {
  /// The state of happenings that are to be made anew whatever has changed; 1 stands for those of
  /// some reports.
  static let wholly = 2

  /// - decided: types of the happenings that the user has just decided on.
  static func run(_ connection: Connection, decided: Set<EventType> = []) throws(SQLiteError) {
    let changed = try EventWords.complete(connection)
    let mentions = try MentionTable.mentions(connection)
    let words = try KeptWords(connection)
    let isAllTouched = try connection.int("SELECT stale FROM happening_state") == wholly
    let kept = try KeptHappenings(
      mentions, words, changed: changed, decided: decided, isAllTouched: isAllTouched, connection)
    let decisions = try HappeningDecisions.standing(connection)
    let happenings = HappeningMerger(decisions: decisions).merge(mentions, kept: kept.parts)
    let numbers = kept.numbers(of: happenings, words)
    try HappeningTable.delete(numbers.stale, connection)
    let ids = try HappeningTable.insert(happenings, numbers, words, connection)
    try HappeningTable.insertOutcomes(happenings, ids, connection)
    try connection.run("UPDATE happening_state SET stale = 0")
  }
}

/// The words and the version of each mention of an event.
struct KeptWords {
  struct Mention {
    var version: Int
    var words: String
  }

  private var mentions: [EventMention.ID: Mention] = [:]

  init(_ connection: Connection) throws(SQLiteError) {
    var out: [EventMention.ID: Mention] = [:]
    try connection.forEach(
      """
      SELECT r.id, e.number, e.version, w.words FROM reports r JOIN events e ON e.version = r.latest
      LEFT JOIN event_words w ON w.version = e.version AND w.event = e.number
        AND w.part = 'event' AND w.ordinal = 0
      """
    ) { row throws(SQLiteError) in
      out[EventMention.ID(report: row.int(0), number: row.int(1))] = Mention(
        version: row.int(2), words: row.text(3))
    }
    mentions = out
  }

  subscript(id: EventMention.ID) -> Mention? { mentions[id] }
}

/// The happenings as they were made last.
///
/// Of those of a type and status of which nothing has changed the merging takes what came of it. A
/// happening of the same mentions for the same reasons stays in its rows. Another keeps its number as
/// long as most of what it was made of stays together; mentions are known by report, type and words
/// then, for their numbers change with every recording.
struct KeptHappenings {
  private struct Stored {
    var id: Int
    var part: MentionPart
    var outlets: Int
    var members: [KeptMember] = []
    var words: [String] = []
    /// None of its mentions is another than it was.
    var isWhole = true
  }

  private struct Key: Hashable {
    var report: Int
    var type: EventType
    var words: String
  }

  /// What came of parts that stay.
  private(set) var parts: [MentionPart: [[KeptMember]]] = [:]
  private var stored: [Stored]
  /// Whole ones by their first mention.
  private var whole: [EventMention.ID: Int] = [:]
  private var former: [Key: [Int]] = [:]

  /// - isAllTouched: who is who has changed, so that no part stays.
  init(
    _ mentions: [EventMention], _ words: KeptWords, changed: Set<EventMention.ID>,
    decided: Set<EventType>, isAllTouched: Bool, _ connection: Connection
  ) throws(SQLiteError) {
    var stored: [Stored] = []
    var touched: Set<MentionPart> = []
    var found: Set<EventMention.ID> = []
    let now = Dictionary(mentions.map { ($0.id, MentionPart($0)) }) { first, _ in first }
    try Self.forEach(connection) { row in
      if stored.last?.id != row.happening {
        stored.append(Stored(id: row.happening, part: row.part, outlets: row.outlets))
      }
      let last = stored.count - 1
      stored[last].members.append(row.member)
      stored[last].words.append(row.words)
      let id = row.member.id
      if let part = now[id], part == row.part, words[id]?.version == row.version,
        !changed.contains(id)
      {
        found.insert(id)
      } else {
        stored[last].isWhole = false
        touched.insert(row.part)
      }
    }
    self.stored = stored
    for mention in mentions where !found.contains(mention.id) {
      touched.insert(MentionPart(mention))
    }
    for (index, happening) in stored.enumerated() {
      if isAllTouched || touched.contains(happening.part) || decided.contains(happening.part.type) {
        for (member, words) in zip(happening.members, happening.words) {
          let key = Key(report: member.id.report, type: happening.part.type, words: words)
          former[key, default: []].append(happening.id)
        }
      } else {
        parts[happening.part, default: []].append(happening.members)
      }
      if happening.isWhole, !isAllTouched { whole[happening.members[0].id] = index }
    }
  }

  private struct Row {
    var happening: Int
    var part: MentionPart
    var outlets: Int
    var version: Int
    var member: KeptMember
    var words: String
  }

  private static func forEach(_ connection: Connection, _ body: (Row) -> Void)
    throws(SQLiteError)
  {
    try connection.forEach(
      """
      SELECT h.id, h.type, h.status, h.outlets, m.version, v.report, m.event, m.reason, m.joined,
        m.words
      FROM happening_mentions m JOIN happenings h ON h.id = m.happening
        JOIN versions v ON v.id = m.version ORDER BY h.id, m.ordinal
      """
    ) { row throws(SQLiteError) in
      guard let type = EventType(rawValue: row.text(1)) else { return }
      let ground: MergeReason.Ground = row.int(8) != 0 ? .joined : .evidence
      body(
        Row(
          happening: row.int(0),
          part: MentionPart(type: type, status: row.optionalText(2).flatMap(Event.Status.init)),
          outlets: row.int(3), version: row.int(4),
          member: KeptMember(
            id: .init(report: row.int(5), number: row.int(6)),
            reason: row.optionalText(7).map { MergeReason(ground: ground, sentence: $0) }),
          words: row.text(9)))
    }
  }

  /// What becomes of the stored happenings in the place of which others stand now.
  struct Numbers {
    /// The number of each new happening; `nil` for one that is to get one.
    var ids: [Int?]
    /// How many outlets are noted for those whose rows stay.
    var staying: [Int: Int] = [:]
    /// Those whose rows go.
    var stale: [Int] = []
  }

  /// Each number goes to the happening with most of its mentions.
  func numbers(of new: [Happening], _ words: KeptWords) -> Numbers {
    var numbers = Numbers(ids: [Int?](repeating: nil, count: new.count))
    var taken: Set<Int> = []
    for (index, happening) in new.enumerated() {
      guard let known = whole[happening.members[0].mention.id].map({ stored[$0] }),
        known.members
          == happening.members.map({ KeptMember(id: $0.mention.id, reason: $0.reason) })
      else { continue }
      numbers.ids[index] = known.id
      numbers.staying[index] = known.outlets
      taken.insert(known.id)
    }
    numbers.stale = stored.map(\.id).filter { !taken.contains($0) }
    var claims: [(votes: Int, happening: Int, id: Int)] = []
    for (index, happening) in new.enumerated() where numbers.ids[index] == nil {
      var votes: [Int: Int] = [:]
      for mention in happening.mentions {
        let key = Key(
          report: mention.id.report, type: mention.type, words: words[mention.id]?.words ?? "")
        for id in Set(former[key] ?? []) { votes[id, default: 0] += 1 }
      }
      for (id, count) in votes { claims.append((count, index, id)) }
    }
    claims.sort { ($1.votes, $0.happening, $0.id) < ($0.votes, $1.happening, $1.id) }
    for claim in claims where numbers.ids[claim.happening] == nil {
      if taken.insert(claim.id).inserted { numbers.ids[claim.happening] = claim.id }
    }
    return numbers
  }
}
