internal import Records

/// The tables made from a version's items and the user's corrections: who appears, in which office,
/// says what, does what, where. What the user rejected is not in them.
enum RecordIndex {
  static func rebuild(report: Int, _ connection: Connection) throws(SQLiteError) {
    let versions = try connection.rows(
      "SELECT id FROM versions WHERE report = ?1 ORDER BY number", [.int(report)]
    ) { row throws(SQLiteError) in row.int(0) }
    for version in versions { try rebuild(version: version, isRecordedAnew: false, connection) }
  }

  /// - isRecordedAnew: whether the items themselves are new, not only the user's word on them.
  static func rebuild(version: Int, isRecordedAnew: Bool = true, _ connection: Connection)
    throws(SQLiteError)
  {
    let events = isRecordedAnew ? [:] : try EventWords.state(of: version, connection)
    try connection.run(
      "DELETE FROM items WHERE version = ?1 AND rule = ?2",
      [.int(version), .text(RecordItem.userRule)])
    let judged = try ItemTable.judged(version, connection)
    try ItemTable.insert(judged.map(\.item).filter { $0.id == 0 }, version: version, connection)
    let before = try ActorTable.appearing(in: version, connection)
    for table in ["appearances", "offices", "statements", "events", "parties", "places"] {
      try connection.run("DELETE FROM \(table) WHERE version = ?1", [.int(version)])
    }
    let items = judged.filter { $0.verdict != .rejected }.map(\.item)
    try insert(items, version: version, before, connection)
    if isRecordedAnew {
      try EventWords.forget(of: version, connection)
    } else {
      let now = try EventWords.state(of: version, connection)
      let changed = Set(events.keys).union(now.keys).filter { events[$0] != now[$0] }
      try EventWords.forget(changed.sorted(), of: version, connection)
    }
    for actor in before { try ActorTable.removeUnused(actor.id, connection) }
  }

  private static func insert(
    _ items: [RecordItem], version: Int, _ before: [ActorTable.Known], _ connection: Connection
  ) throws(SQLiteError) {
    let report = try connection.int("SELECT report FROM versions WHERE id = ?1", [.int(version)])
    for item in items {
      guard let json = JSONValue(text: item.json) else { continue }
      let row = Row(version: version, number: item.number)
      switch ItemKind(item.kind) {
      case .actor:
        guard let actor = Actor(json: json, asWritten) else { continue }
        try ActorTable.insert(actor, row, report: report, before, connection)
      case .statement:
        guard let statement = Attribution(json: json, asWritten) else { continue }
        try insert(statement, row, connection)
      case .event:
        guard let event = Event(json: json, asWritten) else { continue }
        try insert(event, row, connection)
      case .place:
        guard let place = Place(json: json, asWritten) else { continue }
        try insert(place, row, connection)
      case .time, .change, .other: continue
      }
    }
  }

  /// Spans stay as they are written, in Unicode scalars: those of ASCII are its bytes.
  private static let asWritten = ScalarOffsets("")

  /// What names an item of the archive.
  struct Row: Sendable, Hashable {
    var version: Int
    var number: Int
  }

  /// Whether the JSON is a whole item of its kind.
  static func isItem(_ json: String, kind: String) -> Bool {
    guard let json = JSONValue(text: json) else { return false }
    return switch ItemKind(kind) {
    case .actor: Actor(json: json, asWritten) != nil
    case .statement: Attribution(json: json, asWritten) != nil
    case .event: Event(json: json, asWritten) != nil
    case .place: Place(json: json, asWritten) != nil
    case .time: TimeExpression(json: json, asWritten) != nil
    case .change: PlanChange(json: json, asWritten) != nil
    case .other: false
    }
  }

  static func actorNames(_ items: [RecordItem]) -> [Int: String] {
    var names: [Int: String] = [:]
    for item in items where item.kind == ItemKind.actor.rawValue {
      names[item.number] = JSONValue(text: item.json)?["name"]?.string
    }
    return names
  }

  // MARK: - Rows

  private static func insert(_ statement: Attribution, _ row: Row, _ connection: Connection)
    throws(SQLiteError)
  {
    try connection.run(
      "INSERT INTO statements (version, number, speaker, kind, act) VALUES (?1, ?2, ?3, ?4, ?5)",
      [
        .int(row.version), .int(row.number), .int(optional: statement.speaker?.actor),
        .text(statement.kind.rawValue), .text(statement.act.rawValue),
      ])
  }

  private static func insert(_ event: Event, _ row: Row, _ connection: Connection)
    throws(SQLiteError)
  {
    let days = event.time.flatMap(TimePeriod.init(value:))?.days
    try connection.run(
      """
      INSERT INTO events (version, number, type, mode, status, statement, place,
        first_day, last_day, guessed)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
      """,
      [
        .int(row.version), .int(row.number), .text(event.type.rawValue),
        .text(optional: event.mode), .text(optional: event.status?.rawValue),
        .int(optional: event.statement), .int(optional: event.place),
        .int(optional: days?.lowerBound), .int(optional: days.map { $0.upperBound - 1 }),
        .int(event.isTimeGuessed ? 1 : 0),
      ])
    for (side, parties) in [("source", event.sources), ("target", event.targets)] {
      for (ordinal, party) in parties.enumerated() {
        try connection.run(
          """
          INSERT INTO parties (version, event, side, ordinal, number, country, sector)
          VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
          """,
          [
            .int(row.version), .int(row.number), .text(side), .int(ordinal),
            .int(optional: party.actor), .text(optional: party.country),
            .text(optional: party.sector),
          ])
      }
    }
  }

  private static func insert(_ place: Place, _ row: Row, _ connection: Connection)
    throws(SQLiteError)
  {
    try connection.run(
      """
      INSERT INTO places (version, number, name, folded, country, latitude, longitude, precision,
        geoname)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
      """,
      [
        .int(row.version), .int(row.number), .text(place.name), .text(NameFolding.fold(place.name)),
        .text(optional: place.country), place.point.map { .real($0.latitude) } ?? .null,
        place.point.map { .real($0.longitude) } ?? .null,
        .text(optional: place.precision?.rawValue), .int(optional: place.geonameID),
      ])
  }
}
