/// Applies attribute rules: part of speech, morphology, some lemmas, by tag, word and relation.
///
/// What the rules of one token say depends on four small numbers only, so it is worked out once
/// for each combination; only where a rule of two tokens fits are all rules gone through in order.
final class AttributeRuler {
  /// What rules look at, of one token.
  struct Token: Hashable {
    var tag: UInt8
    var relation: UInt8
    var lowerForm: UInt8
    var isSpace: Bool

    fileprivate var key: Int {
      Int(tag) | Int(relation) << 8 | Int(lowerForm) << 16 | (isSpace ? 1 << 24 : 0)
    }
  }

  private let rules: [AttributeRules.Rule]
  private let pairs: [Int]
  private var known: [Int: Outcome] = [:]

  /// What the rules of one token give, and whether it may begin a rule of two.
  private struct Outcome {
    var attributes: AttributeRules.Attributes
    var beginsPair: Bool
  }

  init(_ rules: AttributeRules) {
    self.rules = rules.rules
    pairs = rules.rules.indices.filter { rules.rules[$0].conditions.count == 2 }
  }

  /// The attributes that rules give to each token, by number.
  func apply(
    _ count: Int, _ token: (Int) -> Token,
    _ give: (Int, AttributeRules.Attributes) -> Void
  ) {
    var fromPairs: [(rule: Int, attributes: AttributeRules.Attributes)] = []
    for i in 0..<count {
      let current = token(i)
      let outcome = outcome(current)
      var toCurrent = fromPairs
      fromPairs.removeAll(keepingCapacity: true)
      if outcome.beginsPair, i + 1 < count {
        let next = token(i + 1)
        for number in pairs where holds(rules[number], current, next) {
          if rules[number].index == 0 {
            toCurrent.append((number, rules[number].attributes))
          } else {
            fromPairs.append((number, rules[number].attributes))
          }
        }
      }
      give(i, toCurrent.isEmpty ? outcome.attributes : merged(current, toCurrent))
    }
  }

  private func outcome(_ token: Token) -> Outcome {
    if let known = known[token.key] { return known }
    let outcome = Outcome(
      attributes: merged(token, []),
      beginsPair: pairs.contains { holds(rules[$0].conditions[0], token) })
    known[token.key] = outcome
    return outcome
  }

  /// All rules that fit, in their order.
  private func merged(
    _ token: Token, _ fromPairs: [(rule: Int, attributes: AttributeRules.Attributes)]
  ) -> AttributeRules.Attributes {
    var attributes = AttributeRules.Attributes()
    for (number, rule) in rules.enumerated() {
      if rule.conditions.count == 1 {
        if holds(rule.conditions[0], token) { attributes.merge(rule.attributes) }
      } else {
        for given in fromPairs where given.rule == number { attributes.merge(given.attributes) }
      }
    }
    return attributes
  }

  private func holds(_ rule: AttributeRules.Rule, _ first: Token, _ second: Token) -> Bool {
    holds(rule.conditions[0], first) && holds(rule.conditions[1], second)
  }

  private func holds(_ condition: AttributeRules.Condition, _ token: Token) -> Bool {
    condition.holds(
      tag: Int(token.tag), relation: Int(token.relation), lowerForm: Int(token.lowerForm),
      isSpace: token.isSpace)
  }
}
