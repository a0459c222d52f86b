internal import Happenings
internal import Records

extension Archive {
  /// Makes the happenings anew from the record, where that has changed since; says whether.
  ///
  /// All of them: which mention belongs where depends on all others of its day. Near-linear in the
  /// number of mentions, and texts are read only for reports that are new. One transaction.
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
  static func run(_ connection: Connection) throws(SQLiteError) {
    try EventWords.complete(connection)
    let mentions = try MentionTable.mentions(connection)
    let words = try KeptWords(connection)
    let decisions = try HappeningDecisions.standing(connection)
    let happenings = HappeningMerger(decisions: decisions).merge(mentions)
    let known = try KnownHappenings(connection).ids(of: happenings, words)
    try HappeningTable.deleteAll(connection)
    let ids = try HappeningTable.insert(happenings, known, words, connection)
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

/// Which happening had which mention before: a happening keeps its number as long as most of what
/// it was made of stays together. Mentions are known by report, type and words, for their numbers
/// change with every recording.
private struct KnownHappenings {
  private struct Key: Hashable {
    var report: Int
    var type: EventType
    var words: String
  }

  private var happenings: [Key: [Int]] = [:]

  init(_ connection: Connection) throws(SQLiteError) {
    var out: [Key: [Int]] = [:]
    try connection.forEach(
      """
      SELECT v.report, h.type, m.words, h.id FROM happening_mentions m
      JOIN happenings h ON h.id = m.happening JOIN versions v ON v.id = m.version
      ORDER BY h.id, m.ordinal
      """
    ) { row throws(SQLiteError) in
      guard let type = EventType(rawValue: row.text(1)) else { return }
      let key = Key(report: row.int(0), type: type, words: row.text(2))
      out[key, default: []].append(row.int(3))
    }
    happenings = out
  }

  /// The number that each happening had; each number goes to the one with most of its mentions.
  func ids(of new: [Happening], _ words: KeptWords) -> [Int?] {
    var claims: [(votes: Int, happening: Int, id: Int)] = []
    for (index, happening) in new.enumerated() {
      var votes: [Int: Int] = [:]
      for mention in happening.mentions {
        let key = Key(
          report: mention.id.report, type: mention.type, words: words[mention.id]?.words ?? "")
        for id in Set(happenings[key] ?? []) { votes[id, default: 0] += 1 }
      }
      for (id, count) in votes { claims.append((count, index, id)) }
    }
    claims.sort { ($1.votes, $0.happening, $0.id) < ($0.votes, $1.happening, $1.id) }
    var ids = [Int?](repeating: nil, count: new.count)
    var taken: Set<Int> = []
    for claim in claims where ids[claim.happening] == nil && taken.insert(claim.id).inserted {
      ids[claim.happening] = claim.id
    }
    return ids
  }
}
