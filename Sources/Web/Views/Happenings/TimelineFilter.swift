import Archive
import Records

/// What a timeline is narrowed to, as its address says it.
struct TimelineFilter: Sendable, Hashable {
  /// A name, an actor's number, or a country's code.
  var who: String?
  /// Whoever is on the other side.
  var with: String?
  /// Days as YYYY-MM-DD.
  var from: String?
  var to: String?
  var type: EventType?
  var quad: EventType.QuadClass?
  /// "fact", or a status.
  var status: String?
  /// Only what lies within the days whole.
  var isWithin = false
  var place: String?
  /// ISO 3166-1 alpha-2, of the place.
  var country: String?

  init() {}

  init(_ request: Request) {
    func text(_ name: String) -> String? {
      request.parameter(name).flatMap { value in
        let value = value.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return value.isEmpty ? nil : String(value.prefix(Self.longest))
      }
    }
    who = text("who")
    with = text("with")
    from = text("from").flatMap(Self.day)
    to = text("to").flatMap(Self.day)
    type = text("type").flatMap { EventType(rawValue: $0.uppercased()) }
    quad = text("quad").flatMap { Int($0) }.flatMap(EventType.QuadClass.init)
    status = text("status").flatMap { Self.statuses.contains($0) ? $0 : nil }
    isWithin = text("within") == "1"
    place = text("place")
    country = text("country")
  }

  static let statuses = ["fact"] + Event.Status.allCases.map(\.rawValue)
  private static let longest = 200

  private static func day(_ text: String) -> String? {
    text.utf8.count == 10 && Timestamp(iso8601: text) != nil ? text : nil
  }

  func address(_ path: String = "happenings", page: Int = 1) -> Address {
    let values: [(String, String?)] = [
      ("who", who), ("with", with), ("from", from), ("to", to), ("type", type?.rawValue),
      ("quad", quad.map { String($0.rawValue) }), ("status", status),
      ("within", isWithin ? "1" : nil), ("place", place), ("country", country),
      ("page", page == 1 ? nil : String(page)),
    ]
    return .page(
      path, query: values.compactMap { name, value in value.map { .init(name, $0) } })
  }

  /// The question to the archive; `nil` where it names nobody of that name.
  func query(_ archive: Archive) throws -> HappeningQuery? {
    var query = HappeningQuery()
    for (name, isOther) in [(who, false), (with, true)] {
      guard let name else { continue }
      guard let party = try archive.party(named: name) else { return nil }
      if isOther, let first = query.parties.first {
        query.parties = []
        query.pair = [first, party]
      } else {
        query.parties.append(party)
      }
    }
    query.from = from.flatMap { Timestamp(iso8601: $0)?.dayNumber }
    query.to = to.flatMap { Timestamp(iso8601: $0)?.dayNumber }
    query.isWithin = isWithin
    query.types = type.map { [$0] } ?? []
    query.quads = quad.map { [$0] } ?? []
    if let status { query.status = .some(Event.Status(rawValue: status)) }
    query.place = place
    query.placeCountry = country
    return query
  }
}
