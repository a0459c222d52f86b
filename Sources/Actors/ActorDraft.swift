internal import Language
internal import Records

/// An actor in the making.
struct ActorDraft {
  struct Mention {
    var tokens: Range<Int>
    var head: Int
    var form: Actor.Mention.Form
  }

  var kind: Actor.Kind
  var name: String
  var rule: String
  var mentions: [Mention] = []
  var person: PersonName?
  /// What the phrases of its mentions say, in the order of the text.
  var codings: [PhraseCoder.Coding] = []
  /// What a table says of the name itself.
  var country: String?
  var sector: String?
  var roles: [Actor.Role] = []
  /// What is known of the bearer of the name, beside the text.
  var known: (country: String?, sector: String?)

  init(kind: Actor.Kind, name: String, rule: String) {
    self.kind = kind
    self.name = name
    self.rule = rule
  }

  var meaningless: Bool { country == nil && sector == nil }

  func actor(id: Int, _ doc: Doc) -> Actor {
    let sorted = mentions.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
    var actor = Actor(
      id: id, name: name, kind: kind,
      mentions: sorted.map { Actor.Mention(range: doc.bytes($0.tokens), form: $0.form) }, rule: rule
    )
    actor.roles = roles
    actor.country = country ?? codings.lazy.compactMap(\.country).first ?? known.country
    actor.sector = sector ?? codings.lazy.compactMap(\.sector).first ?? known.sector
    return actor
  }
}
