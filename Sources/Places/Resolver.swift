#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

internal import Gazetteer

/// Decides which place each name of a text means, out of the places of that name.
///
/// A linear score over named traits, made probabilities over a name's candidates. The context of a
/// candidate is the other names' candidates, weighed by their probability, so it is worked out in
/// rounds; the first starts from prominence and what stands behind commas.
struct Resolver {
  static let rounds = 3

  private let weights: [Double]
  private(set) var toponyms: [Toponym]
  private let own: [[TraitList<CandidateTrait>]]
  private let dateline: Int?
  private let outlet: CountryCode?
  /// Candidates of all toponyms, flat, for the sums over pairs.
  private var pairs: Pairs

  /// - dateline: the toponym the report is dated at.
  /// - outlet: the country where the report was published.
  /// - demonyms: countries by their adjectives in the text, with their share of all such.
  init(
    _ toponyms: [Toponym], dateline: Int?, outlet: CountryCode?, demonyms: [CountryCode: Double],
    weights: [Double]
  ) {
    self.toponyms = toponyms
    self.dateline = dateline
    self.outlet = outlet
    self.weights = weights
    let named = NamedDivisions(toponyms)
    let own = toponyms.map { Self.ownTraits(of: $0, named, demonyms, outlet) }
    self.own = own
    pairs = Pairs(toponyms)
    for number in toponyms.indices {
      let scores = own[number].indices.map {
        Self.prior(toponyms[number].candidates[$0], own[number][$0])
      }
      self.toponyms[number].setProbabilities(scores)
    }
    for _ in 0..<Self.rounds {
      pairs.update(self.toponyms)
      let context = toponyms.indices.map { contextTraits(of: $0) }
      for number in toponyms.indices {
        let scores = own[number].indices.map {
          own[number][$0].score(weights) + context[number][$0].score(weights)
        }
        self.toponyms[number].setProbabilities(scores)
      }
    }
  }

  /// All traits of the candidates of a toponym, as of the last round.
  func traits(of number: Int) -> [TraitList<CandidateTrait>] {
    let context = contextTraits(of: number)
    return own[number].indices.map { index in
      var traits = own[number][index]
      for (trait, value) in context[index].values { traits.add(trait, value) }
      return traits
    }
  }

  /// Prominence, and what the text says outright.
  private static func prior(_ candidate: Toponym.Candidate, _ traits: TraitList<CandidateTrait>)
    -> Double
  {
    var score = log(Double(candidate.place.population) + 100)
    switch candidate.place.kind {
    case .country: score += 3
    case .region: score += 1
    case .capital: score += 1
    default: break
    }
    if candidate.isAlternate { score -= 2 }
    for (trait, value) in traits.values {
      switch trait {
      case .isWithinNamed: score += 8
      case .isNotWithinNamed: score -= 4
      case .countryNamed: score += 1
      case .regionNamed: score += 2
      case .decided: score += 6 * value
      case .ruledOut: score -= 6
      default: break
      }
    }
    return score
  }

  // MARK: A candidate by itself

  private static func ownTraits(
    of toponym: Toponym, _ named: NamedDivisions, _ demonyms: [CountryCode: Double],
    _ outlet: CountryCode?
  ) -> [TraitList<CandidateTrait>] {
    let people = toponym.candidates.reduce(0) { $0 + Double($1.place.population) + 100 }
    let largest = toponym.candidates.indices.max {
      toponym.candidates[$0].place.population < toponym.candidates[$1].place.population
    }
    return toponym.candidates.indices.map { index in
      let candidate = toponym.candidates[index]
      let place = candidate.place
      var traits = TraitList<CandidateTrait>()
      traits.add(.logPopulation, log10(Double(place.population) + 10))
      traits.add(.isAlternate, if: candidate.isAlternate)
      traits.add(.isLargest, if: index == largest)
      traits.add(.shareOfPopulation, (Double(place.population) + 100) / people)
      traits.add(.isOnly, if: toponym.candidates.count == 1)
      switch place.kind {
      case .country: traits.add(.isCountry)
      case .region:
        traits.add(.isRegion)
        traits.add(.isKnownRegion, if: place.geonameID != 0)
      case .county: traits.add(.isCounty)
      case .capital: traits.add(.isCapital)
      case .city: traits.add(.isCity)
      default: traits.add(.isFeature)
      }
      if !toponym.designators.isEmpty {
        traits.add(
          toponym.designators.contains { $0.fits(place.kind) }
            ? .isAsDesignated : .isNotAsDesignated)
      }
      if !toponym.within.isEmpty {
        traits.add(named.lies(place, in: toponym.within) ? .isWithinNamed : .isNotWithinNamed)
      }
      // "Paris, Texas" tells nothing of a bare Paris, nor the other way round.
      if toponym.within.isEmpty, !toponym.decisions.isEmpty {
        traits.add(.decided, toponym.decisions.share(for: candidate))
        traits.add(.ruledOut, if: toponym.decisions.ruleOut(candidate))
      }
      if let outlet { traits.add(.outletCountry, if: place.country == outlet) }
      let divisions = named.named(place, of: toponym)
      traits.add(.countryNamed, if: divisions.country)
      traits.add(.regionNamed, if: divisions.region)
      traits.add(.countyNamed, if: divisions.county)
      traits.add(.demonymNamed, demonyms[place.country] ?? 0)
      // "Mexico" is the country, though its capital is called so too.
      traits.add(
        .governs,
        if: place.kind == .capital && toponym.within.isEmpty
          && toponym.governed.contains(place.country)
          && !toponym.candidates.contains {
            $0.place.kind == .country && $0.place.country == place.country
          })
      return traits
    }
  }

