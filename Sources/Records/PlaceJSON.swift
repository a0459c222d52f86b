/// The JSON form of a place; spans count Unicode scalars.
extension Place {
  /// Writes the members into an object the caller has opened.
  package func writeMembers(_ offsets: ScalarOffsets, to json: inout JSONWriter) {
    json.member("span", optional: range, offsets)
    json.member("name", name)
    json.member("kind", optional: kind)
    json.member("country", optional: country)
    if let point {
      json.name("lat")
      json.double(point.latitude)
      json.name("lon")
      json.double(point.longitude)
    }
    json.member("precision", optional: precision?.rawValue)
    json.member("geonameid", optional: geonameID)
    json.member("rule", rule)
  }

  package init?(json: JSONValue, _ offsets: ScalarOffsets) {
    guard let span = json["span"]?.span, let name = json["name"]?.string else { return nil }
    self.init(range: offsets.bytes(span), name: name, rule: json["rule"]?.string ?? "")
    kind = json["kind"]?.string
    country = json["country"]?.string
    if let latitude = json["lat"]?.number, let longitude = json["lon"]?.number {
      point = Point(latitude: latitude, longitude: longitude)
    }
    precision = json["precision"]?.string.flatMap(Precision.init)
    geonameID = json["geonameid"]?.int
  }
}
