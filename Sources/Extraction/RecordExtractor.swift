internal import Actors
internal import Events
package import Gazetteer
package import Language
internal import Plans
internal import Places
package import Records
package import Statements
internal import Syntax
package import Times

/// Turns an article's text, and its parse, into a record: the face of this stage.
package enum RecordExtractor {
  /// Version of the rules: the house's own number, and a checksum of the tables.
  package static let rulebook =
    "2-"
    + [
      TimeRulebook.version, ActorVocabulary.version, StatementFinder.rulebook, EventFinder.rulebook,
      PlanChangeFinder.rulebook,
      PlaceFinder.rulebook,
    ].joined(separator: "-")

  /// - published: the day of publication; where it is not known, a dateline of the text is taken,
  ///   and where there is none relative times stay open.
  /// - gazetteer: `nil`: no places are marked.
  package static func record(
    _ doc: Doc, published: Timestamp?, gazetteer: Gazetteer?,
    context: RecordContext = RecordContext(), statements: StatementFinder = .standard
  ) -> Record {
    var record = times(RecordedText(doc.text, parse: TimeParse(doc)), published: published)
    let tree = SyntaxTree(doc)
    let day = record.day?.timestamp
    var actors = ActorFinder.find(tree, published: day, known: context.offices)
    record.places = PlaceFinder.find(
      tree, actors: actors, gazetteer: gazetteer, outlet: context.outletCountry,
      decisions: context.places)
    let placed = PlacedNames(record.places, actors)
    if !placed.isEmpty {
      actors = ActorFinder.find(tree, published: day, known: context.offices, placed: placed)
    }
    record.actors = actors.actors
    record.statements = statements.find(tree, actors: actors, times: record.times)
    record.events = EventFinder.find(
      tree, actors: actors, statements: record.statements, times: record.times,
      day: day, places: record.places)
    record.changes = PlanChangeFinder.find(tree, times: record.times)
    record.leaveOut(actors: actors.tools)
    return record
  }

  /// Times alone, without a parse: sentences and tenses are told by words.
  package static func record(_ text: String, parse: TimeParse? = nil, published: Timestamp?)
    -> Record
  {
    times(RecordedText(text, parse: parse), published: published)
  }

  private static func times(_ recorded: RecordedText, published: Timestamp?) -> Record {
    var record = Record(rulebook: rulebook)
    record.sentences = recorded.sentences
    let reading = TimeReading(recorded, published: published)
    record.day = reading.day
    record.times = reading.times
    return record
  }
}
