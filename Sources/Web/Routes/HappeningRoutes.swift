import Archive
import Records

extension Library {
  /// Reads after the happenings were made anew, where the record has changed since and the archive
  /// can be written; else as they are.
  func readHappenings<Value>(_ body: (Archive) throws -> Value) throws -> Value {
    if try read({ archive in try archive.areHappeningsStale() }) {
      do {
        _ = try write { archive in try archive.refreshHappenings() }
      } catch ArchiveError.readOnly {
        // Shown as they were made last.
      }
    }
    return try read(body)
  }
}

/// Happenings: all or some by day, one with its mentions, on the map.
enum HappeningRoute {
  private static let perPage = 60
  private static let mostNear = 8
  private static let mostDecisions = 20

  static func all(_ visit: Route<Library>.Visit) throws -> Response? {
    guard let page = visit.page else { return nil }
    let filter = TimelineFilter(visit.request)
    return try visit.context.readHappenings { archive in
      guard var query = try filter.query(archive) else {
        return .page(
          TimelinePage.view(
            .init(
              filter: filter,
              happenings: Paged(items: [], page: 1, perPage: perPage, total: 0), mentions: 0,
              unknown: try unknown([filter.who, filter.with], archive))))
      }
      let count = try archive.countHappenings(query)
      query.isLatestFirst = true
      query.limit = perPage
      query.offset = (page - 1) * perPage
      let lines = try archive.happenings(query)
      guard page == 1 || !lines.isEmpty else { return nil }
      return .page(
        TimelinePage.view(
          .init(
            filter: filter,
            happenings: Paged(
              items: lines, page: page, perPage: perPage, total: count.happenings),
            mentions: count.mentions)))
    }
  }

  static func one(_ visit: Route<Library>.Visit) throws -> Response? {
    guard let id = visit.numbers.first else { return nil }
    return try visit.context.readHappenings { archive in
      guard let line = try archive.happening(id: id) else { return nil }
      return .page(
        HappeningPage.view(
          .init(
            line: line, mentions: try archive.mentions(ofHappening: id),
            announcements: try archive.announcements(answeredBy: id),
            near: try archive.happenings(near: id, limit: mostNear),
            decisions: try archive.happeningDecisions(of: id, limit: mostDecisions),
            formToken: visit.formToken)))
    }
  }

  static func map(_ visit: Route<Library>.Visit) throws -> Response? {
    let filter = TimelineFilter(visit.request)
    return try visit.context.readHappenings { archive in
      guard let query = try filter.query(archive) else {
        return .page(
          MapPage.view(
            .init(
              filter: filter, places: [], total: 0, unknown: try unknown([filter.who], archive))))
      }
      return .page(
        MapPage.view(
          .init(
            filter: filter, places: try archive.happeningPlaces(query),
            total: try archive.countHappenings(query).happenings)))
    }
  }

  /// The first of the names that the archive does not know.
  static func unknown(_ names: [String?], _ archive: Archive) throws -> String? {
    for case let name? in names where try archive.party(named: name) == nil { return name }
    return nil
  }
}

/// What happened between two.
enum RelationsRoute {
  private static let longestName = 200
  private static let mostPairs = 20

  static func pair(_ visit: Route<Library>.Visit) throws -> Response? {
    let names = ["a", "b"].map { name in
      (visit.request.parameter(name) ?? "").prefix(longestName)
        .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
    let step = visit.request.parameter("by").flatMap(Relations.Step.init) ?? .month
    var model = RelationsPage.Model(first: names[0], second: names[1], step: step)
    return try visit.context.readHappenings { archive in
      guard !names[0].isEmpty, !names[1].isEmpty else {
        model.pairs = try archive.countryPairs(limit: mostPairs).map {
          .init(first: $0.first, second: $0.second, happenings: $0.happenings)
        }
        return .page(RelationsPage.view(model))
      }
      model.unknown = try HappeningRoute.unknown(names, archive)
      if let first = try archive.party(named: names[0]),
        let second = try archive.party(named: names[1])
      {
        model.relations = try archive.relations(first, second, by: step)
      }
      return .page(RelationsPage.view(model))
    }
  }
}