  // MARK: A candidate among the others

  private func contextTraits(of number: Int) -> [TraitList<CandidateTrait>] {
    toponyms[number].candidates.indices.map { index in
      let candidate = toponyms[number].candidates[index]
      let sums = pairs.sums(for: candidate, of: number)
      var traits = TraitList<CandidateTrait>()
      traits.add(.sameCountry, sums.country)
      traits.add(.sameRegion, sums.region)
      traits.add(.near50, sums.near50)
      traits.add(.near160, sums.near160)
      traits.add(.near500, sums.near500)
      addNeighbors(of: number, candidate, &traits)
      if let dateline, dateline != number, let best = toponyms[dateline].best {
        let origin = toponyms[dateline].candidates[best]
        traits.add(.datelineCountry, if: origin.place.country == candidate.place.country)
        traits.add(
          .datelineRegion,
          if: origin.place.region != nil && origin.place.region == candidate.place.region)
        traits.add(.datelineNear, if: origin.point.dot(candidate.point) > Pairs.cosine160)
      }
      return traits
    }
  }
}

extension Resolver {
  /// What the toponyms named beside it say of a candidate.
  private func addNeighbors(
    of number: Int, _ candidate: Toponym.Candidate, _ traits: inout TraitList<CandidateTrait>
  ) {
    var level = 0.0
    for other in toponyms[number].row {
      for item in toponyms[other].candidates
      where item.place.kind.isLevel(with: candidate.place.kind) {
        level += item.probability * toponyms[other].weight
      }
    }
    if level > 0 { traits.add(.neighborLevel, level / Double(toponyms[number].row.count)) }
    var near = 0.0
    var region = 0.0
    var country = 0.0
    for other in toponyms[number].neighbors {
      for item in toponyms[other].candidates where item.probability > 0.05 {
        let weight = item.probability * toponyms[other].weight
        if item.place.country == candidate.place.country { country += weight }
        if let own = candidate.place.region, own == item.place.region || own == item.number {
          region += weight
        }
        if item.point.dot(candidate.point) > Pairs.cosine160 { near += weight }
      }
    }
    let count = Double(max(1, toponyms[number].neighbors.count))
    traits.add(.neighborNear, near / count)
    traits.add(.neighborRegion, region / count)
    traits.add(.neighborCountry, country / count)
  }
}

extension PlaceKind {
  /// Whether both are countries, both divisions of the first level, or neither.
  fileprivate func isLevel(with other: PlaceKind) -> Bool {
    (self == .country) == (other == .country) && (self == .region) == (other == .region)
  }
}

extension NameScanner.Designator {
  fileprivate func fits(_ kind: PlaceKind) -> Bool {
    switch self {
    case .none: true
    case .country: kind == .country
    case .region: kind == .region
    case .county: kind == .county
    case .city: kind.isSettlement
    }
  }
}

/// Countries, regions and counties that a text names, with how many of its toponyms may mean each.
struct NamedDivisions {
  private var countries: [CountryCode: Int] = [:]
  private var regions: [Int: Int] = [:]
  private var counties: [Int: Int] = [:]
  /// Of the countries among the candidates.
  private var countryCodes: [Int: CountryCode] = [:]

