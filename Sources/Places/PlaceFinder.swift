#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

package import Actors
internal import CTables
package import Gazetteer
internal import Language
internal import Lexicons
package import Records
package import Syntax

/// Finds the places a text names, and where on the earth they are.
package enum PlaceFinder {
  /// How sure a name must be to be a place's: where the F1 on development data is highest.
  static let threshold = 0.5
  /// The same for a name that the gazetteer does not have: it can only be marked, not found.
  static let unknownThreshold = 0.75

  /// Version of the tables the program holds; the gazetteer file is made from them too.
  package static let rulebook = String(
    DataTable.checksum([
      dateline_table_places_countries(), dateline_table_places_regions(),
      dateline_table_places_features(), dateline_table_places_words(),
      dateline_table_places_weights(), dateline_table_outlet_countries(),
    ]), radix: 16)

  /// In the order of the text. Without a gazetteer there are none.
  ///
  /// - outlet: alpha-2 of the country where the text was published.
  /// - decisions: what the user said of places of other texts.
  package static func find(
    _ tree: SyntaxTree, actors: ActorAnalysis, gazetteer: Gazetteer?, outlet: String? = nil,
    decisions: PlaceDecisions = PlaceDecisions()
  ) -> [Place] {
    guard let gazetteer else { return [] }
    return PlaceReading(
      tree, actors, gazetteer, outlet: outlet, decisions: decisions, weights: .learned
    ).places
  }
}

/// A text read for its places; holds what training asks for too.
struct PlaceReading {
  struct Mention {
    var name: NameScanner.Name
    var traits: TraitList<MentionTrait>
    /// 0...1: that it is a place's name here.
    var probability: Double
    var toponym: Int?
  }

  let text: PlaceText
  let gazetteer: Gazetteer
  private let decisions: PlaceDecisions
  private(set) var mentions: [Mention] = []
  /// By mention: the division named behind it.
  private let containers: [Int?]
  private(set) var resolver: Resolver

  init(
    _ tree: SyntaxTree, _ actors: ActorAnalysis, _ gazetteer: Gazetteer, outlet: String? = nil,
    decisions: PlaceDecisions = PlaceDecisions(), weights: PlaceWeights
  ) {
    text = PlaceText(tree)
    self.gazetteer = gazetteer
    self.decisions = decisions
    // "Hamas" is another name of a town too, and "Nato" a village.
    let names = NameScanner.names(of: text, gazetteer, decisions).filter { name in
      !actors.isBody(name.tokens)
        || gazetteer.matches(name.key).contains { match in
          !match.isAlternate && gazetteer.place(match.place).map(Self.isLarge) ?? false
        }
    }
    let reader = MentionTraits(text, actors, gazetteer, names, decisions)
    mentions = names.map { name in
      let traits = reader.traits(of: name)
      return Mention(
        name: name, traits: traits, probability: 1 / (1 + exp(-traits.score(weights.mention))))
    }
    let (text, mentioned) = (text, mentions)
    containers = mentioned.indices.map { Self.container(of: $0, mentioned, text, gazetteer) }
    var (toponyms, dateline) = Self.toponyms(&mentions, containers, text, gazetteer)
    for index in toponyms.indices {
      toponyms[index].governed = Self.governed(toponyms[index], mentioned, actors)
      toponyms[index].decisions = decisions[toponyms[index].key]
    }
    resolver = Resolver(
      toponyms, dateline: dateline, outlet: outlet.map { CountryCode($0) },
      demonyms: Self.demonyms(text, actors),
      weights: weights.candidate)
  }

  /// The mentions that are likely enough, as places.
  var places: [Place] {
    mentions.indices.compactMap { index in
      let mention = mentions[index]
      let isNamed = mention.name.isKnown || decisions.mean(mention.name.key)
      let isLikely =
        mention.probability >= (isNamed ? PlaceFinder.threshold : PlaceFinder.unknownThreshold)
      guard isLikely else { return nil }
      let range = text.doc.bytes(mention.name.tokens)
      guard let number = mention.toponym, let best = resolver.toponyms[number].best else {
        return unknown(index, range)
      }
      let toponym = resolver.toponyms[number]
      if toponym.within.isEmpty,
        let decision = toponym.decisions.unlisted(among: toponym.candidates)
      {
        return decided(decision, range)
      }
      // "Atlanta, Georgia" is in the state, whatever Georgia the rest of the text speaks of.
      let division = index > 0 ? containers[index - 1] : nil
      let told = division.flatMap { number in
        toponym.candidates.firstIndex { $0.number == number }
      }
      var place = place(toponym.candidates[told ?? best], of: toponym, range)
      // "Orre province", where only the town is known: the point says about where.
      if mention.name.designator == .region, place.precision == .city,
        isDesignated(mention.name.tokens)
      {
        place.precision = .region
        place.kind = PlaceKind.region.name
        place.geonameID = nil
      }
      return place
    }
  }

