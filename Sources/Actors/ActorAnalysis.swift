package import Records

/// The actors of a text, and which token stands for which: what statements, events and places ask.
package struct ActorAnalysis: Sendable {
  /// Country and PLOVER sector of a party.
  package struct Code: Sendable, Hashable {
    /// ISO 3166-1 alpha-3, or IGO, UNO, EUR.
    package var country: String?
    package var sector: String?
  }

  package var actors: [Actor]
  /// Those of them that are things which are moved or fired: whose they are tells who acts, but
  /// they themselves are nobody.
  package internal(set) var tools: Set<Int> = []
  /// For each token of the doc the actor whose mention it heads, or -1.
  private var heads: [Int32]
  /// Tokens that head a mention of several actors ("both ministers").
  private var severalHeads: [Int: [Int]] = [:]
  let coder: PhraseCoder?

  init(actors: [Actor], tokenCount: Int, coder: PhraseCoder? = nil) {
    self.actors = actors
    heads = Array(repeating: -1, count: tokenCount)
    self.coder = coder
  }

  /// The actor that a token, as head of its phrase, stands for.
  package func actor(headedBy token: Int) -> Int? {
    heads.indices.contains(token) && heads[token] >= 0 ? Int(heads[token]) : nil
  }

  /// All actors that a token, as head of its phrase, stands for: several for "both sides".
  package func actors(headedBy token: Int) -> [Int] {
    severalHeads[token] ?? actor(headedBy: token).map { [$0] } ?? []
  }

  /// Country and sector that the words of a phrase tell, whether or not it is an actor's mention.
  package func code(_ phrase: Range<Int>, head: Int) -> Code {
    guard let coding = coder?.code(phrase, head: head) else { return Code() }
    return Code(country: coding.country, sector: coding.sector)
  }

  /// The country whose adjective a token is part of ("Korean" in "South Korean troops").
  package func country(ofDemonymAt token: Int) -> String? {
    coder?.scan.match(at: token)?.meaning(.demonym, .country)?.country
  }

  /// Whether the tables know the words as the name of a body ("Hamas"), and as no country's or town's.
  package func isBody(_ tokens: Range<Int>) -> Bool {
    guard let match = coder?.scan.match(at: tokens.lowerBound), match.tokens == tokens else {
      return false
    }
    return match.meaning(.organization) != nil
      && match.meaning(.country, .capital, .place, .partly) == nil
  }

  mutating func link(head token: Int, to actor: Int) { heads[token] = Int32(actor) }
  mutating func link(head token: Int, toAll actors: [Int]) { severalHeads[token] = actors }
}
