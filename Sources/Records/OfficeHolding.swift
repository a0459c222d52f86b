/// An office that somebody held, and from when to when.
package struct OfficeHolding: Sendable, Hashable {
  package var name: String
  /// ISO 3166-1 alpha-3, or IGO, UNO, EUR.
  package var country: String?
  package var title: String
  /// PLOVER sector.
  package var sector: String?
  /// TIMEX3 dates; it counts from the first day, up to the day before the last.
  package var from: String?
  package var to: String?
  /// The report of the archive that tells it; `nil` for a table's.
  package var report: Int?

  package init(
    name: String, country: String?, title: String, sector: String?, from: String?, to: String?,
    report: Int? = nil
  ) {
    self.report = report
    self.name = name
    self.country = country
    self.title = title
    self.sector = sector
    self.from = from
    self.to = to
  }

  /// - day: "2025-01-13".
  package func holds(on day: String) -> Bool {
    (from.map { $0 <= day } ?? true) && (to.map { day < $0 } ?? true)
  }
}
