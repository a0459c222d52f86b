internal import Happenings
internal import Records

/// What became of an announced event, as the happenings of the archive have it: a later report tells
/// it as a fact, or tells that it will not be, or for which later day it is planned now.
struct AgendaOutcome: Sendable {
  /// Where the announcement stands.
  var place: AgendaRow.SentenceID
  /// The days it is for.
  var days: Range<Int>
  var change: AgendaEntry.Change
  /// Where that is told.
  var told: AgendaRow.SentenceID?
  /// The day it is planned for now, where it was put off to one.
  var next: Range<Int>?
  /// The days on which it took place.
  var held: Range<Int>?

  /// One for each mention of an announced happening whose end is known; the report is the first
  /// after the mention's own that tells it.
  static func all(_ connection: Connection) throws(SQLiteError) -> [AgendaOutcome] {
    let rows = try connection.rows(
      """
      SELECT m.version, w.start, e.first_day, e.last_day, h.outcome, h.answer, h.outcome_reason,
        r.dated
      FROM happenings h JOIN happening_mentions m ON m.happening = h.id
        JOIN versions v ON v.id = m.version JOIN reports r ON r.id = v.report AND r.latest = v.id
        JOIN events e ON e.version = m.version AND e.number = m.event
        JOIN event_words w ON w.version = m.version AND w.event = m.event
          AND w.part = 'sentence' AND w.ordinal = 0
      WHERE h.outcome IS NOT NULL AND h.answer IS NOT NULL AND e.last_day >= e.first_day
      ORDER BY m.version, m.event
      """
    ) { row throws(SQLiteError) in
      Announced(
        place: .init(version: row.int(0), start: row.int(1)), days: row.int(2)..<row.int(3) + 1,
        outcome: .init(rawValue: row.text(4)), answer: row.int(5), reason: row.text(6),
        dated: row.int(7))
    }
    var out: [AgendaOutcome] = []
    for row in rows { if let outcome = try answer(to: row, connection) { out.append(outcome) } }
    return out
  }

  private struct Announced: Sendable {
    var place: AgendaRow.SentenceID
    var days: Range<Int>
    var outcome: AgendaEntry.Change.Outcome?
    /// The happening that tells it.
    var answer: Int
    var reason: String
    var dated: Int
  }

  private static func answer(to announced: Announced, _ connection: Connection)
    throws(SQLiteError) -> AgendaOutcome?
  {
    guard let outcome = announced.outcome else { return nil }
    return try connection.first(
      """
      SELECT r.id, a.title, r.address, a.published, m.version, w.start, coalesce(w.words, m.words),
        h.status, e.first_day, e.last_day
      FROM happenings h JOIN happening_mentions m ON m.happening = h.id
        JOIN versions v ON v.id = m.version JOIN reports r ON r.id = v.report AND r.latest = v.id
        JOIN articles a ON a.version = m.version
        JOIN events e ON e.version = m.version AND e.number = m.event
        LEFT JOIN event_words w ON w.version = m.version AND w.event = m.event
          AND w.part = 'sentence' AND w.ordinal = 0
      WHERE h.id = ?1 AND +r.dated > ?2 AND a.published IS NOT NULL
      ORDER BY r.dated, r.id, m.event LIMIT 1
      """, [.int(announced.answer), .int(announced.dated)]
    ) { row throws(SQLiteError) -> AgendaOutcome? in
      guard let published = Timestamp(iso8601: row.text(3)) else { return nil }
      let change = AgendaEntry.Change(
        outcome, report: row.int(0), title: row.optionalText(1), address: row.optionalText(2),
        published: published, sentence: SentenceText.tidied(row.text(6)), reason: announced.reason)
      var found = AgendaOutcome(place: announced.place, days: announced.days, change: change)
      found.told = row.optionalInt(5).map { .init(version: row.int(4), start: $0) }
      if let first = row.optionalInt(8), let last = row.optionalInt(9), first <= last {
        let isFuture = row.optionalText(7) == Event.Status.future.rawValue
        if outcome == .postponed, isFuture { found.next = first..<last + 1 }
        if outcome == .held { found.held = first..<last + 1 }
      }
      return found
    } ?? nil
  }
}

/// Tells entries of the agenda what became of them.
///
/// A report's own words for a change (`AgendaFollowing`) come first. A plan that was put off to a day
/// is followed from there, whoever told it.
struct AgendaHistory {
  /// A plan that is put off again and again is followed so often.
  private static let longestChain = 8

  private var outcomes: [AgendaRow.SentenceID: [AgendaOutcome]] = [:]
  private var entries: [AgendaRow.SentenceID: [Int]] = [:]
  private let rows: [AgendaRow]

  init(_ outcomes: [AgendaOutcome], _ rows: [AgendaRow]) {
    self.rows = rows
    for outcome in outcomes { self.outcomes[outcome.place, default: []].append(outcome) }
    guard !outcomes.isEmpty else { return }
    for (index, row) in rows.enumerated() where row.isLatest {
      entries[row.place, default: []].append(index)
    }
  }

  /// `entries` in the places of the rows; one that only tells the new day of another becomes `nil`.
  func tell(_ entries: inout [AgendaEntry?]) {
    guard !outcomes.isEmpty else { return }
    let dropped = entries.indices.filter { entries[$0] == nil }
    for index in rows.indices where rows[index].isLatest {
      follow(index, from: rows[index].place, rows[index].days, &entries)
      guard let entry = entries[index], entry.status == .moved else { continue }
      // The new day stands in a report that tells the change; its own entry was dropped for this one.
      let tellers = Set(entry.changes.map(\.report))
      for other in dropped
      where tellers.contains(rows[other].entry.report) && rows[other].days == entry.period.days {
        follow(index, from: rows[other].place, rows[other].days, &entries)
      }
    }
  }

  private func follow(
    _ index: Int, from place: AgendaRow.SentenceID, _ days: Range<Int>,
    _ entries: inout [AgendaEntry?]
  ) {
    var (place, days) = (place, days)
    for _ in 0..<Self.longestChain {
      guard let entry = entries[index],
        let outcome = outcomes[place]?.first(where: { $0.days == days }),
        let changed = Self.told(outcome, of: entry)
      else { return }
      entries[index] = changed
      guard let next = outcome.next, let told = outcome.told else { return }
      for other in self.entries[told] ?? [] where other != index && rows[other].days == next {
        entries[other] = nil
      }
      (place, days) = (told, next)
    }
  }

  /// `nil` where the entry tells more than the outcome does.
  private static func told(_ outcome: AgendaOutcome, of entry: AgendaEntry) -> AgendaEntry? {
    var entry = entry
    switch outcome.change.outcome {
    case .held:
      guard entry.status != .held, outcome.held?.overlaps(entry.period.days) ?? true else {
        return nil
      }
      entry.status = .held
    case .cancelled:
      guard entry.status == .planned || entry.status == .moved else { return nil }
      entry.status = .cancelled
    case .postponed, .advanced:
      guard entry.status == .planned || entry.status == .moved else { return nil }
      entry.status = .postponed
      let value = outcome.next.flatMap { EventTime(days: $0) }?.value
      if let value, let period = TimePeriod(value: value) {
        if entry.was == nil { entry.was = entry.value }
        entry.value = value
        entry.period = period
        entry.status = .moved
      }
    }
    entry.changes.append(outcome.change)
    return entry
  }
}
