internal import Language
package import Records
package import Syntax

/// Finds the actors of a text: who and what is named, described and referred to.
package enum ActorFinder {
  /// - published: decides which office is current; `nil` where it is not known.
  /// - known: offices that other reports gave evidence for, which come before the tables.
  /// - placed: what the text's places say of names, once they are known.
  package static func find(
    _ tree: SyntaxTree, published: Timestamp?, known: [OfficeHolding] = [],
    placed: PlacedNames = PlacedNames()
  ) -> ActorAnalysis {
    var gathering = ActorGathering(tree, published: published, known: known, placed: placed)
    gathering.run()
    return gathering.analysis
  }
}
