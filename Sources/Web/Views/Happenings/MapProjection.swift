import Records

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The Equal Earth projection (Savric, Patterson, Jenny, "The Equal Earth map projection", 2018):
/// areas are true, so that no country looks larger than it is.
enum MapProjection {
  /// Units of the drawing: the equator's length.
  static let width = 960.0
  /// Without Antarctica, on which little happens.
  static let latitudes = -57.0...84.0

  private static let a = (1.340264, -0.081106, 0.000893, 0.003796)
  /// Half the equator in the projection's own units.
  private static let reach = 2.706629

  static func point(longitude: Double, latitude: Double) -> (x: Double, y: Double) {
    let (x, y) = plane(longitude: longitude, latitude: latitude)
    let scale = width / (2 * reach)
    return ((x + reach) * scale, (top - y) * scale)
  }

  static var height: Double {
    (top - plane(longitude: 0, latitude: latitudes.lowerBound).y) * width / (2 * reach)
  }

  private static var top: Double { plane(longitude: 0, latitude: latitudes.upperBound).y }

  private static func plane(longitude: Double, latitude: Double) -> (x: Double, y: Double) {
    let root = 3.0.squareRoot()
    let angle = asin(root / 2 * sin(latitude * .pi / 180))
    let (square, sixth) = (angle * angle, angle * angle * angle * angle * angle * angle)
    let slope =
      9 * a.3 * sixth * square + 7 * a.2 * sixth + 3 * a.1 * square + a.0
    let x = 2 * root * longitude * .pi / 180 * cos(angle) / (3 * slope)
    let y = angle * (a.3 * sixth * square + a.2 * sixth + a.1 * square + a.0)
    return (x, y)
  }
}
