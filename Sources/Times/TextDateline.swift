internal import Records

/// The day that a text itself gives as its own: a whole date at the beginning of one of its first
/// lines ("September 1, 2007").
enum TextDateline {
  /// Lines and bytes from the top that are asked.
  private static let lines = 4
  private static let reach = 600

  static func find(_ text: RecordedText) -> Timestamp? {
    let book = TimeRulebook.standard
    let matcher = TimeMatcher(book: book, tokens: text.tokens)
    var line = 0
    for (index, token) in text.tokens.enumerated() where token.opensLine {
      line += 1
      guard line <= lines, token.range.lowerBound < reach else { return nil }
      let match = matcher.best(at: index) { book.rules[$0.rule].reading == .date }
      guard let fields = match?.partial.fields, let year = fields["year"],
        let month = fields["month"], let day = fields["day"],
        let stamp = Timestamp(year: year, month: month, day: day)
      else { continue }
      return stamp
    }
    return nil
  }
}
