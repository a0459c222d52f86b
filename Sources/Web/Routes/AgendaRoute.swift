import Archive
import Exports
import Records

/// The agenda as a page, a calendar to subscribe to, and a feed.
enum AgendaRoute {
  private static let perPage = 60
  /// Entries of a calendar or feed: more would help no program.
  private static let mostInCalendar = 5_000
  private static let mostInFeed = 200

  static func page(_ visit: Route<Library>.Visit) throws -> Response? {
    guard let page = visit.page else { return nil }
    guard let from = try day("from", visit) ?? today else { return nil }
    let to = try day("to", visit)
    let entries = try visit.context.readHappenings { archive in
      try archive.agenda(from: from.dayNumber, to: to?.dayNumber)
    }
    let shown = entries.dropFirst((page - 1) * perPage).prefix(perPage)
    guard page == 1 || !shown.isEmpty else { return nil }
    return .page(
      AgendaPage.view(
        AgendaPage.Model(
          entries: Paged(
            items: Array(shown), page: page, perPage: perPage, total: entries.count),
          from: from.iso8601, to: to?.iso8601 ?? "")))
  }

  static func calendar(_ visit: Route<Library>.Visit) throws -> Response? {
    let entries = try entries(visit).suffix(mostInCalendar)
    return document(ICalendar.write(Array(entries)), "text/calendar; charset=utf-8")
  }

  static func feed(_ visit: Route<Library>.Visit) throws -> Response? {
    let latest = try entries(visit).sorted { ($1.fetched, $0.report) < ($0.fetched, $1.report) }
    // The protection has made sure of the host's name.
    let address = "http://" + (visit.request.header("host") ?? "localhost")
    return document(
      AgendaAtom.write(Array(latest.prefix(mostInFeed)), address: address),
      "application/atom+xml; charset=utf-8")
  }

  private static func entries(_ visit: Route<Library>.Visit) throws -> [AgendaEntry] {
    let (from, to) = (try day("from", visit), try day("to", visit))
    return try visit.context.readHappenings { archive in
      try archive.agenda(from: from?.dayNumber, to: to?.dayNumber)
    }
  }

  private static func document(_ text: String, _ type: String) -> Response {
    Response(
      status: 200,
      headers: [
        Response.Header("Content-Type", type),
        Response.Header("Cache-Control", "private, no-cache"),
      ], body: Array(text.utf8))
  }

  /// In UTC; `nil` where the clock stands outside of the calendar.
  private static var today: Timestamp? { Timestamp(dayNumber: JudgeRoute.now.seconds / 86_400) }

  /// A day of the query; an empty field is none.
  private static func day(_ name: String, _ visit: Route<Library>.Visit) throws(FormProblem)
    -> Timestamp?
  {
    guard let text = visit.request.parameter(name), !text.isEmpty else { return nil }
    guard text.utf8.count == 10, let day = Timestamp(iso8601: text) else {
      throw FormProblem("A day is written as 2025-03-04.")
    }
    return day
  }
}
