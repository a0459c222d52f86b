internal import Records

/// What was called off, put off or brought forward, and from when to when.
extension SheetPage {
  func changes() -> [String] {
    record.changes.map { change in
      let old = change.old.joined(separator: ", ")
      let dates: String? =
        if let new = change.new { (old.isEmpty ? "" : old + " ") + "> " + new } else {
          old.isEmpty ? nil : old
        }
      let parts = [bold(change.outcome.rawValue), words(change.plan), dates].compactMap(\.self)
      return line(parts.joined(separator: "  ")) + context(change.range)
    }
  }
}
