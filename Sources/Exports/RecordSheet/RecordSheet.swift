package import Records

/// A record as a sheet to read: a section a kind of item, each with its words.
///
/// What was not found is said at the end, so that an empty section is not taken for one left out.
package enum RecordSheet {
  package static func write(_ record: Record, text: String, styled: Bool) -> String {
    let page = SheetPage(record, text: text, styled: styled)
    let sections: [(String, [String])] = [
      ("Actors", page.actors()), ("Statements", page.statements()), ("Events", page.events()),
      ("Times", page.times()), ("Places", page.places()),
      ("Plans changed", page.changes()),
    ]
    var out = page.day()
    for (title, items) in sections where !items.isEmpty {
      out += "\n" + page.heading(title) + items.joined()
    }
    // Most reports change no plan, and nobody misses it.
    let missing = sections.dropLast().filter(\.1.isEmpty).map { $0.0.lowercased() }
    if !missing.isEmpty { out += "\nNothing found: " + missing.joined(separator: ", ") + "\n" }
    return VisibleText.clean(out)
  }
}
