package import Records

/// The actors of a text, and which token stands for which: what statements, events and places ask.
package struct ActorAnalysis: Sendable {
  package var actors: [Actor]
  /// For each token of the doc the actor whose mention it heads, or -1.
  private var heads: [Int32]

  package init(actors: [Actor], tokenCount: Int) {
    self.actors = actors
    heads = Array(repeating: -1, count: tokenCount)
  }

  /// The actor that a token, as head of its phrase, stands for.
  package func actor(headedBy token: Int) -> Int? {
    heads.indices.contains(token) && heads[token] >= 0 ? Int(heads[token]) : nil
  }

  package mutating func link(head token: Int, to actor: Int) { heads[token] = Int32(actor) }
}