  init(_ toponyms: [Toponym]) {
    for toponym in toponyms where Self.counts(toponym) {
      for candidate in toponym.candidates {
        switch candidate.place.kind {
        case .country:
          countryCodes[candidate.number] = candidate.place.country
          countries[candidate.place.country, default: 0] += 1
        case .region: regions[candidate.number, default: 0] += 1
        case .county: counties[candidate.number, default: 0] += 1
        default: break
        }
      }
    }
  }

  private static func counts(_ toponym: Toponym) -> Bool { toponym.weight > 0.3 }

  /// Which of the divisions a place lies in another toponym than its own may mean.
  func named(_ place: GazetteerPlace, of toponym: Toponym) -> (
    country: Bool, region: Bool, county: Bool
  ) {
    var own = (country: 0, region: 0, county: 0)
    if Self.counts(toponym) {
      for candidate in toponym.candidates where candidate.place.kind.isDivision {
        if candidate.place.kind == .country, candidate.place.country == place.country {
          own.country += 1
        }
        if candidate.number == place.region { own.region += 1 }
        if candidate.number == place.county { own.county += 1 }
      }
    }
    return (
      place.kind != .country && countries[place.country] ?? 0 > own.country,
      (place.region.flatMap { regions[$0] } ?? 0) > own.region,
      (place.county.flatMap { counties[$0] } ?? 0) > own.county
    )
  }

  /// Whether a place lies in one of the divisions.
  func lies(_ place: GazetteerPlace, in divisions: [Int]) -> Bool {
    divisions.contains { division in
      place.region == division || place.county == division
        || countryCodes[division].map { $0 == place.country && place.kind != .country } ?? false
    }
  }
}

/// The candidates of all toponyms in flat columns, so that sums over pairs cost little.
struct Pairs {
  static let cosine50 = SpherePoint.cosine(kilometres: 50)
  static let cosine160 = SpherePoint.cosine(kilometres: 160)
  static let cosine500 = SpherePoint.cosine(kilometres: 500)

  struct Sums {
    var country = 0.0
    var region = 0.0
    var near50 = 0.0
    var near160 = 0.0
    var near500 = 0.0
  }

  private struct Item {
    var toponym: Int
    var point: SpherePoint
    var country: CountryCode
    var region: Int
    /// Whether its point says where it is; a country's does not.
    var isSmall: Bool
    var weight: Double
  }

  private var items: [Item] = []
  private var total = 0.0
  private var totals: [Double] = []

  init(_ toponyms: [Toponym]) { update(toponyms) }

  /// Takes the probabilities of the last round; what is unlikely is left out.
  mutating func update(_ toponyms: [Toponym]) {
    items.removeAll(keepingCapacity: true)
    totals = toponyms.map(\.weight)
    total = totals.reduce(0, +)
    for (number, toponym) in toponyms.enumerated() {
      for candidate in toponym.candidates where candidate.probability * toponym.weight > 0.02 {
        let kind = candidate.place.kind
        items.append(
          Item(
            toponym: number, point: candidate.point, country: candidate.place.country,
            region: kind == .region ? candidate.number : candidate.place.region ?? -1,
            isSmall: kind.isSettlement || kind == .county || kind == .site || kind == .seat
              || kind == .region,
            weight: candidate.probability * toponym.weight))
      }
    }
  }

  /// What part of the other toponyms lies in the candidate's country and region, and how many near it.
  func sums(for candidate: Toponym.Candidate, of number: Int) -> Sums {
    var sums = Sums()
    let kind = candidate.place.kind
    let region = kind == .region ? candidate.number : candidate.place.region ?? -2
    for item in items where item.toponym != number {
      if item.country == candidate.place.country { sums.country += item.weight }
      if item.region == region { sums.region += item.weight }
      guard item.isSmall else { continue }
      let cosine = item.point.dot(candidate.point)
      if cosine > Self.cosine500 {
        sums.near500 += item.weight
        if cosine > Self.cosine160 {
          sums.near160 += item.weight
          if cosine > Self.cosine50 { sums.near50 += item.weight }
        }
      }
    }
    let others = total - totals[number]
    if others > 0 {
      sums.country /= others
      sums.region /= max(others, 1)
      sums.near500 /= max(others, 1)
      sums.near160 = min(sums.near160, 3) / 3
      sums.near50 = min(sums.near50, 3) / 3
    }
    return sums
  }
}
