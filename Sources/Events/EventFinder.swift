package import Actors
internal import Language
package import Records
package import Syntax

/// Finds who did what to whom.
package enum EventFinder {
  /// Version of the tables.
  package static var rulebook: String { EventRulebook.version }

  /// - day: the report's; what is told as done and has no time of its own is guessed to be of it.
  package static func find(
    _ tree: SyntaxTree, actors: ActorAnalysis, statements: [Attribution],
    times: [TimeExpression], day: Timestamp?, places: [Place]
  ) -> [Event] {
    let text = EventText(tree, actors, .standard)
    guard tree.count > 0 else { return [] }
    var finding = EventFinding(
      text: text, times: EventTimes(text, times, day: day),
      contexts: EventContexts(text), sports: SportsGuard(text),
      statements: StatementLookup(statements), places: PlaceLookup(text, places))
    var merging = EventMerging(tree.doc.text, statements)
    return merging.merged(finding.find())
  }
}
