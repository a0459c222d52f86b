internal import Records

/// Where: name, country, point and how fine it is; each place once, with all its words counted.
extension SheetPage {
  func places() -> [String] {
    var order: [Place] = []
    var counts: [Place: Int] = [:]
    for place in record.places {
      let key = Self.whole(place)
      if counts[key] == nil { order.append(place) }
      counts[key, default: 0] += 1
    }
    return order.map { place in
      let count = counts[Self.whole(place)] ?? 1
      let name = bold(flat(place.name)) + (place.kind.map { " (\($0))" } ?? "")
      let said = words(place.range) == place.name ? nil : "\u{201C}\(words(place.range))\u{201D}"
      let parts: [String?] = [
        name, place.country ?? "country not known", point(place), said,
        count > 1 ? "\(count) times" : nil,
      ]
      return line(parts.compactMap(\.self).joined(separator: "  "))
    }
  }

  /// The place without the words it was read from.
  private static func whole(_ place: Place) -> Place {
    var place = place
    place.range = 0..<0
    place.rule = ""
    return place
  }

  private func point(_ place: Place) -> String {
    guard let point = place.point else { return "point not known" }
    let precision = place.precision.map { " (\($0.rawValue))" } ?? ""
    return degrees(point.latitude) + ", " + degrees(point.longitude) + precision
  }

  /// Four places are eleven metres, finer than any gazetteer's point.
  private func degrees(_ value: Double) -> String {
    guard value.isFinite, abs(value) <= 360 else { return "?" }
    let steps = Int((abs(value) * 10_000).rounded())
    let rest = String(steps % 10_000)
    return (value < 0 && steps > 0 ? "-" : "") + String(steps / 10_000) + "."
      + String(repeating: "0", count: 4 - rest.count) + rest
  }
}
