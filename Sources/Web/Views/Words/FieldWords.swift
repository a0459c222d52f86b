/// Names of an article's fields, as the record's list says them, in its order.
enum FieldWords {
  static let fields: [(field: String, words: String)] = [
    ("title", "Headline"), ("kicker", "Kicker"), ("lead", "Lead"), ("authors", "Authors"),
    ("agencies", "Agencies"), ("published", "First published"), ("modified", "Last changed"),
    ("topics", "Topics"), ("publisher", "Outlet"), ("canonical", "Own address"),
    ("language", "Language"), ("body", "Text"), ("images", "Pictures"), ("videos", "Videos"),
    ("audios", "Sound"), ("kind", "Sort of page"),
  ]

  static func words(for field: String) -> String {
    fields.first { $0.field == field }?.words ?? field
  }

  /// Where a field was read, in words; `nil` where the name says it itself ("og:title", "line 4").
  static func source(_ name: String) -> String? { sources[name] }

  private static let sources: [String: String] = [
    "address": "the page's address", "bold": "the bold opening", "byline": "the byline",
    "class": "marked so in the page", "dateline": "the dateline",
    "description": "the page's description", "h1": "the page's main heading",
    "heading": "a heading", "headline": "the headline", "html lang": "declared by the page",
    "json-ld": "JSON-LD", "kicker": "the line above the headline",
    "link canonical": "declared by the page", "tags": "the page's tags", "text": "the text itself",
    "title": "the document's title",
  ]
}