  /// Whether the word for what a division is stands right beside its name: not "the Orre governor".
  private func isDesignated(_ tokens: Range<Int>) -> Bool {
    if tokens.upperBound < text.doc.count,
      text.wordClass(tokens.upperBound).contains(.regionWord)
    {
      return true
    }
    guard let of = text.before(tokens.lowerBound), let noun = text.before(of) else { return false }
    return text.tree.lemma(of) == "of" && text.wordClass(noun).contains(.regionWord)
  }

  /// The countries whose adjectives the text has, with each one's share.
  private static func demonyms(_ text: PlaceText, _ actors: ActorAnalysis)
    -> [CountryCode: Double]
  {
    var counts: [String: Int] = [:]
    for entity in text.entities where entity.kind == .norp {
      guard let country = actors.country(ofDemonymAt: entity.tokens.lowerBound) else { continue }
      counts[country, default: 0] += 1
    }
    let all = counts.values.reduce(0, +)
    var shares: [CountryCode: Double] = [:]
    for (country, count) in counts {
      guard let code = CountryTable.standard[alpha3: country]?.alpha2 else { continue }
      shares[CountryCode(code)] = Double(count) / Double(all)
    }
    return shares
  }

  /// The countries that a capital's mentions stand for as actors.
  private static func governed(
    _ toponym: Toponym, _ mentions: [Mention], _ actors: ActorAnalysis
  ) -> Set<CountryCode> {
    guard toponym.candidates.contains(where: { $0.place.kind == .capital }) else { return [] }
    var found: Set<CountryCode> = []
    for mention in toponym.mentions {
      guard let last = mentions[mention].name.tokens.last, let actor = actors.actor(headedBy: last)
      else { continue }
      guard actors.actors[actor].kind == .country, let country = actors.actors[actor].country,
        let code = CountryTable.standard[alpha3: country]?.alpha2
      else { continue }
      found.insert(CountryCode(code))
    }
    return found
  }

  /// A place the gazetteer does not have: no point, but the country of the division behind a comma.
  private func unknown(_ index: Int, _ range: Range<Int>) -> Place {
    let name = mentions[index].name
    if let decision = decisions[name.key].unlisted(among: []) { return decided(decision, range) }
    var place = Place(range: range, name: text.doc.text(name.tokens), rule: "unknown")
    guard mentions.indices.contains(index + 1), let number = mentions[index + 1].toponym,
      let comma = text.skip(name.tokens.upperBound), text.isText(comma, ","),
      text.skip(comma + 1) == mentions[index + 1].name.tokens.lowerBound,
      let best = resolver.toponyms[number].best
    else { return place }
    let division = resolver.toponyms[number].candidates[best].place
    if division.kind.isDivision { place.country = division.country.text }
    return place
  }

  /// What the user said of the name, in the place of the gazetteer's.
  private func decided(_ decision: PlaceDecision, _ range: Range<Int>) -> Place {
    var place = decision.place
    place.range = range
    place.rule = "decision"
    return place
  }

  private func place(
    _ candidate: Toponym.Candidate, of toponym: Toponym, _ range: Range<Int>
  ) -> Place {
    let found = candidate.place
    let rule =
      if !toponym.within.isEmpty {
        "container"
      } else if toponym.decisions.share(for: candidate) > 0 {
        "decision"
      } else {
        "context"
      }
    var place = Place(range: range, name: gazetteer.name(found), rule: rule)
    place.kind = found.kind.name
    place.country = found.country.text
    place.point = Place.Point(latitude: found.latitude, longitude: found.longitude)
    place.geonameID = found.geonameID == 0 ? nil : found.geonameID
    place.precision =
      switch found.kind {
      case .country: .country
      case .city, .capital: .city
      case .site, .seat: .spot
      default: .region
      }
    return place
  }

  // MARK: Mentions to toponyms

  private struct Group: Hashable {
    var key: UInt64
    var within: Int
  }

