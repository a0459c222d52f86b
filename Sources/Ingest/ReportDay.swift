package import Records

/// The day that a page's text is of: what "Monday" in it is counted from.
///
/// It is the day of publication, for a page is as a rule changed little later. Some pages are kept up
/// to date for years under their first date; their text tells of years after it, and is of the day of
/// the last change.
package struct ReportDay: Sendable, Hashable {
  package var day: Timestamp
  /// The field of the article it comes from: "published" or "modified".
  package var field: String

  /// Whole years between publication and what the text tells that show it to be of a later day; a plan
  /// for the next year shows nothing.
  private static let leastYears = 2
  /// How often such a year must be told.
  private static let leastTold = 2

  /// `nil` where the page does not say when it was published.
  package init?(of article: Article, text: String) {
    guard let published = article.published else { return nil }
    day = published
    field = "published"
    guard let modified = article.modified, modified.year >= published.year + Self.leastYears else {
      return
    }
    let years = published.year + Self.leastYears...modified.year
    if Self.count(years, in: text) >= Self.leastTold {
      day = modified
      field = "modified"
    }
  }

  /// How many numbers of four digits in a text are of these years.
  private static func count(_ years: ClosedRange<Int>, in text: String) -> Int {
    var count = 0
    var digits = 0
    var number = 0
    for byte in text.utf8 {
      if byte &- 0x30 < 10 {
        digits += 1
        if digits <= 4 { number = number * 10 + Int(byte &- 0x30) }
      } else {
        if digits == 4, years.contains(number) { count += 1 }
        (digits, number) = (0, 0)
      }
    }
    return digits == 4 && years.contains(number) ? count + 1 : count
  }
}
