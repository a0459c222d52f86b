/// What a line of a scrape is to its article.
enum LineClass: Int, Sendable, CaseIterable {
  /// Menus, teasers, share bars, headline, byline, date: no part of the body.
  case other
  case text
  case subhead
  /// The words under a picture, its credit with it.
  case caption
}
