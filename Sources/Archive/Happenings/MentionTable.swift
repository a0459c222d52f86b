internal import Happenings
internal import Records

/// The mentions of events in the latest versions of all reports, as the merging takes them.
enum MentionTable {
  static func mentions(_ connection: Connection) throws(SQLiteError) -> [EventMention] {
    let parties = try parties(connection)
    let agencies = try agencies(connection)
    return try connection.rows(
      """
      SELECT r.id, e.number, e.type, e.mode, e.status, e.statement, e.first_day, e.last_day,
        e.guessed, r.outlet, coalesce(s.copy, r.id), r.dated,
        p.name, p.country, p.latitude, p.longitude, p.precision, p.geoname, w.words, d.words
      FROM reports r JOIN events e ON e.version = r.latest
      LEFT JOIN sketches s ON s.version = e.version
      LEFT JOIN places p ON p.version = e.version AND p.number = e.place
      LEFT JOIN event_words w ON w.version = e.version AND w.event = e.number
        AND w.part = 'sentence' AND w.ordinal = 0
      LEFT JOIN event_words d ON d.version = e.version AND d.event = e.number
        AND d.part = 'event' AND d.ordinal = 0
      ORDER BY r.id, e.number
      """
    ) { row throws(SQLiteError) in
      mention(row, parties, agencies)
    }.compactMap(\.self)
  }

  private static func mention(
    _ row: Statement, _ parties: [EventMention.ID: [Side]], _ agencies: [Int: [String]]
  ) -> EventMention? {
    guard let type = EventType(rawValue: row.text(2)) else { return nil }
    let id = EventMention.ID(report: row.int(0), number: row.int(1))
    var mention = EventMention(
      id: id,
      witness: Witness(
        outlet: row.optionalInt(9), agencies: agencies[id.report] ?? [], copy: row.int(10)),
      type: type, sentence: row.text(18))
    mention.words = row.text(19)
    mention.mode = row.optionalText(3)
    mention.status = row.optionalText(4).flatMap(Event.Status.init)
    mention.isClaim = !row.isNull(5)
    if let first = row.optionalInt(6), let last = row.optionalInt(7), first <= last {
      mention.time = EventTime(days: first..<last + 1, isGuessed: row.int(8) != 0)
    }
    mention.reported = UnixTime(seconds: row.int(11)).day
    mention.site = site(row, from: 12)
    for side in parties[id] ?? [] {
      if side.isSource {
        mention.sources.append(side.participant)
      } else {
        mention.targets.append(side.participant)
      }
    }
    return mention
  }

  private static func site(_ row: Statement, from first: Int32) -> Site? {
    guard let name = row.optionalText(first) else { return nil }
    let isKnown = !row.isNull(first + 2) && !row.isNull(first + 3)
    return Site(
      name: name, country: row.optionalText(first + 1),
      point: isKnown
        ? Place.Point(latitude: row.real(first + 2), longitude: row.real(first + 3)) : nil,
      precision: row.optionalText(first + 4).flatMap(Place.Precision.init),
      geonameID: row.optionalInt(first + 5))
  }

  private struct Side {
    var isSource: Bool
    var participant: Participant
  }

  private static func parties(_ connection: Connection) throws(SQLiteError)
    -> [EventMention.ID: [Side]]
  {
    var out: [EventMention.ID: [Side]] = [:]
    try connection.forEach(
      """
      SELECT r.id, p.event, p.side, p.country, p.sector, b.id, b.kind, b.name, w.words
      FROM reports r JOIN parties p ON p.version = r.latest
      LEFT JOIN appearances x ON x.version = p.version AND x.number = p.number
      LEFT JOIN actors a ON a.id = x.actor
      LEFT JOIN actors b ON b.id = coalesce(a.joined, a.id)
      LEFT JOIN event_words w ON w.version = p.version AND w.event = p.event
        AND w.part = p.side AND w.ordinal = p.ordinal
      ORDER BY r.id, p.event, p.side, p.ordinal
      """
    ) { row throws(SQLiteError) in
      let kind = row.optionalText(6).flatMap(Actor.Kind.init)
      var participant = Participant(
        name: row.optionalText(7) ?? row.text(8), actor: row.optionalInt(5),
        isNamed: kind.map { $0 != .country && $0 != .place } ?? false,
        country: row.optionalText(3), sector: row.optionalText(4))
      participant.isPerson = kind == .person
      out[EventMention.ID(report: row.int(0), number: row.int(1)), default: []].append(
        Side(isSource: row.text(2) == "source", participant: participant))
    }
    return out
  }

  /// Agencies that reports with events credit.
  static func agencies(_ connection: Connection) throws(SQLiteError) -> [Int: [String]] {
    var out: [Int: [String]] = [:]
    try connection.forEach(
      """
      SELECT r.id, j.value FROM reports r JOIN articles a ON a.version = r.latest,
        json_each(a.json, '$.agencies') j
      WHERE EXISTS (SELECT 1 FROM events e WHERE e.version = r.latest) ORDER BY r.id, j.key
      """
    ) { row throws(SQLiteError) in out[row.int(0), default: []].append(row.text(1)) }
    return out
  }
}

extension UnixTime {
  /// Days since 1970-01-01.
  var day: Int { (seconds >= 0 ? seconds : seconds - 86_399) / 86_400 }
}
