internal import Language
package import Records
package import Syntax

/// What the finder proposes in a text, with all that the scorers look at: what training needs.
package struct StatementProposals: Sendable {
  private let text: MarkedText
  private let finder: CandidateFinder

  /// - rows: weights for the edges, in the form of `statement-weights.tsv`; none for rules.
  package init(_ tree: SyntaxTree, rows: [[String]]) {
    text = MarkedText(tree, lexicon: .table)
    var finder = CandidateFinder(
      text, edges: EdgeScorer(weights: TraitWeights(rows)), traces: true)
    finder.find()
    self.finder = finder
  }

  /// Writes the members `candidates` and `edges` into an object the caller has opened; spans count
  /// Unicode scalars.
  package func writeMembers(_ offsets: ScalarOffsets, to json: inout JSONWriter) {
    let doc = text.tree.doc
    func span(_ tokens: Range<Int>) -> Range<Int> { offsets.scalars(doc.bytes(tokens)) }
    var frames: [Int: FrameSet] = [:]
    for candidate in finder.found {
      frames[candidate.trigger, default: FrameSet()].insert(candidate.frame)
    }
    json.name("candidates")
    json.beginArray()
    for candidate in finder.found {
      var names = TraitNames(text)
      let traits = CandidateTraits(
        text: text, candidate: candidate, others: frames[candidate.trigger] ?? FrameSet())
      traits.add(to: &names)
      let own = names.names.count
      traits.addNesting(to: &names)
      json.beginObject()
      json.member("frame", candidate.frame.name)
      json.name("trigger")
      json.spans([span(candidate.trigger..<candidate.trigger + 1)])
      json.name("cue")
      json.spans([span(candidate.cue)])
      json.name("source")
      json.spans(candidate.source.map { [span($0)] } ?? [])
      json.name("content")
      json.spans(candidate.content.map(span))
      json.member("own", optional: own)
      json.member("traits", names.names.joined(separator: "\n"))
      json.endObject()
    }
    json.endArray()
    json.name("edges")
    json.beginArray()
    for decision in finder.trace.decisions where !decision.places.isEmpty {
      json.beginObject()
      json.member("kind", decision.kind.name)
      json.name("trigger")
      json.spans([span(decision.trigger..<decision.trigger + 1)])
      json.name("start")
      json.spans([span(decision.start..<decision.start + 1)])
      json.name("places")
      json.spans(decision.places.map { span($0.position..<$0.position + 1) })
      json.member(
        "traits",
        decision.places.map { $0.traits.joined(separator: "\n") }.joined(separator: "\n\n"))
      json.endObject()
    }
    json.endArray()
  }
}
