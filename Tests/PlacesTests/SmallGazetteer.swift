import Foundation
import TestSupport

@testable import Gazetteer

/// A gazetteer of a few made-up and a few real places, compiled for a test.
enum SmallGazetteer {
  static let rows = """
    # kind, id, name, country, region, county, latitude, longitude, inhabitants, other names
    region\t11\tNorth Varnia\tXV\t\t\t50.0\t10.0\t0\tVarnia del Norte
    county\t12\tOrre County\tXV\tNorth Varnia\t\t50.2\t10.2\t40000\t
    capital\t21\tEstvik\tXV\tNorth Varnia\tOrre County\t50.25\t10.25\t900000\tЭствик|ESV|Östvik
    city\t22\tEstvik\tUS\tOhio\t\t40.1\t-82.9\t3000\t
    city\t23\tSt. Brannock\tXV\tNorth Varnia\t\t50.3\t10.4\t12000\t
    city\t24\tParis\tFR\t\t\t48.85\t2.35\t2100000\t
    city\t25\tParis\tUS\tTexas\t\t33.66\t-95.56\t25000\t
    city\t26\tSherman\tUS\tTexas\t\t33.64\t-96.61\t40000\t
    city\t27\tDenison\tUS\tTexas\t\t33.76\t-96.54\t23000\t
    """

  static func bytes(tables: Bool = true) throws -> [UInt8] {
    try GazetteerCompiler.compile(rows: rows, path: "rows", tables: tables)
  }

  static func load(tables: Bool = true) throws -> Gazetteer {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let path = folder.url.appendingPathComponent("small.dateline").path
    try GazetteerCompiler.write(try bytes(tables: tables), to: path)
    return try Gazetteer(path: path)
  }
}
