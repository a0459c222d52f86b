import Records

@testable import Happenings

/// Made-up mentions, said shortly.
enum Made {
  static func day(_ text: String) -> Int { Timestamp(iso8601: text)?.dayNumber ?? 0 }

  static func time(_ value: String, guessed: Bool = false) -> EventTime? {
    TimePeriod(value: value).flatMap { EventTime(days: $0.days, isGuessed: guessed) }
  }

  static func states(_ codes: [String]) -> [Participant] {
    codes.map { Participant(name: $0, country: $0) }
  }

  static func mention(
    _ report: Int, _ type: EventType = .consult, _ sources: [String] = [],
    _ targets: [String] = [], at time: String? = "2025-01-13", guessed: Bool = false,
    mode: String? = nil, status: Event.Status? = nil, site: Site? = nil, number: Int = 0,
    sentence: String = ""
  ) -> EventMention {
    var mention = EventMention(
      id: .init(report: report, number: number), witness: Witness(outlet: report, copy: report),
      type: type, sources: states(sources), targets: states(targets),
      time: time.flatMap { self.time($0, guessed: guessed) }, sentence: sentence)
    mention.mode = mode
    mention.status = status
    mention.site = site
    return mention
  }

  static func city(_ name: String, _ id: Int, _ latitude: Double = 0, _ longitude: Double = 0)
    -> Site
  {
    Site(
      name: name, country: "KR", point: Place.Point(latitude: latitude, longitude: longitude),
      precision: .city, geonameID: id)
  }

  /// Reports of each happening, in order.
  static func reports(_ happenings: [Happening]) -> [[Int]] {
    happenings.map { $0.mentions.map(\.id.report).sorted() }.sorted { $0[0] < $1[0] }
  }

  static func merged(_ mentions: EventMention...) -> [[Int]] {
    reports(HappeningMerger().merge(mentions))
  }
}
