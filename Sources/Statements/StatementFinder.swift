package import Actors
internal import CTables
internal import Language
internal import Lexicons
package import Records
package import Syntax

/// Finds who said, believes, wants or decided what: the face of this part.
///
/// Candidates are proposed from constructions of the trees and from quotation marks, scored, and
/// chosen; then quotations left over are joined to the statement they go on from.
package struct StatementFinder: Sendable {
  private let weights: TraitWeights?

  /// With the weights of the program.
  package static let standard = StatementFinder(weights: .table)
  /// By rules and the lexicon alone.
  package static let ruled = StatementFinder(weights: nil)

  /// Tells of any change of the tables.
  package static var rulebook: String {
    let tables = [
      dateline_table_statement_cues(), dateline_table_statement_words(),
      dateline_table_statement_weights(),
    ]
    return String(DataTable.checksum(tables), radix: 16)
  }

  /// - rows: of a table in the form of `statement-weights.tsv`; none for rules alone.
  package init(rows: [[String]]) { self.init(weights: TraitWeights(rows)) }

  private init(weights: TraitWeights?) { self.weights = weights }

  package func find(_ tree: SyntaxTree, actors: ActorAnalysis, times: [TimeExpression])
    -> [Attribution]
  {
    let text = MarkedText(tree, lexicon: .table)
    var finder = CandidateFinder(text, edges: EdgeScorer(weights: weights), traces: false)
    finder.find()
    let scorer = StatementScorer(text: text, weights: weights)
    let choice = StatementChoice(text: text)
    let scored = scorer.scored(finder.found)
    var chosen = choice.choose(scored.filter { $0.score > 0 })
    QuotationContinuation(text: text).join(to: &chosen)
    chosen = choice.adding(inner: scored.filter { $0.score <= 0 }, to: chosen)
    return AttributionWriter(text: text, actors: actors, times: times)
      .attributions(choice.nested(chosen))
  }
}
