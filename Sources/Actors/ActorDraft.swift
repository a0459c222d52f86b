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
  /// In the order of the text.
  var mentions: [Mention] = []
  var person: PersonName?
  var sex: Honorifics.Sex?
  /// What the phrases of its mentions say, in the order of the text.
  var codings: [PhraseCoder.Coding] = []
  /// What a table says of the name itself.
  var country: String?
  var sector: String?
  var roles: [Actor.Role] = []
  /// Sectors of the roles read from the text, in their order.
  var roleSectors: [String?] = []
  /// What is known of the bearer of the name, beside the text.
  var known: (country: String?, sector: String?)
  /// A thing that is moved or fired ("missiles"): it tells whose side acts, but is nobody.
  var isTool = false

  init(kind: Actor.Kind, name: String, rule: String) {
    self.kind = kind
    self.name = name
    self.rule = rule
  }

  var isUncoded: Bool { country == nil && sector == nil }

  /// The country that the text, or the name, tells: of an office held now, else of any.
  var countryTold: String? {
    country ?? roles.first { $0.standing == nil && $0.evidence != nil && $0.country != nil }?
      .country
      ?? codings.lazy.compactMap(\.country).first
      ?? roles.first { $0.evidence != nil && $0.country != nil }?.country
  }

  var sectorTold: String? {
    if let sector { return sector }
    let told = zip(roles, roleSectors)
    return told.first { $0.0.standing == nil && $0.1 != nil }?.1
      ?? codings.lazy.compactMap(\.sector).first
      ?? told.first { $0.1 != nil }.flatMap { Sector.after($0.1, $0.0.standing) }
  }

  var lastWord: String? { name.lowercased().split(separator: " ").last.map(String.init) }

  /// Adds an office unless it says nothing new; a fuller word for the same replaces it.
  mutating func add(_ role: Actor.Role, sector: String?) {
    for index in roles.indices where roles[index].title == role.title {
      guard
        roles[index].standing == role.standing || role.standing == nil
          || roles[index].standing == nil
      else { continue }
      if let country = role.country, let known = roles[index].country, country != known { continue }
      if roles[index].country == nil { roles[index].country = role.country }
      if roles[index].organization == nil { roles[index].organization = role.organization }
      if roles[index].standing == nil { roles[index].standing = role.standing }
      if roles[index].from == nil { roles[index].from = role.from }
      if roles[index].to == nil { roles[index].to = role.to }
      return
    }
    roles.append(role)
    roleSectors.append(sector)
  }

  func actor(id: Int, _ doc: Doc) -> Actor {
    let sorted = mentions.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
    var actor = Actor(
      id: id, name: name, kind: kind,
      mentions: sorted.map { Actor.Mention(range: doc.bytes($0.tokens), form: $0.form) }, rule: rule
    )
    actor.roles = roles
    actor.country = countryTold ?? known.country
    actor.sector = sectorTold ?? known.sector
    return actor
  }
}
