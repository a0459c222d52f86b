import Archive
import Records

/// Happenings on the world, each with the precision that is known, and the same as a table.
enum MapPage {
  struct Model: Sendable, Hashable {
    var filter: TimelineFilter
    /// Places with a point, or a country, those with most happenings first.
    var places: [PlacedHappenings]
    /// Happenings that were found, with a place or without.
    var total: Int
    var unknown: String?

    var placed: Int { places.reduce(0) { $0 + $1.happenings } }
  }

  /// Rows of the table; the map shows all.
  private static let mostRows = 500

  static func view(_ model: Model) -> HTML {
    Layout(title: "Map", place: .map, skip: ("places", "Skip to the table")).page {
      p(.class("eyebrow")) { "Where it happened, as finely as it is known" }
      h1 { "Map" }
      FilterForm.view("map", model.filter)
      if let unknown = model.unknown {
        p(.class("notice")) { "No actor or country of the archive is called \"\(unknown)\"." }
      }
      figure(.class("drawing")) {
        scrolling("Map") { drawing(model) }
        legend
        figcaption(.class("meta")) { caption(model) }
      }
      section(.labelledBy("places")) {
        h2(.id("places"), Attribute("tabindex", "-1")) { "The same as a table" }
        if model.places.isEmpty {
          p { "No happening with a place was found." }
        } else {
          table(model)
        }
      }
    }
  }

  private static func caption(_ model: Model) -> String {
    "\(Numbers.grouped(model.placed)) of \(Numbers.counted(model.total, "happening", "happenings")) "
      + "have a place. A country that is all that is told of a place is hatched, never a point; a "
      + "region is a large faint ring; a city is a disc, a spot a diamond. Their size grows with the "
      + "number of happenings. Shapes: Natural Earth, public domain; Equal Earth projection."
  }

  // MARK: - The drawing

  /// Room above the northernmost coast.
  private static let edge = 10

  private static func drawing(_ model: Model) -> HTML {
    SVG.root(
      .class("world"), Attribute("role", "img"),
      Attribute(
        "viewBox",
        "0 \(-edge) \(SVG.number(MapProjection.width)) \(SVG.number(MapProjection.height + Double(edge)))"
      ),
      .label(
        "Map of the world with \(Numbers.grouped(model.placed)) happenings; the table has the same")
    ) {
      SVG.defs {
        SVG.pattern(
          .id("hatch"), .width(5), .height(5), Attribute("patternUnits", "userSpaceOnUse"),
          Attribute("patternTransform", "rotate(45)")
        ) {
          SVG.rect(.class("hatched"), .width(1.6), .height(5))
        }
      }
      // Path data is in tenths of a unit.
      SVG.group(Attribute("transform", "scale(.1)")) {
        SVG.path(.class("land"), Attribute("d", WorldShapes.shared.all))
      }
      countries(model)
      // Large ones first, so that none hides a small one.
      for place in points(model) { mark(place) }
    }
  }

  @HTMLBuilder
  private static func countries(_ model: Model) -> HTML {
    let codes = model.places.filter { $0.spot.precision == .country }
      .compactMap(\.spot.country)
    SVG.group(Attribute("transform", "scale(.1)")) {
      for code in Set(codes).sorted() {
        if let path = WorldShapes.shared.path(of: code) {
          SVG.path(.class("country"), Attribute("d", path), .fill(pattern: "hatch-large"))
        }
      }
    }
    SVG.defs {
      SVG.pattern(
        .id("hatch-large"), .width(60), .height(60),
        Attribute("patternUnits", "userSpaceOnUse"), Attribute("patternTransform", "rotate(45)")
      ) {
        SVG.rect(.class("hatched"), .width(18), .height(60))
      }
    }
  }

  private static func points(_ model: Model) -> [PlacedHappenings] {
    model.places.filter { place in
      guard let point = place.spot.point, let precision = place.spot.precision else { return false }
      return precision != .country && MapProjection.latitudes.contains(point.latitude)
    }
  }

  private static func mark(_ place: PlacedHappenings) -> HTML {
    let point = place.spot.point ?? Place.Point(latitude: 0, longitude: 0)
    let (x, y) = MapProjection.point(longitude: point.longitude, latitude: point.latitude)
    // The area grows with the number.
    let size = min(3 + 1.6 * Double(place.happenings).squareRoot(), 22)
    let name = SVG.title {
      HappeningWords.place(place.spot) + ": "
        + Numbers.counted(place.happenings, "happening", "happenings")
    }
    let (cx, cy) = (Attribute("cx", SVG.number(x)), Attribute("cy", SVG.number(y)))
    switch place.spot.precision {
    case .region:
      return SVG.circle(.class("region"), cx, cy, Attribute("r", SVG.number(size + 8))) { name }
    case .spot:
      let path =
        "M\(SVG.number(x)) \(SVG.number(y - size))l\(SVG.number(size)) \(SVG.number(size)) "
        + "\(SVG.number(-size)) \(SVG.number(size)) \(SVG.number(-size)) \(SVG.number(-size))z"
      return SVG.path(.class("spot"), Attribute("d", path)) { name }
    case .city, .country, nil:
      return SVG.circle(.class("city"), cx, cy, Attribute("r", SVG.number(size))) { name }
    }
  }

  private static var legend: HTML {
    ul(.class("legend")) {
      sample("country, hatched") {
        SVG.rect(.class("country"), .x(1), .y(1), .width(20), .height(16), .fill(pattern: "hatch"))
      }
      sample("region") {
        SVG.circle(
          .class("region"), Attribute("cx", "11"), Attribute("cy", "9"), Attribute("r", "8"))
      }
      sample("city") {
        SVG.circle(.class("city"), Attribute("cx", "11"), Attribute("cy", "9"), Attribute("r", "5"))
      }
      sample("spot") {
        SVG.path(.class("spot"), Attribute("d", "M11 3l6 6 -6 6 -6 -6z"))
      }
    }
  }

  private static func sample(_ words: String, @HTMLBuilder _ content: () -> HTML) -> HTML {
    li {
      SVG.root(.class("sample"), Attribute("viewBox", "0 0 22 18"), .hidden, content: content)
      words
    }
  }

  // MARK: - The table

  private static func table(_ model: Model) -> HTML {
    scrolling("Table of places") {
      Tag("table")(.class("numbers")) {
        Tag("caption")(.class("unseen")) { "Places with their happenings" }
        thead {
          tr {
            for name in ["place", "country", "precision"] {
              th(.class("word"), Attribute("scope", "col")) { name }
            }
            for name in ["happenings", "mentions"] { th(Attribute("scope", "col")) { name } }
          }
        }
        tbody {
          for place in model.places.prefix(mostRows) { row(place, model.filter) }
        }
      }
      if model.places.count > mostRows {
        p(.class("meta")) {
          "and " + Numbers.counted(model.places.count - mostRows, "place", "places") + " more"
        }
      }
    }
  }

  private static func row(_ place: PlacedHappenings, _ filter: TimelineFilter) -> HTML {
    var filter = filter
    filter.place = place.spot.name
    filter.country = place.spot.country
    return tr {
      th(Attribute("scope", "row")) { bdi { place.spot.name } }
      td(.class("word")) { place.spot.country ?? "not known" }
      td(.class("word")) { place.spot.precision?.rawValue ?? "not on the map" }
      td { a(.href(filter.address())) { Numbers.grouped(place.happenings) } }
      td { Numbers.grouped(place.mentions) }
    }
  }
}
