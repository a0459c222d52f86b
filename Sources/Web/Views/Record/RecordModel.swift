package import Archive
package import Records

/// The record of a report's version as the reader shows it: every item with what the user said of
/// it. All ranges are in Unicode scalars of the article's text.
package struct RecordModel: Sendable, Hashable {
  /// An item and its place in the record.
  package struct Entry<Value: Sendable & Hashable>: Sendable, Hashable {
    package var value: Value
    /// Among its kind, by which other items refer to it.
    package var number: Int
    package var words: String
    package var rule: String
    package var verdict: Verdict?
    package var isReadOtherwise: Bool
  }

  package private(set) var actors: [Entry<Actor>] = []
  package private(set) var statements: [Entry<Attribution>] = []
  package private(set) var events: [Entry<Event>] = []
  package private(set) var times: [Entry<TimeExpression>] = []
  package private(set) var places: [Entry<Place>] = []
  /// The archive's actors, by the record's numbers.
  package private(set) var known: [Int: Int] = [:]
  /// The archive's happenings, by the numbers of the record's events.
  package var happenings: [Int: Int] = [:]
  /// Where in `actors` and `statements` a number stands.
  private var actorPlaces: [Int: Int] = [:]
  private var statementPlaces: [Int: Int] = [:]

  package var isEmpty: Bool {
    actors.isEmpty && statements.isEmpty && events.isEmpty && times.isEmpty && places.isEmpty
  }

  package init() {}

  /// Items whose JSON is none of ours are left out.
  package init(_ items: [JudgedItem], known: [Int: Int]) {
    self.known = known
    // Spans stay in scalars, as the archive has them.
    let asWritten = ScalarOffsets("")
    for item in items {
      guard let json = try? JSONReader.read(item.item.json) else { continue }
      switch ItemKind(item.item.kind) {
      case .actor: Actor(json: json, asWritten).map { actors.append(Self.entry($0, item)) }
      case .statement:
        Attribution(json: json, asWritten).map { statements.append(Self.entry($0, item)) }
      case .event: Event(json: json, asWritten).map { events.append(Self.entry($0, item)) }
      case .time: TimeExpression(json: json, asWritten).map { times.append(Self.entry($0, item)) }
      case .place: Place(json: json, asWritten).map { places.append(Self.entry($0, item)) }
      case .change, .other: continue
      }
    }
    for (place, entry) in actors.enumerated() { actorPlaces[entry.number] = place }
    for (place, entry) in statements.enumerated() { statementPlaces[entry.number] = place }
  }

  private static func entry<Value>(_ value: Value, _ item: JudgedItem) -> Entry<Value> {
    Entry(
      value: value, number: item.item.number, words: item.item.pointer.exact,
      rule: item.item.rule, verdict: item.verdict, isReadOtherwise: item.isReadOtherwise)
  }

  /// An actor by its number in the record.
  func actor(_ number: Int?) -> Actor? {
    number.flatMap { actorPlaces[$0] }.map { actors[$0].value }
  }

  /// A statement's entry by its number.
  func statement(_ number: Int?) -> Entry<Attribution>? {
    number.flatMap { statementPlaces[$0] }.map { statements[$0] }
  }
}

/// How the items of a kind are called in a page: a letter and the number, from 1.
enum ItemAnchor {
  static func letter(_ kind: ItemKind) -> String {
    switch kind {
    case .statement: "s"
    case .event: "e"
    case .time: "t"
    case .place: "p"
    case .actor: "a"
    case .change: "c"
    case .other: "x"
    }
  }

  /// The id of an item's card.
  static func card(_ kind: ItemKind, _ number: Int) -> String { letter(kind) + String(number + 1) }

  /// The id of its first lit words.
  static func words(_ kind: ItemKind, _ number: Int) -> String { "w-" + card(kind, number) }
}
