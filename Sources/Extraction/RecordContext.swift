internal import Places
package import Records

/// What is known of a text's world beside its words: the words come before it.
package struct RecordContext: Sendable {
  /// Who held what office, as other reports have it; they come before the tables.
  package var offices: [OfficeHolding] = []
  /// Alpha-2 of the country where the outlet is at home.
  package var outletCountry: String?
  /// What the user said of places before.
  let places: PlaceDecisions

  package init(places: [PlaceDecision] = []) { self.places = PlaceDecisions(places) }

  /// The same for a report of an outlet, as far as its pages tell where that is at home.
  ///
  /// - address: where the report was had from.
  package func outlet(of article: Article?, address: String?) -> RecordContext {
    var context = self
    let outlets = OutletCountry.standard
    context.outletCountry =
      if let article {
        outlets.country(of: article, address: address)
      } else {
        address.flatMap(outlets.country(ofAddress:))
      }
    return context
  }
}
