internal import Gazetteer

/// What speaks for one of the places a name may mean.
enum CandidateTrait: Int, CaseIterable, Sendable {
  // The place by itself.
  case logPopulation, isCountry, isRegion, isKnownRegion, isCounty, isCapital, isCity, isFeature
  case isAlternate, isLargest, shareOfPopulation, isOnly
  // What the text says of where it is.
  case isWithinNamed, isNotWithinNamed
  case countryNamed, regionNamed, countyNamed
  /// "French police": the country by its adjective; how often, against other countries' adjectives.
  case demonymNamed
  /// "Seoul warned": the capital of the country whose government acts under its name.
  case governs
  /// "Hebei province", "the Ohio governor", "the city of Orre", "the mayor of Orre".
  case isAsDesignated, isNotAsDesignated
  // The other places of the text.
  case sameCountry, sameRegion, near50, near160, near500
  case neighborLevel, neighborNear, neighborRegion, neighborCountry
  case datelineCountry, datelineRegion, datelineNear
  // What is known beside the text.
  case outletCountry
  /// The user said so before: the share of such decisions; and that the user rejected it.
  case decided, ruledOut
}
