internal import Containers

/// Where the gazetteer file is looked for.
package enum GazetteerLocation {
  /// The file's name at all default places.
  package static let fileName = "gazetteer.dateline"

  /// The path that was asked for; else the environment's DATELINE_GAZETTEER; else beside the
  /// program; else the XDG data folder's `dateline/`. Throws `missing` with the places looked at.
  package static func find(
    given: String?, environment: [String: String], program: String
  ) throws(GazetteerError) -> String {
    let location = DataFileLocation(fileName: fileName, variable: "DATELINE_GAZETTEER")
    do throws(DataFileLocation.Missing) {
      return try location.find(given: given, environment: environment, program: program)
    } catch {
      throw GazetteerError(
        path: error.places.first ?? fileName, reason: .missing(places: error.places))
    }
  }
}