  private static func toponyms(
    _ mentions: inout [Mention], _ containers: [Int?], _ text: PlaceText, _ gazetteer: Gazetteer
  ) -> (toponyms: [Toponym], dateline: Int?) {
    var toponyms: [Toponym] = []
    var numbers: [Group: Int] = [:]
    var contained: [UInt64: Int] = [:]
    var dateline: Int?
    // Names with a division behind them first: the same name alone means the same place.
    for withContainer in [true, false] {
      for index in mentions.indices where mentions[index].name.isKnown {
        let within = containers[index]
        guard (within != nil) == withContainer, mentions[index].probability > 0.1 else { continue }
        let key = mentions[index].name.key
        let group = Group(key: key, within: within ?? -1)
        let number: Int
        if let known = numbers[group] ?? (within == nil ? contained[key] : nil) {
          number = known
        } else {
          number = toponyms.count
          numbers[group] = number
          if within != nil, contained[key] == nil { contained[key] = number }
          toponyms.append(toponym(key, within, gazetteer))
        }
        toponyms[number].mentions.append(index)
        if mentions[index].name.designator != .none {
          toponyms[number].designators.insert(mentions[index].name.designator)
        }
        toponyms[number].weight = max(toponyms[number].weight, mentions[index].probability)
        mentions[index].toponym = number
        if dateline == nil, mentions[index].traits.values.contains(where: { $0.trait == .dateline })
        {
          dateline = number
        }
      }
    }
    addNeighbors(&toponyms, mentions, containers, text)
    return (toponyms, dateline)
  }

  /// Who is named next to whom, and in a row with whom; by mentions that are likely places.
  private static func addNeighbors(
    _ toponyms: inout [Toponym], _ mentions: [Mention], _ containers: [Int?], _ text: PlaceText
  ) {
    var last: Int?
    for index in mentions.indices where mentions[index].probability > 0.3 {
      defer { last = index }
      guard let last, let first = mentions[last].toponym, let second = mentions[index].toponym,
        first != second
      else { continue }
      toponyms[first].neighbors.insert(second)
      toponyms[second].neighbors.insert(first)
      guard containers[last] == nil,
        text.isRow(
          mentions[last].name.tokens.upperBound..<mentions[index].name.tokens.lowerBound)
      else { continue }
      toponyms[first].row.insert(second)
      toponyms[second].row.insert(first)
    }
  }

  private static func isLarge(_ place: GazetteerPlace) -> Bool {
    !place.kind.isSettlement || place.population > 100_000
  }

  /// Whether a country or a division the tables know bears a name.
  private static func isDivision(_ name: NameScanner.Name, _ gazetteer: Gazetteer) -> Bool {
    gazetteer.matches(name.key).contains { match in
      guard let place = gazetteer.place(match.place) else { return false }
      return place.kind == .country || place.kind == .region && place.geonameID != 0
    }
  }

  private static func isCountry(_ name: NameScanner.Name, _ gazetteer: Gazetteer) -> Bool {
    gazetteer.matches(name.key).contains { gazetteer.place($0.place)?.kind == .country }
  }

  private static func toponym(_ key: UInt64, _ within: Int?, _ gazetteer: Gazetteer) -> Toponym {
    let candidates = gazetteer.matches(key).prefix(Toponym.mostCandidates).compactMap { match in
      gazetteer.place(match.place).map {
        Toponym.Candidate(
          number: match.place, place: $0, isAlternate: match.isAlternate,
          point: SpherePoint(latitude: $0.latitude, longitude: $0.longitude))
      }
    }
    return Toponym(
      key: key, mentions: [], within: within.map { [$0] } ?? [], weight: 0, candidates: candidates)
  }

  /// The division named behind a comma or in brackets, where a place of the name lies in it.
  private static func container(
    of index: Int, _ mentions: [Mention], _ text: PlaceText, _ gazetteer: Gazetteer
  ) -> Int? {
    guard mentions.indices.contains(index + 1) else { return nil }
    let name = mentions[index].name
    let division = mentions[index + 1].name
    guard division.isKnown, let between = text.skip(name.tokens.upperBound),
      text.isText(between, ",") || text.isText(between, "("),
      text.skip(between + 1) == division.tokens.lowerBound
    else { return nil }
    // "Washington, Oregon and Idaho" are three states in a row.
    if isDivision(name, gazetteer), let next = text.skip(division.tokens.upperBound),
      text.isText(next, ",") || text.tree.tag(next) == .cc, mentions.indices.contains(index + 2),
      text.isRow(division.tokens.upperBound..<mentions[index + 2].name.tokens.lowerBound),
      isDivision(mentions[index + 2].name, gazetteer)
    {
      return nil
    }
    let isCountry = isCountry(name, gazetteer)
    let matches = gazetteer.matches(name.key).prefix(200).compactMap { gazetteer.place($0.place) }
    return gazetteer.matches(division.key).prefix(8).first { match in
      guard let place = gazetteer.place(match.place) else { return false }
      switch place.kind {
      case .region, .county:
        return matches.contains { $0.region == match.place || $0.county == match.place }
      case .country:
        // "With Canada, Mexico should sue": no country lies in another.
        return !isCountry && matches.contains { $0.country == place.country && $0.kind != .country }
      default: return false
      }
    }?.place
  }
}
