internal import Language
package import Records
package import Syntax

/// Finds the actors of a text.
package enum ActorFinder {
  /// - published: decides which office is current; `nil` where it is not known.
  package static func find(_ tree: SyntaxTree, published: Timestamp?) -> ActorAnalysis {
    let doc = tree.doc
    var numbers: [String: Int] = [:]
    var analysis = ActorAnalysis(actors: [], tokenCount: doc.count)
    for entity in doc.entities {
      guard let kind = kinds[entity.label] else { continue }
      let name = doc.text(entity.tokens)
      let mention = Actor.Mention(range: doc.bytes(entity.tokens), form: .name)
      let number = numbers[name] ?? analysis.actors.count
      if number == analysis.actors.count {
        numbers[name] = number
        analysis.actors.append(
          Actor(id: number, name: name, kind: kind, mentions: [mention], rule: "entity"))
      } else {
        analysis.actors[number].mentions.append(mention)
      }
      if let head = entity.tokens.first(where: { !entity.tokens.contains(tree.head($0)) }) {
        analysis.link(head: head, to: number)
      }
    }
    return analysis
  }

  private static let kinds: [String: Actor.Kind] = [
    "PERSON": .person, "ORG": .organization, "NORP": .group, "GPE": .country,
  ]
}
