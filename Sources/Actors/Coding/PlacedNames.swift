internal import Language
package import Records
internal import Syntax

/// In which country names lie, where the places of a text say otherwise than the tables: "Plymouth" is
/// the capital of an island, and a city in England.
package struct PlacedNames: Sendable, Hashable {
  /// By the number of the phrase in the tables: alpha-3.
  private var countries: [Int: String] = [:]

  package init() {}

  /// - analysis: of the same text, made without them.
  /// - places: in the order of the text.
  package init(_ places: [Place], _ analysis: ActorAnalysis) {
    guard let coder = analysis.coder else { return }
    var told: [Range<Int>: (country: String, isSure: Bool)] = [:]
    for place in places {
      guard let code = place.country, let country = CountryTable.standard[alpha2: code] else {
        continue
      }
      told[place.range] = (
        country.alpha3,
        place.precision == .region || place.rule == "container" || place.rule == "decision"
      )
    }
    var kept: Set<Int> = []
    for match in coder.scan.matches {
      guard let (country, isSure) = told[coder.tree.doc.bytes(match.tokens)],
        let own = match.meanings.first(where: \.isWhere)
      else { continue }
      // One mention that the tables have right keeps them for all: "Georgia" and "Atlanta, Georgia".
      if own.country == country { kept.insert(match.phrase) }
      // A country's name is hardly ever a town's, save where the text says so: "Lebanon, Ohio".
      if own.kind == .country, !isSure { continue }
      countries[match.phrase] = country
    }
    for phrase in kept { countries[phrase] = nil }
  }

  package var isEmpty: Bool { countries.isEmpty }

  /// The meanings of a phrase, no other country's name left among them.
  func settle(_ meanings: [Meaning], of phrase: Int) -> [Meaning] {
    guard let country = countries[phrase] else { return meanings }
    let left = meanings.filter { !$0.isWhere || $0.country == country }
    return left.contains(where: \.isWhere)
      ? left : left + [Meaning(kind: .place, country: country)]
  }
}

extension Meaning {
  /// Whether it is a name on the map.
  fileprivate var isWhere: Bool {
    switch kind {
    case .country, .capital, .place: true
    default: false
    }
  }
}
