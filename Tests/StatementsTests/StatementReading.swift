import Actors
import Language
import Records
import Syntax

@testable import Statements

/// What the finder reads in a text, as words.
struct StatementReading: Equatable, CustomStringConvertible {
  var speaker: String?
  var cue: String
  /// Pieces joined by " ... ".
  var content: String

  var description: String { "\(speaker ?? "-") | \(cue) | \(content)" }

  static func read(_ text: String, _ finder: StatementFinder = .standard) throws -> (
    outer: [StatementReading], all: [Attribution]
  ) {
    let doc = Pipeline(model: try InstalledModel.load()).parse(text)
    let tree = SyntaxTree(doc)
    let actors = ActorFinder.find(tree, published: nil)
    let found = finder.find(tree, actors: actors, times: [])
    let utf8 = Array(text.utf8)
    func words(_ range: Range<Int>) -> String { String(decoding: utf8[range], as: UTF8.self) }
    let outer = found.filter { $0.inside == nil }.map {
      StatementReading(
        speaker: $0.speaker.map { words($0.range) }, cue: $0.cue.map(words) ?? "",
        content: $0.content.map(words).joined(separator: " ... "))
    }
    return (outer, found)
  }
}
