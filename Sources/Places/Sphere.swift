#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A point on the unit sphere: nearness is a dot product.
struct SpherePoint: Sendable {
  let x: Double
  let y: Double
  let z: Double

  /// Degrees.
  init(latitude: Double, longitude: Double) {
    let phi = latitude * .pi / 180
    let lambda = longitude * .pi / 180
    x = cos(phi) * cos(lambda)
    y = cos(phi) * sin(lambda)
    z = sin(phi)
  }

  /// The cosine of the angle between two points.
  func dot(_ other: SpherePoint) -> Double { x * other.x + y * other.y + z * other.z }

  /// The cosine that points so many kilometres apart have.
  static func cosine(kilometres: Double) -> Double { cos(kilometres / 6371) }
}
